import type { ReviewInReport } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { FinancialYear } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { SavingsSection } from './projections.ts';

type ByObjective = NonNullable<ReportContent['savings']['byObjective']>;
type Sum = ByObjective['objectives'][number]['sum'];
type Cell = ByObjective['cells']['rows'][number];
type Named = readonly { readonly id: string; readonly name: string }[];

const nothing: Sum = { pounds: 0, lines: 0, withoutFigure: 0 };
const notStated = 'Not stated';
const keyOfNone = 'not-stated';

/** The programme's own order, then what it no longer lists, then what is not stated. */
const inOrderOf = (named: Named) => {
  const places = new Map(named.map(({ id }, n) => [id, n]));
  return {
    place: (key: string | null): number => (key === null ? named.length + 1 : (places.get(key) ?? named.length)),
    name: (key: string | null): string =>
      key === null ? notStated : (named.find(({ id }) => id === key)?.name ?? key),
  };
};

/** For which objective a line is planned, and in whose budget: its own directorate, else that of its review. */
const placeOfLine = (
  line: Pick<SavingsSection['lines'][number], 'objective' | 'directorate'>,
  { review }: Pick<ReviewInReport['position'], 'review'>,
) => ({ objective: line.objective ?? null, directorate: line.directorate ?? review.directorate ?? null });

/** The same as keys. */
export const keysOfLine = (...given: Parameters<typeof placeOfLine>) => {
  const { objective, directorate } = placeOfLine(...given);
  return { objective: objective ?? keyOfNone, directorate: directorate ?? keyOfNone };
};

/** What is planned for a year by one directorate for one objective; null: not stated. */
interface Planned {
  readonly year: FinancialYear;
  readonly objective: string | null;
  readonly directorate: string | null;
  readonly sum: Sum;
}

/** The sums of each year over all that have the same key, in the order of the settings. */
const sumsOf = (
  cells: Iterable<Planned>,
  keyOf: (cell: Planned) => string | null,
  named: ReturnType<typeof inOrderOf>,
) => {
  const sums = new Map<string, { year: FinancialYear; key: string | null; sum: Sum }>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const at = JSON.stringify([cell.year, key]);
    const { sum } = sums.get(at) ?? { sum: nothing };
    sums.set(at, { year: cell.year, key, sum: added(sum, cell.sum) });
  }
  const rows = new Rows<{ year: FinancialYear; key: string | null; sum: Sum }>((one) => [
    one.year,
    named.place(one.key),
    one.key ?? '',
  ]);
  rows.add(...sums.values());
  return rows.listed().rows.map(({ year, key, sum }) => ({ year, key: key ?? keyOfNone, name: named.name(key), sum }));
};

/**
 * What savings lines plan by objective and directorate, by financial year: low ends in whole pounds, with how many lines are in each
 * sum and how many of them have no figure (docs/meaning.md SAVINGS-29). Nothing where the programme lists no objectives.
 */
export const byObjective = ({ objectives = [], directorates }: Programme) => {
  const cells = new Map<string, Planned>();
  const objectiveOrder = inOrderOf(objectives);
  const directorateOrder = inOrderOf(directorates);

  return {
    add: ({ position }: ReviewInReport): void => {
      if (objectives.length === 0) return;
      for (const line of position.savings.lines)
        for (const { year, plan } of line.years) {
          const { objective, directorate } = placeOfLine(line, position);
          const at = JSON.stringify([year, objective, directorate]);
          const { sum } = cells.get(at) ?? { sum: nothing };
          const own = { pounds: plan ?? 0, lines: 1, withoutFigure: plan === null ? 1 : 0 };
          cells.set(at, { year, objective, directorate, sum: added(sum, own) });
        }
    },
    close: (): { readonly byObjective?: ByObjective } => {
      if (objectives.length === 0) return {};
      const rows = new Rows<{ row: Cell; place: readonly (string | number)[] }>(({ place }) => place);
      for (const { year, objective, directorate, sum } of cells.values())
        rows.add({
          row: {
            year,
            objective: objectiveOrder.name(objective),
            directorate: directorateOrder.name(directorate),
            keys: [objective ?? keyOfNone, directorate ?? keyOfNone],
            sum,
          },
          place: [
            year,
            objectiveOrder.place(objective),
            objective ?? '',
            directorateOrder.place(directorate),
            directorate ?? '',
          ],
        });
      const { total, rows: listed } = rows.listed();
      return {
        byObjective: {
          cells: { total, rows: listed.map(({ row }) => row) },
          objectives: sumsOf(cells.values(), ({ objective }) => objective, objectiveOrder),
          directorates: sumsOf(cells.values(), ({ directorate }) => directorate, directorateOrder),
        },
      };
    },
  };
};

const added = (one: Sum, other: Sum): Sum => ({
  pounds: one.pounds + other.pounds,
  lines: one.lines + other.lines,
  withoutFigure: one.withoutFigure + other.withoutFigure,
});
