import { nextRevision } from '#domain/report/may-run.ts';
import { reviseReportOperation } from '#schemas/operations/reports.ts';
import { settingsToAsk } from '../commands/handed-over.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { latestOfMonth } from '../queries/find-published-month.ts';
import { readDraftNamed } from '../reports/draft-named.ts';
import { newRun } from '../reports/report-run.ts';
import { oncePerKey, requestPublication } from '../reports/request-run.ts';

export const reviseReport = command(reviseReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { reason, draft } = call.body;
    const chainRef = chainRefOf(call);
    const found = await latestOfMonth(call, deps, settingsToAsk);
    if (found.kind === 'refused') return found;
    const { month, latest, programme } = found.result;
    const revision = nextRevision(month, latest);
    if (revision.kind === 'refused') return revision;
    const drafted = await readDraftNamed(call, deps, programme, { month, revision: revision.result, draft });
    if (drafted.kind === 'refused') return drafted;
    const terms = { month, revision: revision.result, reason, early: false, requestedAt: call.now, ...drafted.result };
    return requestPublication(call, deps, chainRef, newRun(chainRef, terms));
  }),
);
