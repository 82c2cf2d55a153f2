import { dayOf } from '#language/time.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import type { RollUpMonth } from '#schemas/scheduled-events.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import { readDue } from '#store/reports/due.ts';
import { HeadsFixedElsewhere, ReportHeads } from '#store/reports/report-heads.ts';
import { storeLines } from '#store/reports/report-lines.ts';
import { readReport } from '#store/reports/reports.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import { withoutDeadline } from '#store/table/client.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { newRun, reportAddress } from '../reports/report-run.ts';
import { foldMonth, type MakesReports, type ReviewSource } from './fold-month.ts';
import { publishReport } from './publish-report.ts';
import { reviewsAtEnd } from './review-at-month-end.ts';

/** The run as whoever polls it should find it once its report is there. */
const publishedRun = (run: ReportRun, reviewsDone: number): ReportRun => ({
  ...run,
  state: 'published',
  reviewsDone,
  reviewsTotal: reviewsDone,
  report: reportAddress(run.programme, run.month),
  problem: null,
});

/** The reviews whose heads are fixed, from their stored positions where these still say so, and after each page how many they were. */
const fromPositions = (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  heads: ReportHeads,
  onPageDone: (reviewsDone: number, isLast: boolean) => Promise<void>,
): ReviewSource =>
  async function* (basis) {
    let reviewsDone = 0;
    for await (const page of readReviewPages(deps.table, programmeRef, { readAhead: true })) {
      const onPage = await heads.ofPage(page);
      for (const [{ review, stored }] of onPage)
        if (stored instanceof UnreadableItem) yield { review, what: 'its position' };
      for await (const review of reviewsAtEnd(deps, programmeRef, basis, onPage)) {
        if (review !== undefined) yield review;
        reviewsDone += 1;
      }
      await onPageDone(reviewsDone, page.isLast);
    }
  };

const rollUp = async (
  { month, revision }: RollUpMonth,
  deps: MakesReports,
  programmeRef: ProgrammeRef,
  run: ReportRun,
  heads: ReportHeads,
  now: () => string,
): Promise<void> => {
  let done = 0;
  const source = fromPositions(deps, programmeRef, heads, async (reviewsDone, isLast) => {
    done = reviewsDone;
    // After the last page the run says that it has published.
    if (!isLast) await noteRun(deps.table, programmeRef, { ...run, state: 'running', reviewsDone });
  });
  const secret = newSecret();
  const made = await foldMonth(
    deps,
    programmeRef,
    {
      month,
      revision,
      ruleSet: deps.ruleSets.current,
      revisionReason: revision > 1 ? run.reason : null,
      early: run.early ? { reason: run.reason ?? '' } : null,
      programmeHead: heads.programme,
      on: dayOf(now()),
      secret,
    },
    source,
    (first, lines) => storeLines(deps.table, programmeRef, { month, revision }, first, lines),
  );
  await publishReport(deps, programmeRef, {
    ...made,
    secret,
    headsRoot: merkleRoot(heads.digests),
    run: publishedRun(run, done),
    publishedAt: now(),
  });
};

/**
 * Makes and publishes the report of one month. Done again it changes nothing: the heads that it was made from were
 * fixed by the first run, and what is published stays.
 */
export const rollUpMonth = async (message: RollUpMonth, deps: MakesReports, now: () => string): Promise<void> => {
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const [known, required, due, heads] = await Promise.all([
      readRun(deps.table, programmeRef, message.run),
      readReport(deps.table, programmeRef, message),
      message.revision === 1 ? readDue(deps.table, programmeRef) : undefined,
      ReportHeads.open(deps.table, programmeRef, message),
    ]);
    const { month, revision } = message;
    const run = known ?? newRun(programmeRef, { month, revision, reason: null, early: false, requestedAt: now() });
    if (required !== undefined) {
      // The run that published it, or one next to it, may have broken off before it could say so.
      const last = await readRun(deps.table, programmeRef, message.run);
      if (last?.state !== 'published')
        await noteRun(deps.table, programmeRef, publishedRun(run, required.content.lines));
      return;
    }
    if (revision === 1 && due?.month !== month)
      throw new Error(`${month} is not the month that ${message.programme} reports next`);
    try {
      await rollUp(message, deps, programmeRef, run, heads, now);
      return;
    } catch (error) {
      if (error instanceof HeadsFixedElsewhere) continue;
      // Also where the time was over.
      await noteRun(withoutDeadline(deps.table), programmeRef, {
        ...run,
        state: 'failed',
        problem: 'The run failed and is tried again; what failed is in the log.',
      });
      throw error;
    }
  }
  throw new HeadsFixedElsewhere();
};
