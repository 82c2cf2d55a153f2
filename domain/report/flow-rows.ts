import { dayOf, type Instant } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Placed, Tier } from '#schemas/review.ts';
import { type Stages, stageNotStated, stageNow, stagesOf } from '#schemas/stages.ts';
import type { CountsBy } from '../review/counted.ts';
import { isStruckOut } from '../review/strike-out-review.ts';
import { tierNames } from './counts.ts';
import { type Change, isIn, type ReviewInFlow } from './flow-changes.ts';
import { inOrder, reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportedPlace, ReportSetting } from './report-setting.ts';
import { Rows } from './rows.ts';

/*
 * The flow of the counted reviews by tier and by portfolio, and of the potential ones (docs/meaning.md REPORT-21): each row
 * opens with the closing of the report before, reconciles by itself, and the rows add up to the whole.
 */

type FlowRow = NonNullable<Flow['byTier']>[number];
type Moved = NonNullable<Flow['moved']>['rows'][number];
/** At the stages of the settings of now, as the report has them. */
interface Place extends Pick<Placed, 'tier' | 'portfolio'> {
  readonly stage: string;
}

/** What a review was from an instant on. */
interface State extends Place {
  readonly at: Instant;
  readonly lifecycle: Change['lifecycle'];
  readonly counted: boolean;
}

/** The row of a review in one of the flows; null: it is in none. */
type InCell = Pick<State, 'lifecycle' | 'counted'> & Place;
type CellOf = (state: InCell) => string | null;

const notStated = 'not-stated';
const byTier: CellOf = ({ counted, tier }) => (counted ? tier : null);
const byPortfolio: CellOf = ({ counted, portfolio }) => (counted ? (portfolio ?? notStated) : null);
const byStage: CellOf = ({ counted, stage }) => (counted ? stage : null);
const byStageAndTier: CellOf = ({ counted, stage, tier }) => (counted ? `${stage}/${tier}` : null);
const potential: CellOf = ({ lifecycle }) => (lifecycle === 'potential' ? lifecycle : null);

const statesOf = (
  { position: { review } }: ReviewInFlow,
  changes: readonly Change[],
  settings: CountsBy & Stages,
): readonly State[] => {
  const { places = [{ tier: review.tier, portfolio: review.portfolio, at: '' }], moves } = review;
  const instants = [...new Set([...changes, ...places, ...moves].map(({ at }) => at))].sort();
  const stageAt = (at: Instant): string => {
    const taken = moves.filter((one) => one.at <= at);
    if (taken.length === moves.length) return review.stage;
    return stageNow(settings, taken.at(-1)?.to ?? moves[0]?.from ?? review.stage);
  };
  return instants.flatMap((at): readonly State[] => {
    const change = changes.findLast((one) => one.at <= at);
    const place = places.findLast((one) => one.at <= at) ?? places[0];
    if (change === undefined || place === undefined) return [];
    const { tier, portfolio } = place;
    return [
      {
        at,
        lifecycle: change.lifecycle,
        counted: isIn(change, settings),
        stage: stageAt(at),
        tier,
        ...(portfolio === undefined ? {} : { portfolio }),
      },
    ];
  });
};

type Figures = Readonly<Record<Exclude<keyof FlowRow, 'key' | 'name' | 'reconciles'>, number>>;
const nothing = (): Figures => ({
  opening: 0,
  restatedBy: 0,
  entered: 0,
  movedIn: 0,
  left: 0,
  movedOut: 0,
  resumed: 0,
  paused: 0,
  closing: 0,
});

/** The rows in their order: those that are listed, other keys, not stated. */
const inRows = (
  rows: ReadonlyMap<string, Figures>,
  listed: readonly { readonly key: string; readonly name: string }[],
  showsPauses: boolean,
): FlowRow[] => {
  const known = new Set(listed.map(({ key }) => key));
  const others = inOrder(
    [...rows.keys()].filter((key) => !known.has(key) && key !== notStated),
    (key) => [key],
  );
  return [
    ...listed,
    ...others.map((key) => ({ key, name: key })),
    ...(rows.has(notStated) && !known.has(notStated) ? [{ key: notStated, name: 'Not stated' }] : []),
  ].map(({ key, name }) => {
    const { resumed, paused, ...row } = rows.get(key) ?? nothing();
    const { opening, restatedBy, entered, movedIn, left, movedOut, closing } = row;
    return {
      key,
      name,
      ...row,
      ...(showsPauses ? { resumed, paused } : {}),
      reconciles: opening + restatedBy + entered + movedIn - left - movedOut === closing,
    };
  });
};

