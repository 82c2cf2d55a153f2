import { givenUpBecause } from '#domain/report/may-run.ts';
import { isHandedOver } from '#domain/transfer.ts';
import { dayOf } from '#language/time.ts';
import type { NotReported, ReportRun } from '#schemas/report-run.ts';
import type { RollUpMonth } from '#schemas/scheduled-events.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import { readRecord, readRegister } from '#store/records/records.ts';
import { readDue } from '#store/reports/due.ts';
import { giveUp, latestSettled, readNotReported } from '#store/reports/not-reported.ts';
import { HeadsFixedElsewhere, ReportHeads } from '#store/reports/report-heads.ts';
import { storeLines } from '#store/reports/report-lines.ts';
import { readReport } from '#store/reports/reports.ts';
import { attemptOf, noteRun, readRun } from '#store/reports/runs.ts';
import { type Table, withoutDeadline } from '#store/table/client.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { isOfStore } from '../http/store-errors.ts';
import { nextDue } from '../reports/next-due.ts';
import { newRun, reportAddress } from '../reports/report-run.ts';
import { settingsOf } from '../views/loaded-records.ts';
import { foldMonth, type MakesReports, type ReviewSource } from './fold-month.ts';
import { ClosedByHand, HandedOver, publishReport, RunReplaced, WordsTakenOut } from './publish-report.ts';
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
      for await (const review of reviewsAtEnd(deps, programmeRef, basis, onPage))
        if (review !== undefined) yield review;
      reviewsDone += onPage.length;
      await onPageDone(reviewsDone, page.isLast);
    }
  };

const rollUp = async (
  { month, revision, draft }: RollUpMonth,
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
      asDraft: draft !== undefined,
    },
    source,
    (first, lines) => storeLines(deps.table, programmeRef, { month, revision }, first, lines),
  );
  if (draft !== made.draftDigest) throw new NotAsDrafted();
  for (const fault of made.faults)
    log.error(logged.reportPartNotMade, { programme: programmeRef.programme, month, revision, ...causeOf(fault) });
  await publishReport(deps, programmeRef, {
    ...made,
    secret,
    headsRoot: merkleRoot(heads.digests),
    run: publishedRun(run, done),
    publishedAt: now(),
  });
};

/** The report does not say what the draft said that was to be published. */
class NotAsDrafted extends Error {
  constructor() {
    super('the report does not say what the draft said that was read');
    this.name = 'NotAsDrafted';
  }
}

/** A message that no run and no due date stands behind. */
class NotAskedFor extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NotAskedFor';
  }
}

/**
 * What comes of a message: the month's report, that the month is given up, that the office closed it meanwhile, that the programme goes to
 * another organisation, or that the report would not say what its draft said.
 */
export type RolledUp = 'published' | 'not-reported' | 'closed' | 'handed-over' | 'refused';

/** What a message is judged by. */
const readState = async ({ table }: ReadsTable, programmeRef: ProgrammeRef, message: RollUpMonth) => {
  const { month, revision } = message;
  const [known, required, due] = await Promise.all([
    readRun(table, programmeRef, message.run),
    readReport(table, programmeRef, { month, revision }),
    revision === 1 ? readDue(table, programmeRef) : undefined,
  ]);
  return { known, required, due };
};

/**
 * Whoever may put a message into the queue may not publish what nobody asked for: a first report is due by now, or was asked for
 * by hand; a revision was asked for, with its reason.
 */
const mustBeAskedFor = async (
  { table }: ReadsTable,
  programmeRef: ProgrammeRef,
  { month, revision, run, draft }: RollUpMonth,
  { known, due }: Awaited<ReturnType<typeof readState>>,
  now: string,
): Promise<void> => {
  const isOfRun =
    known?.kind === 'publish' && known.month === month && known.revision === revision && known.draft === draft;
  if (revision > 1) {
    if (!isOfRun || known.reason === null)
      throw new NotAskedFor(`nobody asked for revision ${revision} of ${month} by the run ${run}`);
    return;
  }
  if (draft !== undefined && !isOfRun) throw new NotAskedFor(`nobody asked by the run ${run} to publish that draft`);
  const isDue = due?.month === month && (isOfRun || (due.byHand === undefined && due.on <= dayOf(now)));
  if (isDue) return;
  const givenUp = (await readNotReported(table, programmeRef)).find((one) => one.month === month);
  // A run that is asked for since names what it was given up by: the clocks of two functions need not agree.
  const isAskedSince =
    isOfRun && givenUp !== undefined && (givenUp.byHand !== true || known.notReported?.since === givenUp.since);
  if (givenUp?.byHand === true && !isAskedSince) throw new ClosedByHand(month);
  if (!isAskedSince)
    throw (await wasHandedOver(table, programmeRef))
      ? new HandedOver()
      : new NotAskedFor(`${month} is not the month that ${programmeRef.programme} reports next, or is not due yet`);
};

const wasHandedOver = async (table: Table, programmeRef: ProgrammeRef): Promise<boolean> => {
  const settings = await readRecord(table, { ...programmeRef, review: null }, 'programme', programmeRef.programme);
  return settings !== undefined && isHandedOver(settings.state);
};

