import { type Decided, done, refused } from '#domain/decided.ts';
import { parsedPart } from '#domain/registers/record-state.ts';
import { missingReferences } from '#domain/registers/references.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { NamedChange } from '#registers/change-request/agreed-change.ts';
import { ChangeRequest, ChangeRequestFacts } from '#registers/change-request/record.ts';
import type { JsonObject } from '#schemas/history.ts';
import type { LoadedChain, RecordRead } from '#store/records/load-for-change.ts';
import { readRecord, type StoredRecord } from '#store/records/records.ts';
import type { ReadsTable } from '../http/call.ts';

interface Change {
  readonly change: NamedChange | null;
  /** What of the programme's chain the decision rests on. */
  readonly checked: readonly RecordRead[];
}

const toChange = (stored: StoredRecord | undefined): NamedChange | null =>
  stored === undefined || stored.state.struckOut !== null
    ? null
    : {
        record: parsedPart(ChangeRequest, stored.state.record, 'change request'),
        facts: parsedPart(ChangeRequestFacts, stored.state.facts, 'facts of the change request'),
      };

/** The change request that a record names; one of the programme that is not there is refused where it is named anew. */
export const readNamedChange = async (
  deps: ReadsTable,
  loaded: LoadedChain,
  kind: RegisterKind,
  record: JsonObject,
  before: JsonObject | undefined,
): Promise<Decided<Change>> => {
  const { changeNamed } = rulesOf(kind);
  const named = changeNamed(record);
  if (named === null) return done({ change: null, checked: [] });
  const recordRef = { kind: 'change-request' as const, id: named.id };
  if (!named.ofProgramme) return done({ change: toChange(loaded.record(recordRef)), checked: [] });
  const chainRef = { ...loaded.chainRef, review: null };
  const stored = await readRecord(deps.table, chainRef, recordRef.kind, recordRef.id);
  const change = toChange(stored);
  if (stored !== undefined && change !== null)
    return done({ change, checked: [{ chainRef, recordRef, version: stored.version }] });
  const was = before === undefined ? null : changeNamed(before);
  const missing = missingReferences({
    own: { kind, id: '' },
    references:
      was?.ofProgramme === true && was.id === named.id ? [] : [{ ...recordRef, pointer: '/programmeChangeRequest' }],
    isThere: () => false,
    inReview: false,
  });
  return missing === null ? done({ change: null, checked: [] }) : refused(missing);
};
