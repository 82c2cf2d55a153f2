import { done, refused } from '#domain/decided.ts';
import { readRun } from '#store/reports/runs.ts';
import type { ReadsTable, UseCase } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';

export const getReportRun: UseCase<ReadsTable> = async (call, deps) => {
  const id = param(call, 'runId');
  const run = await readRun(deps.table, chainRefOf(call), id);
  return run === undefined
    ? refused({ code: 'run.unknown', detail: `There is no run ${id} of this programme.` })
    : done({ status: 200, headers: {}, body: run });
};
