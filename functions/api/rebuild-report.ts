import { rebuildReportOperation } from '#schemas/operations/reports.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { publishedMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { oncePerKey, requestRun } from '../reports/request-run.ts';

/** Each request is a run of its own: what is known now may be more the next time. */
export const rebuildReport = command(rebuildReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { knowledge } = call.body;
    const chainRef = chainRefOf(call);
    const published = await publishedMonth(call, deps, 'make again');
    if (published.kind === 'refused') return published;
    const run = newRun(chainRef, { ...published.result, reason: null, early: false, requestedAt: call.now });
    if (call.identity === undefined) throw new Error('every POST carries an Idempotency-Key');
    const id = `${run.id}-${knowledge}-${call.identity.scope.slice(0, 12)}`;
    return requestRun(call, deps, chainRef, { ...run, id });
  }),
);
