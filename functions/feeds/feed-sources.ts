import { type Decided, done } from '#domain/decided.ts';
import type { FeedTable } from '#domain/feeds/column.ts';
import { type RecordTable, recordTables } from '#domain/feeds/register-tables.ts';
import { reportTables } from '#domain/feeds/report-tables.ts';
import { wordsRows, wordsTable } from '#domain/feeds/settings-table.ts';
import { dayOf } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsFeeds } from '../http/call.ts';
import { readChain } from '../queries/read-chain.ts';
import type { RowSource } from './feed-step.ts';
import { recordRows } from './record-rows.ts';
import { reportRows } from './report-rows.ts';

const recordTablesByName: ReadonlyMap<string, RecordTable> = new Map(recordTables.map((one) => [one.name, one]));

const wordRows = (programmeId: string, programme: Programme): RowSource => ({
  rows: async function* ({ after }) {
    for (const [n, row] of wordsRows(programmeId, programme).entries())
      if (n > Number(after?.[0] ?? -1)) yield { kind: 'row', place: [n], row };
  },
  before: () => [-1],
});

/** What reads the rows of a table. Refused: `programme.unknown`. */
export const sourceOf = async (
  deps: ReadsFeeds,
  programmeRef: ProgrammeRef,
  { name }: FeedTable,
  now: string,
): Promise<Decided<RowSource>> => {
  const programme = await readChain(deps, { ...programmeRef, review: null });
  if (programme.kind === 'refused') return programme;
  if (name === wordsTable.name) return done(wordRows(programmeRef.programme, programme.result));
  const table = recordTablesByName.get(name);
  if (table !== undefined)
    return done(recordRows({ deps, programmeRef, table, today: dayOf(now) }, recordTablesByName));
  const ofReports = reportTables.find((one) => one.name === name);
  if (ofReports === undefined) throw new Error(`nothing reads the rows of ${name}`);
  return done(reportRows({ deps, programmeRef, name: ofReports.name }));
};
