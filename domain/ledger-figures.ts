import type { FinancialYear } from '#language/time.ts';
import { foldedName } from '#language/withheld-text.ts';
import type { BudgetLine } from '#registers/budget-line/record.ts';
import type { LedgerPeriod } from '#registers/ledger-period/record.ts';
import type { SavingsSection } from '#registers/saving/projections.ts';
import { type LedgerState, oneCode, periodOf } from '#schemas/ledger.ts';

/*
 * What the ledger says of budget lines, beside what savings lines claim of them and finance has validated
 * (docs/meaning.md SAVINGS-25).
 */

type Line = SavingsSection['lines'][number];
type Year = Line['years'][number];

/** A year of a savings line that comes from a budget line. */
export interface ClaimOnLine extends Pick<Year, 'claimed' | 'validated' | 'validatedOn'> {
  readonly review: string;
  readonly saving: string;
  readonly title: string;
  /** The budget line as the savings line names it, with its marks where that is withheld. */
  readonly names: string;
  readonly isBudgetLineExempt?: true | undefined;
}

export interface LedgerFigure {
  readonly year: FinancialYear;
  readonly code: string;
  readonly budgetLine: { readonly id: string; readonly title: string };
  readonly budget: number | null;
  /** The last period of the year that names the code. */
  readonly period: string;
  readonly actual: number;
  readonly saved: number | null;
  readonly claims: readonly ClaimOnLine[];
}

interface Recorded<R> {
  readonly id: string;
  readonly record: R;
}
/** What a budget line says of the ledger. */
type CodedLine = Pick<BudgetLine, 'title' | 'year' | 'code' | 'budget'>;
/** The savings lines of a review, as far as they are matched. */
export interface LinesOfReview {
  readonly review: string;
  readonly lines: readonly (Pick<Line, 'id' | 'title' | 'budgetLine' | 'isBudgetLineExempt'> & {
    readonly years: readonly Pick<Year, 'year' | 'claimed' | 'validated' | 'validatedOn'>[];
  })[];
}

const keyOf = (year: FinancialYear, name: string): string => `${year} ${name}`;

/** The budget line that a savings line of a year names: by code, id or title; by a title that two have, none. */
const byName = (lines: readonly Recorded<CodedLine>[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string | null>();
  const add = (name: string, code: string): void => {
    found.set(name, found.has(name) && found.get(name) !== code ? null : code);
  };
  for (const { id, record } of lines) {
    if (record.code === undefined) continue;
    const code = keyOf(record.year, oneCode(record.code));
    const names = new Set([record.code, id, record.title].map((one) => keyOf(record.year, foldedName(one))));
    for (const name of names) add(name, code);
  }
  return new Map([...found].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])));
};

const claimsByLine = (
  reviews: readonly LinesOfReview[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ClaimOnLine[]> => {
  const claims = new Map<string, ClaimOnLine[]>();
  for (const { review, lines } of reviews)
    for (const { id, title, budgetLine, isBudgetLineExempt, years } of lines) {
      if (budgetLine === undefined) continue;
      for (const { year, claimed, validated, validatedOn } of years) {
        const code = names.get(keyOf(year, foldedName(budgetLine)));
        if (code === undefined) continue;
        const claim = {
          review,
          saving: id,
          title,
          claimed,
          validated,
          validatedOn,
          names: budgetLine,
          isBudgetLineExempt,
        };
        claims.set(code, [...(claims.get(code) ?? []), claim]);
      }
    }
  return claims;
};

const inOrder = (one: LedgerFigure, other: LedgerFigure): number => (placeOf(one) < placeOf(other) ? -1 : 1);

/** What the last period of each year that names a code says of it, in the order of years and codes. */
export const ledgerFigures = (
  periods: readonly Recorded<Pick<LedgerPeriod, 'lines'>>[],
  budgetLines: readonly Recorded<CodedLine>[],
  reviews: readonly LinesOfReview[],
): readonly LedgerFigure[] => {
  const claims = claimsByLine(reviews, byName(budgetLines));
  const coded = new Map(
    budgetLines.flatMap((line) =>
      line.record.code === undefined ? [] : [[keyOf(line.record.year, oneCode(line.record.code)), line] as const],
    ),
  );
  const figures = new Map<string, LedgerFigure>();
  for (const { id: period, record } of periods.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const { year } = periodOf(period);
    for (const { code, actual, saved = null } of record.lines) {
      const key = keyOf(year, oneCode(code));
      const line = coded.get(key);
      if (line === undefined) continue;
      const { title, budget = null } = line.record;
      const about = { year, code: line.record.code ?? code, budgetLine: { id: line.id, title }, budget };
      figures.set(key, { ...about, period, actual, saved, claims: claims.get(key) ?? [] });
    }
  }
  return [...figures.values()].sort(inOrder);
};

/** Its place in the list: of years and codes. */
export const placeOf = ({ year, code }: Pick<LedgerFigure, 'year' | 'code'>): string => keyOf(year, oneCode(code));

/** What is claimed of a line in all; null where nothing is. */
const sumOf = (claims: readonly ClaimOnLine[], of: 'claimed' | 'validated'): number | null =>
  claims.reduce<number | null>((sum, { [of]: pounds }) => (pounds === null ? sum : (sum ?? 0) + pounds), null);

/**
 * The ledger's figure held against what is claimed of its line in all, to the pound; whoever may not see that a claim is of the line is
 * shown neither the claim nor what the figure comes to against it.
 */
export const compared = ({ saved, claims }: LedgerFigure, sees: (claim: ClaimOnLine) => boolean) => {
  const shown = claims.filter(sees);
  const [claimed, validated] = [sumOf(shown, 'claimed'), sumOf(shown, 'validated')];
  const isWhole = shown.length === claims.length;
  const difference = saved === null || claimed === null || !isWhole ? null : saved - claimed;
  const state: LedgerState =
    saved === null
      ? 'not-stated'
      : !isWhole
        ? 'withheld'
        : difference === null
          ? 'not-claimed'
          : difference === 0
            ? 'agrees'
            : 'differs';
  return { shown, claimed, validated, difference, state };
};
