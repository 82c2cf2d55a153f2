import { refused } from '#domain/decided.ts';
import { publishedOtherwise } from '#domain/report/draft.ts';
import { runRefusal } from '#domain/report/may-run.ts';
import { runReportOperation } from '#schemas/operations/reports.ts';
import { readRecord } from '#store/records/records.ts';
import { readDue } from '#store/reports/due.ts';
import { readNotReported } from '#store/reports/not-reported.ts';
import { readRun, runId } from '#store/reports/runs.ts';
import { recorded } from '../commands/change-outcome.ts';
import { settingsToAsk } from '../commands/handed-over.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { SendsRollUps } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { readDraftNamed } from '../reports/draft-named.ts';
import { newRun, reportAddress, runAddress } from '../reports/report-run.ts';
import { oncePerKey, requestPublication } from '../reports/request-run.ts';

export const runReport = command(runReportOperation, async (call, deps: SendsRollUps) =>
  oncePerKey(call, deps, async () => {
    const { month, early, reason, draft } = call.body;
    const chainRef = chainRefOf(call);
    const [programme, due, published, run, notReported] = await Promise.all([
      settingsToAsk(deps, chainRef),
      readDue(deps.table, chainRef),
      readRecord(deps.table, chainRef, 'publication', month),
      readRun(deps.table, chainRef, runId(month, 1)),
      readNotReported(deps.table, chainRef),
    ]);
    if (programme.kind === 'refused') return programme;
    if (published !== undefined) {
      if (draft !== undefined && run?.draft !== draft) return refused(publishedOtherwise(month));
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
    const givenUp = notReported.find((one) => one.month === month);
    const refusal = runRefusal({
      month,
      early,
      programme: programme.result,
      nextMonth: due?.month ?? null,
      notReported: givenUp !== undefined,
      now: call.now,
    });
    if (refusal !== null) return refused(refusal);
    const drafted = await readDraftNamed(call, deps, programme.result, { month, revision: 1, draft });
    if (drafted.kind === 'refused') return drafted;
    return requestPublication(
      call,
      deps,
      chainRef,
      newRun(chainRef, {
        month,
        revision: 1,
        reason: early ? (reason ?? null) : null,
        early,
        requestedAt: call.now,
        ...drafted.result,
        ...(givenUp === undefined ? {} : { notReported: givenUp }),
      }),
    );
  }),
);
