import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { LocalDate, ReportMonth } from '#language/time.ts';
import { type Reporting, reportDueOn } from '#schemas/reporting.ts';
import { patience, type Table } from '../table/client.ts';
import { type Item, itemKey, readItem, text, textOf } from '../table/items.ts';
import { dueKey, duePartition, duePartitions, type ProgrammeRef } from '../table/keys.ts';
import { table as shape } from '../table/table-definition.ts';

const Due = z.object({ month: ReportMonth, on: LocalDate, byHand: z.literal(true).optional() });
/** When a programme's next report is due; `byHand`: the schedule leaves it to people. There is no such item once nothing more is to be reported. */
export type Due = z.infer<typeof Due>;

/** Null where the calendar has no such month, or no such day to report it on. */
export const dueOf = (month: ReportMonth, reporting: Reporting): Due | null =>
  Due.safeParse({ month, on: reportDueOn(reporting, month) }).data ?? null;

/** With `due: null` the item stays, out of the index: nothing is due. What is published by hand alone is out of it too. */
export const dueItem = (programmeRef: ProgrammeRef, due: Due | null): Item => ({
  ...itemKey(dueKey(programmeRef)),
  organisation: text(programmeRef.organisation),
  programme: text(programmeRef.programme),
  nextMonth: text(due?.month ?? 'none'),
  ...(due === null
    ? {}
    : {
        ...(due.byHand === true ? {} : { [shape.index.partitionKey]: text(duePartition(programmeRef)) }),
        [shape.index.sortKey]: text(due.on),
      }),
});

/** A13: the month that a programme reports next. */
export const readDue = async (table: Table, programmeRef: ProgrammeRef): Promise<Due | undefined> => {
  const item = await readItem(table, dueKey(programmeRef));
  const on = item?.[shape.index.sortKey]?.S;
  if (item === undefined || on === undefined) return undefined;
  const byHand = item[shape.index.partitionKey] === undefined ? { byHand: true as const } : {};
  return { month: textOf(item, 'nextMonth'), on, ...byHand };
};

/** A14: the programmes with a report due by a day, from the index; then each one's own item, read strongly. */
export async function* readDueProgrammes(table: Table, by: LocalDate): AsyncGenerator<ProgrammeRef & { due: Due }> {
  for (const partition of duePartitions) {
    let start: Item | undefined;
    do {
      const page: QueryCommandOutput = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: shape.index.name,
          KeyConditionExpression: '#partition = :partition AND #due <= :by',
          ExpressionAttributeNames: { '#partition': shape.index.partitionKey, '#due': shape.index.sortKey },
          ExpressionAttributeValues: { ':partition': text(partition), ':by': text(by) },
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
        patience(table),
      );
      for (const found of page.Items ?? []) {
        const item = await readItem(table, { pk: textOf(found, 'pk'), sk: textOf(found, 'sk') });
        const on = item?.[shape.index.sortKey]?.S;
        // The index lags behind the table: the item itself decides.
        if (item?.[shape.index.partitionKey] === undefined || on === undefined || on > by) continue;
        yield {
          organisation: textOf(item, 'organisation'),
          programme: textOf(item, 'programme'),
          due: { month: textOf(item, 'nextMonth'), on },
        };
      }
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
}
