import type { Entry } from '#domain/entry.ts';
import { byId } from '#domain/in-id-order.ts';
import { addTotals, asFigure, noTotal, subtractFromTotal, totalOf } from '#domain/totals.ts';
import { addFinancialYears, dayOf, FinancialYear, type Instant } from '#language/time.ts';
import type { FigureOrPounds, Total } from '#schemas/figures.ts';
import { asGiven } from '#schemas/given-figure.ts';
import { achievableOf, substitutionsOf } from './achievable.ts';
import { additionalityOf, closesTheGap } from './additionality.ts';
import { SavingClass, SavingMechanism } from './choices.ts';
import type { SavingsSection } from './projections.ts';
import type { Saving, SavingFacts, SavingYear } from './record.ts';
import type { SavingsYear } from './worked-out.ts';

type SavingEntry = Entry<Saving, SavingFacts>;
/** What the years of a line are made of. */
export type SavingAmounts = Pick<Saving, 'class' | 'mechanism' | 'firmness' | 'recurrence' | 'years'>;
/** The validations that still hold are asked of their years alone. */
type Validated = Pick<SavingFacts, 'validations'>;
interface LineOfYears {
  readonly record: SavingAmounts;
  readonly facts: Validated;
}
type States = Omit<SavingsYear['states'], 'notAssessed'>;

const notStated: FigureOrPounds = { kind: 'not-stated' };
const noStates: States = { delivered: 0, onTrack: 0, atRisk: 0, unachievable: 0 };

/** A financial year in which nothing is recorded. */
export const emptyYear = (year: FinancialYear): SavingsYear => ({
  year,
  lines: 0,
  plan: noTotal,
  forecast: noTotal,
  outturn: noTotal,
  claimedPounds: 0,
  validatedPounds: 0,
  states: { ...noStates, notAssessed: noTotal },
  byClass: [],
  byMechanism: [],
  included: noTotal,
  excluded: noTotal,
  alreadyInMtfp: noTotal,
  netNew: noTotal,
  identified: noTotal,
  fullYearEffect: noTotal,
  runRate: noTotal,
  oneOffFallOut: noTotal,
});

/** The latest validation of a year that holds, where finance has validated one. */
const validationOf = (facts: Validated, year: FinancialYear): SavingFacts['validations'][number] | undefined =>
  facts.validations
    .filter((one) => one.year === year && one.dropped === undefined)
    .reduce<SavingFacts['validations'][number] | undefined>(
      (latest, one) => (latest === undefined || one.at >= latest.at ? one : latest),
      undefined,
    );

export const assessedPoundsOf = (states: States): number =>
  states.delivered + states.onTrack + states.atRisk + states.unachievable;

/**
 * What a plan holds beyond the states given. The low end of a range that the states reach into is zero, so that the
 * rest never reads as a negative part; of an exact plan, states and rest always add up to it.
 */
const notAssessedOf = (plan: Total, assessed: number): Total => {
  if (plan.count === 0 || assessed === 0) return plan;
  const rest = subtractFromTotal(plan, assessed);
  return { ...rest, low: Math.max(rest.low, Math.min(0, rest.high ?? 0)) };
};

const isNought = (plan: FigureOrPounds): boolean => {
  const figure = asFigure(plan);
  return figure.kind === 'amount' && figure.pounds === 0;
};

/** The first year in which a line takes effect: the first whose plan is not an amount of nought. */
const firstEffectiveYearOf = (saving: SavingAmounts): FinancialYear | undefined =>
  saving.years.find((given) => !isNought(given.plan))?.year;

const planOf = (saving: SavingAmounts, year: FinancialYear): Total =>
  totalOf(saving.years.filter((given) => given.year === year).map((given) => given.plan));

// SAV-06: The full-year effect of a year is the next year's amount of recurring lines first effective in it.
const fullYearEffectOf = (saving: SavingAmounts, year: FinancialYear): Total =>
  saving.recurrence === 'recurring' && firstEffectiveYearOf(saving) === year
    ? planOf(saving, addFinancialYears(year, 1))
    : noTotal;

// SAV-07: The run-rate of a year is the sum of recurring amounts up to it.
const runRateOf = (saving: SavingAmounts, year: FinancialYear): Total =>
  saving.recurrence === 'recurring'
    ? totalOf(saving.years.filter((given) => given.year <= year).map((given) => given.plan))
    : noTotal;

