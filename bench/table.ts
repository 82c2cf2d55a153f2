import { isShort, type Row } from './row.ts';

interface Measured {
  readonly title: string;
  readonly rows: readonly Row[];
}

const two = (value: number): string => value.toFixed(2);

/** The figure alone. */
export const figureInWords = ({ ratio, count }: Row): string =>
  ratio !== undefined
    ? `${two(ratio.median)} x`
    : count === undefined
      ? ''
      : `${Number(count.value.toFixed(3))} ${count.unit}`;
const spreadInWords = ({ ratio }: Row): string =>
  ratio === undefined ? '' : ` (${two(ratio.from)}-${two(ratio.to)}, ${ratio.pairs} pairs)`;

export const goalInWords = ({ goal, below, ratio, count }: Row): string =>
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
            `| ${row.name}${row.note === undefined ? '' : `. ${row.note}`} | ${figureInWords(row)}${spreadInWords(row)} | ${goalInWords(row)} | ${verdictOf(row)} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
