import { dateInWords, monthInWords } from '#language/in-words.ts';
import {
  addDays,
  addMonths,
  endOfDay,
  type FinancialYear,
  financialYearOf,
  firstDayOf,
  type Instant,
  type LocalDate,
  lastDayOf,
  monthOfDate,
  type ReportMonth,
} from '#language/time.ts';
import type { Baselined } from '#registers/named-baseline/compare.ts';
import type { RatedOrNot, Voice } from '#registers/rating/record.ts';
import type { ProgrammeWide, ReviewPosition } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import type { FactsHeld, ReportContent, ReportLine } from '#schemas/report.ts';
import type { Lifecycle, Tier } from '#schemas/review.ts';
import { countedWithin } from './families.ts';

/** What a report is made from besides the reviews themselves. */
export interface ReportSetting {
  readonly programmeId: string;
  readonly programme: Programme;
  readonly month: ReportMonth;
  /** The day of the month at whose end the position is, of one that is compared with another day's; undefined: the last. */
  readonly day?: LocalDate | undefined;
  readonly revision: number;
  readonly revisionReason: string | null;
  readonly early: { readonly reason: string } | null;
  /**
   * The last published report before this month; `counted` = ids of the reviews counted at its end, `ratings` = how each review under way
   * was rated in it, where it was.
   */
  readonly previous: {
    readonly content: ReportContent;
    readonly contentDigest: string;
    /** The day at whose end it is, where that is a position and no report. */
    readonly day?: LocalDate | undefined;
    readonly counted: readonly string[];
    readonly ratings: ReadonlyMap<string, { readonly [V in Voice]?: RatedOrNot }>;
    /** Of which tier, portfolio and lifecycle each review was in it, counted or not. */
    readonly places: ReadonlyMap<string, ReportedPlace>;
  } | null;
  /** Months that the programme office closed as not reported, with the reason. */
  readonly closedMonths?: readonly { readonly month: ReportMonth; readonly reason: string }[] | undefined;
  readonly programmeWide: ProgrammeWide;
  /** What the named baseline that the settings name holds of the programme itself; undefined where they name none. */
  readonly programmeAtBaseline?: Baselined | undefined;
  /** The dated facts that other current revisions hold. */
  readonly held: {
    /**
     * Of the report before, and of the revisions of earlier months that came after it; null where there is none, or it kept no
     * facts (`rules-1`).
     */
    readonly earlier: readonly FactsByChain[] | null;
    /** Where no report comes before: the first month that is reported, though none of it may have been published. */
    readonly from?: ReportMonth | undefined;
    /** Of later months: only a revision has any. */
    readonly later: readonly { readonly month: ReportMonth; readonly facts: FactsByChain }[];
  };
}

/** What a review was in a report, as its line says. */
export interface ReportedPlace {
  readonly stage: string;
  readonly counted: boolean;
  readonly lifecycle: Lifecycle;
  readonly tier: Tier;
  readonly portfolio?: string;
}

/** What of a line says what its review was. */
export type PlacedLine = Pick<
  ReportLine,
  'review' | 'counted' | 'parent' | 'lifecycle' | 'tier' | 'stage' | 'portfolio' | 'portfolioId'
>;

/** A portfolio was kept by its name alone by `rules-1`. */
const reportedPlace = (line: PlacedLine, { portfolios }: Programme): ReportedPlace => {
  const { counted, lifecycle, tier, stage } = line;
  const byName = portfolios.find(({ name }) => name === line.portfolio)?.id ?? line.portfolio;
  const portfolio = line.portfolioId === undefined ? byName : line.portfolioId;
  return { counted, lifecycle, tier, stage, ...(portfolio === null ? {} : { portfolio }) };
};

/** What each review was in a report, as its lines say, and those that it counted: a part of another that it counted is within that one. */
export const reportedReviews = (
  lines: readonly PlacedLine[],
  programme: Programme,
): Pick<NonNullable<ReportSetting['previous']>, 'counted' | 'places'> => {
  const within = countedWithin(lines);
  const places = new Map(
    lines.map((line) => {
      const counted = line.counted && !within.has(line.review);
      return [line.review, { ...reportedPlace(line, programme), counted }] as const;
    }),
  );
  return { counted: [...places].flatMap(([review, { counted }]) => (counted ? [review] : [])), places };
};

/** The facts that a report holds, by review; of the programme itself under the empty name. */
export type FactsByChain = ReadonlyMap<string, FactsHeld>;

/** A review as at the observation end; `recordedInMonth` = events of its chain that belong to the month. */
export interface ReviewAtEnd {
  readonly id: string;
  readonly position: ReviewPosition;
  readonly recordedInMonth: number;
  /** What the named baseline that the settings name holds of it; null where it was not there then. */
  readonly atBaseline?: Baselined | null;
}

/** The span that a report is about. */
export interface ReportedMonth {
  readonly month: ReportMonth;
  /** The observation end: the last instant of the month, or of the day. */
  readonly end: Instant;
  readonly lastDay: LocalDate;
  /** The day at whose end changes are measured from: that of the last report, or the last of the month before. */
  readonly beforeDay: LocalDate;
  readonly beforeEnd: Instant;
  /** What is dated before this day and is in no report before is recorded late. */
  readonly firstDay: LocalDate;
  /** The month whose returns it is about: the last one that has ended by then. */
  readonly returnsMonth: ReportMonth;
  readonly financialYear: FinancialYear;
  /** The end of it, and the end of the report before, as sentences name them. */
  readonly inWords: string;
  readonly beforeInWords: string;
}

/** The end of a day, and how sentences name it. */
export interface NamedEnd {
  readonly day: LocalDate;
  readonly inWords: string;
}
export const monthsEnd = (month: ReportMonth): NamedEnd => ({ day: lastDayOf(month), inWords: monthInWords(month) });
const daysEnd = (day: LocalDate): NamedEnd => ({ day, inWords: dateInWords(day) });

/** What is reported from one end to another. */
export const reportedBetween = (before: NamedEnd, until: NamedEnd, firstDay: LocalDate): ReportedMonth => {
  const month = monthOfDate(until.day);
  return {
    month,
    end: endOfDay(until.day),
    lastDay: until.day,
    beforeDay: before.day,
    beforeEnd: endOfDay(before.day),
    firstDay,
    returnsMonth: until.day === lastDayOf(month) ? month : addMonths(month, -1),
    financialYear: financialYearOf(until.day),
    inWords: until.inWords,
    beforeInWords: before.inWords,
  };
};

export const reportedMonthOf = ({ month, day, previous }: ReportSetting): ReportedMonth => {
  const until = day === undefined ? monthsEnd(month) : daysEnd(day);
  return previous?.day === undefined
    ? reportedBetween(monthsEnd(previous?.content.month ?? addMonths(month, -1)), until, firstDayOf(month))
    : reportedBetween(daysEnd(previous.day), until, addDays(previous.day, 1));
};
