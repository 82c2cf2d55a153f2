import { dayOf } from '#language/time.ts';
import type { ReportsDue, RollUpMonth } from '#schemas/scheduled-events.ts';
import { type Due, readDue, readDueProgrammes } from '#store/reports/due.ts';
import { runId } from '#store/reports/runs.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { SendsRollUps } from '../http/call.ts';

const dueMessage = (programmeRef: ProgrammeRef, due: Due, sweepUpTo: string): RollUpMonth => ({
  kind: 'roll-up-month',
  organisation: programmeRef.organisation,
  programme: programmeRef.programme,
  month: due.month,
  revision: 1,
  run: runId(due.month, 1),
  sweepUpTo,
});

const perSend = 10;

/**
 * Hands over one message for every programme with a report due by the day of the scheduled time: its earliest month.
 * The months after it follow one by one, so that a blocked month holds up no other programme.
 *
 * @returns how many were handed over, and how many of them were due before that day
 */
export const reportsDue = async (
  event: ReportsDue,
  deps: SendsRollUps,
): Promise<{ readonly handedOver: number; readonly late: number }> => {
  const today = dayOf(new Date(event.scheduledTime).toISOString());
  let handedOver = 0;
  let late = 0;
  let waiting: RollUpMonth[] = [];
  for await (const { due, ...programmeRef } of readDueProgrammes(deps.table, today)) {
    waiting.push(dueMessage(programmeRef, due, today));
    if (due.on < today) late += 1;
    if (waiting.length === perSend) {
      await deps.queue.send(waiting, deps.table.deadline);
      handedOver += waiting.length;
      waiting = [];
    }
  }
  if (waiting.length > 0) await deps.queue.send(waiting, deps.table.deadline);
  return { handedOver: handedOver + waiting.length, late };
};

/** After a month of a sweep: the programme's next month, if that too is due by the day of the sweep. */
export const goOnSweeping = async (message: RollUpMonth, deps: SendsRollUps): Promise<void> => {
  if (message.sweepUpTo === undefined) return;
  const programmeRef = { organisation: message.organisation, programme: message.programme };
  const due = await readDue(deps.table, programmeRef);
  if (due !== undefined && due.byHand === undefined && due.on <= message.sweepUpTo)
    await deps.queue.send([dueMessage(programmeRef, due, message.sweepUpTo)], deps.table.deadline);
};
