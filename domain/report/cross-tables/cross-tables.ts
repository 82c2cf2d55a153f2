import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { Families } from '../families.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import type { ReviewInReport } from '../review-in-report.ts';
import { endYears, portfolioByTier, themes } from './places.ts';
import { tierOne } from './tier-one.ts';

type Placed = Pick<ReviewInReport['position'], 'review' | 'savings'>;

/**
 * Tables of two dimensions over the reviews (docs/meaning.md REPORT-38): each review once, what is part of a counted one within it, so that
 * the cells add up to the counts of the report.
 */
export const crossTablesPart = (
  setting: ReportSetting,
  month: ReportedMonth,
  ruleSet: RuleSetName,
  families: Families | undefined,
) => {
  const { programme } = setting;
  const places = portfolioByTier(programme);
  const ends = endYears(month.lastDay);
  const ofThemes = themes(programme, month.financialYear);
  const first = tierOne(setting, month);
  const parts: { readonly id: string; readonly placed: Placed; readonly whole: ReviewInReport | undefined }[] = [];
  const take = ({ review, savings }: Placed, whole: ReviewInReport | undefined, counted: boolean): void => {
    places.add(review, counted);
    if (!counted) return;
    ends.add(review);
    ofThemes.add({ review, savings });
    if (whole !== undefined) first.add(whole);
  };
  return {
    add: (review: ReviewInReport): void => {
      if (families === undefined) return;
      const { review: section, savings } = review.position;
      const placed = { review: section, savings };
      const whole = review.counted && section.tier === '1' ? review : undefined;
      // Whether a part counts by itself is known once all are.
      if (review.counted && section.parent !== undefined) parts.push({ id: review.id, placed, whole });
      else take(placed, whole, review.counted);
    },
    close: (): Pick<ReportContent, 'crossTables'> => {
      if (families === undefined || !isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
      for (const { id, placed, whole } of parts.splice(0))
        if (families.countsWith(id) === undefined) take(placed, whole, true);
      const made = {
        portfolioByTier: places.close(),
        tierOne: first.close(),
        endYears: ends.close(),
        themes: ofThemes.close(),
      };
      const used = Object.fromEntries(Object.entries(made).filter(([, table]) => table !== undefined));
      return { crossTables: used };
    },
  };
};
