import { done, refused } from '#domain/decided.ts';
import { runRefusal } from '#domain/report/may-run.ts';
import { RunReport } from '#schemas/report-run.ts';
import { readRecord } from '#store/records/records.ts';
import { readDue } from '#store/reports/due.ts';
import { readRun, runId } from '#store/reports/runs.ts';
import type { SendsRollUps, UseCase } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { readChain } from '../queries/read-chain.ts';
import { newRun, reportAddress, runAddress } from '../reports/report-run.ts';
import { requestRun } from '../reports/request-run.ts';

export const runReport: UseCase<SendsRollUps> = async (call, deps) => {
  const { month, early, reason } = RunReport.parse(call.body);
  const chainRef = chainRefOf(call);
  const [programme, due, published, run] = await Promise.all([
    readChain(deps, chainRef),
    readDue(deps.table, chainRef),
    readRecord(deps.table, chainRef, 'publication', month),
    readRun(deps.table, chainRef, runId(month, 1)),
  ]);
  if (programme.kind === 'refused') return programme;
  if (published !== undefined) {
    const required =
      run ?? newRun(chainRef, { month, revision: 1, reason: null, early: false, requestedAt: published.recordedAt });
    return done({
      status: 202,
      headers: { location: runAddress(chainRef.programme, required.id) },
      body: { ...required, state: 'published', report: reportAddress(chainRef.programme, month) },
    });
  }
  const refusal = runRefusal({
    month,
    early,
    programme: programme.result,
    nextMonth: due?.month ?? null,
    now: call.now,
  });
  if (refusal !== null) return refused(refusal);
  return requestRun(
    call,
    deps,
    chainRef,
    newRun(chainRef, { month, revision: 1, reason: early ? (reason ?? null) : null, early, requestedAt: call.now }),
  );
};
