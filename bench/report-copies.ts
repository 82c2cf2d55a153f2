import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { ReportMonth } from '#schemas/time.ts';
import type { Table } from '#store/client.ts';
import type { ProgrammePlace } from '#store/keys.ts';
import { type LineChunk, linesItem, readLineChunks } from '#store/report-lines.ts';
import { packReport, readRevision } from '#store/reports.ts';

/** A warm function remembers 16 MB of what it made of reports: some hundred and fifty as JSON, and half as many pages. */
const copies = 180;

/**
 * Writes as many copies of a small published report as no function remembers all of, each for a programme of its own,
 * straight into the table. Pulled in turn, each is made anew.
 */
export const copyReport = async (
  table: Table,
  like: ProgrammePlace,
  month: ReportMonth,
): Promise<readonly ProgrammePlace[]> => {
  const report = await readRevision(table, like, month, 1);
  if (report === undefined) throw new Error(`nothing to copy is published for ${month}`);
  const chunks: LineChunk[] = [];
  for await (const chunk of readLineChunks(table, like, report)) chunks.push(chunk);
  const places = Array.from({ length: copies }, (_, n) => ({ ...like, programme: `${like.programme}-copy-${n}` }));
  for (const place of places) {
    const { summary, whole } = packReport(place, report);
    const lines = chunks.map((chunk) => linesItem(place, month, 1, chunk.first, chunk.lines()));
    const puts = [summary, ...whole, ...lines].map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }));
  }
  return places;
};
