import type { ReportMonth } from '#language/time.ts';
import { ReportRun } from '#schemas/report-run.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItem } from '../table/items.ts';
import { type ProgrammeRef, runKey } from '../table/keys.ts';
import { putItem, putItemUnless } from '../table/put-item.ts';
import { type Intent, putOver } from '../table/transaction.ts';

/** One run a month and revision, whoever asks for it: its id says so. */
export const runId = (month: ReportMonth, revision: number): string => `${month}-r${revision}`;

const runItem = (programmeRef: ProgrammeRef, run: ReportRun): Item => ({
  ...itemKey(runKey(programmeRef, run.id)),
  // For the condition of notes alone: a run that was published stays so.
  ...(run.state === 'published' ? { published: { BOOL: true } } : {}),
  body: jsonBody(ReportRun.parse(run)),
});

/** A21: how far a run has come. */
export const readRun = async (table: Table, programmeRef: ProgrammeRef, id: string): Promise<ReportRun | undefined> => {
  const item = await readItem(table, runKey(programmeRef, id));
  return item === undefined ? undefined : readBody(item, ReportRun);
};

export const keepRun = (table: Table, programmeRef: ProgrammeRef, run: ReportRun): Intent<'item'> => ({
  name: 'item',
  item: putOver(table, runItem(programmeRef, run)),
});

/**
 * Progress for whoever polls: no fact of the record, so it goes by itself. What a run says that went on next to the one
 * that published, or a call that comes late, leaves the published one as it is.
 */
export const noteRun = async (table: Table, programmeRef: ProgrammeRef, run: ReportRun): Promise<void> => {
  const item = runItem(programmeRef, run);
  await (run.state === 'published' ? putItem(table, item) : putItemUnless(table, item, 'published'));
};