// SAV-08: A one-off amount falls out in the year after it.
const fallOutYearsOf = (saving: SavingAmounts): SavingsYear[] =>
  saving.recurrence === 'one-off'
    ? saving.years.flatMap((given) => {
        const year = addFinancialYears(given.year, 1);
        // The calendar of the schemas ends with 2199: what falls out after it has no year to stand in.
        return FinancialYear.safeParse(year).success
          ? [{ ...emptyYear(year), oneOffFallOut: totalOf([given.plan]) }]
          : [];
      })
    : [];

const yearOf = ({ record: saving, facts }: LineOfYears, given: SavingYear): SavingsYear => {
  const plan = totalOf([given.plan]);
  const forecast = given.forecast ?? notStated;
  const validated = validationOf(facts, given.year)?.pounds;
  const states = given.states ?? noStates;
  return {
    year: given.year,
    lines: 1,
    plan,
    forecast: totalOf([forecast]),
    // SAV-09: Outturn is the actual that finance has validated, else the forecast.
    outturn: totalOf([validated ?? forecast]),
    claimedPounds: given.claimedActual ?? 0,
    validatedPounds: validated ?? 0,
    states: { ...states, notAssessed: notAssessedOf(plan, assessedPoundsOf(states)) },
    byClass: [{ class: saving.class, plan }],
    byMechanism: [{ mechanism: saving.mechanism, plan }],
    included: closesTheGap(saving) ? plan : noTotal,
    excluded: closesTheGap(saving) ? noTotal : plan,
    ...additionalityOf(saving, given),
    fullYearEffect: fullYearEffectOf(saving, given.year),
    runRate: runRateOf(saving, given.year),
    oneOffFallOut: noTotal,
  };
};

/** Adds the rows of one year up, all but the run-rate. */
const addRows = (year: FinancialYear, rows: readonly SavingsYear[], runRate: Total): SavingsYear => {
  const total = (pick: (row: SavingsYear) => Total): Total => addTotals(rows.map(pick));
  const sum = (pick: (row: SavingsYear) => number): number => rows.reduce((pounds, row) => pounds + pick(row), 0);
  return {
    year,
    lines: sum((row) => row.lines),
    plan: total((row) => row.plan),
    forecast: total((row) => row.forecast),
    outturn: total((row) => row.outturn),
    claimedPounds: sum((row) => row.claimedPounds),
    validatedPounds: sum((row) => row.validatedPounds),
    states: {
      delivered: sum((row) => row.states.delivered),
      onTrack: sum((row) => row.states.onTrack),
      atRisk: sum((row) => row.states.atRisk),
      unachievable: sum((row) => row.states.unachievable),
      notAssessed: total((row) => row.states.notAssessed),
    },
    byClass: SavingClass.options.flatMap((name) => {
      const parts = rows.flatMap((row) => row.byClass.filter((part) => part.class === name));
      return parts.length === 0 ? [] : [{ class: name, plan: addTotals(parts.map((part) => part.plan)) }];
    }),
    byMechanism: SavingMechanism.options.flatMap((name) => {
      const parts = rows.flatMap((row) => row.byMechanism.filter((part) => part.mechanism === name));
      return parts.length === 0 ? [] : [{ mechanism: name, plan: addTotals(parts.map((part) => part.plan)) }];
    }),
    included: total((row) => row.included),
    excluded: total((row) => row.excluded),
    alreadyInMtfp: total((row) => row.alreadyInMtfp),
    netNew: total((row) => row.netNew),
    identified: total((row) => row.identified),
    fullYearEffect: total((row) => row.fullYearEffect),
    runRate,
    oneOffFallOut: total((row) => row.oneOffFallOut),
  };
};

/**
 * Adds the years of lines, or of reviews, up: one row for every year that any of them has, earliest first.
 * Everything is added within its year but the run-rate, which a part keeps on giving after its own last year.
 * The order of the parts does not matter, and adding sums gives the sum of all.
 */
export const addSavingsYears = (all: readonly (readonly SavingsYear[])[]): SavingsYear[] => {
  const parts = all.map((rows) => rows.toSorted((one, other) => (one.year < other.year ? -1 : 1)));
  const years = [...new Set(parts.flatMap((rows) => rows.map((row) => row.year)))].sort();
  return years.map((year) => {
    const runRates = parts.flatMap((rows) => rows.findLast((row) => row.year <= year)?.runRate ?? []);
    const rows = parts.flatMap((part) => part.filter((row) => row.year === year));
    return addRows(year, rows, addTotals(runRates));
  });
};

