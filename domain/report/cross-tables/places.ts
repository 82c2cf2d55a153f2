import { financialYearOf, type LocalDate } from '#language/time.ts';
import type { CrossTables } from '#schemas/cross-tables.ts';
import { lastDayStated } from '#schemas/date-statement.ts';
import type { Total } from '#schemas/figures.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Lifecycle, Tier } from '#schemas/review.ts';
import { addTotals, noTotal } from '../../totals.ts';
import { tierNames } from '../counts.ts';
import { inOrder } from '../in-order.ts';
import type { ReviewInReport } from '../review-in-report.ts';

type PortfolioAndTier = NonNullable<CrossTables['portfolioByTier']>[number];
type EndYear = NonNullable<CrossTables['endYears']>[number];
type OfTheme = NonNullable<CrossTables['themes']>[number];
type Section = ReviewInReport['position']['review'];

export const notStated = { key: 'not-stated', name: 'Not stated' } as const;

/** Those listed, then those no longer listed, then what is not stated. */
const orderOf = (listed: readonly { readonly id: string; readonly name: string }[]) => {
  const places = new Map(listed.map(({ id }, n) => [id, n]));
  const names = new Map(listed.map(({ id, name }) => [id, name]));
  return {
    place: (key: string | undefined): number =>
      key === undefined ? listed.length + 1 : (places.get(key) ?? listed.length),
    name: (key: string | undefined): string => (key === undefined ? notStated.name : (names.get(key) ?? key)),
  };
};

const noLifecycle: Readonly<Record<Lifecycle, number>> = {
  potential: 0,
  active: 0,
  paused: 0,
  stopped: 0,
  completed: 0,
  transferred: 0,
  left: 0,
};

/** Reviews by portfolio, tier and lifecycle; nothing where no review states a portfolio. */
export const portfolioByTier = ({ portfolios }: Programme) => {
  const order = orderOf(portfolios);
  const cells = new Map<
    string,
    { portfolio: string | undefined; tier: Tier; counted: number; by: Record<Lifecycle, number> }
  >();
  return {
    add: ({ portfolio, tier, lifecycle }: Section, counted: boolean): void => {
      const key = `${portfolio ?? notStated.key}/${tier}`;
      const cell = cells.get(key) ?? { portfolio, tier, counted: 0, by: { ...noLifecycle } };
      cell.by[lifecycle] += 1;
      if (counted) cell.counted += 1;
      cells.set(key, cell);
    },
    close: (): PortfolioAndTier[] | undefined => {
      if ([...cells.values()].every(({ portfolio }) => portfolio === undefined)) return undefined;
      return inOrder([...cells], ([, { portfolio, tier }]) => [
        order.place(portfolio),
        portfolio ?? '',
        Tier.options.indexOf(tier),
      ]).map(([key, { portfolio, tier, counted, by }]) => ({
        key,
        name: `${order.name(portfolio)}, ${tierNames[tier].toLowerCase()}`,
        portfolio: order.name(portfolio),
        tier: tierNames[tier],
        counted,
        ...by,
      }));
    },
  };
};

/** The columns of tiers. */
export const tierColumns = [
  ['tier1', 'tier-1'],
  ['tier2', 'tier-2'],
  ['tier3', 'tier-3'],
  ['toBeConfirmed', 'to-be-confirmed'],
  ['all', 'all'],
] as const;

const noTier = { tier1: 0, tier2: 0, tier3: 0, toBeConfirmed: 0, all: 0 };
export const columnOf = { '1': 'tier1', '2': 'tier2', '3': 'tier3', 'to-be-confirmed': 'toBeConfirmed' } as const;

const byTier = () => {
  const rows = new Map<string | undefined, { -readonly [K in keyof typeof noTier]: number }>();
  return {
    rows,
    add: (key: string | undefined, tier: Tier): void => {
      const row = rows.get(key) ?? { ...noTier };
      row[columnOf[tier]] += 1;
      row.all += 1;
      rows.set(key, row);
    },
  };
};

/** What is said of an end that stands for no day, before what is not said at all. */
const endsWithoutDay = [
  { key: 'words', name: 'In words, no year' },
  { key: 'to-be-confirmed', name: 'To be confirmed' },
  notStated,
];

/** In which row of end years an end is. */
export const endYearOf = (end: Section['endDate'], lastDay: LocalDate): string => {
  const day = lastDayStated(end);
  if (day === null) return end.kind;
  return day < lastDay ? 'past' : financialYearOf(day);
};

/** Counted reviews by the financial year in which they end, and by tier; nothing where none states an end. */
export const endYears = (lastDay: LocalDate) => {
  const years = byTier();
  const keyOf = (end: Section['endDate']): string => endYearOf(end, lastDay);
  const placeOf = (key: string): number =>
    key === 'past' ? 0 : 1 + Math.max(0, endsWithoutDay.findIndex((one) => one.key === key) + 1);
  const nameOf = (key: string): string =>
    key === 'past' ? 'Already past' : (endsWithoutDay.find((one) => one.key === key)?.name ?? key);
  return {
    add: ({ endDate, tier }: Section): void => years.add(keyOf(endDate), tier),
    close: (): EndYear[] | undefined => {
      const rows = [...years.rows].flatMap(([key, row]) =>
        key === undefined ? [] : [{ key, name: nameOf(key), ...row }],
      );
      if (rows.every(({ key }) => key === notStated.key)) return undefined;
      return inOrder(rows, ({ key }) => [placeOf(key), key]);
    },
  };
};

/** Counted reviews by theme and tier, with what they plan; nothing where none states a theme. */
export const themes = (programme: Programme, year: string) => {
  const order = orderOf(programme.themes);
  const counts = byTier();
  const planned = new Map<string | undefined, Total>();
  return {
    add: ({ review: { theme, tier }, savings }: Pick<ReviewInReport['position'], 'review' | 'savings'>): void => {
      counts.add(theme, tier);
      planned.set(theme, addTotals([planned.get(theme) ?? noTotal, plannedIn({ savings }, year)]));
    },
    close: (): OfTheme[] | undefined => {
      if ([...counts.rows.keys()].every((theme) => theme === undefined)) return undefined;
      return inOrder([...counts.rows], ([theme]) => [order.place(theme), theme ?? '']).map(([theme, row]) => ({
        key: theme ?? notStated.key,
        name: order.name(theme),
        ...row,
        plannedInYear: planned.get(theme) ?? noTotal,
      }));
    },
  };
};

/** What a review's savings lines plan for a year. */
export const plannedIn = ({ savings }: Pick<ReviewInReport['position'], 'savings'>, year: string): Total =>
  savings.years.find((one) => one.year === year)?.plan ?? noTotal;
