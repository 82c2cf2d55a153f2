import { refused } from '#domain/decided.ts';
import { closedRefusal } from '#domain/programme.ts';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOfNextMonth, endOfMonth, startOfDay } from '#language/time.ts';
import { runReportOperation } from '#schemas/operations/reports.ts';
import { readRecord } from '#store/records/records.ts';
import { readDue } from '#store/reports/due.ts';
import { readRun, runId } from '#store/reports/runs.ts';
import { recorded } from '../commands/change-outcome.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { readChain } from '../queries/read-chain.ts';
import { newRun, reportAddress, runAddress } from '../reports/report-run.ts';
import { oncePerKey, requestRun } from '../reports/request-run.ts';

export const runReport = command(runReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { month, early, reason } = call.body;
    const chainRef = chainRefOf(call);
    const [programme, due, published, run] = await Promise.all([
      readChain(deps, chainRef),
      readDue(deps.table, chainRef),
      readRecord(deps.table, chainRef, 'publication', month),
      readRun(deps.table, chainRef, runId(month, 1)),
    ]);
    if (programme.kind === 'refused') return programme;
    const { firstMonth, lastMonth, reportDay } = programme.result.reporting;
    if (published !== undefined) {
      const required =
        run ?? newRun(chainRef, { month, revision: 1, reason: null, early: false, requestedAt: published.recordedAt });
      return recorded(
        jsonAnswer(
          { ...required, state: 'published', report: reportAddress(chainRef.programme, month) },
          { location: runAddress(chainRef.programme, required.id) },
          202,
        ),
      );
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
        detail: `${monthInWords(month)} is reported on ${dateInWords(reportOn)}, so that returns recorded until then count. To report now send "early": true with a reason.`,
        facts: { reportOn },
      });
    return requestRun(
      call,
      deps,
      chainRef,
      newRun(chainRef, { month, revision: 1, reason: early ? (reason ?? null) : null, early, requestedAt: call.now }),
    );
  }),
);
