import { askedTexts, type Redaction } from '#registers/redaction/record.ts';
import { RecordKind } from '#schemas/history.ts';
import { readReviewHeads } from '#store/positions/position-pages.ts';
import type { RecordRef } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import type { ChainRef, ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** A record out of which words are to be taken. */
export interface ToRedact {
  readonly chainRef: ChainRef;
  readonly recordRef: RecordRef;
}

/** What was published is redacted with the reports, and a redaction holds no word of the record. */
const kinds = RecordKind.options.filter((kind) => kind !== 'publication' && kind !== 'redaction');

async function* recordsOfChain({ table }: ReadsTable, chainRef: ChainRef): AsyncGenerator<ToRedact> {
  for (const kind of kinds)
    if (kind !== 'programme')
      for (const { id } of await readRegister(table, chainRef, kind)) yield { chainRef, recordRef: { kind, id } };
}

/** Every record of a programme, its settings last: until then they say of which programme it is. */
async function* everyRecord(deps: ReadsTable, programmeRef: ProgrammeRef): AsyncGenerator<ToRedact> {
  for await (const page of readReviewHeads(deps.table, programmeRef))
    for (const { review } of page) yield* recordsOfChain(deps, { ...programmeRef, review });
  const chainRef = { ...programmeRef, review: null };
  yield* recordsOfChain(deps, chainRef);
  yield { chainRef, recordRef: { kind: 'programme', id: programmeRef.programme } };
}

/** The records out of which a redaction takes words: the one that it names or, where all of a programme is disposed of, every one. */
export async function* recordsToRedact(
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  asked: Redaction,
): AsyncGenerator<ToRedact> {
  const named = askedTexts(asked);
  if (named === undefined) yield* everyRecord(deps, programmeRef);
  else
    yield {
      chainRef: { ...programmeRef, review: named.review ?? null },
      recordRef: { kind: RecordKind.parse(named.kind), id: named.entry },
    };
}
