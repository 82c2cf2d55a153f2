import { refused } from '#domain/decided.ts';
import { daysRefusal } from '#domain/report/compare/compare-days.ts';
import { monthOfDate } from '#language/time.ts';
import { compareDaysOperation } from '#schemas/operations/report-spans.ts';
import { everythingRecorded } from '#store/records/known-as-of.ts';
import { readFirstOf } from '#store/records/records.ts';
import { daysRunId } from '#store/reports/runs.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { newRun } from '../reports/report-run.ts';
import { oncePerKey, requestPublication } from '../reports/request-run.ts';

/** One run of each two days at a time: who asks while it is under way is answered by it. */
export const compareDays = command(compareDaysOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { from, to } = call.body;
    const chainRef = chainRefOf(call);
    const first = await readFirstOf(deps.table, chainRef, 'programme', chainRef.programme, everythingRecorded);
    if (first === undefined) return refused(unknownProgramme(chainRef));
    const refusal = daysRefusal({ from, to }, first.effectiveAt, call.now);
    if (refusal !== null) return refused(refusal);
    const terms = { month: monthOfDate(to), revision: 0, reason: null, early: false, requestedAt: call.now };
    const run = newRun(chainRef, { ...terms, askedBy: call.actor.subject }, 'compare-days');
    return requestPublication(call, deps, chainRef, { ...run, id: daysRunId({ from, to }), days: { from, to } });
  }),
);
