import { isOfMtfpOfYear } from '#domain/mtfp-versions.ts';
import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { share } from '#domain/totals.ts';
import { counted as countOf, listed } from '#language/in-words.ts';
import { type FinancialYear, financialYearOf } from '#language/time.ts';
import type { Total } from '#schemas/figures.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { Measure, StatedFigure } from '../stated-position/record.ts';
import { amountOf, statedFigures, statedOf } from '../stated-position/stated-figures.ts';
import { addAchievable, noneAchievable } from './achievable.ts';
import { ledgerBeside } from './beside-ledger.ts';
import { byObjective } from './by-objective.ts';
import { claimedTwice } from './claimed-twice.ts';
import { linesStatedByYear } from './lines-stated.ts';
import { mtfpRollOver } from './mtfp-roll-over.ts';
import type { Achievable, ClaimedTwice, Gap, SavingsPosition } from './projections.ts';
import { addSavingsYears, emptyYear } from './savings-profile.ts';
import { slipEstimate } from './slip-estimate.ts';
import type { SavingsYear } from './worked-out.ts';

type Savings = ReportContent['savings'];
type SavingsLine = ReviewInReport['position']['savings']['lines'][number];

const hasFigure = (line: SavingsLine): boolean =>
  line.years.some(({ plan, forecast, claimed, validated }) => (plan ?? forecast ?? claimed ?? validated) !== null);

/** Whether any savings line of a review holds a figure in any year. */
export const statesSavings = (review: ReviewInReport): boolean => review.position.savings.lines.some(hasFigure);

const aboutSavings: readonly Measure[] = [
  'savings-required',
  'savings-identified',
  'savings-unidentified',
  'savings-expected',
  'savings-expected-a-year',
  'already-in-mtfp',
];

/** Null where the requirement is not an amount, or where no line counts towards the gap. */
const gapOf = (required: number | null, identified: Total): Gap | null =>
  required === null || identified.count + identified.excluded.length === 0
    ? null
    : {
        ...identified,
        low: identified.high === null ? null : required - identified.high,
        high: required - identified.low,
      };

type Row = SavingsYear & Pick<SavingsPosition, 'mtfpPressure' | 'reconciliation'>;

/** By `rules-2`: what is identified leaves out what is unachievable, and what a substitute takes the place of. */
const onlyAchievable = (row: SavingsYear, achievable: readonly Achievable[]): Row => ({
  ...row,
  ...(achievable.find((one) => one.year === row.year) ?? noneAchievable(row.year)),
});

const positionOf = (row: Row, stated: readonly StatedFigure[]): SavingsPosition => {
  const figureOf = (measure: Measure) => statedOf(stated, measure, row.year)?.figure;
  const required = figureOf('savings-required');
  const statedUnidentified = figureOf('savings-unidentified');
  const requiredPounds = amountOf(required);
  const unidentifiedPounds = amountOf(statedUnidentified);
  const transformation = row.byMechanism.find((part) => part.mechanism === 'transformation')?.plan.low ?? 0;
  const all = row.byMechanism.reduce((sum, part) => sum + part.plan.low, 0);
  return {
    ...row,
    required: required ?? null,
    statedIdentified: figureOf('savings-identified') ?? null,
    statedUnidentified: statedUnidentified ?? null,
    derivedIdentifiedPounds:
      requiredPounds === null || unidentifiedPounds === null ? null : requiredPounds - unidentifiedPounds,
    gap: gapOf(requiredPounds, row.identified),
    transformationShare: share(transformation, all),
  };
};

/**
 * A savings line tied to a milestone that slipped: the years out of which that takes something, with their plan and an estimate of what it
 * takes. By `rules-1` the years before the one that it slipped into. Null pounds = the plan of that year is not known.
 */
export const movedLines = (review: ReviewInReport, line: SavingsLine, estimates: boolean): Savings['moved']['rows'] => {
  const milestone = review.position.milestones.find((one) => one.id === line.milestone);
  const to = milestone?.actual ?? milestone?.forecast;
  const from = milestone?.baseline;
  if (milestone === undefined || from === undefined || to === undefined) return [];
  return line.years.flatMap(({ year, plan }) => {
    const row = { ...subjectOf(review), saving: line.title, milestone: milestone.title, from, to, year, pounds: plan };
    const estimate = slipEstimate({ from, to }, { year, plan });
    if (estimates) return estimate === null ? [] : [{ ...row, estimate }];
    return year >= financialYearOf(from) && year < financialYearOf(to) ? [row] : [];
  });
};

const yearsStated = (stated: readonly StatedFigure[]): readonly FinancialYear[] => [
  ...new Set(
    stated.flatMap((one) =>
      one.year !== null && one.scope === undefined && aboutSavings.includes(one.measure) ? [one.year] : [],
    ),
  ),
];

