import { dayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { DraftMonth } from '#schemas/scheduled-events.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import { DraftLines, keepDraft, keptUntil, readKeptDraft } from '#store/reports/drafts.ts';
import { headOf, programmeHead } from '#store/reports/report-heads.ts';
import { type Head, readReport, withEveryRow } from '#store/reports/reports.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { differsFromPublished } from '../reports/differs-from-published.ts';
import { foldMonth, type MadeReport, type MakesReports, type ReviewSource } from './fold-month.ts';
import { reviewsAtEnd } from './review-at-month-end.ts';

/** The reviews as they are read now; `heads` takes those that they are read at. */
const asTheyAre = (deps: ReadsTable, programmeRef: ProgrammeRef, heads: Head[]): ReviewSource =>
  async function* (basis) {
    for await (const { reviews } of readReviewPages(deps.table, programmeRef, { readAhead: true })) {
      const onPage = reviews.map((one) => [one, headOf(one)] as const);
      heads.push(...onPage.map(([, head]) => head));
      for await (const review of reviewsAtEnd(deps, programmeRef, basis, onPage))
        if (review !== undefined) yield review;
    }
  };

/** What differs in words from the revision that is published; null: the month has none. */
const differencesFrom = async (
  deps: MakesReports,
  programmeRef: ProgrammeRef,
  { month, revision }: DraftMonth,
  content: ReportContent,
): Promise<readonly string[] | null> => {
  if (revision === 1) return null;
  const stored = await readReport(deps.table, programmeRef, { month, revision: revision - 1 });
  if (stored === undefined) throw new Error(`revision ${revision - 1} of ${month} is not published`);
  const published = (await withEveryRow(deps.table, programmeRef, stored)).report();
  return differsFromPublished(deps.ruleSets.current, content, published.content);
};

const draftedBy = async (
  deps: MakesReports,
  programmeRef: ProgrammeRef,
  message: DraftMonth,
  { on, lines }: { readonly on: string; readonly lines: DraftLines },
): Promise<{ readonly made: MadeReport; readonly heads: readonly Head[] }> => {
  const { month, revision } = message;
  const heads: Head[] = [await programmeHead(deps.table, programmeRef)];
  const [first] = heads;
  if (first === undefined) throw new Error('a programme has a head');
  const made = await foldMonth(
    deps,
    programmeRef,
    {
      ...{ month, revision, ruleSet: deps.ruleSets.current, revisionReason: null, early: null, on, asDraft: true },
      ...{ programmeHead: first, secret: newSecret() },
    },
    asTheyAre(deps, programmeRef, heads),
    (_, chunk) => lines.keep(chunk),
  );
  return { made, heads };
};

/**
 * Makes the report of a month as it would be now, by the code that publishes it, and keeps it as a draft; nothing is published. A draft that says
 * what the one before said stays that of whoever made the first.
 */
export const draftMonth = async (message: DraftMonth, deps: MakesReports, now: () => string): Promise<void> => {
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  const { month, revision } = message;
  const run = await readRun(deps.table, programmeRef, message.run);
  if (run?.kind !== 'draft' || run.month !== month || run.revision !== revision || run.askedBy === undefined)
    throw new Error(`nobody asked for a draft of ${month} by the run ${message.run}`);
  if (run.state === 'drafted') return;
  const madeAt = now();
  const on = dayOf(madeAt);
  const kept = { run: run.id, keptUntil: keptUntil(madeAt) };
  const lines = new DraftLines(deps.table, programmeRef, kept);
  const { made, heads } = await draftedBy(deps, programmeRef, message, { on, lines });
  for (const fault of made.faults)
    log.error(logged.reportPartNotMade, { programme: programmeRef.programme, month, revision, ...causeOf(fault) });
  const { content, draftDigest: digest } = made;
  if (digest === undefined) throw new Error('a draft has a digest');
  const differences = await differencesFrom(deps, programmeRef, message, content);
  const before = await readKeptDraft(deps.table, programmeRef, month, madeAt);
  const draft = {
    ...{ ...kept, month, revision, digest, madeAt, on, lines: lines.count },
    headsRoot: merkleRoot(heads.map((head) => head[2])),
    readUpTo: made.readUpTo,
    madeBy: before?.digest === digest ? before.madeBy : run.askedBy,
    differences: differences === null ? null : [...differences],
  };
  await keepDraft(deps.table, programmeRef, draft, content);
  const reviews = heads.length - 1;
  const drafted = { ...run, state: 'drafted' as const, reviewsDone: reviews, reviewsTotal: reviews, draft: digest };
  await noteRun(deps.table, programmeRef, drafted, run);
};
