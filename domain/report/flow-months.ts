import type { ReportMonth } from '#language/time.ts';
import { addMonths } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import type { ReportSetting } from './report-setting.ts';

type MonthOfFlow = NonNullable<Flow['months']>[number];
type Whole = Pick<Flow, 'opening' | 'restatedBy' | 'entered' | 'left' | 'closing'>;

const monthsShown = 12;

const asMonth = (month: ReportMonth, { opening, restatedBy, entered, left, closing }: Whole): MonthOfFlow => ({
  ...{ month, opening, restatedBy, entered: entered.total, left: left.total, closing },
});

/** Twelve months of reviews in and out: this month, and those before as their reports were published (docs/meaning.md REPORT-40). */
export const flowMonths = (
  { month, previous }: Pick<ReportSetting, 'month' | 'previous'>,
  now: Whole,
): MonthOfFlow[] => {
  const before = previous?.content;
  const published = before === undefined ? [] : (before.flow.months ?? [asMonth(before.month, before.flow)]);
  const oldest = addMonths(month, 1 - monthsShown);
  return [...published.filter((one) => one.month >= oldest), asMonth(month, now)];
};
