import type { ReportMonth } from '#language/time.ts';
import { NotReported } from '#schemas/report-run.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, queryAll, text } from '../table/items.ts';
import { notReportedKey, notReportedOf, type ProgrammeRef } from '../table/keys.ts';
import { commit, type Intent, onlyIf, putOver } from '../table/transaction.ts';
import { type Due, dueItem } from './due.ts';

const notReportedItem = (programmeRef: ProgrammeRef, one: NotReported): Item => ({
  ...itemKey(notReportedKey(programmeRef, one.month)),
  body: jsonBody(NotReported.parse(one)),
});

/** A27: the months of a programme that were given up, in their order; one of them may have been published since. */
export const readNotReported = async (table: Table, programmeRef: ProgrammeRef): Promise<readonly NotReported[]> =>
  (await queryAll(table, notReportedOf(programmeRef))).map((item) => readBody(item, NotReported));

const ifDue = (table: Table, programmeRef: ProgrammeRef, month: string, next: Due | null) =>
  onlyIf(table, dueItem(programmeRef, next), {
    ConditionExpression: '#month = :month',
    ExpressionAttributeNames: { '#month': 'nextMonth' },
    ExpressionAttributeValues: { ':month': text(month) },
  });

/** What is written with the event by which a month is closed as not reported: where it is still the one that is due. */
export const closing = (
  table: Table,
  programmeRef: ProgrammeRef,
  one: NotReported,
  next: Due | null,
): readonly Intent<'item'>[] => [
  { name: 'item', item: putOver(table, notReportedItem(programmeRef, one)) },
  { name: 'item', item: ifDue(table, programmeRef, one.month, next) },
];

/**
 * Gives a month up, and makes the next one due: in one transaction, where the month is still the one that is due. False: it no
 * longer is.
 */
export const giveUp = async (
  table: Table,
  programmeRef: ProgrammeRef,
  one: NotReported,
  next: Due | null,
): Promise<boolean> => {
  const outcome = await commit(table, [
    { name: 'not-reported', item: putOver(table, notReportedItem(programmeRef, one)) },
    { name: 'due', item: ifDue(table, programmeRef, one.month, next) },
  ]);
  return outcome.kind === 'committed';
};

/** The latest month that is settled: published, or given up. */
export const latestSettled = (
  latestPublished: ReportMonth | null,
  notReported: readonly NotReported[],
): ReportMonth | null => {
  const months = notReported.map(({ month }) => month);
  return [...(latestPublished === null ? [] : [latestPublished]), ...months].toSorted().at(-1) ?? null;
};
