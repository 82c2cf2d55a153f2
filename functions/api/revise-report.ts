import { ReviseReport } from '#schemas/report-run.ts';
import type { SendsRollUps, UseCase } from '../http/call.ts';
import { placeOf } from '../http/chain-ref.ts';
import { publishedMonth } from '../queries/find-published-month.ts';
import { newRun } from '../reports/report-run.ts';
import { askForRun } from '../reports/request-run.ts';

export const reviseReport: UseCase<SendsRollUps> = async (call, deps) => {
  const { reason } = ReviseReport.parse(call.body);
  const place = placeOf(call);
  const published = await publishedMonth(call, deps, 'revise');
  if (published.kind === 'refused') return published;
  const { month, revision } = published.result;
  return askForRun(
    call,
    deps,
    place,
    newRun(place, { month, revision: revision + 1, reason, early: false, requestedAt: call.now }),
  );
};
