import { nextRevision } from '#domain/report/may-run.ts';
import { reviseReportOperation } from '#schemas/operations/reports.ts';
import { settingsToAsk } from '../commands/handed-over.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { latestOfMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { oncePerKey, requestPublication } from '../reports/request-run.ts';

export const reviseReport = command(reviseReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { reason } = call.body;
    const chainRef = chainRefOf(call);
    const found = await latestOfMonth(call, deps, settingsToAsk);
    if (found.kind === 'refused') return found;
    const { month, latest } = found.result;
    const revision = nextRevision(month, latest);
    if (revision.kind === 'refused') return revision;
    const terms = { month, revision: revision.result, reason, early: false, requestedAt: call.now };
    return requestPublication(call, deps, chainRef, newRun(chainRef, terms));
  }),
);
