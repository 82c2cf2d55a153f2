import { byId } from '#domain/in-id-order.ts';
import { noTotal, totalOf } from '#domain/totals.ts';
import { claimInWords, dateInWords, monthInWords, totalInWords } from '#language/in-words.ts';
import { dayOf, type Instant, type ReportMonth } from '#language/time.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import { stageNameIn, stageNow } from '#schemas/stages.ts';
import { expectedOn, isOutstanding } from '../milestone/expected.ts';
import { linesStatedByYear } from '../saving/lines-stated.ts';
import { type ChangedFigure, mostNextMilestones, type ReturnFigures } from './projections.ts';

/** The sections of a position that the figures of a return are made of. */
export const figureSections = ['review', 'savings', 'ratings', 'milestones'] as const;
export type FigureSections = Omit<Pick<ReviewPosition, (typeof figureSections)[number]>, 'review'> & {
  /** Null where the review was not yet there. */
  readonly review: ReviewPosition['review'] | null;
};

type Milestone = ReviewPosition['milestones'][number];

const nextMilestones = (milestones: readonly Milestone[]): ReturnFigures['milestones'] =>
  milestones
    .filter(isOutstanding)
    .flatMap((one) => {
      const on = expectedOn(one);
      return on === undefined ? [] : [{ id: one.id, expectedOn: on }];
    })
    .toSorted((a, b) => (a.expectedOn === b.expectedOn ? byId(a, b) : a.expectedOn < b.expectedOn ? -1 : 1))
    .slice(0, mostNextMilestones);

const savingsOf = ({ years, lines }: FigureSections['savings']): ReturnFigures['savings'] => {
  const stated = linesStatedByYear();
  stated.add(lines);
  return years.map(({ year, plan, forecast, claimedPounds, validatedPounds }) => ({
    year,
    plan,
    forecast,
    claimedPounds,
    validatedPounds,
    linesStated: stated.of(year),
  }));
};

/** What a return of a review in this position confirms. */
export const figuresOf = ({ review, savings, ratings, milestones }: FigureSections): ReturnFigures => ({
  stage: review?.stage ?? null,
  lifecycle: review?.lifecycle ?? null,
  sroRating: ratings.sro?.given.overall.rating ?? null,
  assuranceRating: ratings.assurance?.given.overall.rating ?? null,
  grossExpenditure: review?.grossExpenditure === undefined ? noTotal : totalOf([review.grossExpenditure]),
  netExpenditure: review?.netExpenditure === undefined ? noTotal : totalOf([review.netExpenditure]),
  savings: savingsOf(savings),
  milestones: nextMilestones(milestones),
});

const notThere = 'not stated';
const nothingRecorded = 'nothing recorded';
const total = (given: ReturnFigures['grossExpenditure'] | undefined): string =>
  given === undefined ? nothingRecorded : totalInWords(given);
const rated = (given: ReturnFigures['sroRating']): string => ratingInWords(given ?? 'not-rated');

type YearOfReturn = ReturnFigures['savings'][number];

/** Of two years: where one does not say how many lines state a claim, both are in pounds. */
const claim = (what: 'claimed' | 'validated', one: YearOfReturn, other: YearOfReturn): string =>
  claimInWords(what, one[`${what}Pounds`], other.linesStated && one.linesStated?.[what]);

/** Both in words, in the order in which a person reads them. */
const pairs = (was: ReturnFigures, is: ReturnFigures, programme: Programme): ChangedFigure[] => {
  // A stage that the model lost is the one to which its reviews went: nothing of the review has changed.
  const stage = (given: string | null): string =>
    given === null ? notThere : stageNameIn(programme.stageModel, stageNow(programme, given));
  const years = [...new Set([...was.savings, ...is.savings].map(({ year }) => year))].sort();
  return [
    { what: 'stage', was: stage(was.stage), is: stage(is.stage) },
    { what: 'lifecycle', was: was.lifecycle ?? notThere, is: is.lifecycle ?? notThere },
    { what: "SRO's rating", was: rated(was.sroRating), is: rated(is.sroRating) },
    { what: "assurance's rating", was: rated(was.assuranceRating), is: rated(is.assuranceRating) },
    { what: 'gross expenditure', was: total(was.grossExpenditure), is: total(is.grossExpenditure) },
    { what: 'net expenditure', was: total(was.netExpenditure), is: total(is.netExpenditure) },
    ...years.flatMap((year) => {
      const before = was.savings.find((one) => one.year === year);
      const now = is.savings.find((one) => one.year === year);
      const plan = { what: `planned savings of ${year}`, was: total(before?.plan), is: total(now?.plan) };
      if (before === undefined || now === undefined) return [plan];
      return [
        plan,
        { what: `forecast savings of ${year}`, was: total(before.forecast), is: total(now.forecast) },
        ...(['claimed', 'validated'] as const).map((what) => ({
          what: `savings ${what} of ${year}`,
          was: claim(what, before, now),
          is: claim(what, now, before),
        })),
      ];
    }),
  ];
};

