import { isShort, type Row } from './row.ts';

interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
}

const two = (value: number): string => value.toFixed(2);
const figureOf = ({ ratio, count }: Row): string =>
  ratio !== undefined
    ? `${two(ratio.median)} x (${two(ratio.from)}-${two(ratio.to)}, ${ratio.pairs} pairs)`
    : count === undefined
      ? ''
      : `${count.value} ${count.unit}`;
const goalOf = ({ goal, below, ratio, count }: Row): string =>
  goal === null
    ? 'none'
    : `${below === true ? 'below' : 'at most'} ${goal} ${ratio === undefined ? (count?.unit ?? '') : 'x'}`;
const verdictOf = (row: Row): string => (row.goal === null ? '' : isShort(row) ? 'short' : 'met');

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
            `| ${row.name}${row.note === undefined ? '' : `. ${row.note}`} | ${figureOf(row)} | ${goalOf(row)} | ${verdictOf(row)} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
