import { revisionToDraft } from '#domain/report/draft.ts';
import { draftReportOperation } from '#schemas/operations/reports.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { latestOfMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { oncePerKey, requestRun } from '../reports/request-run.ts';

/** Each request is a run of its own: what is recorded by then may be more the next time. */
export const draftReport = command(draftReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const chainRef = chainRefOf(call);
    const found = await latestOfMonth(call, deps);
    if (found.kind === 'refused') return found;
    const { month, latest, programme } = found.result;
    const revision = revisionToDraft(month, latest, programme, call.now);
    if (revision.kind === 'refused') return revision;
    if (call.identity === undefined) throw new Error('every POST carries an Idempotency-Key');
    const terms = { month, revision: revision.result, reason: null, early: false, requestedAt: call.now };
    const run = newRun(chainRef, { ...terms, askedBy: call.actor.subject }, 'draft');
    const id = `${run.id}-draft-${call.identity.scope.slice(0, 12)}`;
    const outcome = await requestRun(call, deps, chainRef, { ...run, id });
    if (outcome === undefined) throw new StoreBusy('the key of the request was taken and let go again');
    return outcome;
  }),
);
