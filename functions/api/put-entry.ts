import { done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { asJsonObject } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { ChainFile, ThingName } from '#store/records/load-for-change.ts';
import { tell } from '../commands/record-change.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { shownEntry } from '../views/entry-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

/** What a record names must stand in the same chain, and not struck out. */
export const missingReferences = (
  file: ChainFile,
  thing: ThingName,
  references: readonly (ThingName & { readonly pointer: string })[],
): Refusal | null => {
  const missing = references.filter((one) => {
    const stands = file.thing(one);
    return (
      (stands === undefined || stands.state.struckOut !== null) && !(one.kind === thing.kind && one.id === thing.id)
    );
  });
  return missing.length === 0
    ? null
    : {
        code: 'content.breaks-rule',
        detail: `It names ${missing.map((one) => `the ${one.kind} ${one.id}`).join(', ')}, which ${file.place.review === null ? 'the programme' : 'the review'} does not have.`,
        faults: missing.map((one) => ({
          in: 'body',
          pointer: one.pointer,
          message: `names a ${one.kind} that does not exist here`,
        })),
      };
};

export const putEntry: UseCase<TellsTable> = async (call, deps) => {
  const { kind } = registerOf(call);
  const place = placeOf(call);
  const rules = rulesOf(kind);
  const record = asJsonObject(call.body);
  const references = rules.references(record);
  const thing = { kind, id: param(call, 'entryId') };
  return tell(call, deps, {
    place,
    thing,
    type: 'put',
    things: [...references, ...(place.review === null ? [] : [reviewName(place.review)])],
    decide: (file, telling) => {
      const missing = missingReferences(file, thing, references);
      if (missing !== null) return refused(missing);
      const decided = rules.put({
        programme: settingsIn(file),
        review: reviewIn(file),
        id: thing.id,
        before: file.thing(thing)?.state ?? null,
        record,
        telling,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (file, stored) => shownEntry(stored, settingsIn(file)),
  });
};
