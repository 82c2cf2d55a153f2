import type { GivenDay } from '#domain/report/compare/compare-days.ts';
import { compareDays as compared } from '#domain/report/compare/compare-days.ts';
import { dayOf, type LocalDate, monthOfDate } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import type { ComparedInViews } from '#schemas/days-comparison.ts';
import { type Shown, visibleText } from '#schemas/exemption.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import type { CompareDaysRun } from '#schemas/scheduled-events.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { keptUntil } from '#store/reports/drafts.ts';
import { keepComparison } from '#store/reports/kept-comparisons.ts';
import { readCurrentHeads } from '#store/reports/report-heads.ts';
import type { Head } from '#store/reports/reports.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { mostLines } from '../reports/published-span.ts';
import { foldMonth, fromHistory, type MakesReports } from './fold-month.ts';
import { LinesBefore, type PreviousReport } from './previous-report.ts';

/** The position of a programme at the end of a day, withheld text with its marks. */
interface PositionOfDay {
  readonly day: LocalDate;
  readonly content: ReportContent;
  /** Undefined where there are too many to compare one by one. */
  readonly lines: readonly ReportLine[] | undefined;
  readonly readUpTo: number;
  /** The same as what another day is measured from. */
  readonly asBefore: (programme: Programme) => PreviousReport;
}

interface DayToFold {
  readonly day: LocalDate;
  readonly since: PositionOfDay | undefined;
  /** The day as at which the public view withholds. */
  readonly on: LocalDate;
}

/** Folds every review up to the heads, as at the end of a day, by the code that makes reports. */
const positionOfDay = async (
  deps: MakesReports,
  programmeRef: ProgrammeRef,
  [programmeHead, ...reviews]: readonly Head[],
  { day, since, on }: DayToFold,
): Promise<PositionOfDay> => {
  if (programmeHead === undefined) throw new Error('a programme has a head');
  const month = monthOfDate(day);
  const before = new LinesBefore();
  const lines: ReportLine[] = [];
  let count = 0;
  const { content, digests, faults, readUpTo } = await foldMonth(
    deps,
    programmeRef,
    {
      ...{ month, onDay: { day, since: since?.asBefore }, revision: 0, revisionReason: null, early: null },
      ...{ ruleSet: deps.ruleSets.current, programmeHead, on, secret: newSecret() },
    },
    fromHistory(deps, programmeRef, reviews),
    async (_, some) => {
      for (const line of some) {
        before.add(line);
        count += 1;
        if (count <= mostLines) lines.push(line);
      }
    },
  );
  for (const fault of faults)
    log.error(logged.reportPartNotMade, { programme: programmeRef.programme, month, revision: 0, ...causeOf(fault) });
  return {
    day,
    content,
    lines: count > mostLines ? undefined : lines,
    readUpTo,
    asBefore: (programme) => before.close({ content, contentDigest: digests.contentDigest, day }, programme),
  };
};

/** What a position says in a view: compared are the words that are shown, so that none that are withheld make a difference. */
const inView = ({ day, content, lines }: PositionOfDay, shown: Shown): GivenDay => {
  const given: Pick<PositionOfDay, 'content' | 'lines'> = JSON.parse(
    visibleText(JSON.stringify({ content, lines }), shown),
  );
  return { day, report: { content: given.content }, lines: given.lines };
};

const comparedInViews = (later: PositionOfDay, earlier: PositionOfDay, on: LocalDate): ComparedInViews => {
  const inOne = (shown: Shown) => compared(inView(later, shown), inView(earlier, shown));
  const withheld = [later, earlier].some(({ content, lines }) => holdsMark(JSON.stringify({ content, lines })));
  return { full: inOne({ view: 'full', on }), public: withheld ? inOne({ view: 'public', on }) : null };
};

/**
 * Compares two days of a programme by what is recorded now, and keeps what differs for some days; nothing is published (docs/meaning.md
 * REPORT-37). Both are folded up to the same heads.
 */
export const compareDays = async (message: CompareDaysRun, deps: MakesReports, now: () => string): Promise<void> => {
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  const { from, to } = message;
  const run = await readRun(deps.table, programmeRef, message.run);
  if (run?.kind !== 'compare-days' || run.days?.from !== from || run.days.to !== to || run.askedBy === undefined)
    throw new Error(`nobody asked for a comparison of ${from} and ${to} by the run ${message.run}`);
  if (run.state === 'compared') return;
  const knownAt = now();
  const on = dayOf(knownAt);
  const heads = await readCurrentHeads(deps.table, programmeRef);
  const earlier = await positionOfDay(deps, programmeRef, heads, { day: from, since: undefined, on });
  const later = await positionOfDay(deps, programmeRef, heads, { day: to, since: earlier, on });
  const kept = {
    ...{ from, to, run: run.id, pieces: `${run.id}-${newSecret().slice(0, 12)}` },
    headsRoot: merkleRoot(heads.map((head) => head[2])),
    readUpTo: earlier.readUpTo,
    ...{ knownAt, madeBy: run.askedBy, keptUntil: keptUntil(knownAt) },
  };
  await keepComparison(deps.table, programmeRef, kept, comparedInViews(later, earlier, on));
  const reviews = heads.length - 1;
  const made = { ...run, state: 'compared' as const, reviewsDone: reviews, reviewsTotal: reviews };
  await noteRun(deps.table, programmeRef, made, run);
};
