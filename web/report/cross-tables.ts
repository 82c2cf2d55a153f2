import { dateInWords } from '#language/in-words.ts';
import { financialYearOf, lastDayOf } from '#language/time.ts';
import { variationInWords } from '#registers/cost-or-benefit/choices.ts';
import type { SumOfKind } from '#registers/cost-or-benefit/projections.ts';
import type { CrossTables, OfTierOne, TierOne } from '#schemas/cross-tables.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Figure, Share } from '#schemas/figures.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { count, type Fact, total, whole, words } from './fact.ts';
import { figureCell, totalCell, totalValue } from './figure.ts';
import { section, subject, table } from './layout.ts';
import { lastRatingMark, type ReportOf } from './rating-mark.ts';

/* docs/meaning.md REPORT-38: tables of two dimensions, of what the programme uses alone. */

type Rows<K extends 'portfolioByTier' | 'endYears' | 'themes'> = NonNullable<CrossTables[K]>;

/** None is a dash, so that the numbers stand out. */
const few = (reviews: number): Printable => (reviews === 0 ? '–' : reviews);
const add = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

const lifecycles = [
  ['active', 'Active'],
  ['paused', 'Paused'],
  ['counted', 'Counted'],
  ['potential', 'Potential'],
  ['stopped', 'Stopped'],
  ['completed', 'Completed'],
  ['transferred', 'Transferred'],
  ['left', 'Left'],
] as const;

const portfolioTable = (rows: Rows<'portfolioByTier'>): Html => {
  const used = lifecycles.filter(([key]) => key === 'counted' || rows.some((row) => row[key] > 0));
  const cells = (of: (key: (typeof lifecycles)[number][0]) => number): readonly Printable[] =>
    used.map(([key]) => (key === 'counted' ? html`<strong>${of(key)}</strong>` : few(of(key))));
  return table({
    caption: 'Reviews by portfolio, tier and lifecycle',
    columns: [{ head: 'Portfolio' }, { head: 'Tier' }, ...used.map(([, head]) => ({ head, figures: true }))],
    rows: [
      ...rows.map((row) => [row.portfolio, row.tier, ...cells((key) => row[key])]),
      ['All', '', ...cells((key) => add(rows, (row) => row[key]))],
    ],
    none: '',
  });
};

const tierColumns = [
  ['tier1', 'Tier 1'],
  ['tier2', 'Tier 2'],
  ['tier3', 'Tier 3'],
  ['toBeConfirmed', 'To be confirmed'],
  ['all', 'All'],
] as const;
type ByTier = Readonly<Record<(typeof tierColumns)[number][0], number>>;

/** The tiers that any row has a review of. */
const tiersOf = (rows: readonly ByTier[]) =>
  tierColumns.filter(([key]) => key === 'all' || rows.some((row) => row[key] > 0));

const endYearsTable = (rows: Rows<'endYears'>): Html => {
  const tiers = tiersOf(rows);
  return table({
    caption: 'Reviews by the financial year in which they end',
    columns: [{ head: 'Ends in' }, ...tiers.map(([, head]) => ({ head, figures: true }))],
    rows: [
      ...rows.map((row) => [row.name, ...tiers.map(([key]) => few(row[key]))]),
      ['All', ...tiers.map(([key]) => add(rows, (row) => row[key]))],
    ],
    none: '',
  });
};

const themesTable = (rows: Rows<'themes'>, year: string, showsSavings: boolean): Html => {
  const tiers = tiersOf(rows);
  return table({
    caption: 'Reviews by theme and tier',
    columns: [
      { head: 'Theme' },
      ...tiers.map(([, head]) => ({ head, figures: true })),
      ...(showsSavings ? [{ head: `Planned ${year}`, figures: true }] : []),
    ],
    rows: rows.map((row) => [
      row.name,
      ...tiers.map(([key]) => few(row[key])),
      ...(showsSavings ? [totalCell(row.plannedInYear)] : []),
    ]),
    none: '',
  });
};

/** `Costs, one-off` becomes `One-off`: the column says which of the two it is. */
const kindOf = ({ key }: Pick<SumOfKind, 'key'>): string => {
  const [first = '', ...rest] = key.replace(/^(?:Costs|Benefits), /, '');
  return `${first.toUpperCase()}${rest.join('')}`;
};

type Sum = OfTierOne['sums'][number];

/** The latest that is known of a sum: what it came to, else what is forecast, else what was approved. */
const latest = ({ actual, forecast, approved }: Sum): Printable => {
  const known = [
    ['', actual],
    ['forecast ', forecast],
    ['approved ', approved],
  ] as const;
  const [what, figure] = known.find(([, one]) => one.count > 0) ?? ['', approved];
  return html`${what}${totalValue(figure)}`;
};

const againstApproved = ({ variation }: Sum): Html | false =>
  variation.compared > 0 && html`<span class="under">${variationInWords(variation)} against the approved case</span>`;

const sumsCell = (sums: readonly Sum[], type: 'cost' | 'benefit', besides: Figure | null = null): Printable => {
  const of = sums.filter((sum) => sum.type === type);
  if (of.length === 0 && besides !== null) return figureCell(besides);
  return of.length === 0
    ? html`<span class="aside">not stated</span>`
    : html`${of.map((sum) => html`<p>${kindOf(sum)}: ${latest(sum)}${againstApproved(sum)}</p>`)}`;
};

const nextCell = ({ nextMilestone: next }: OfTierOne): Printable =>
  next === null
    ? html`<span class="aside">none</span>`
    : html`${next.milestone}<span class="under">${dateInWords(next.dueOn)}${next.baseline !== null && `, baseline ${dateInWords(next.baseline)}`}</span>`;