type Way = NonNullable<Flow['ways']>['byTier']['rows'][number];

const waysIn: { readonly [F in keyof Figures]?: Way['how'] } = {
  restatedBy: 'restated',
  entered: 'entered',
  movedIn: 'moved-in',
  left: 'left',
  movedOut: 'moved-out',
  resumed: 'resumed',
  paused: 'paused',
};

/** The review that moved, and when; null: that was before the month. */
type Moving = Pick<Way, 'review' | 'title' | 'on'>;

interface RowsBy {
  readonly before: ReadonlyMap<string, ReportedPlace> | null;
  readonly beforeEnd: Instant;
  /** Whether pausing and resuming move a review out and in. */
  readonly showsPauses: boolean;
}

/** The rows of one flow, of every review's way through them. */
const rowsOf = (cellOf: CellOf, { before: previous, beforeEnd, showsPauses }: RowsBy) => {
  const rows = new Map<string, Figures>();
  const ways = new Rows<Way>((one) => [one.row, one.how, one.on ?? '', reviewKey(one)]);
  const take = (cell: string | null, figure: keyof Figures, moving?: Moving, change: Way['change'] = 1): void => {
    if (cell === null) return;
    const row = rows.get(cell) ?? nothing();
    rows.set(cell, { ...row, [figure]: row[figure] + change });
    const how = waysIn[figure];
    const isShown = showsPauses || (how !== 'resumed' && how !== 'paused');
    if (moving !== undefined && how !== undefined && isShown) ways.add({ ...moving, row: cell, how, change });
  };
  const notSeen = new Map(previous ?? []);
  for (const before of previous?.values() ?? []) take(cellOf(before), 'opening');
  return {
    add: ({ id, title }: ReviewInFlow, states: readonly State[], closing: string | null): void => {
      const held = states.findLast(({ at }) => at <= beforeEnd);
      let cell = held === undefined ? null : cellOf(held);
      if (previous === null) take(cell, 'opening');
      else {
        const reported = previous.get(id);
        const was = reported === undefined ? null : cellOf(reported);
        if (was !== cell) {
          const restated = { review: id, title, on: null };
          take(was, 'restatedBy', restated, -1);
          take(cell, 'restatedBy', restated);
        }
      }
      notSeen.delete(id);
      let was = held?.lifecycle;
      for (const state of states.filter(({ at }) => at > beforeEnd)) {
        const next = cellOf(state);
        if (next !== cell) {
          const moving = { review: id, title, on: dayOf(state.at) };
          take(cell, next === null ? 'left' : 'movedOut', moving);
          take(next, cell === null ? 'entered' : 'movedIn', moving);
          if (next === null && state.lifecycle === 'paused') take(cell, 'paused', moving);
          if (cell === null && was === 'paused') take(next, 'resumed', moving);
        }
        cell = next;
        was = state.lifecycle;
      }
      take(closing, 'closing');
    },
    /** A review that was reported and cannot be found or read now is restated out of its row. */
    close: (listed: readonly { readonly key: string; readonly name: string }[]): FlowRow[] => {
      for (const [review, before] of notSeen)
        take(cellOf(before), 'restatedBy', { review, title: review, on: null }, -1);
      notSeen.clear();
      return inRows(rows, listed, showsPauses);
    },
    /** Once it is closed. */
    ways: () => ways.listed(),
  };
};

/** The reviews that moved within the month from one tier or portfolio to another while they were counted. */
const movesOf = (programme: Programme, { beforeEnd }: ReportedMonth) => {
  const moved = new Rows<Moved>((one) => [one.on, reviewKey(one), one.by]);
  const portfolios = new Map(programme.portfolios.map(({ id, name }) => [id, name]));
  const names = {
    tier: (key: string) => (Tier.safeParse(key).success ? tierNames[Tier.parse(key)] : key),
    portfolio: (key: string) => (key === notStated ? 'Not stated' : (portfolios.get(key) ?? key)),
  };
  return {
    add: ({ id, title }: ReviewInFlow, states: readonly State[]): void => {
      for (const [n, state] of states.entries()) {
        const before = states[n - 1];
        if (before === undefined || state.at <= beforeEnd) continue;
        for (const [by, cellOf] of [['tier', byTier] as const, ['portfolio', byPortfolio] as const]) {
          const [from, to] = [cellOf(before), cellOf(state)];
          if (from !== null && to !== null && from !== to)
            moved.add({ review: id, title, by, from: names[by](from), to: names[by](to), on: dayOf(state.at) });
        }
      }
    },
    close: () => moved.listed(),
  };
};

