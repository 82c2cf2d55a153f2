import { done, refused } from '#domain/decided.ts';
import { readRun } from '#store/runs.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { param, placeOf } from '../kit/place.ts';

export const getReportRun: UseCase<ReadsTable> = async (call, deps) => {
  const id = param(call, 'runId');
  const run = await readRun(deps.table, placeOf(call), id);
  return run === undefined
    ? refused({ code: 'run.unknown', detail: `There is no run ${id} of this programme.` })
    : done({ status: 200, headers: {}, body: run });
};
