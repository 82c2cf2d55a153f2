import { done, refused } from '#domain/decided.ts';
import { withFacts } from '#domain/registers/record-state.ts';
import { closeRefusal } from '#domain/report/may-run.ts';
import { closeMonthOperation } from '#schemas/operations/reports.ts';
import { ProgrammeFacts } from '#schemas/programme.ts';
import type { NotReported } from '#schemas/report-run.ts';
import { readDue } from '#store/reports/due.ts';
import { closing } from '#store/reports/not-reported.ts';
import { readRun, runId } from '#store/reports/runs.ts';
import { recordChange } from '../commands/record-change.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { nextDue } from '../reports/next-due.ts';
import { settingsOf } from '../views/loaded-records.ts';

export const closeMonth = command(closeMonthOperation, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  const { month } = call.params;
  const { reason } = call.body;
  let closed: NotReported | undefined;
  return recordChange(call, deps, {
    chainRef,
    recordRef: { kind: 'programme', id: chainRef.programme },
    type: 'month-closed',
    decide: async ({ programme: current }, { effectiveAt }) => {
      if (current === undefined) return refused(unknownProgramme(chainRef));
      const settings = settingsOf(current);
      const [due, run] = await Promise.all([
        readDue(deps.table, chainRef),
        readRun(deps.table, chainRef, runId(month, 1)),
      ]);
      const refusal = closeRefusal({
        ...{ month, run, programme: settings, nextMonth: due?.month ?? null, now: call.now },
      });
      if (refusal !== null) return refused(refusal);
      closed = { month, reason, since: effectiveAt, byHand: true };
      const { notReported = [], ...facts } = ProgrammeFacts.parse(current.state.facts);
      return done({
        state: withFacts(current.state, { ...facts, notReported: [...notReported, closed] }),
        reason,
        alongside: closing(deps.table, chainRef, closed, nextDue(settings, month)),
      });
    },
    answer: () => {
      if (closed === undefined) throw new Error('what was not decided is not answered');
      return closed;
    },
  });
});
