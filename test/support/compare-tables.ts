import { shownText } from '#language/unclear-characters.ts';
import { type Report, ReportLine } from '#schemas/report.ts';
import { sectionsOf } from '#web/tables/sections.ts';
import { type Value, valuesOf } from './values-of-report.ts';

/*
 * Whether the tables of a file hold every number, date and text of a report, and no number or date that it does not hold. Tables
 * were read back by a reader that is not ours: their first row is the head.
 */

/** A cell as it was read: `number:5`, `day:2014-04-30`, or its text; a format without types has texts alone. */
export type ReadCell = string;
export type ReadTable = readonly (readonly ReadCell[])[];

export interface ReadFile {
  /** By the titles of the sections. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  /** How the format writes a value. */
  readonly written: (kind: 'number' | 'day' | 'instant' | 'text', value: string) => ReadCell;
  readonly isTyped: boolean;
}

const countsOf = (cells: readonly ReadCell[]): Map<ReadCell, number> => {
  const counts = new Map<ReadCell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
};

/** A choice stands as its name or as its label; the name of a tier is a number, which is another cell where texts alone are read. */
const namesOf = ({ value, orElse = '' }: Value): readonly string[] =>
  /^\d+$/.test(`${value}`) ? [orElse, `${value}`] : [`${value}`, orElse];

const within = (value: Value, texts: string): boolean => texts.includes(shownText(`${value.value}`));

const missingFrom = (
  values: readonly Value[],
  cells: readonly ReadCell[],
  { written }: ReadFile,
): readonly string[] => {
  const left = countsOf(cells);
  const texts = cells.join('\n');
  const take = (cell: ReadCell): boolean => {
    const count = left.get(cell) ?? 0;
    left.set(cell, count - 1);
    return count > 0;
  };
  return values.flatMap((one) => {
    const isThere =
      one.kind === 'within'
        ? within(one, texts)
        : one.kind === 'choice'
          ? namesOf(one).some((name) => take(written('text', name)))
          : take(written(one.kind, one.kind === 'text' ? shownText(`${one.value}`) : `${one.value}`));
    return isThere ? [] : [`${one.path}: ${one.value}`];
  });
};

/** Numbers and dates of a table that are nowhere in what it is made from. */
const addedTo = (values: readonly Value[], cells: readonly ReadCell[], { written }: ReadFile): readonly string[] => {
  const known = new Set(
    values.flatMap(({ kind, value }) =>
      kind === 'number' || kind === 'day' || kind === 'instant' ? [written(kind, `${value}`)] : [],
    ),
  );
  return cells.filter((cell) => /^(?:number|time):/.test(cell) && !known.has(cell));
};

/** What differs between a report and a file of it, a sentence each; nothing where they say the same. */
export const differencesOf = (report: Report, lines: readonly ReportLine[], file: ReadFile): readonly string[] => {
  const figures = file.tables.get('Figures') ?? [];
  const notMade = new Set((report.content.notMade ?? []).map(({ part }) => part));
  const sections = [
    ...sectionsOf(report.content).map(({ title, parts }) => ({
      title,
      values: parts.flatMap(({ name, value, schema }) =>
        notMade.has(name) ? [] : valuesOf(value, schema, `.${name}`),
      ),
    })),
    {
      title: 'Review by review',
      values: valuesOf(
        lines.map(({ facts: _, inFigures: __, ...line }) => line),
        ReportLine.array(),
        'lines',
      ),
    },
  ];
  return sections.flatMap(({ title, values }) => {
    const rows = [...figures.filter(([section]) => section === title), ...(file.tables.get(title) ?? []).slice(1)];
    const cells = rows.flat();
    return [
      ...missingFrom(values, cells, file).map((one) => `${title}: not in the file: ${one}`),
      ...(file.isTyped ? addedTo(values, cells, file).map((one) => `${title}: only in the file: ${one}`) : []),
    ];
  });
};
