import { revisionToRebuild } from '#domain/report/may-run.ts';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { RebuildReport } from '#schemas/report-run.ts';
import type { SendsRollUps, UseCase } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { latestOfMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { requestRun } from '../reports/request-run.ts';

/** Each request is a run of its own: what is known now may be more the next time. */
export const rebuildReport: UseCase<SendsRollUps> = async (call, deps) => {
  const { knowledge } = RebuildReport.parse(call.body);
  const chainRef = chainRefOf(call);
  const found = await latestOfMonth(call, deps);
  if (found.kind === 'refused') return found;
  const { month, latest } = found.result;
  const revision = revisionToRebuild(month, latest, (name) => releasedRuleSets.named(name) !== undefined);
  if (revision.kind === 'refused') return revision;
  const asked = { month, revision: revision.result, reason: null, early: false, requestedAt: call.now };
  const run = newRun(chainRef, asked, `rebuild-${knowledge}`);
  if (call.identity === undefined) throw new Error('every POST carries an Idempotency-Key');
  const id = `${run.id}-${knowledge}-${call.identity.scope.slice(0, 12)}`;
  return requestRun(call, deps, chainRef, { ...run, id });
};
