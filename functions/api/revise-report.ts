import { ReviseReport } from '#schemas/report-run.ts';
import { askForRun } from '../kit/ask-for-run.ts';
import type { SendsRollUps, UseCase } from '../kit/call.ts';
import { placeOf } from '../kit/place.ts';
import { publishedMonth } from '../kit/published-month.ts';
import { newRun } from '../kit/report-run.ts';

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
