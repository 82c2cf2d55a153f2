import type { ReportMonth } from '#language/time.ts';
import type { Table } from '../table/client.ts';
import { readItem, textOf } from '../table/items.ts';
import { type ProgrammeRef, summaryKey } from '../table/keys.ts';

/** A17: what the salts of a published report's texts are made from: for exports and rebuilds alone, and in no view of a report. */
export const readReportSecret = async (
  table: Table,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  revision: number,
): Promise<string> => {
  const item = await readItem(table, summaryKey(programmeRef, month, revision));
  if (item === undefined) throw new Error(`revision ${revision} of ${month} is not published`);
  return textOf(item, 'secret');
};