/** The run as it is noted after a try that failed; what failed for its data is tried again from heads that are fixed anew. */
const afterFailure = (run: ReportRun, error: unknown, now: string): ReportRun => {
  if (isOfStore(error))
    return { ...run, state: 'failed', problem: 'The run failed and is tried again; what failed is in the log.' };
  const problem = 'The run failed for what it is made from; what failed is in the log.';
  const attempt = attemptOf(run);
  return {
    ...run,
    state: 'failed',
    problem: `${problem} It is tried again from what is recorded by then.`,
    attempt: attempt + 1,
    failures: [...(run.failures ?? []), { at: now, attempt, problem }].slice(-mostFailuresNoted),
  };
};
const mostFailuresNoted = 30;

/** The run of which nothing was published; the next try of the month is from heads that are fixed anew. */
const refusedRun = (run: ReportRun): ReportRun => ({
  ...run,
  state: 'refused',
  attempt: attemptOf(run) + 1,
  problem:
    'What was recorded since the draft was made changes the report, so nothing was published. Make another draft, read it, and publish that one.',
});

/** The schedule publishes what is due, whichever draft somebody asked for that was not published by then. */
const runOfMessage = async (
  { table }: ReadsTable,
  programmeRef: ProgrammeRef,
  { draft }: RollUpMonth,
  known: ReportRun,
): Promise<ReportRun> => {
  if (draft !== undefined || known.draft === undefined) return known;
  const { draft: _, draftMadeBy: __, askedBy: ___, ...run } = known;
  await noteRun(table, programmeRef, run, known);
  return run;
};

/** Gives the month up after its tries; false: it is tried again. */
const giveUpAfter = async (
  { table }: ReadsTable,
  programmeRef: ProgrammeRef,
  failed: ReportRun,
  { run, now }: { readonly run: ReportRun; readonly now: string },
): Promise<boolean> => {
  const reason = failed.failures === undefined ? null : givenUpBecause(failed.failures, now);
  if (reason === null || failed.notReported !== undefined) return false;
  const [settings, publications, notReported] = await Promise.all([
    readRecord(table, { ...programmeRef, review: null }, 'programme', programmeRef.programme),
    readRegister(table, { ...programmeRef, review: null }, 'publication'),
    readNotReported(table, programmeRef),
  ]);
  if (settings === undefined) throw new Error('the chain of the programme has no settings');
  const one: NotReported = { month: failed.month, reason, since: now };
  const settled = latestSettled(publications.at(-1)?.id ?? null, [...notReported, one]);
  if (!(await giveUp(table, programmeRef, one, nextDue(settingsOf(settings), settled)))) return false;
  await noteRun(table, programmeRef, { ...failed, notReported: one, problem: reason }, run);
  return true;
};

/**
 * Makes and publishes the report of one month. Done again it changes nothing: the heads that it was made from were
 * fixed by the first run, and what is published stays. A month that was never published and failed for its data is tried again from
 * heads that are fixed anew, and given up after its tries (docs/meaning.md PUBLISH-21).
 */
export const rollUpMonth = async (message: RollUpMonth, deps: MakesReports, now: () => string): Promise<RolledUp> => {
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  try {
    return await rollUpUntilSettled(message, deps, programmeRef, now);
  } catch (error) {
    if (error instanceof ClosedByHand) return 'closed';
    if (!(error instanceof HandedOver)) throw error;
    const run = await readRun(deps.table, programmeRef, message.run);
    const problem = 'The programme was handed over to another organisation, which reports its months from then on.';
    if (run !== undefined) await noteRun(deps.table, programmeRef, { ...run, state: 'failed', problem });
    return 'handed-over';
  }
};

const rollUpUntilSettled = async (
  message: RollUpMonth,
  deps: MakesReports,
  programmeRef: ProgrammeRef,
  now: () => string,
): Promise<RolledUp> => {
  const { month, revision } = message;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const state = await readState(deps, programmeRef, message);
    const { known, required } = state;
    const asked = known ?? newRun(programmeRef, { month, revision, reason: null, early: false, requestedAt: now() });
    if (required !== undefined) {
      // The run that published it, or one next to it, may have broken off before it could say so.
      if (known?.state !== 'published')
        await noteRun(deps.table, programmeRef, publishedRun(asked, required.content.lines));
      return 'published';
    }
    await mustBeAskedFor(deps, programmeRef, message, state, now());
    if (message.draft !== undefined && asked.state === 'refused') return 'refused';
    const run = await runOfMessage(deps, programmeRef, message, asked);
    const heads = await ReportHeads.open(deps.table, programmeRef, { month, revision, attempt: attemptOf(run) });
    try {
      await rollUp(message, deps, programmeRef, run, heads, now);
      return 'published';
    } catch (error) {
      const isBegunAgain =
        error instanceof HeadsFixedElsewhere || error instanceof RunReplaced || error instanceof WordsTakenOut;
      if (isBegunAgain) continue;
      if (error instanceof HandedOver || error instanceof ClosedByHand) throw error;
      if (error instanceof NotAsDrafted) {
        await noteRun(deps.table, programmeRef, refusedRun(run), run);
        return 'refused';
      }
      // Also where the time was over.
      const table = withoutDeadline(deps.table);
      const failed = afterFailure(run, error, now());
      if (revision === 1 && (await giveUpAfter({ table }, programmeRef, failed, { run, now: now() })))
        return 'not-reported';
      await noteRun(table, programmeRef, failed, run);
      throw error;
    }
  }
  throw new HeadsFixedElsewhere();
};
