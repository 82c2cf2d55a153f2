import { ReviseReport } from '#schemas/report-run.ts';
import type { SendsRollUps, UseCase } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { publishedMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { requestRun } from '../reports/request-run.ts';

export const reviseReport: UseCase<SendsRollUps> = async (call, deps) => {
  const { reason } = ReviseReport.parse(call.body);
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
};