/** What several lines claim, the pairs of which one takes the place of the other, and what carries over from the MTFP before. */
const linesTogether = (programme: Programme) => {
  const rollOver = mtfpRollOver(programme);
  const twice = claimedTwice();
  const listedTwice = new Rows<ClaimedTwice>((one) => [one.what, one.name]);
  const substitutions = new Rows<NonNullable<Savings['substitutions']>['rows'][number]>((one) => [
    reviewKey(one),
    one.year,
    one.line,
    one.substitute,
  ]);
  return {
    add: (review: ReviewInReport): void => {
      twice.add(review);
      rollOver.add(review);
      substitutions.add(...review.position.savings.substitutions.map((one) => ({ ...subjectOf(review), ...one })));
    },
    close: (): Pick<Savings, 'claimedTwice' | 'substitutions' | 'mtfp'> => {
      listedTwice.add(...twice.close());
      return { claimedTwice: listedTwice.listed(), substitutions: substitutions.listed(), ...rollOver.close() };
    },
  };
};

/** Whose savings the totals hold besides those of counted reviews. */
const alsoOf = ({ completed, paused }: { readonly completed: number; readonly paused: number }): string =>
  completed + paused === 0
    ? ''
    : ` Totals also hold the savings of ${listed([
        ...(completed === 0 ? [] : [countOf(completed, 'completed review')]),
        ...(paused === 0 ? [] : [countOf(paused, 'paused review')]),
      ])}.`;

/** Of how many counted reviews savings are stated in figures, and of which they are not. */
const savingsCoverage = () => {
  const notStated = new Rows<SubjectOfRow>((one) => [reviewKey(one)]);
  const apart = { completed: 0, paused: 0 };
  let [lines, counted, withFigure] = [0, 0, 0];
  const sentence = (): string => {
    const without = notStated.total === 0 ? '' : `; ${notStated.total} not stated`;
    return `Savings are stated for ${withFigure} of ${countOf(counted, 'review')}${without}.${alsoOf(apart)}`;
  };
  return {
    add: (review: ReviewInReport): void => {
      const own = review.position.savings.lines.length;
      lines += own;
      if (!review.counted) {
        if (own > 0) apart[review.position.review.lifecycle === 'paused' ? 'paused' : 'completed'] += 1;
        return;
      }
      counted += 1;
      if (statesSavings(review)) withFigure += 1;
      else notStated.add(subjectOf(review));
    },
    close: (): Savings['coverage'] => ({
      reviews: share(withFigure, counted),
      lines,
      notStated: notStated.listed(),
      sentence: sentence(),
    }),
  };
};

/**
 * Savings by financial year: what is required and stated next to what the lines add up to, never merged. Counted and
 * completed reviews are in the totals (a completed review's savings go on); coverage is over the counted ones.
 */
export const savingsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const { programmeWide, programme } = setting;
  const ofAchievable = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const together = linesTogether(programme);
  const ofObjectives = byObjective(programme);
  const ofLedger = ledgerBeside(setting, month);
  let achievable: Achievable[] = [];
  const stated = statedFigures(programmeWide.statedPositions, ruleSet, programme);
  const ofPlan = stated.filter(({ mtfp, year }) => isOfMtfpOfYear(programme, mtfp?.id, year));
  const coverage = savingsCoverage();
  const moved = new Rows<Savings['moved']['rows'][number]>((one) => [reviewKey(one), one.saving, one.year]);
  let years: SavingsYear[] = [];
  const lines = linesStatedByYear();

  return {
    add: (review: ReviewInReport): void => {
      if (!review.inResults) return;
      coverage.add(review);
      const section = review.position.savings;
      years = addSavingsYears([years, section.years]);
      achievable = addAchievable([achievable, section.achievable]);
      together.add(review);
      ofObjectives.add(review);
      ofLedger.add(review);
      lines.add(section.lines);
      for (const line of section.lines) moved.add(...movedLines(review, line, ofAchievable));
    },
    close: (): Savings => {
      const rows = yearsStated(ofPlan).map(emptyYear);
      return {
        years: addSavingsYears([years, rows]).map((row) =>
          ofAchievable
            ? { ...positionOf(onlyAchievable(row, achievable), ofPlan), linesStated: lines.of(row.year) }
            : positionOf(row, ofPlan),
        ),
        stated: [...stated],
        coverage: coverage.close(),
        moved: moved.listed(),
        ...(ofAchievable ? { ...together.close(), ...ofObjectives.close(), ...ofLedger.close() } : {}),
      };
    },
  };
};
