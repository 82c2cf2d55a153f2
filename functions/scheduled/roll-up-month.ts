import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dayOf } from '#language/time.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import type { RollUpMonth } from '#schemas/scheduled-events.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import { readDue } from '#store/reports/due.ts';
import { linesItem } from '#store/reports/report-lines.ts';
import { readRevision } from '#store/reports/reports.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { newRun, reportAddress } from '../reports/report-run.ts';
import { LineWriter } from './line-writer.ts';
import { PendingWrites } from './pending-writes.ts';
import { publishReport } from './publish-report.ts';
import { openMonth, readBasis } from './report-basis.ts';
import { HeadsFixedElsewhere, ReportHeads } from './report-heads.ts';
import { reviewAtEnd } from './review-at-month-end.ts';

/** The run as whoever polls it should find it once its report is there. */
const publishedRun = (run: ReportRun, reviewsDone: number): ReportRun => ({
  ...run,
  state: 'published',
  reviewsDone,
  reviewsTotal: reviewsDone,
  report: reportAddress(run.programme, run.month),
  problem: null,
});

const rollUp = async (
  message: RollUpMonth,
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  run: ReportRun,
  heads: ReportHeads,
  now: () => string,
): Promise<void> => {
  const { month, revision } = message;
  const pages = readReviewPages(deps.table, programmeRef, { readAhead: true });
  const basis = await readBasis(deps, programmeRef, month, heads.programme);
  const fold = openMonth(programmeRef, basis, {
    month,
    revision,
    revisionReason: revision > 1 ? run.reason : null,
    early: run.early ? { reason: run.reason ?? '' } : null,
  });
  const lines = new LineWriter(dayOf(now()), async (first, some) => {
    const item = linesItem(programmeRef, month, revision, first, some);
    await heads.fixed();
    await deps.table.client.send(new PutItemCommand({ TableName: deps.table.name, Item: item }));
  });
  const progress = new PendingWrites();
  try {
    let reviewsDone = 0;
    for await (const page of pages) {
      for (const [found, head] of await heads.ofPage(page)) {
        if (found.stored instanceof UnreadableItem) fold.addUnreadable({ review: found.review, what: 'its position' });
        try {
          const review = await reviewAtEnd(deps, programmeRef, basis, found, head);
          if (review !== undefined) await lines.add(fold.add(review));
        } catch (error) {
          if (!(error instanceof UnreadableItem)) throw error;
          fold.addUnreadable({ review: found.review, what: 'its history' });
        }
        reviewsDone += 1;
      }
      // After the last page the run says that it has published.
      if (page.isLast) continue;
      const soFar: ReportRun = { ...run, state: 'running', reviewsDone };
      await progress.begin(() => noteRun(deps.table, programmeRef, soFar));
    }
    const content = fold.close();
    await publishReport(deps, programmeRef, {
      content,
      digests: lines.close(content),
      secret: lines.secret,
      headsRoot: merkleRoot(heads.digests),
      run: publishedRun(run, reviewsDone),
      publishedAt: now(),
      written: Promise.all([lines.written(), heads.fixed(), progress.done()]),
    });
  } finally {
    // What is said of a run that failed is said last, and nothing of it is written after the next one has begun.
    await Promise.all([heads.ended(), lines.ended(), progress.ended()]);
  }
};

/**
 * Makes and publishes the report of one month. Done again it changes nothing: the heads that it was made from were
 * fixed by the first run, and what is published stays.
 */
export const rollUpMonth = async (message: RollUpMonth, deps: ReadsTable, now: () => string): Promise<void> => {
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const [known, required, due, heads] = await Promise.all([
      readRun(deps.table, programmeRef, message.run),
      readRevision(deps.table, programmeRef, message.month, message.revision),
      message.revision === 1 ? readDue(deps.table, programmeRef) : undefined,
      ReportHeads.open(deps, programmeRef, message.month, message.revision),
    ]);
    const { month, revision } = message;
    const run = known ?? newRun(programmeRef, { month, revision, reason: null, early: false, requestedAt: now() });
    if (required !== undefined) {
      // The run that published it, or one beside it, may have broken off before it could say so.
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
      await noteRun(deps.table, programmeRef, {
        ...run,
        state: 'failed',
        problem: 'The run failed and is tried again; what failed is in the log.',
      });
      throw error;
    }
  }
  throw new HeadsFixedElsewhere();
};
