import { type Rebuilt, ReportRun } from '#schemas/report-run.ts';
import type { QueueMessage } from '#schemas/scheduled-events.ts';
import { earlierWinner, keepAnswer } from '#store/records/idempotency.ts';
import { keepRun } from '#store/reports/runs.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { commit } from '#store/table/transaction.ts';
import type { Sent } from '../commands/act.ts';
import { type ChangeOutcome, recorded } from '../commands/change-outcome.ts';
import { earlierOutcome, readEarlierOutcome } from '../commands/earlier-outcome.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { SendsRollUps } from '../http/call.ts';
import { throughSchema } from '../http/http-answer.ts';
import { runAddress } from './report-run.ts';

/** Of a run that publishes nothing: what was known when. */
const knowledgeOf = { publish: null, 'rebuild-then': 'then', 'rebuild-now': 'now' } as const satisfies Record<
  ReportRun['kind'],
  Rebuilt['knowledge'] | null
>;

/** What the queue is handed for a run. */
const messageFor = (organisation: string, run: ReportRun): QueueMessage => {
  const { programme, month, revision } = run;
  const knowledge = knowledgeOf[run.kind];
  return knowledge !== null
    ? { kind: 'rebuild-month', organisation, programme, month, revision, run: run.id, knowledge }
    : { kind: 'roll-up-month', organisation, programme, month, revision, run: run.id };
};

/**
 * A request for a run that was answered before is answered the same, and its run is handed over again: a sender who was
 * answered 503 between the commit and the queue sends again, and a run that is handed over twice is done once.
 */
export const oncePerKey = async (
  call: Sent,
  deps: SendsRollUps,
  request: () => Promise<ChangeOutcome>,
): Promise<ChangeOutcome> => {
  const earlier = await readEarlierOutcome(deps.table, call);
  return earlier === undefined ? request() : handedOverAgain(call, deps, earlier);
};

const handedOverAgain = async (call: Sent, deps: SendsRollUps, earlier: ChangeOutcome): Promise<ChangeOutcome> => {
  if (earlier.kind === 'replayed')
    await deps.queue.send(
      [messageFor(call.actor.organisation, ReportRun.parse(earlier.answer.body))],
      deps.table.deadline,
    );
  return earlier;
};

/** Keeps the run with the answer, then hands it to the queue. Where handing over fails the sender is answered 503. */
export const requestRun = async (
  call: Sent,
  deps: SendsRollUps,
  programmeRef: ProgrammeRef,
  run: ReportRun,
): Promise<ChangeOutcome> => {
  const { identity } = call;
  if (identity === undefined) throw new Error('every POST carries an Idempotency-Key');
  const answer = jsonAnswer(run, { location: runAddress(run.programme, run.id) }, 202);
  // Nothing is written that could not be answered.
  const text = throughSchema(call.operation, run);
  const kept = { status: answer.status, headers: { ...answer.headers }, body: run };
  const outcome = await commit(deps.table, [
    keepRun(deps.table, programmeRef, run),
    keepAnswer(deps.table, identity, kept, call.now),
  ]);
  if (outcome.kind === 'failed') {
    const winner = outcome.failed.get('idempotency');
    if (winner === undefined) throw new StoreBusy('the key of the request was taken and let go again');
    return handedOverAgain(call, deps, await earlierOutcome(deps.table, call, earlierWinner(winner, identity)));
  }
  await deps.queue.send([messageFor(call.actor.organisation, run)], deps.table.deadline);
  return recorded({ ...answer, text });
};
