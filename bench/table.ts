import { isShort, type Row } from './row.ts';

interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
}

const two = (value: number): string => value.toFixed(2);

const unitOf = ({ ratio, count }: Row): string => (ratio === undefined ? (count?.unit ?? '') : 'x');
const numberOf = ({ ratio, count }: Row): string =>
  ratio === undefined ? `${Number((count?.value ?? Number.NaN).toFixed(3))}` : two(ratio.median);

/** Figures beside each other, their unit once where it is the same. */
const besideEachOther = (values: readonly string[], units: readonly string[]): string => {
  const [unit = '', ...others] = [...new Set(units)];
  return others.length === 0
    ? `${values.join(' / ')} ${unit}`.trim()
    : values.map((value, n) => `${value} ${units[n]}`).join(' / ');
};

export const figuresInWords = (rows: readonly Row[]): string => besideEachOther(rows.map(numberOf), rows.map(unitOf));

/** `at most 3 / 15 units`; a goal that all share stands once, and one of so many (`0 of 500`) without how many. */
export const goalsInWords = (rows: readonly Row[]): string => {
  const withGoal = rows.filter(({ goal }) => goal !== null);
  if (withGoal.length === 0) return 'none';
  const bound = withGoal.some(({ below }) => below === true) ? 'below' : 'at most';
  const units = withGoal.map((row) => unitOf(row).replace(/^of .*/, ''));
  const goals = withGoal.map(({ goal }) => `${goal}`);
  const all = new Set(goals.map((goal, n) => `${goal} ${units[n]}`));
  return `${bound} ${all.size === 1 ? [...all].join('').trim() : besideEachOther(goals, units)}`;
};

const spreadInWords = ({ ratio }: Row): string =>
  ratio === undefined ? '' : ` (${two(ratio.from)}-${two(ratio.to)}, ${ratio.pairs} pairs)`;

export const verdictOf = (row: Row): string => (row.goal === null ? '' : isShort(row) ? 'short' : 'met');

/** The rows as a table in Markdown, part by part. */
export const tableOf = (parts: readonly Measured[]): string =>
  parts
    .map(({ title, rows }) =>
      [
        `### ${title}`,
        '',
        '| What | Measured | Goal | |',
        '| --- | --- | --- | --- |',
        ...rows.map(
          (row) =>
            `| ${row.name}${row.note === undefined ? '' : `. ${row.note}`} | ${figuresInWords([row])}${spreadInWords(row)} | ${goalsInWords([row])} | ${verdictOf(row)} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
