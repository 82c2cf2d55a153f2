import { reviseReportOperation } from '#schemas/operations/reports.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { publishedMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { oncePerKey, requestRun } from '../reports/request-run.ts';

export const reviseReport = command(reviseReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { reason } = call.body;
    const chainRef = chainRefOf(call);
    const published = await publishedMonth(call, deps, 'revise');
    if (published.kind === 'refused') return published;
    const { month, revision } = published.result;
    return requestRun(
      call,
      deps,
      chainRef,
      newRun(chainRef, { month, revision: revision + 1, reason, early: false, requestedAt: call.now }),
    );
  }),
);
