import { counted as countOf, dateInWords, listed, totalInWords } from '#language/in-words.ts';
import { isNotRecommended } from '#registers/option/report.ts';
import { returnState, returnWords } from '#registers/return/report.ts';
import { openIn } from '#registers/risk/report.ts';
import { highestBandOf } from '#registers/risk/risk-matrix.ts';
import { statesSavings } from '#registers/saving/report.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportLine } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { factsHeld } from './facts-held.ts';
import { inFigures, type OnFault } from './figures/in-figures.ts';
import { lastRatings } from './last-ratings.ts';
import { maturityConfirmedOn, maturityInWords } from './market-maturity.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';
import { stageNamer } from './stage-names.ts';

type Section = ReviewInReport['position']['review'];

const stageWorkInWords = ({ stageWork }: Section): string => {
  if (stageWork === null) return 'not stated';
  if (stageWork.state === 'in-progress') return 'in progress';
  return stageWork.on === undefined ? 'complete' : `complete on ${dateInWords(stageWork.on)}`;
};

const savingsOf = (review: ReviewInReport): ReportLine['savings'] => {
  const { years, lines } = review.position.savings;
  const plan = years.filter((row) => row.lines > 0).map((row) => ({ year: row.year, total: row.plan }));
  const without = lines.length === 0 ? 'Not stated.' : `${countOf(lines.length, 'savings line')} without a figure.`;
  const inYears = plan.map(({ year, total }) => `${totalInWords(total)} in ${year}`);
  return { lines: lines.length, plan, sentence: statesSavings(review) ? `Planned: ${listed(inYears)}.` : without };
};

type Rated = Pick<ReportLine, 'sroRating' | 'assuranceRating' | 'ratings'>;

/** By `rules-1` the latest ratings alone, whatever their age. */
const ratingsOf = (review: ReviewInReport, programme: Programme, month: ReportedMonth, ruleSet: RuleSetName): Rated => {
  const ratings = lastRatings(review, programme, month);
  if (!isInRuleSet({ since: 'rules-2' }, ruleSet))
    return { sroRating: ratings.sro?.rating ?? null, assuranceRating: ratings.assurance?.rating ?? null };
  const today = (last: typeof ratings.sro) => (last === null || last.outOfDate ? null : last.rating);
  return { sroRating: today(ratings.sro), assuranceRating: today(ratings.assurance), ratings };
};

/** The line of one review in the report: where it is, what it prefers, saves, risks and waits for. */
export const reportLine = (
  review: ReviewInReport,
  setting: ReportSetting,
  month: ReportedMonth,
  onFault: OnFault,
  ruleSet: RuleSetName,
): ReportLine => {
  const { programme } = setting;
  const { review: section, options, risks } = review.position;
  const preferred = options.options.filter((option) => option.disposition === 'preferred');
  return {
    review: review.id,
    title: review.title,
    services: section.services,
    lifecycle: section.lifecycle,
    counted: review.counted,
    stage: section.stage,
    stageName: stageNamer(programme)(section.stage),
    stageWork: stageWorkInWords(section),
    tier: section.tier,
    portfolio: programme.portfolios.find((one) => one.id === section.portfolio)?.name ?? section.portfolio ?? null,
    sros: section.sros.length,
    preferred: preferred.map(({ label, scope, deliveryModel }) => ({
      label,
      scope: scope ?? null,
      model: deliveryModel,
    })),
    notRecommended: options.options.filter(isNotRecommended).length,
    notRecommendedAtThisStage: options.options.filter((one) => one.disposition === 'not-recommended-at-this-stage')
      .length,
    marketMaturity: maturityInWords(section),
    waitsFor: section.waitsFor.map((wait) => wait.what),
    savings: savingsOf(review),
    ...ratingsOf(review, programme, month, ruleSet),
    risksPart: openIn(risks),
    highRisks: risks.open.filter((risk) => risk.band === highestBandOf(programme.riskMatrix)).length,
    endDate: section.endDate,
    return: returnState(review, programme, month),
    ...(isInRuleSet({ since: 'rules-2' }, ruleSet)
      ? {
          marketMaturityConfirmedOn: maturityConfirmedOn(review.position),
          portfolioId: section.portfolio ?? null,
          parent: section.parent ?? null,
          returnWords: returnWords(review, month),
          facts: factsHeld(setting, month, review),
          inFigures: inFigures(review, setting, month, onFault),
        }
      : {}),
  };
};
