import { amountOf, type Given, givenOf, groupsOf, unlessNought } from '#domain/report/figures/amounts.ts';
import type { FinancialYear } from '#language/time.ts';
import type { InFigures, WhyNone } from '#schemas/in-figures.ts';
import { achievableByGroup } from './achievable.ts';
import { closesTheGap } from './additionality.ts';
import type { Achievable, SavingsSection } from './projections.ts';
import { type SavingAmounts, savingsYearsOf } from './savings-profile.ts';
import type { SavingsYear } from './worked-out.ts';

/*
 * What each savings line gives to the figures of savings (docs/meaning.md REPORT-27): by the functions that make the years of a line, so that what
 * lines give adds up to what the report says.
 */

type Line = SavingsSection['lines'][number];
interface LineOfFigures {
  readonly id: string;
  readonly record: SavingAmounts & Pick<Line, 'title' | 'substituteFor'>;
  readonly facts: Parameters<typeof savingsYearsOf>[0]['facts'];
}

/** The figures of a year: its financial year without the stroke. */
export const savingsGroup = (year: FinancialYear): string => `savings.${year.replace('/', '-')}`;

/** The line as it was recorded, as far as its figures go; undefined of a position that did not keep them. */
const asRecorded = (line: Line): LineOfFigures | undefined => {
  const { id, title, recurrence, mechanism, firmness, substituteFor } = line;
  if (recurrence === undefined) return undefined;
  const years = line.years.flatMap(({ year, given, claimed, delivered, atRisk, unachievable, assessed }) => {
    if (given === undefined) return [];
    const onTrack = assessed - delivered - atRisk - unachievable;
    const states = { delivered, onTrack, atRisk, unachievable };
    return [{ year, ...given, states, ...(claimed === null ? {} : { claimedActual: claimed }) }];
  });
  const validations = line.years.flatMap(({ year, validated }) =>
    validated === null ? [] : [{ year, pounds: validated, on: '', by: '', at: '', ofVersion: 1 }],
  );
  const record = { title, class: line.class, mechanism, firmness, recurrence, years };
  return {
    id,
    record: substituteFor === undefined ? record : { ...record, substituteFor },
    facts: { validations },
  };
};

/** Why a line is not identified towards the requirement; undefined: it is. */
const whyApart = (record: SavingAmounts): WhyNone | undefined => {
  if (closesTheGap(record)) return undefined;
  return record.firmness === 'indicative' ? 'not-firm' : 'not-cash';
};

const ofYear = (row: SavingsYear, line: Line, record: SavingAmounts): Given => {
  const stated = line.years.find(({ year }) => year === row.year);
  const apart = stated === undefined ? undefined : whyApart(record);
  return givenOf({
    lines: unlessNought(row.lines),
    plan: amountOf(row.plan),
    forecast: amountOf(row.forecast),
    outturn: amountOf(row.outturn),
    claimed: stated?.claimed ?? undefined,
    validated: stated?.validated ?? undefined,
    delivered: unlessNought(row.states.delivered),
    'on-track': unlessNought(row.states.onTrack),
    'at-risk': unlessNought(row.states.atRisk),
    unachievable: unlessNought(row.states.unachievable),
    'not-assessed': amountOf(row.states.notAssessed),
    included: amountOf(row.included) ?? apart,
    excluded: amountOf(row.excluded),
    'already-in-mtfp': amountOf(row.alreadyInMtfp) ?? apart,
    'full-year-effect': amountOf(row.fullYearEffect),
    'run-rate': amountOf(row.runRate),
    'one-off-fall-out': amountOf(row.oneOffFallOut),
    ...(apart === undefined ? {} : { identified: apart, 'net-new': apart }),
  });
};

const byKind = (row: SavingsYear): Readonly<Record<string, Given>> => ({
  class: givenOf(Object.fromEntries(row.byClass.map((one) => [one.class, amountOf(one.plan)]))),
  mechanism: givenOf(Object.fromEntries(row.byMechanism.map((one) => [one.mechanism, amountOf(one.plan)]))),
});

/** What is identified of a line with its substitutes is given by the line whose place they take. */
const ofGroup = ({ netNew, identified, mtfpPressure, reconciliation }: Achievable): Given =>
  givenOf({
    'net-new': amountOf(netNew),
    identified: amountOf(identified),
    'mtfp-pressure': unlessNought(mtfpPressure),
    'left-unachievable': unlessNought(reconciliation.unachievable),
    replaced: unlessNought(reconciliation.replaced),
    'share-not-stated': unlessNought(reconciliation.shareNotStated),
    'held-by-mtfp': unlessNought(reconciliation.heldByMtfp),
    'not-certain': unlessNought(reconciliation.notCertain),
  });

/** What counts towards the gap together with another line; where that one gives nothing, why not is its own. */
const withAnother: Given = { identified: 'counted-with-another', 'net-new': 'counted-with-another' };

/** By line and year, what is identified. */
const identifiedBy = (lines: readonly LineOfFigures[]): ReadonlyMap<string, Given> => {
  const given = new Map<string, Given>();
  for (const { group, years } of achievableByGroup(lines)) {
    for (const achievable of years) {
      const counted = group.filter(
        ({ record }) => closesTheGap(record) && record.years.some(({ year }) => year === achievable.year),
      );
      for (const [n, line] of counted.entries())
        given.set(`${line.id} ${achievable.year}`, n === 0 ? ofGroup(achievable) : withAnother);
    }
  }
  return given;
};

/** What each savings line of a review gives. */
export const savingsInFigures = ({ lines }: Pick<SavingsSection, 'lines'>): InFigures[] => {
  const recorded = lines.flatMap((line) => {
    const one = asRecorded(line);
    return one === undefined ? [] : [{ line, ...one }];
  });
  const identified = identifiedBy(recorded);
  return recorded.map(({ line, record, facts }) => ({
    register: 'saving',
    entry: line.id,
    title: line.title,
    figures: groupsOf(
      Object.fromEntries(
        savingsYearsOf({ record, facts }).flatMap((row) => {
          const group = savingsGroup(row.year);
          const kinds = Object.entries(byKind(row)).map(([kind, given]) => [`${group}.${kind}`, given] as const);
          const whole = { ...ofYear(row, line, record), ...identified.get(`${line.id} ${row.year}`) };
          return [[group, whole] as const, ...kinds];
        }),
      ),
    ),
  }));
};
