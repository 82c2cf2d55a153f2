import { monthInWords, poundsInWords } from '#language/in-words.ts';
import type { SpanMonth } from '#schemas/span-report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { figureCell, gapCell, totalCell } from '../report/figure.ts';
import { section, table } from '../report/layout.ts';
import { ratingMark } from '../report/rating-mark.ts';
import { inTrouble } from './months-picture.ts';

const orNot = (value: number | null): Printable => value ?? 'not in the report';

const moneyRow = ({ month, money }: SpanMonth): readonly Printable[] =>
  money === null
    ? [monthInWords(month), 'nothing said of savings', '', '', '', '']
    : [
        monthInWords(month),
        money.year,
        figureCell(money.required),
        totalCell(money.achievable),
        money.validatedPounds === null ? 'nothing' : poundsInWords(money.validatedPounds),
        gapCell(money.stillToFind, 'not known'),
      ];

const worst = ({ worst: rating, atLeast }: SpanMonth): Html => html`${atLeast && 'at least '}${ratingMark(rating)}`;

/** The main figures of each month in two tables. */
export const monthTables = (months: readonly SpanMonth[]): Html =>
  html`${table({
    caption: 'Savings, month by month, of the year that the month’s report leads with',
    columns: [
      { head: 'Month' },
      { head: 'Year' },
      { head: 'Required', figures: true },
      { head: 'Achievable', figures: true },
      { head: 'Validated', figures: true },
      { head: 'Still to find', figures: true },
    ],
    rows: months.map(moneyRow),
    none: '',
  })}${table({
    caption: 'Reviews, ratings, risks and returns, month by month',
    columns: [
      { head: 'Month' },
      { head: 'Counted', figures: true },
      { head: 'Entered', figures: true },
      { head: 'Left', figures: true },
      { head: 'Paused', figures: true },
      { head: 'Worst rating' },
      { head: 'Red or Amber/Red', figures: true },
      { head: 'High risks', figures: true },
      { head: 'Returns owed', figures: true },
      { head: 'Findings', figures: true },
    ],
    rows: months.map((month) => [
      monthInWords(month.month),
      ...[month.counted, month.entered, month.left, month.paused ?? 0],
      worst(month),
      orNot(inTrouble(month)),
      orNot(month.highRisks),
      month.returnsOwed === null ? 'not in the report' : `${month.returnsOwed} of ${month.returnsExpected}`,
      month.findings,
    ]),
    none: '',
  })}`;

/** What the picture of page one has, in figures. */
export const monthsSideBySide = (months: readonly SpanMonth[]): Html =>
  section('months', 'Months side by side', monthTables(months));
