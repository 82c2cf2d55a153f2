import { noTotal } from '#domain/totals.ts';
import { figuresOfRegisters } from '#registers/all-in-figures.ts';
import { leadingRating } from '#registers/rating/record.ts';
import { returnState } from '#registers/return/report.ts';
import { risksInFigures } from '#registers/risk/in-figures.ts';
import { savingsInFigures } from '#registers/saving/in-figures.ts';
import type { InFigures } from '#schemas/in-figures.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { isNotStated } from '#schemas/stages.ts';
import { countedAs, type LastRatings, lastRatings } from '../last-ratings.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import type { ReviewInReport } from '../review-in-report.ts';
import { amountOf, type Given, givenOf, groupsOf } from './amounts.ts';
import { stagesInTiers } from './flow-by-place.ts';
import { figuresOfCrossTables } from './of-cross-tables.ts';
import { figuresOfEnded } from './of-ended.ts';
import { figuresOfLastConfirmed } from './of-last-confirmed.ts';
import { type At, eachOnce, type FiguresOfRecords, standingAt } from './of-records.ts';
import { figuresOfStages } from './of-stages.ts';

/*
 * What the records of a review give to the figures of a report (docs/meaning.md REPORT-27). It is kept with the line of the review, so that why a
 * figure is what it is never depends on how it would be made today (ADR 0081).
 */

const notStated = 'not-stated';

/** What it is, each a group of its own: a review that is part of another is taken out where the figure is asked. */
const asCounted = (
  { position: { review } }: ReviewInReport,
  { programme }: ReportSetting,
): Readonly<Record<string, Given>> => ({
  counts: { counted: 1 },
  'counts.stage': { [isNotStated(programme.stageModel, review.stage) ? notStated : review.stage]: 1 },
  'counts.lifecycle': { [review.lifecycle]: 1 },
  'counts.portfolio': { [review.portfolio ?? notStated]: 1 },
  'counts.directorate': { [review.directorate ?? notStated]: 1 },
  'counts.tier': { [review.tier]: 1 },
  [`${stagesInTiers}.${isNotStated(programme.stageModel, review.stage) ? notStated : review.stage}`]: {
    [review.tier]: 1,
  },
  'counts.theme': { [review.theme ?? notStated]: 1 },
});

const ratingsGiven = (
  { position }: ReviewInReport,
  last: LastRatings,
  month: ReportedMonth,
): Readonly<Record<string, Given>> => {
  const leading = leadingRating(last, true).rating;
  const rated = countedAs(last.sro);
  const plan = amountOf(position.savings.years.find(({ year }) => year === month.financialYear)?.plan ?? noTotal);
  const weighed =
    rated === 'out-of-date' && last.sro !== null
      ? { [last.sro.rating]: 'rating-out-of-date' as const }
      : givenOf({ [rated]: plan });
  return {
    'ratings.sro': { [rated]: 1 },
    'ratings.assurance': { [countedAs(last.assurance)]: 1 },
    'ratings.leading': leading === undefined ? {} : { [leading]: 1 },
    'ratings.weighed': weighed,
  };
};

const returnsGiven = (
  review: ReviewInReport,
  { programme }: ReportSetting,
  month: ReportedMonth,
): Readonly<Record<string, Given>> => {
  const state = returnState(review, programme, month);
  if (state === 'not-expected') return {};
  if (state === 'nothing-changed') return { returns: { expected: 1, received: 1, 'nothing-changed': 1 } };
  return { returns: { expected: 1, [state]: 1 } };
};

const ofReview = (review: ReviewInReport, setting: ReportSetting, month: ReportedMonth): InFigures => ({
  register: 'review',
  entry: review.id,
  title: null,
  figures: groupsOf(
    review.counted
      ? {
          ...asCounted(review, setting),
          ...ratingsGiven(review, lastRatings(review, setting.programme, month), month),
          ...returnsGiven(review, setting, month),
        }
      : { 'counts.not-counted': { [review.position.review.lifecycle]: 1 } },
  ),
});

/** Figures that are declared with what a record gives to them, in the order of the report. */
export const declaredFigures: readonly FiguresOfRecords[] = [
  ...figuresOfStages,
  ...figuresOfCrossTables,
  ...figuresOfRegisters,
  ...figuresOfEnded,
  ...figuresOfLastConfirmed,
];

/** Hears of a fault in what records give to a part: it costs that part alone. */
export type OnFault = (part: string, error: unknown) => void;

const declared = (at: At, onFault: OnFault): InFigures[] =>
  declaredFigures.flatMap(({ part, given }) => {
    try {
      return given(at);
    } catch (error) {
      onFault(part, error);
      return [];
    }
  });

/** What the records of a review give; in no line of a report by `rules-1`. */
export const inFigures = (
  review: ReviewInReport,
  setting: ReportSetting,
  month: ReportedMonth,
  onFault: OnFault,
): NonNullable<ReportLine['inFigures']> =>
  eachOnce([
    ofReview(review, setting, month),
    ...(review.inResults ? savingsInFigures(review.position.savings) : []),
    ...(review.counted ? risksInFigures(review.position.risks, setting.programme.riskMatrix) : []),
    ...declared(standingAt(setting, month, review), onFault),
  ]);

/** What the programme's own records give, where it has any; likewise. */
export const programmeInFigures = (
  setting: ReportSetting,
  month: ReportedMonth,
  ruleSet: RuleSetName,
  onFault: OnFault,
): Pick<ReportContent, 'inFigures'> => {
  if (!isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
  const { programme, programmeWide } = setting;
  const rows = eachOnce([
    ...risksInFigures(programmeWide.risks, programme.riskMatrix),
    ...declared(standingAt(setting, month, null), onFault),
  ]);
  return rows.length === 0 ? {} : { inFigures: { total: rows.length, rows } };
};
