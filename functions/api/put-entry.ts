import { done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { asJsonObject } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import { recordChange } from '../commands/record-change.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

/** What a record names must stand in the same chain, and not struck out. */
export const missingReferences = (
  loaded: LoadedChain,
  recordRef: RecordRef,
  references: readonly (RecordRef & { readonly pointer: string })[],
): Refusal | null => {
  const missing = references.filter((one) => {
    const current = loaded.recordRef(one);
    return (
      (current === undefined || current.state.struckOut !== null) &&
      !(one.kind === recordRef.kind && one.id === recordRef.id)
    );
  });
  return missing.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${missing.map((one) => `the ${one.kind} ${one.id}`).join(', ')}, which ${loaded.chainRef.review === null ? 'the programme' : 'the review'} does not have.`,
        faults: missing.map((one) => ({
          in: 'body',
          pointer: one.pointer,
          message: `names a ${one.kind} that does not exist here`,
        })),
      };
};

export const putEntry: UseCase<WritesTable> = async (call, deps) => {
  const { kind } = registerOf(call);
  const chainRef = chainRefOf(call);
  const rules = rulesOf(kind);
  const record = asJsonObject(call.body);
  const references = rules.references(record);
  const recordRef = { kind, id: param(call, 'entryId') };
  return recordChange(call, deps, {
    chainRef,
    recordRef,
    type: 'put',
    records: [...references, ...(chainRef.review === null ? [] : [reviewName(chainRef.review)])],
    decide: (loaded, command) => {
      const missing = missingReferences(loaded, recordRef, references);
      if (missing !== null) return refused(missing);
      const decided = rules.put({
        programme: settingsIn(loaded),
        review: reviewIn(loaded),
        id: recordRef.id,
        before: loaded.recordRef(recordRef)?.state ?? null,
        record,
        command,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
};
