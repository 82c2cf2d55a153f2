import { addTotals, noTotal, totalOf } from '#domain/totals.ts';
import type { FinancialYear } from '#language/time.ts';
import type { Total } from '#schemas/figures.ts';
import { additionalityOf, closesTheGap, excessOver, mtfpShareOf } from './additionality.ts';
import { type Achievable, nothingToReconcile, type SavingsSection } from './projections.ts';
import { addReconciliations, byShare, leftOut } from './reconciliation.ts';
import type { Saving, SavingYear } from './record.ts';

/*
 * What is identified where what cannot be achieved is left out, and a substitute takes the place of what it replaces
 * (docs/meaning.md SAVINGS-20). A line and its substitutes are of one review, so that years of reviews are added up.
 */

interface Line {
  readonly id: string;
  readonly record: Pick<Saving, 'title' | 'class' | 'firmness' | 'substituteFor' | 'years'>;
}
type Substitution = SavingsSection['substitutions'][number];

const planOf = (line: Line, year: FinancialYear): SavingYear | undefined =>
  line.record.years.find((given) => given.year === year);

const less = (total: Total, pounds: number): Total => ({
  ...total,
  low: Math.max(0, total.low - pounds),
  high: total.high === null ? null : Math.max(0, total.high - pounds),
});

/** The line at the root of a chain of substitutes; a line of a circle stands for itself. */
const rootOf = (line: Line, lines: ReadonlyMap<string, Line>): Line => {
  const seen = new Set<string>();
  for (let at = line; ; ) {
    const { substituteFor } = at.record;
    const replaced = substituteFor === undefined ? undefined : lines.get(substituteFor);
    if (replaced === undefined) return at;
    if (seen.has(at.id)) return line;
    seen.add(at.id);
    at = replaced;
  }
};

const substitutesOf = (line: Line, group: readonly Line[]): readonly Line[] =>
  group.filter((other) => other.record.substituteFor === line.id && other.id !== line.id);

const lowPlanOf = (line: Line, year: FinancialYear): number => {
  const given = planOf(line, year);
  return given === undefined ? 0 : totalOf([given.plan]).low;
};

/** A line in a year, and what is left of its plan once what is unachievable, or replaced by its substitutes, is out. */
interface Part {
  readonly line: Line;
  readonly given: SavingYear;
  readonly rest: Total;
  /** What its substitutes plan, by low ends. */
  readonly substitutes: number;
}

const partOf = (line: Line, given: SavingYear, group: readonly Line[]): Part => {
  const substitutes = substitutesOf(line, group).reduce((sum, one) => sum + lowPlanOf(one, given.year), 0);
  const rest = less(totalOf([given.plan]), Math.max(given.states?.unachievable ?? 0, substitutes));
  return { line, given, rest, substitutes };
};

const leftOutOf = ({ given, rest, substitutes }: Part) =>
  leftOut({ plan: totalOf([given.plan]).low, rest: rest.low, substitutes });

const ofOne = (part: Part): Omit<Achievable, 'year'> => {
  const { line, given, rest } = part;
  const share = totalOf([mtfpShareOf(given)]);
  const whole = additionalityOf(line.record, given);
  const unachievable = given.states?.unachievable ?? 0;
  // An unknown share or plan is left as it is: it is in the coverage.
  if (share.count === 0)
    return {
      netNew: whole.netNew,
      identified: whole.identified,
      mtfpPressure: 0,
      reconciliation: { ...nothingToReconcile, shareNotStated: totalOf([given.plan]).low },
    };
  if (rest.count === 0)
    return {
      netNew: whole.netNew,
      identified: whole.identified,
      mtfpPressure: 0,
      reconciliation: byShare(0, whole.identified.low),
    };
  const netNew = excessOver(rest, share);
  const identified = { ...addTotals([share, netNew]), count: 1 };
  return {
    netNew,
    identified,
    mtfpPressure: Math.min(unachievable, Math.max(0, share.low - rest.low)),
    reconciliation: addReconciliations([leftOutOf(part), byShare(rest.low, identified.low)]),
  };
};

const sumOf = (all: readonly Omit<Achievable, 'year'>[]): Omit<Achievable, 'year'> => ({
  netNew: addTotals(all.map((one) => one.netNew)),
  identified: addTotals(all.map((one) => one.identified)),
  mtfpPressure: all.reduce((sum, one) => sum + one.mtfpPressure, 0),
  reconciliation: addReconciliations(all.map((one) => one.reconciliation)),
});

/** A line with its substitutes as one: what they come to together, above what the MTFP holds of any of them. */
const ofGroup = (group: readonly Line[], year: FinancialYear): Omit<Achievable, 'year'> => {
  const parts = group.flatMap((line) => {
    const given = planOf(line, year);
    return given === undefined || !closesTheGap(line.record) ? [] : [partOf(line, given, group)];
  });
  const known = parts.every(({ given, rest }) => rest.count > 0 && totalOf([mtfpShareOf(given)]).count > 0);
  if (parts.length < 2 || !known) {
    return sumOf(parts.map(ofOne));
  }
  const rest = addTotals(parts.map((part) => part.rest));
  const share = addTotals(parts.map(({ given }) => totalOf([mtfpShareOf(given)])));
  const unachievable = parts.reduce((sum, { given }) => sum + (given.states?.unachievable ?? 0), 0);
  const netNew = { ...excessOver(rest, share), count: parts.length };
  const identified = { ...addTotals([share, netNew]), count: parts.length };
  return {
    netNew,
    identified,
    mtfpPressure: Math.min(unachievable, Math.max(0, share.low - rest.low)),
    reconciliation: addReconciliations([...parts.map(leftOutOf), byShare(rest.low, identified.low)]),
  };
};

const groupsOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const root = rootOf(line, byId).id;
    groups.set(root, [...(groups.get(root) ?? []), line]);
  }
  return [...groups.values()];
};

/** Adds what is achievable up by year, earliest first. */
export const addAchievable = (all: readonly (readonly Achievable[])[]): Achievable[] => {
  const rows = all.flat();
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  return years.map((year) => ({ year, ...sumOf(rows.filter((row) => row.year === year)) }));
};

export const noneAchievable = (year: FinancialYear): Achievable => ({
  year,
  netNew: noTotal,
  identified: noTotal,
  mtfpPressure: 0,
  reconciliation: nothingToReconcile,
});

/** The years of each line with its substitutes, which count as one, with what is unachievable or replaced left out. */
export const achievableByGroup = (
  lines: readonly Line[],
): readonly { readonly group: readonly Line[]; readonly years: readonly Achievable[] }[] =>
  groupsOf(lines).map((group) => {
    const years = [...new Set(group.flatMap(({ record }) => record.years.map((given) => given.year)))];
    return { group, years: years.map((year) => ({ year, ...ofGroup(group, year) })) };
  });

/** The years of a review's lines, likewise. */
export const achievableOf = (lines: readonly Line[]): Achievable[] =>
  addAchievable(achievableByGroup(lines).map(({ years }) => years));

/** Which line takes the place of which, by year, in whole pounds of the plans' low ends. */
export const substitutionsOf = (lines: readonly Line[]): Substitution[] =>
  lines.flatMap((line) =>
    lines
      .filter((other) => other.record.substituteFor === line.id && other.id !== line.id)
      .flatMap((substitute) =>
        substitute.record.years.map(({ year }) => ({
          line: line.record.title,
          substitute: substitute.record.title,
          year,
          planned: lowPlanOf(line, year),
          replacedBy: lowPlanOf(substitute, year),
        })),
      ),
  );
