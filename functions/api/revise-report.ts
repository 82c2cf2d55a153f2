import { nextRevision } from '#domain/report/may-run.ts';
import { ReviseReport } from '#schemas/report-run.ts';
import type { SendsRollUps, UseCase } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { latestOfMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { requestRun } from '../reports/request-run.ts';

export const reviseReport: UseCase<SendsRollUps> = async (call, deps) => {
  const { reason } = ReviseReport.parse(call.body);
  const chainRef = chainRefOf(call);
  const found = await latestOfMonth(call, deps);
  if (found.kind === 'refused') return found;
  const { month, latest } = found.result;
  const revision = nextRevision(month, latest);
  if (revision.kind === 'refused') return revision;
  return requestRun(
    call,
    deps,
    chainRef,
    newRun(chainRef, { month, revision: revision.result, reason, early: false, requestedAt: call.now }),
  );
};
