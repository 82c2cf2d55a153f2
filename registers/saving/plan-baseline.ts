import type { ContentRule } from '#domain/content-rule.ts';
import type { Put } from '#domain/registers/define-rules.ts';
import { listed } from '#language/in-words.ts';
import { dayOf, type FinancialYear, type Instant } from '#language/time.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';
import { putsRight, whyNotMoved } from '../change-request/agreed-change.ts';
import type { Saving, SavingFacts } from './record.ts';

/*
 * The plan of a savings line is a baseline from business-case firmness on (docs/meaning.md SAVINGS-27).
 */

type Before = { readonly record: Saving; readonly facts: SavingFacts } | null;

/** A bare number of pounds and the exact amount are one figure. */
export const written = (figure: FigureOrPounds | undefined): string =>
  JSON.stringify(typeof figure === 'number' ? { kind: 'amount', pounds: figure } : (figure ?? null));

const planOf = ({ years }: Saving, year: FinancialYear): FigureOrPounds | undefined =>
  years.find((one) => one.year === year)?.plan;

const plansOf = ({ years }: Saving): NonNullable<SavingFacts['firstPlan']> =>
  years.map(({ year, plan }) => ({ year, plan }));

const isFirm = ({ firmness }: Saving): boolean => firmness !== 'indicative';

/** The plan that it began with as a baseline; undefined while it is none. It stays one where the line becomes indicative again. */
const firstPlanOf = (before: Before): SavingFacts['firstPlan'] =>
  before === null
    ? undefined
    : (before.facts.firstPlan ?? (isFirm(before.record) ? plansOf(before.record) : undefined));

/** The years of which the plan is another than it was, earliest first. */
const changedYears = (record: Saving, before: Saving): FinancialYear[] =>
  [...new Set([...before.years, ...record.years].map(({ year }) => year))]
    .filter((year) => written(planOf(before, year)) !== written(planOf(record, year)))
    .sort();

export const planBaselineRule: ContentRule<Put<Saving, SavingFacts>> = {
  id: 'SAV-21',
  sentence: 'From business-case firmness on the plan of a savings line changes only by an agreed change request.',
  breaches: (put) => {
    const { id, record, before, review, change, command } = put;
    if (before === null || firstPlanOf(before) === undefined || putsRight(put)) return [];
    const years = changedYears(record, before.record);
    if (years.length === 0) return [];
    const why = whyNotMoved({
      names: record,
      review: review?.id ?? null,
      change,
      on: dayOf(command.effectiveAt),
      before: before.facts.planMoves ?? [],
      what: `the plan of ${listed(years)} becomes what is sent`,
      isAskedFor: ({ savings }) => {
        const asked = savings.find(({ saving }) => saving === id)?.years ?? [];
        return years.every((year) => {
          const plan = asked.find((one) => one.year === year)?.plan;
          return plan !== undefined && written(plan) === written(planOf(record, year));
        });
      },
    });
    return why === null ? [] : [why];
  },
};

/** What a savings line keeps of its plan as a baseline. */
export const planFacts = (
  record: Saving,
  before: Before,
  at: Instant,
): Pick<SavingFacts, 'firstPlan' | 'planMoves'> => {
  const first = firstPlanOf(before);
  if (before === null || first === undefined) return isFirm(record) ? { firstPlan: plansOf(record) } : {};
  const years = changedYears(record, before.record);
  const moves = before.facts.planMoves;
  const { changeRequest, programmeChangeRequest } = record;
  const planMoves =
    years.length === 0 ? moves : [...(moves ?? []), { at, years, changeRequest, programmeChangeRequest }];
  return { firstPlan: first, ...(planMoves === undefined ? {} : { planMoves }) };
};