/** The years of one savings line, earliest first; a year may be there only because a one-off amount falls out in it. */
export const savingsYearsOf = (line: LineOfYears): SavingsYear[] =>
  addSavingsYears([line.record.years.map((given) => yearOf(line, given)), fallOutYearsOf(line.record)]);

/** The low end in whole pounds; null where the figure is not known. */
const knownPounds = (given: FigureOrPounds): number | null => {
  const total = totalOf([given]);
  return total.count === 0 ? null : total.low;
};

/** When the forecast was last changed, or reviewed without a change. */
const confirmedAt = ({ forecastSince, reviewedNoChange }: SavingFacts): Instant =>
  reviewedNoChange !== undefined && reviewedNoChange.at > forecastSince ? reviewedNoChange.at : forecastSince;

/** Nothing where no version of the MTFP holds a share. */
const mtfpSharesOf = ({ mtfpShares = [] }: SavingYear) =>
  mtfpShares.length === 0
    ? {}
    : {
        mtfpShares: mtfpShares.map(({ mtfp, figure }) => ({
          mtfp,
          pounds: knownPounds(figure),
          exact: totalOf([figure]).exact,
        })),
      };

const validatedOf = (facts: Validated, year: FinancialYear) => {
  const validation = validationOf(facts, year);
  return validation === undefined ? { validated: null } : { validated: validation.pounds, validatedOn: validation.on };
};

const lineOf = ({ id, record: saving, facts }: SavingEntry): SavingsSection['lines'][number] => ({
  id,
  title: saving.title,
  class: saving.class,
  mechanism: saving.mechanism,
  firmness: saving.firmness,
  recurrence: saving.recurrence,
  ...(saving.budgetLine === undefined ? {} : { budgetLine: saving.budgetLine }),
  ...(saving.budgetLine !== undefined && saving.exempt?.fields.includes('budgetLine')
    ? { isBudgetLineExempt: true as const }
    : {}),
  ...(saving.contract === undefined ? {} : { contract: saving.contract }),
  justified: saving.doubleCountJustification !== undefined,
  ...(saving.doubleCountJustification === undefined ? {} : { justification: saving.doubleCountJustification }),
  ...(saving.objective === undefined ? {} : { objective: saving.objective }),
  ...(saving.directorate === undefined ? {} : { directorate: saving.directorate }),
  ...(saving.substituteFor === undefined ? {} : { substituteFor: saving.substituteFor }),
  ...(saving.milestone === undefined ? {} : { milestone: saving.milestone }),
  forecastSince: facts.forecastSince,
  confirmedOn: dayOf(confirmedAt(facts)),
  ...planMovedOf(saving, facts),
  years: saving.years.map((given) => ({
    year: given.year,
    plan: knownPounds(given.plan),
    forecast: knownPounds(given.forecast ?? notStated),
    claimed: given.claimedActual ?? null,
    ...validatedOf(facts, given.year),
    unachievable: given.states?.unachievable ?? 0,
    atRisk: given.states?.atRisk ?? 0,
    planHigh: totalOf([given.plan]).count === 0 ? null : totalOf([given.plan]).high,
    delivered: given.states?.delivered ?? 0,
    assessed: given.states === undefined ? 0 : assessedPoundsOf(given.states),
    given: {
      plan: asGiven(given.plan),
      ...(given.forecast === undefined ? {} : { forecast: asGiven(given.forecast) }),
      ...(given.alreadyInMtfp === undefined ? {} : { alreadyInMtfp: asGiven(given.alreadyInMtfp) }),
    },
    ...mtfpSharesOf(given),
  })),
});

const planMovedOf = (
  { years }: Saving,
  { firstPlan = [], planMoves = [] }: SavingFacts,
): Pick<SavingsSection['lines'][number], 'planMoved'> =>
  planMoves.length === 0
    ? {}
    : {
        planMoved: {
          moves: planMoves.map(({ at, changeRequest, programmeChangeRequest }) => ({
            at,
            changeRequest,
            programmeChangeRequest,
          })),
          first: totalOf(firstPlan.map(({ plan }) => plan)),
          now: totalOf(years.map(({ plan }) => plan)),
        },
      };

/** The savings profile of a review as a roll-up needs it: its years added up, and its lines by id. */
export const savingsSection = (lines: readonly SavingEntry[]): SavingsSection => ({
  years: addSavingsYears(lines.map(savingsYearsOf)),
  achievable: achievableOf(lines.toSorted(byId)),
  substitutions: substitutionsOf(lines.toSorted(byId)),
  lines: lines.toSorted(byId).map(lineOf),
});
