import { done, refused } from '#domain/decided.ts';
import { getReportRunOperation } from '#schemas/operations/reports.ts';
import { readRun } from '#store/reports/runs.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';

export const getReportRun = query(getReportRunOperation, async (call, deps: ReadsTable) => {
  const id = call.params.runId;
  const run = await readRun(deps.table, chainRefOf(call), id);
  return run === undefined
    ? refused({ code: 'run.unknown', detail: `There is no run ${id} of this programme.` })
    : done(jsonAnswer(run));
});