type OfStageAndTier = NonNullable<Flow['byStageAndTier']>[number];

/** The stages of the model, and last that a stage is not stated. */
const stagesListed = ({ stageModel }: Programme) => [
  ...stagesOf(stageModel).map(({ id, name }) => ({ key: id, name })),
  ...(stagesOf(stageModel).some(({ id }) => id === notStated) ? [] : [{ key: notStated, name: stageNotStated.name }]),
];

/** Whether a review is, or was in the month, in a row. */
const isUsed = ({ opening, restatedBy, entered, movedIn, left, movedOut, closing }: Omit<FlowRow, 'key'>): boolean =>
  [opening, restatedBy, entered, movedIn, left, movedOut, closing].some((one) => one !== 0);

/** The rows of stages within tiers in which a review is, or was in the month. */
const withinTiers = (rows: ReturnType<typeof rowsOf>, programme: Programme): OfStageAndTier[] => {
  const listed = stagesListed(programme);
  const cells = listed.flatMap(({ key, name }) =>
    Tier.options.map((tier) => ({ key: `${key}/${tier}`, name: `${name}, ${tierNames[tier].toLowerCase()}` })),
  );
  return rows.close(cells).flatMap((row) => {
    const [stage = row.key, tier] = row.key.split('/');
    return isUsed(row) ? [{ ...row, stage, tier: Tier.parse(tier) }] : [];
  });
};

/** What `rules-2` adds to the flow of the whole. */
export const flowRows = ({ programme, previous }: ReportSetting, month: ReportedMonth) => {
  const by = {
    before: previous?.places ?? null,
    beforeEnd: month.beforeEnd,
    showsPauses: programme.pausedCounts === false,
  };
  const tiers = rowsOf(byTier, by);
  const portfolios = rowsOf(byPortfolio, by);
  const stages = rowsOf(byStage, by);
  const stagesInTiers = rowsOf(byStageAndTier, by);
  const potentials = rowsOf(potential, { ...by, showsPauses: false });
  const moves = movesOf(programme, month);
  return {
    add: (review: ReviewInFlow, changes: readonly Change[]): void => {
      const states = statesOf(review, changes, programme).filter(({ at }) => at <= month.end);
      const now = { ...review.position.review, counted: review.counted };
      tiers.add(review, states, byTier(now));
      portfolios.add(review, states, byPortfolio(now));
      stages.add(review, states, byStage(now));
      stagesInTiers.add(review, states, byStageAndTier(now));
      potentials.add(review, states, isStruckOut(now) ? null : potential(now));
      moves.add(review, states);
    },
    close: (): Required<
      Pick<Flow, 'byTier' | 'byPortfolio' | 'byStage' | 'byStageAndTier' | 'potential' | 'moved' | 'ways'>
    > => {
      const [ofPotential] = potentials.close([{ key: 'potential', name: 'Potential (not yet approved)' }]);
      if (ofPotential === undefined) throw new Error('the potential reviews have no row');
      const closed = {
        byTier: tiers.close(Tier.options.map((key) => ({ key, name: tierNames[key] }))),
        byPortfolio: portfolios.close(programme.portfolios.map(({ id, name }) => ({ key: id, name }))),
        byStage: stages.close(stagesListed(programme)).filter(({ key, ...row }) => key !== notStated || isUsed(row)),
        byStageAndTier: withinTiers(stagesInTiers, programme),
        potential: ofPotential,
        moved: moves.close(),
      };
      const ways = {
        byTier: tiers.ways(),
        byPortfolio: portfolios.ways(),
        byStage: stages.ways(),
        byStageAndTier: stagesInTiers.ways(),
        potential: potentials.ways(),
      };
      return { ...closed, ways };
    },
  };
};
