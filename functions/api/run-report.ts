import { done, refused } from '#domain/decided.ts';
import { closedRefusal } from '#domain/programme.ts';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOfNextMonth, endOfMonth, startOfDay } from '#language/time.ts';
import { RunReport } from '#schemas/report-run.ts';
import { readThing } from '#store/records/records.ts';
import { readDue } from '#store/reports/due.ts';
import { readRun, runId } from '#store/reports/runs.ts';
import type { SendsRollUps, UseCase } from '../http/call.ts';
import { placeOf } from '../http/chain-ref.ts';
import { readPlace } from '../queries/read-chain.ts';
import { newRun, reportAddress, runAddress } from '../reports/report-run.ts';
import { askForRun } from '../reports/request-run.ts';

export const runReport: UseCase<SendsRollUps> = async (call, deps) => {
  const { month, early, reason } = RunReport.parse(call.body);
  const place = placeOf(call);
  const [programme, due, published, run] = await Promise.all([
    readPlace(deps, place),
    readDue(deps.table, place),
    readThing(deps.table, place, 'publication', month),
    readRun(deps.table, place, runId(month, 1)),
  ]);
  if (programme.kind === 'refused') return programme;
  const { firstMonth, lastMonth, reportDay } = programme.result.reporting;
  if (published !== undefined) {
    const there =
      run ?? newRun(place, { month, revision: 1, reason: null, early: false, requestedAt: published.recordedAt });
    return done({
      status: 202,
      headers: { location: runAddress(place.programme, there.id) },
      body: { ...there, state: 'published', report: reportAddress(place.programme, month) },
    });
  }
  if (endOfMonth(month) >= call.now)
    return refused({
      code: 'month.not-ended',
      detail: `${monthInWords(month)} has not ended; a report is the position at its last instant.`,
    });
  if (month < firstMonth || (lastMonth !== undefined && month > lastMonth))
    return refused({
      code: 'month.not-reported',
      detail: `The programme reports from ${monthInWords(firstMonth)}${lastMonth === undefined ? '' : ` to ${monthInWords(lastMonth)}`}.`,
      facts: { firstMonth, lastMonth: lastMonth ?? null },
    });
  const closed = closedRefusal(programme.result);
  if (closed !== null) return refused(closed);
  if (due !== undefined && month !== due.month)
    return refused({
      code: 'month.out-of-order',
      detail: `${monthInWords(due.month)} is to be reported first: each report begins where the last one closed.`,
      facts: { next: due.month },
    });
  const reportOn = dayOfNextMonth(month, reportDay);
  if (!early && call.now < startOfDay(reportOn))
    return refused({
      code: 'month.before-report-day',
      detail: `${monthInWords(month)} is reported on ${dateInWords(reportOn)}, so that returns told until then count. To report now send "early": true with a reason.`,
      facts: { reportOn },
    });
  return askForRun(
    call,
    deps,
    place,
    newRun(place, { month, revision: 1, reason: early ? (reason ?? null) : null, early, requestedAt: call.now }),
  );
};