const expectedInWords = (milestone: Milestone): string => {
  const on = expectedOn(milestone);
  return on === undefined ? 'expected on no day that is stated' : dateInWords(on);
};

const stateInWords = (milestone: Milestone | undefined): string => {
  if (milestone === undefined) return 'not recorded';
  if (milestone.actual !== undefined) return `reached on ${dateInWords(milestone.actual)}`;
  if (milestone.missed) return 'missed';
  return milestone.movedTo === undefined ? expectedInWords(milestone) : 'handed to another owner';
};

/** What became of the milestones that were next, and which have come among them since. */
const changedMilestones = (was: ReturnFigures, is: ReturnFigures, today: readonly Milestone[]): ChangedFigure[] => {
  const named = (id: string): string => `milestone "${today.find((one) => one.id === id)?.title ?? id}"`;
  const horizon = was.milestones.length < mostNextMilestones ? undefined : was.milestones.at(-1)?.expectedOn;
  const before = was.milestones.flatMap(({ id, expectedOn: then }) => {
    const now = stateInWords(today.find((one) => one.id === id));
    return now === dateInWords(then) ? [] : [{ what: named(id), was: dateInWords(then), is: now }];
  });
  const since = is.milestones
    .filter(({ id, expectedOn: on }) => {
      const isKnown = was.milestones.some((one) => one.id === id);
      return !isKnown && (horizon === undefined || on < horizon);
    })
    .map(({ id, expectedOn: on }) => ({ what: named(id), was: 'not among the next', is: dateInWords(on) }));
  return [...before, ...since];
};

/** The figures of a return that are no longer what they were confirmed, or read, to be. */
export const changedFigures = (
  was: ReturnFigures,
  is: ReturnFigures,
  { programme, milestones }: { readonly programme: Programme; readonly milestones: readonly Milestone[] },
): readonly ChangedFigure[] => [
  ...pairs(was, is, programme).filter((one) => one.was !== one.is),
  ...changedMilestones(was, is, milestones),
];

/** So many are named in a sentence, and the rest are counted. */
const mostNamed = 12;

/** `planned savings of 2026/27, £400,000 then and £500,000 now; stage, ...` */
export const changedInWords = (changed: readonly ChangedFigure[]): string =>
  [
    ...changed.slice(0, mostNamed).map(({ what, was, is }) => `${what}, ${was} then and ${is} now`),
    ...(changed.length > mostNamed ? [`${changed.length - mostNamed} more`] : []),
  ].join('; ');

/** The figures that a return of a month is about, and those of the last return that was confirmed before it. */
export interface FiguresOfReturn {
  readonly figures: ReturnFigures;
  readonly asAt: Instant;
  readonly ofSequence: number;
  /** Null where none was. */
  readonly since: {
    readonly month: ReportMonth;
    readonly confirmedAt: Instant;
    readonly figures: ReturnFigures;
  } | null;
  /** What is other than it was then. */
  readonly changed: readonly ChangedFigure[];
  /** What is other than some figures that were read. */
  readonly changedFrom: (read: ReturnFigures) => readonly ChangedFigure[];
}

/** Since which return something has changed: `the return of March 2014, confirmed on 4 April 2014`. */
export const sinceInWords = ({ month, confirmedAt }: NonNullable<FiguresOfReturn['since']>): string =>
  `the return of ${monthInWords(month)}, confirmed on ${dateInWords(dayOf(confirmedAt))}`;
