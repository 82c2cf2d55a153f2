import { type Decided, done, refused } from '#domain/decided.ts';
import type { Rebuilt, ReportRun } from '#schemas/report-run.ts';
import type { QueueMessage } from '#schemas/scheduled-events.ts';
import { keepAnswer, winnerOf } from '#store/records/idempotency.ts';
import { keepRun } from '#store/reports/runs.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { commit } from '#store/table/transaction.ts';
import type { Answer, Call, SendsRollUps } from '../http/call.ts';
import { keyReused } from '../http/http-api.ts';
import { runAddress } from './report-run.ts';

/** Of a run that publishes nothing: what was known when. */
const knowledgeOf = { publish: null, 'rebuild-then': 'then', 'rebuild-now': 'now' } as const satisfies Record<
  ReportRun['kind'],
  Rebuilt['knowledge'] | null
>;

/** What the queue is handed for a run. */
export const messageFor = (organisation: string, run: ReportRun): QueueMessage => {
  const { programme, month, revision } = run;
  const knowledge = knowledgeOf[run.kind];
  return knowledge !== null
    ? { kind: 'rebuild-month', organisation, programme, month, revision, run: run.id, knowledge }
    : { kind: 'roll-up-month', organisation, programme, month, revision, run: run.id };
};

/**
 * Keeps the run with the answer, then hands it to the queue. Where handing over fails the sender is told so (503);
 * the same request sent again hands it over again, and a run that is handed over twice is done once.
 */
export const requestRun = async (
  call: Call,
  deps: SendsRollUps,
  programmeRef: ProgrammeRef,
  run: ReportRun,
): Promise<Decided<Answer>> => {
  const answer = { status: 202, headers: { location: runAddress(run.programme, run.id) }, body: run };
  const outcome = await commit(deps.table, [
    keepRun(deps.table, programmeRef, run),
    ...(call.identity === undefined ? [] : [keepAnswer(deps.table, call.identity, answer, call.now)]),
  ]);
  if (outcome.kind === 'failed' && call.identity !== undefined) {
    const item = outcome.failed.get('idempotency');
    const earlier = item === undefined ? undefined : winnerOf(item, call.identity);
    if (earlier?.kind !== 'same') return refused(keyReused);
    await deps.queue.send([messageFor(call.actor.organisation, run)]);
    return done(earlier.answer);
  }
  await deps.queue.send([messageFor(call.actor.organisation, run)]);
  return done(answer);
};
