import type { Amount, InFigures, WhyNone } from '#schemas/in-figures.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import type { FigureRow } from '#schemas/report-figures.ts';
import { countedWithin } from '../families.ts';
import { figureNamed, totalOfAmount } from './amounts.ts';
import type { ContentRow, FigureOfReport } from './figure.ts';

/** A row without its address, which is not everybody's. */
export type Row = Omit<FigureRow, 'record'>;

const whyNone: Readonly<Record<WhyNone, string>> = {
  'to-be-confirmed': 'it is to be confirmed',
  'non-financial': 'it is not financial',
  'not-stated': 'it is not stated',
  'not-cash': 'it is neither cash-releasing nor income',
  'not-firm': 'it is below business-case firmness',
  'counted-with-another': 'it counts together with the line whose place it takes, or that takes its place',
  'rating-out-of-date': "the SRO's rating is out of date",
  'open-ended': 'it has no such end',
};

const given = (amount: Amount): Pick<Row, 'amount' | 'total' | 'how' | 'because'> => {
  if (typeof amount === 'number') return { amount, how: 'included', because: null };
  const total = totalOfAmount(amount);
  if (typeof amount === 'string')
    return {
      amount: null,
      ...(total.excluded.length === 0 ? {} : { total }),
      how: 'left-out',
      because: whyNone[amount],
    };
  return total.count === 0
    ? { amount: null, total, how: 'left-out', because: 'none of its figures is known' }
    : {
        amount: total.low,
        total,
        how: 'included',
        because: total.excluded.length === 0 ? null : 'a part is not known',
      };
};

const runRate = 'run-rate';

/** A run-rate goes on after the last year of a line: the last that it has up to the year that is asked. */
const amountIn = ({ figures }: InFigures, figure: string): Amount | undefined => {
  const { group, name } = figureNamed(figure);
  if (name !== runRate) return figures[group]?.[name];
  const upTo = Object.keys(figures)
    .filter((one) => one <= group && figures[one]?.[runRate] !== undefined)
    .sort();
  return figures[upTo.at(-1) ?? '']?.[runRate];
};

interface Subject {
  readonly review: string | null;
  readonly title: string;
  /** The title of the review that it counts within, where it is part of one that is counted. */
  readonly within: string | undefined;
}

const rowsOf = (
  records: readonly InFigures[],
  { figure, rowsOf: of = figure, countsOnce }: FigureOfReport,
  { within, ...subject }: Subject,
): Row[] =>
  records.flatMap((record) => {
    const amount = amountIn(record, of);
    if (amount === undefined) return [];
    const about = { ...subject, register: record.register, entry: record.entry, entryTitle: record.title };
    return within !== undefined && countsOnce === true
      ? [{ ...about, amount: null, how: 'left-out', because: `it counts within "${within}"` }]
      : [{ ...about, ...given(amount) }];
  });

/** What the records of a line give to a figure. */
export const rowsOfLine = (
  line: Pick<ReportLine, 'review' | 'title' | 'inFigures'>,
  figure: FigureOfReport,
  within: ReadonlyMap<string, string>,
): Row[] =>
  rowsOf(line.inFigures ?? [], figure, { review: line.review, title: line.title, within: within.get(line.review) });

const inContent = ({ amount, ...row }: ContentRow): Row => {
  const { because, ...rest } = typeof amount === 'number' ? given(amount) : given(amount);
  return { ...row, ...rest, because: row.because ?? because };
};

/** The rows of a figure that stand in the content: those of movements and statements, and those of the programme's own records. */
export const rowsOfContent = (
  content: Pick<ReportContent, 'programme' | 'inFigures'>,
  figure: FigureOfReport,
): Row[] => [
  ...(figure.rows?.rows ?? []).map(inContent),
  ...rowsOf(content.inFigures?.rows ?? [], figure, {
    review: null,
    title: content.programme.name,
    within: undefined,
  }),
];

/**
 * The titles of the reviews within which others count, where the report names all of them; undefined: there are more than it keeps, and
 * `within` makes it from every line.
 */
export const namedWithin = ({ counts: { components } }: ReportContent): ReadonlyMap<string, string> | undefined => {
  if (components === undefined) return new Map();
  return components.total > components.rows.length
    ? undefined
    : new Map(components.rows.map(({ review, ofTitle }) => [review, ofTitle]));
};

/** The same from every line. */
export const within = (
  lines: readonly Pick<ReportLine, 'review' | 'title' | 'counted' | 'parent'>[],
): ReadonlyMap<string, string> => {
  const titles = new Map(lines.map(({ review, title }) => [review, title]));
  return new Map([...countedWithin(lines)].map(([review, whole]) => [review, titles.get(whole) ?? whole]));
};
