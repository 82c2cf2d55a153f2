import type * as z from 'zod';
import { type FinancialYear, financialYearFrom } from '#language/time.ts';
import type { Saving, SavingYear } from '#registers/saving/record.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';

export type Plan = z.input<typeof FigureOrPounds>;

/**
 * How a savings line goes: what is forecast of its plan at each of the programme's three looks at it (March, June,
 * September), and how much of the plan is in which state. `unmoved` is forecast once and not looked at again.
 */
export type Course = 'on-track' | 'mixed' | 'at-risk' | 'unachievable' | 'delivered' | 'unmoved' | 'not-assessed';

interface Look {
  /** Forecast as a share of the plan. */
  readonly forecast: number;
  /** Shares of the plan; what they leave is not assessed. */
  readonly onTrack: number;
  readonly atRisk: number;
  readonly unachievable: number;
}

const look = (forecast: number, onTrack: number, atRisk = 0, unachievable = 0): Look => ({
  forecast,
  onTrack,
  atRisk,
  unachievable,
});

const looks: Readonly<Record<Exclude<Course, 'not-assessed'>, readonly Look[]>> = {
  'on-track': [look(1, 1), look(0.98, 1), look(1.02, 1)],
  mixed: [look(1, 0.6, 0.25), look(0.92, 0.6, 0.25), look(0.9, 0.55, 0.3, 0.05)],
  'at-risk': [look(0.95, 0.5, 0.5), look(0.85, 0.4, 0.6), look(0.75, 0.3, 0.55, 0.15)],
  unachievable: [look(1, 1), look(0.5, 0.2, 0.4, 0.4), look(0.2, 0, 0.2, 0.8)],
  delivered: [look(1, 1), look(0.98, 1), look(0.99, 1)],
  unmoved: [look(1, 1)],
};

/** How often a line of this course is recorded anew. */
export const looksAt = (course: Course): number => (course === 'not-assessed' ? 1 : looks[course].length);

const toThousands = (pounds: number): number => Math.floor(pounds / 1000) * 1000;

const yearsOf = (plans: readonly (Plan | null)[]): readonly (readonly [FinancialYear, Plan])[] =>
  plans.flatMap((plan, n) => (plan === null ? [] : [[financialYearFrom(2025 + n), plan] as const]));

/** What finance has looked at is delivered; the rest is split by the look's shares, and what all but covers it is on track. */
const statesOf = (pounds: number, at: Look, validated: number) => {
  const delivered = Math.min(validated, pounds);
  const rest = pounds - delivered;
  const atRisk = toThousands(rest * at.atRisk);
  const unachievable = toThousands(rest * at.unachievable);
  const shares = at.onTrack + at.atRisk + at.unachievable;
  const onTrack = shares > 0 && shares < 0.999 ? toThousands(rest * at.onTrack) : rest - atRisk - unachievable;
  return { delivered, onTrack, atRisk, unachievable };
};

/**
 * The years of a line as they stand at one of its looks. Plans are whole pounds or figures, from 2025/26 on, null where
 * nothing is planned; `validated` is what finance finds was saved in the first of them, and `mtfpShare` is the part of the plan that the MTFP holds already, or `unknown`.
 */
export const yearsAt = (
  plans: readonly (Plan | null)[],
  course: Course,
  mtfpShare: number | 'unknown',
  n: number,
  validated = 0,
): z.input<typeof Saving>['years'] => {
  const at = course === 'not-assessed' ? undefined : looks[course][n];
  return yearsOf(plans).map(([year, plan], place): z.input<typeof SavingYear> => {
    if (typeof plan !== 'number') return { year, plan };
    const share = mtfpShare === 'unknown' ? {} : { alreadyInMtfp: toThousands(plan * mtfpShare) };
    if (at === undefined) return { year, plan, ...share };
    return {
      year,
      plan,
      forecast: toThousands(plan * at.forecast),
      states: statesOf(plan, at, place === 0 ? validated : 0),
      ...share,
    };
  });
};
