import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Saving } from '#registers/saving/record.ts';
import type { ChangeStep } from '../step.ts';
import { finance, team } from './personas.ts';
import { looksAt, yearsAt } from './saving-course.ts';
import { type Line, lines, linesFromJuly, substitutes } from './savings-lines.ts';
import { command } from './settings.ts';

type Years = z.input<typeof Saving>['years'];

const firstRecorded: LocalDate = '2025-03-17';
const looked: readonly LocalDate[] = [firstRecorded, '2025-06-20', '2025-09-15'];

/** Reviews that had left the programme by the day: nobody looks at their lines again. */
const leftOn = new Map<string, LocalDate>([
  ['catering-and-cleaning', '2025-05-19'],
  ['parking-and-enforcement', '2025-06-24'],
  ['legal-services', '2025-07-14'],
]);

interface Validated {
  readonly line: string;
  readonly on: LocalDate;
  readonly claimed: number;
  readonly validated: number;
  readonly note?: string;
}

/** What was claimed for 2025/26 and what finance made of it, whole pounds. */
const actuals: readonly Validated[] = [
  { line: 'parking-and-enforcement cashless', on: '2025-06-12', claimed: 190_000, validated: 190_000 },
  {
    line: 'parking-and-enforcement permits',
    on: '2025-06-12',
    claimed: 85_000,
    validated: 71_000,
    note: 'Two months of the old system were still paid',
  },
  { line: 'revenues-and-benefits shared-service', on: '2025-10-06', claimed: 512_000, validated: 512_000 },
  { line: 'revenues-and-benefits one-system', on: '2025-10-06', claimed: 158_000, validated: 152_000 },
  { line: 'revenues-and-benefits overpayments', on: '2025-10-06', claimed: 226_000, validated: 226_000 },
  {
    line: 'waste-and-recycling garden-charge',
    on: '2025-10-06',
    claimed: 604_000,
    validated: 604_000,
    note: 'More households than forecast, from the subscription ledger',
  },
  { line: 'adult-home-care direct-payments', on: '2025-10-06', claimed: 415_000, validated: 388_000 },
];

const nameOf = (line: Line): string => `${line.review} ${line.id}`;

const withClaim = (years: Years, claimed: number): Years =>
  years.map((year, n) => (n === 0 ? { ...year, claimedActual: claimed } : year));

const recordOf = (line: Line, look: number, actual?: Validated): z.input<typeof Saving> => {
  const years = yearsAt(line.plans, line.course, line.mtfpShare, look, actual?.validated);
  return {
    title: line.title,
    class: line.class,
    mechanism: line.mechanism,
    recurrence: line.recurrence,
    firmness: actual === undefined ? line.firmness : 'delivered',
    budgetLine: line.budgetLine,
    ...line.more,
    years: actual === undefined ? years : withClaim(years, actual.claimed),
  };
};

const put = (on: LocalDate, line: Line, look: number, actual?: Validated): ChangeStep =>
  command.entry({ on, as: team }, 'saving', line.review, line.id, recordOf(line, look, actual));

const recordedOf = (line: Line, firstLook: number, on: LocalDate): ChangeStep[] => {
  const later = Array.from({ length: looksAt(line.course) }, (_, n) => n).filter((n) => n > firstLook);
  const left = leftOn.get(line.review) ?? '9999';
  const looks = later.flatMap((n) => {
    const day = looked[n];
    return day === undefined || day >= left ? [] : [put(day, line, n)];
  });
  const actual = actuals.find((one) => one.line === nameOf(line));
  if (actual === undefined) return [put(on, line, firstLook), ...looks];
  const [first] = line.plans;
  if (first === null || first === undefined) throw new Error(`${actual.line} has no plan for 2025/26`);
  const lastLook = later.filter((n) => (looked[n] ?? '') <= actual.on).at(-1) ?? firstLook;
  return [
    put(on, line, firstLook),
    ...looks.filter((one) => one.on < actual.on),
    put(actual.on, line, lastLook, actual),
    command.validation({ on: actual.on, as: finance }, line.review, line.id, {
      year: '2025/26',
      pounds: actual.validated,
      on: actual.on,
      ...(actual.note === undefined ? {} : { note: actual.note }),
    }),
  ];
};

/** A line entered twice by mistake, and struck out. */
const enteredTwice: readonly ChangeStep[] = [
  command.entry({ on: '2025-04-14', as: team }, 'saving', 'ict-and-digital', 'printing-again', {
    title: 'Printing halved',
    class: 'cash-releasing',
    mechanism: 'efficiency',
    recurrence: 'recurring',
    firmness: 'agreed',
    budgetLine: 'ICT: printing',
    years: [{ year: '2025/26', plan: 110_000 }],
  }),
  command.strikeOut(
    { on: '2025-04-22', as: team },
    'saving',
    'ict-and-digital',
    'printing-again',
    'Entered twice: the line is "printing".',
  ),
];

export const savingSteps: readonly ChangeStep[] = [
  ...lines.flatMap((line) => recordedOf(line, 0, firstRecorded)),
  ...linesFromJuly.flatMap((line) => recordedOf(line, Math.min(1, looksAt(line.course) - 1), '2025-07-14')),
  ...substitutes.flatMap((line) => recordedOf(line, 2, '2025-09-15')),
  ...enteredTwice,
];
