import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { ReportMonth } from '#language/time.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { type LineChunk, linesItem, readLineChunks } from '#store/reports/report-lines.ts';
import { readRevision, withEveryRow } from '#store/reports/reports.ts';
import { summaryItem, wholeItems } from '#store/reports/stored-report.ts';
import type { Table } from '#store/table/client.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';

/** A warm function remembers 16 MB of what it made of reports: of these at most half as JSON, and a quarter as pages. */
const copies = 400;

/**
 * Writes as many copies of a small published report as no function remembers all of, each for a programme of its own,
 * straight into the table. Pulled in turn, each is made anew.
 */
export const copyReport = async (
  table: Table,
  like: ProgrammeRef,
  month: ReportMonth,
): Promise<readonly ProgrammeRef[]> => {
  const report = await readRevision(table, like, month, 1);
  if (report === undefined) throw new Error(`nothing to copy is published for ${month}`);
  const whole = report.rowsAtMost < everyRow ? await withEveryRow(table, like, report) : undefined;
  const chunks: LineChunk[] = [];
  for await (const chunk of readLineChunks(table, like, report)) chunks.push(chunk);
  const places = Array.from({ length: copies }, (_, n) => ({ ...like, programme: `${like.programme}-copy-${n}` }));
  for (const programmeRef of places) {
    const items = [
      summaryItem(programmeRef, report, newSecret(), 'quickly'),
      ...(whole === undefined ? [] : wholeItems(programmeRef, whole)),
      ...chunks.map((chunk) => linesItem(programmeRef, month, 1, chunk.first, chunk.lines())),
    ];
    const puts = items.map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }));
  }
  return places;
};
