import { dateInWords } from '#language/in-words.ts';
import type { Flow } from '#schemas/flow.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ContentRow, FigureOfReport, FigureRule } from './figure.ts';
import { itselfNamed } from './of-records.ts';

/*
 * The flow of each tier, portfolio, stage and stage within a tier, and of the potential reviews: every way in and out with the reviews that took it
 * (docs/meaning.md REPORT-21, REPORT-39).
 */

const byPlace: FigureRule = {
  id: 'REPORT-21',
  sentence: 'Opening + restated + entered + moved in - left - moved out = closing, in each row.',
};
const byStage: FigureRule = {
  id: 'REPORT-39',
  sentence: 'A move of stage is a movement out of one row and into another.',
};

export const rulesOfFlowByPlace: readonly FigureRule[] = [byPlace, byStage];

type FlowRow = NonNullable<Flow['potential']>;
type Ways = NonNullable<Flow['ways']>;

const columns = [
  ['restatedBy', 'restated', 'restated', 1],
  ['entered', 'entered', 'entered', 1],
  ['movedIn', 'moved-in', 'moved in', 1],
  ['left', 'left', 'left', -1],
  ['movedOut', 'moved-out', 'moved out', -1],
] as const;
/** Of those that entered and left. */
const pauses = [
  ['resumed', 'resumed', 'resumed'],
  ['paused', 'paused', 'paused'],
] as const;

interface OfFlow {
  readonly name: string;
  readonly rule: FigureRule;
  readonly ways: Ways[keyof Ways];
  /** The rows that its closing has. */
  readonly rowsOf: string;
  readonly countsOnce: boolean;
}

const rowOfWay = ({ review, title, change, on }: Ways['byTier']['rows'][number], programme: string): ContentRow => ({
  ...{ review, title, amount: change },
  ...itselfNamed(review, programme),
  because: on === null ? 'recorded late, or by another setting' : dateInWords(on),
});

const ofRow = (row: FlowRow, of: OfFlow, { programme, flow, previous }: ReportContent): FigureOfReport[] => {
  const { name, rule, ways } = of;
  const about = { part: 'flow', unit: 'reviews' as const, rule };
  const moved = ([field, how, words]: readonly [keyof FlowRow, string, string, ...unknown[]]): FigureOfReport[] => {
    const value = row[field];
    if (typeof value !== 'number') return [];
    const rows = ways.rows.filter((one) => one.row === row.key && one.how === how);
    const notKept = ways.total > ways.rows.length ? value - rows.reduce((sum, { change }) => sum + change, 0) : 0;
    return [
      {
        ...{ ...about, figure: `${name}.${how}`, title: `${row.name}: ${words}`, value },
        rows: { total: rows.length + Math.abs(notKept), rows: rows.map((one) => rowOfWay(one, programme.id)) },
      },
    ];
  };
  const opening =
    flow.openingFrom === 'last-report' && previous !== null && row.opening > 0
      ? { from: { month: previous.month, revision: previous.revision, figure: `${name}.closing` } }
      : {
          madeOf: [
            { figure: `${name}.closing`, sign: 1 as const },
            ...columns.map(([, how, , sign]) => ({
              figure: `${name}.${how}`,
              sign: sign === 1 ? (-1 as const) : (1 as const),
            })),
          ],
        };
  return [
    { ...about, figure: `${name}.opening`, title: `${row.name}: opening`, value: row.opening, ...opening },
    ...columns.flatMap(moved),
    ...pauses.flatMap(moved),
    {
      ...{ ...about, figure: `${name}.closing`, title: `${row.name}: closing`, value: row.closing },
      ...{ rowsOf: of.rowsOf, ...(of.countsOnce ? { countsOnce: true as const } : {}) },
    },
  ];
};

/** The figures of the flows of a report; of one that kept no ways none. */
export const flowByPlaceFigures = (content: ReportContent): FigureOfReport[] => {
  const { byTier = [], byPortfolio = [], byStage: stages = [], byStageAndTier = [], potential, ways } = content.flow;
  if (ways === undefined) return [];
  const each = (rows: readonly FlowRow[], name: string, rule: FigureRule, of: keyof Ways, closing: string) =>
    rows.flatMap((row) => {
      const key = row.key.replace('/', '.');
      const at = { name: `${name}.${key}`, rowsOf: `${closing}.${key}` };
      return ofRow(row, { ...at, rule, ways: ways[of], countsOnce: true }, content);
    });
  return [
    ...each(byTier, 'flow.tier', byPlace, 'byTier', 'counts.tier'),
    ...each(byPortfolio, 'flow.portfolio', byPlace, 'byPortfolio', 'counts.portfolio'),
    ...each(stages, 'flow.stage', byStage, 'byStage', 'counts.stage'),
    ...each(byStageAndTier, 'flow.stage-and-tier', byStage, 'byStageAndTier', stagesInTiers),
    ...(potential === undefined
      ? []
      : ofRow(
          potential,
          {
            ...{ name: 'flow.potential', rule: byPlace, ways: ways.potential },
            ...{ rowsOf: 'counts.not-counted.potential', countsOnce: false },
          },
          content,
        )),
  ];
};

/** The group in which a line keeps at which stage of which tier its review is. */
export const stagesInTiers = 'counts.stage-and-tier';
