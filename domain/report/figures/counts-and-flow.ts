import { dateInWords } from '#language/in-words.ts';
import type { Counts } from '#schemas/counts.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ContentRow, FigureOfReport, FigureRule } from './figure.ts';

const counted: FigureRule = {
  id: 'REVIEW-3',
  sentence:
    'Counted are active and paused reviews, unless the settings say that paused ones do not count; a part of a counted review counts within it.',
};
const apart: FigureRule = {
  id: 'REVIEW-3',
  sentence: 'Reviews that are not counted are counted one by one by their lifecycle, apart from the total.',
};
const shares: FigureRule = {
  id: 'REPORT-6',
  sentence: 'Counts by what a review is are shares of the counted reviews: each counted review is in one row.',
};
const flowRule: FigureRule = { id: 'REPORT-3', sentence: 'Opening + restated + entered - left = closing.' };
const ways: FigureRule = {
  id: 'REPORT-4',
  sentence:
    'Entered: approved, restarted, reopened, split in, put back. Left: completed, stopped, transferred, merged, split up, or in another way that is named. Restated: what was recorded late.',
};

export const rulesOfCounts: readonly FigureRule[] = [counted, apart, shares, flowRule, ways];

const tables: readonly [
  keyof Counts & ('stage' | 'lifecycle' | 'portfolio' | 'directorate' | 'tier' | 'theme'),
  string,
][] = [
  ['stage', 'by stage'],
  ['lifecycle', 'by lifecycle'],
  ['portfolio', 'by portfolio'],
  ['directorate', 'by directorate'],
  ['tier', 'by tier'],
  ['theme', 'by theme'],
];

export const countFigures = ({ counts }: ReportContent): FigureOfReport[] => {
  const of = { part: 'counts', unit: 'reviews' as const };
  return [
    {
      ...of,
      figure: 'counts.counted',
      title: 'Counted reviews',
      value: counts.counted,
      rule: counted,
      countsOnce: true,
    },
    ...counts.notCounted.map(
      ({ lifecycle, count }): FigureOfReport => ({
        ...of,
        figure: `counts.not-counted.${lifecycle}`,
        title: `Not counted: ${lifecycle}`,
        value: count,
        rule: apart,
      }),
    ),
    ...tables.flatMap(([table, words]) =>
      counts[table].map(
        ({ key, name, share }): FigureOfReport => ({
          ...of,
          figure: `counts.${table}.${key}`,
          title: `Reviews ${words}: ${name}`,
          value: share.numerator,
          rule: shares,
          countsOnce: true,
        }),
      ),
    ),
  ];
};

const movement = (
  { review, title }: { readonly review: string; readonly title: string },
  amount: number,
  because: string,
): ContentRow => ({ review, title, register: 'review', entry: review, entryTitle: null, amount, because });

const openingOf = ({ flow, previous }: ReportContent): Pick<FigureOfReport, 'from' | 'madeOf'> =>
  flow.openingFrom === 'last-report' && previous !== null
    ? { from: { month: previous.month, revision: previous.revision, figure: 'flow.closing' } }
    : {
        madeOf: [
          { figure: 'flow.closing', sign: 1 },
          { figure: 'flow.restated', sign: -1 },
          { figure: 'flow.entered', sign: -1 },
          { figure: 'flow.left', sign: 1 },
        ],
      };

export const flowFigures = (content: ReportContent): FigureOfReport[] => {
  const { flow } = content;
  const of = { part: 'flow', unit: 'reviews' as const };
  return [
    { ...of, figure: 'flow.opening', title: 'Opening', value: flow.opening, rule: flowRule, ...openingOf(content) },
    {
      ...of,
      figure: 'flow.restated',
      title: 'Restated',
      value: flow.restatedBy,
      rule: ways,
      rows: {
        total: flow.restated.total,
        rows: flow.restated.rows.map((row) => movement(row, row.change, row.because)),
      },
    },
    {
      ...of,
      figure: 'flow.entered',
      title: 'Entered',
      value: flow.entered.total,
      rule: ways,
      rows: {
        total: flow.entered.total,
        rows: flow.entered.rows.map((row) => movement(row, 1, `${row.how}, ${dateInWords(row.on)}`)),
      },
    },
    {
      ...of,
      figure: 'flow.left',
      title: 'Left',
      value: flow.left.total,
      rule: ways,
      rows: {
        total: flow.left.total,
        rows: flow.left.rows.map((row) => movement(row, 1, `${row.how}, ${dateInWords(row.on)}`)),
      },
    },
    {
      ...of,
      figure: 'flow.closing',
      title: 'Closing',
      value: flow.closing,
      rule: flowRule,
      rowsOf: 'counts.counted',
      countsOnce: true,
    },
  ];
};
