import { dateInWords, poundsInWords } from '#language/in-words.ts';
import type { DayFigures, DaysComparison } from '#schemas/days-comparison.ts';
import { type Html, html, type Printable } from '../../html.ts';
import { figureCell, gapCell, totalCell } from '../../report/figure.ts';
import { section, table } from '../../report/layout.ts';
import { ratingMark } from '../../report/rating-mark.ts';
import { moneyOfTwoYears } from './what-differs.ts';

const notCounted = 'not said';
const of = (value: number | null): Printable => value ?? notCounted;
/** A figure of money says its year: the two days may lie in two, and then no figure stands for the other's year. */
const ofMoney =
  (shown: (money: NonNullable<DayFigures['money']>) => Printable) =>
  ({ money }: DayFigures): Printable =>
    money === null ? notCounted : html`${shown(money)}<span class="under">of ${money.year}</span>`;

const rows: readonly (readonly [name: string, shown: (figures: DayFigures) => Printable])[] = [
  ['Reviews counted', ({ counted }) => counted],
  ['Paused', ({ paused }) => of(paused)],
  ['Potential', ({ potential }) => potential],
  ['Worst rating', ({ worst, atLeast }) => html`${atLeast && 'at least '}${ratingMark(worst)}`],
  ['Open risks', ({ openRisks }) => of(openRisks)],
  ['High risks', ({ highRisks }) => of(highRisks)],
  [
    'Returns owed, of the last month that had ended',
    ({ returnsOwed, returnsExpected }) => (returnsOwed === null ? notCounted : `${returnsOwed} of ${returnsExpected}`),
  ],
  ['Contradictions and data gaps', ({ findings }) => findings],
  ['Savings: required', ofMoney(({ required }) => figureCell(required))],
  ['Savings: achievable', ofMoney(({ achievable }) => totalCell(achievable))],
  [
    'Savings: validated',
    ofMoney(({ validatedPounds }) => (validatedPounds === null ? 'nothing' : poundsInWords(validatedPounds))),
  ],
  ['Savings: still to find', ofMoney(({ stillToFind }) => gapCell(stillToFind, 'not known'))],
];

/** The main figures of both days. */
export const figuresOfDays = ({ from, to, figures }: DaysComparison): Html =>
  section(
    'figures',
    'The main figures of both',
    moneyOfTwoYears(figures),
    table({
      caption: 'The main figures at the end of each day',
      columns: [{ head: 'Figure' }, { head: dateInWords(from) }, { head: dateInWords(to) }],
      rows: rows.map(([name, shown]) => [name, shown(figures.before), shown(figures.after)]),
      none: '',
    }),
  );
