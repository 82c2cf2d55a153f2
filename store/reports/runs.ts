import type { ReportMonth } from '#language/time.ts';
import { ReportRun } from '#schemas/report-run.ts';
import type { TwoDays } from '#schemas/two-days.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, itemKey, readItem, text } from '../table/items.ts';
import { type ProgrammeRef, runKey } from '../table/keys.ts';
import { putItemIf } from '../table/put-item.ts';
import { type Intent, onlyIf, putNew } from '../table/transaction.ts';

/** One run a month and revision, whoever asks for it: its id says so. */
export const runId = (month: ReportMonth, revision: number): string => `${month}-r${revision}`;

/** One run of each two days that are compared. */
export const daysRunId = ({ from, to }: TwoDays): string => `days-${from}-${to}`;

/** The number of the try that a run is at: one more with each that failed for its data. */
export const attemptOf = ({ attempt = 1 }: Pick<ReportRun, 'attempt'>): number => attempt;

/**
 * What of a run no other write may put aside: by whom it was asked for, where that came with a reason or a draft, and at which try it is.
 * A run that is written says its own, and is written only where the one that is there says what was read.
 */
const turnOf = (run: ReportRun): string =>
  `${run.reason === null && run.draft === undefined ? 'anybody' : run.requestedAt}#${attemptOf(run)}`;

const runItem = (programmeRef: ProgrammeRef, run: ReportRun): Item => ({
  ...itemKey(runKey(programmeRef, run.id)),
  // For the condition of notes alone: a run that was published stays so.
  ...(run.state === 'published' ? { published: { BOOL: true } } : {}),
  turn: text(turnOf(run)),
  state: text(run.state),
  body: jsonBody(ReportRun.parse(run)),
});

/** Items of release 0.2.0 say no turn. */
const sameTurn = 'attribute_not_exists(#turn) OR #turn = :turn';
const ifSameTurn = (read: ReportRun) => ({
  ConditionExpression: sameTurn,
  ExpressionAttributeNames: { '#turn': 'turn' },
  ExpressionAttributeValues: { ':turn': text(turnOf(read)) },
});

/** A21: how far a run has come. */
export const readRun = async (table: Table, programmeRef: ProgrammeRef, id: string): Promise<ReportRun | undefined> => {
  const item = await readItem(table, runKey(programmeRef, id));
  return item === undefined ? undefined : readBody(item, ReportRun);
};

/** The run that published, with the report: where nobody asked for the same with another reason meanwhile. */
export const keepRun = (table: Table, programmeRef: ProgrammeRef, run: ReportRun): Intent<'item'> => ({
  name: 'item',
  item: onlyIf(table, runItem(programmeRef, run), ifSameTurn(run)),
});

/** A run that is asked for: where there is none, or where the one that was read is there and has come no further. */
export const askRun = (
  table: Table,
  programmeRef: ProgrammeRef,
  run: ReportRun,
  read: ReportRun | undefined,
): Intent<'run'> => {
  const item = runItem(programmeRef, run);
  return {
    name: 'run',
    item:
      read === undefined
        ? putNew(table, item)
        : onlyIf(table, item, {
            ConditionExpression: 'attribute_not_exists(#turn) OR (#turn = :turn AND #state = :state)',
            ExpressionAttributeNames: { '#turn': 'turn', '#state': 'state' },
            ExpressionAttributeValues: { ':turn': text(turnOf(read)), ':state': text(read.state) },
          }),
  };
};

/** Whether the run is still the one that was read, for whoever could not write it. */
export const isSameTurn = (run: ReportRun, read: ReportRun | undefined): boolean =>
  read === undefined || turnOf(read) === turnOf(run);

/**
 * Progress for whoever polls: no fact of the record, so it goes by itself. What a run says that went on next to the one
 * that published, or next to one that was asked for since, or a call that comes late, leaves what is there as it is.
 * `read`: the run as it was read, where the note takes it to its next try.
 */
export const noteRun = async (
  table: Table,
  programmeRef: ProgrammeRef,
  run: ReportRun,
  read: ReportRun = run,
): Promise<void> => {
  const condition = ifSameTurn(read);
  await putItemIf(
    table,
    runItem(programmeRef, run),
    run.state === 'published'
      ? condition
      : {
          ...condition,
          ConditionExpression: `attribute_not_exists(#published) AND (${sameTurn})`,
          ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, '#published': 'published' },
        },
  );
};