const srosInWords = (sros: number): Html | false =>
  sros !== 1 && html`<span class="under"><strong>${sros === 0 ? 'no SRO' : `${sros} SROs`}</strong></span>`;

const of = ({ numerator, denominator }: Share): string => `${numerator} of ${denominator} reviews`;

const tierOneTable = (
  tierOne: TierOne,
  { year, month }: ReportOf & { readonly year: string },
  shows: (part: string) => boolean,
): Html => {
  const ratings = shows('ratings');
  const costs = shows('costsAndBenefits');
  const savings = shows('savings');
  const milestones = shows('milestones');
  const columns = [
    { head: 'Review and stage' },
    ...(costs ? [{ head: 'Cost' }, { head: 'Benefit' }] : []),
    ...(savings ? [{ head: `Planned ${year}`, figures: true }] : []),
    ...(milestones ? [{ head: 'Next milestone' }] : []),
    { head: 'Ends' },
    ...(ratings ? [{ head: 'SRO' }, { head: 'Assurance' }] : []),
  ];
  const row = (one: OfTierOne): readonly Printable[] => [
    html`${subject(one)}<span class="under">${one.stage}</span>${srosInWords(one.sros)}`,
    ...(costs ? [sumsCell(one.sums, 'cost', one.statedCost), sumsCell(one.sums, 'benefit', one.statedBenefit)] : []),
    ...(savings ? [totalValue(one.plannedInYear)] : []),
    ...(milestones ? [nextCell(one)] : []),
    dateStatementInWords(one.ends),
    ...(ratings ? [lastRatingMark(one.sro, { month }), lastRatingMark(one.assurance, { month })] : []),
  ];
  const covered = (what: Printable, share: Share): Html => html`${what}<span class="under">${of(share)}</span>`;
  const totals: readonly Printable[] = [
    html`All ${tierOne.reviews.total} of tier 1`,
    ...(costs
      ? [
          covered(sumsCell(tierOne.sums, 'cost'), tierOne.withCost),
          covered(sumsCell(tierOne.sums, 'benefit'), tierOne.withBenefit),
        ]
      : []),
    ...(savings ? [covered(totalValue(tierOne.plannedInYear), tierOne.withPlan)] : []),
    ...(milestones ? [covered('stated of', tierOne.withNextMilestone)] : []),
    covered('stated of', tierOne.withEnd),
    ...(ratings ? [covered('rated', tierOne.ratedBySro), covered('rated', tierOne.ratedByAssurance)] : []),
  ];
  return table({
    caption: 'Reviews of tier 1 at a glance, the worst first',
    columns,
    rows: [...tierOne.reviews.rows.map(row), totals],
    none: '',
    ...(tierOne.reviews.total > tierOne.reviews.rows.length ? { total: tierOne.reviews.total } : {}),
  });
};

export const crossTablesTitle = 'Portfolios, tiers and themes';

/** Whether a report has a table of two dimensions at all. */
export const hasCrossTables = ({ crossTables }: ReportContent): boolean =>
  crossTables !== undefined && Object.values(crossTables).some((one) => one !== undefined);

export const crossTables = (content: ReportContent): Html | false => {
  const { crossTables: made, leftOut = [], notMade = [] } = content;
  if (made === undefined || !hasCrossTables(content)) return false;
  const shows = (part: string): boolean => [...leftOut, ...notMade].every((one) => one.part !== part);
  const year = financialYearOf(lastDayOf(content.month));
  return section(
    'cross-tables',
    crossTablesTitle,
    made.tierOne && tierOneTable(made.tierOne, { year, month: content.month }, shows),
    made.portfolioByTier && portfolioTable(made.portfolioByTier),
    made.endYears && endYearsTable(made.endYears),
    made.themes && themesTable(made.themes, year, shows('savings')),
  );
};

const name = 'Side by side';

const tierOneFacts = ({ reviews, plannedInYear, ...shares }: TierOne): readonly Fact[] => [
  count(name, 'Reviews of tier 1', reviews.total),
  total(name, 'Tier 1', 'Planned in the year', plannedInYear),
  ...(
    [
      ['With a cost', shares.withCost],
      ['With a benefit', shares.withBenefit],
      ['With a plan for the year', shares.withPlan],
      ['With a next milestone', shares.withNextMilestone],
      ['With an end', shares.withEnd],
      ['Rated by the SRO', shares.ratedBySro],
      ['Rated by assurance', shares.ratedByAssurance],
    ] as const
  ).map(([item, share]) => ({ ...count(name, item, share.numerator, 'Tier 1'), of: share.denominator })),
  ...reviews.rows.flatMap(({ title, nextMilestone: next }) =>
    next === null ? [] : [words(name, title, 'Next milestone', `${next.milestone}, ${dateInWords(next.dueOn)}`)],
  ),
];

/** The same for a spreadsheet: every cell that is not nothing. */
export const factsOfCrossTables = ({ crossTables: made }: ReportContent): readonly Fact[] => [
  ...(made?.tierOne === undefined ? [] : tierOneFacts(made.tierOne)),
  ...(made?.portfolioByTier ?? []).flatMap((row) =>
    lifecycles.flatMap(([key, head]) => (row[key] === 0 ? [] : [count(name, head, row[key], row.name)])),
  ),
  ...(made?.endYears ?? []).flatMap((row) =>
    tiersOf([row]).map(([key, head]) => count(name, `End in ${row.name}: ${head}`, row[key], whole)),
  ),
  ...(made?.themes ?? []).flatMap((row) => [
    ...tiersOf([row]).map(([key, head]) => count(name, `Theme: ${head}`, row[key], row.name)),
    total(name, row.name, 'Theme: planned in the year', row.plannedInYear),
  ]),
];
