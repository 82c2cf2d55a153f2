import { gapInWords, poundsInWords, totalInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { FigureRow, FigureUnit, ReportFigures } from '#schemas/report-figures.ts';
import { type Html, html } from '../html.ts';

type NamedFigure = ReportFigures['figures'][number];
type Value = Pick<NamedFigure, 'figure' | 'value' | 'unit'>;

/** What is said under parts of a report of why their figures are what they are; null: none of them can be asked. */
export type Why = (...parts: readonly string[]) => Html | null;

const whole = (value: number, unit: FigureUnit): string =>
  unit === 'pounds' ? poundsInWords(value) : value.toLocaleString('en-GB');

/** The value of a figure in words. */
export const figureValueInWords = ({ figure, value, unit }: Value): string => {
  if (value === null) return 'none';
  if (typeof value === 'number') return whole(value, unit);
  if (figure.endsWith('.gap') && value.high !== null) return gapInWords({ ...value, high: value.high });
  return value.low === null ? 'not known' : totalInWords({ ...value, low: value.low });
};

/** What a record gives to a figure, in words. */
export const givenInWords = ({ amount, total }: FigureRow, unit: FigureUnit): string => {
  if (amount === null) return 'nothing';
  if (unit === 'pounds') return total === undefined ? poundsInWords(amount) : totalInWords(total);
  return amount.toLocaleString('en-GB');
};

/** How it is in it, and why. */
export const howInWords = ({ how, because }: FigureRow): string =>
  `${how === 'included' ? 'Included' : 'Left out'}${because === null ? '' : `: ${because}`}`;

const listOf = (figures: readonly NamedFigure[], to: (figure: string) => string): Html =>
  html`<ul class="why-figures">${figures.map(
    (one) => html`<li><a href="${to(one.figure)}">${one.title}: ${figureValueInWords(one)}</a></li>`,
  )}</ul>`;

const block = (summary: string, figures: readonly NamedFigure[], to: (figure: string) => string): Html | null =>
  figures.length === 0
    ? null
    : html`<details class="why"><summary>${summary}</summary>${listOf(figures, to)}</details>`;

/** The figures that page one has in sentences below its answers, each of which leads to its own. */
const onPageOne = (year: string): readonly string[] => [
  ...['required', 'identified', 'gap', 'outturn', 'validated'].map(
    (name) => `savings.${year.replace('/', '-')}.${name}`,
  ),
  ...['flow.closing', 'ratings.worst', 'returns.missing', 'risks.open'],
];

const mostOfAnAnswer = 3;

/** After an answer, why the first figures of it are what they are; what the report does not have, or has none of, is passed over. */
export const whyOfAnswers =
  ({ figures }: Pick<ReportFigures, 'figures'>, to: (figure: string) => string) =>
  (asked: readonly string[]): Html | null => {
    const found = asked
      .flatMap((name) => figures.find(({ figure, value }) => figure === name && value !== 0) ?? [])
      .slice(0, mostOfAnAnswer);
    return found.length === 0
      ? null
      : html` <span class="aside why-of">Why: ${found.map(
          (one, n) => html`${n > 0 && ', '}<a href="${to(one.figure)}">${one.title.replace(/^Savings /, '')}</a>`,
        )}</span>`;
  };

/**
 * Under each part of the page of a report the figures that can be asked, each a link to why it is what it is; nought of them are left out, but
 * are in the list of all.
 */
export const whyUnder = (
  { figures }: Pick<ReportFigures, 'figures'>,
  { pageOne }: Pick<ReportContent, 'pageOne'>,
  to: (figure: string) => string,
): Why => {
  const asked = figures.filter(({ value }) => value !== 0);
  const first = pageOne?.money?.year;
  return (...parts) => {
    if (!parts.includes('page-one'))
      return block(
        'Why these figures',
        asked.filter(({ part }) => parts.includes(part)),
        to,
      );
    const names = first === undefined ? [] : onPageOne(first);
    return block(
      'Why these figures',
      names.flatMap((name) => figures.find(({ figure }) => figure === name) ?? []),
      to,
    );
  };
};
