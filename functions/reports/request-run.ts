import { isUnderWay, underWayRefusal } from '#domain/report/may-run.ts';
import { type Rebuilt, ReportRun } from '#schemas/report-run.ts';
import type { QueueMessage } from '#schemas/scheduled-events.ts';
import { earlierWinner, keepAnswer, noteAnswered } from '#store/records/idempotency.ts';
import { askRun, readRun } from '#store/reports/runs.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { fiveTries, retry } from '#store/table/retry.ts';
import { commit } from '#store/table/transaction.ts';
import type { Sent } from '../commands/act.ts';
import { type ChangeOutcome, recorded } from '../commands/change-outcome.ts';
import { earlierOutcome, readEarlierOutcome } from '../commands/earlier-outcome.ts';
import { type JsonAnswer, jsonAnswer } from '../http/answer.ts';
import type { SendsRollUps } from '../http/call.ts';
import { throughSchema } from '../http/http-answer.ts';
import { askedAgain, runAddress } from './report-run.ts';

/** Of a run that makes a published month again: what was known when. */
const knowledgeOf = { 'rebuild-then': 'then', 'rebuild-now': 'now' } as const satisfies Partial<
  Record<ReportRun['kind'], Rebuilt['knowledge']>
>;

/** What the queue is handed for a run. */
const messageFor = (organisation: string, run: ReportRun): QueueMessage => {
  const { programme, month, revision, draft, days } = run;
  if (run.kind === 'compare-days') {
    if (days === undefined) throw new Error('a comparison is of two days');
    return { kind: 'compare-days', organisation, programme, run: run.id, ...days };
  }
  const of = { organisation, programme, month, revision, run: run.id };
  if (run.kind === 'draft') return { kind: 'draft-month', ...of };
  return run.kind === 'publish'
    ? { kind: 'roll-up-month', ...of, ...(draft === undefined ? {} : { draft }) }
    : { kind: 'rebuild-month', ...of, knowledge: knowledgeOf[run.kind] };
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

const answerOf = (run: ReportRun): JsonAnswer => jsonAnswer(run, { location: runAddress(run.programme, run.id) }, 202);

/**
 * Asks for a run of which there may be one already. While that one is under way nobody's reason takes the place of another's:
 * whoever gives one, or names another draft, is refused, and whoever gives none is answered by that run. It is handed over again all the same, for whoever
 * asked first may have gone away between the commit and the queue, and a run that is handed over twice is done once.
 */
export const requestPublication = async (
  call: Sent,
  deps: SendsRollUps,
  programmeRef: ProgrammeRef,
  run: ReportRun,
): Promise<ChangeOutcome> => {
  const outcome = await retry(
    async () => {
      const before = await readRun(deps.table, programmeRef, run.id);
      if (before === undefined || !isUnderWay(before, call.now))
        return requestRun(call, deps, programmeRef, before === undefined ? run : askedAgain(before, run), before);
      await deps.queue.send([messageFor(call.actor.organisation, before)], deps.table.deadline);
      return run.reason === null && run.draft === before.draft ? recorded(answerOf(before)) : refusedBecause(before);
    },
    fiveTries,
    deps.table.deadline,
  );
  if (outcome === undefined) throw new StoreBusy('others asked for the same run five times meanwhile');
  return outcome;
};
const refusedBecause = (run: ReportRun): ChangeOutcome => ({ kind: 'refused', refusal: underWayRefusal(run) });

/**
 * Keeps the run with the answer, then hands it to the queue. Where handing over fails the sender is answered 503.
 * `before`: the run of the same id that was read. Undefined: that is no longer as it was.
 */
export const requestRun = async (
  call: Sent,
  deps: SendsRollUps,
  programmeRef: ProgrammeRef,
  run: ReportRun,
  before?: ReportRun,
): Promise<ChangeOutcome | undefined> => {
  const { identity } = call;
  if (identity === undefined) throw new Error('every POST carries an Idempotency-Key');
  const answer = answerOf(run);
  // Nothing is written that could not be answered.
  const text = throughSchema(call.operation, run);
  const kept = { status: answer.status, headers: { ...answer.headers }, body: run };
  const outcome = await commit(deps.table, [
    askRun(deps.table, programmeRef, run, before),
    keepAnswer(deps.table, identity, kept, call.now),
    ...(run.reason === null ? [] : [noteAnswered(deps.table, programmeRef, run.id, identity, call.now)]),
  ]);
  if (outcome.kind === 'failed') {
    const winner = outcome.failed.get('idempotency');
    if (winner === undefined) return undefined;
    return handedOverAgain(call, deps, await earlierOutcome(deps.table, call, earlierWinner(winner, identity)));
  }
  await deps.queue.send([messageFor(call.actor.organisation, run)], deps.table.deadline);
  return recorded({ ...answer, text });
};
