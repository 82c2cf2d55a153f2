import { counted as countOf, listed } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import type { CountsBy } from '../review/counted.ts';
import type { Families } from './families.ts';
import { type Change, changesOf, isIn as isInBy, type ReviewInFlow } from './flow-changes.ts';
import { flowMonths } from './flow-months.ts';
import { type BeforeNow, type MoreOrFewer, restatements } from './flow-restated.ts';
import { flowRows } from './flow-rows.ts';
import { reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';
import { Rows } from './rows.ts';

type Flow = ReportContent['flow'];
type Entered = Flow['entered']['rows'][number];
type Left = Flow['left']['rows'][number];
const enteredWords: Readonly<Record<Entered['how'], string>> = {
  approved: 'approved',
  restarted: 'restarted',
  reopened: 'reopened',
  'split-in': 'split in',
  'put-back': 'put back after it was struck out',
  resumed: 'resumed after a pause',
  'counted-apart': 'no longer counted within another',
};
const leftWords: Readonly<Record<Left['how'], string>> = {
  completed: 'completed',
  stopped: 'stopped',
  transferred: 'transferred',
  merged: 'merged',
  split: 'split up',
  'not-stated': 'in a way that is not stated',
  'back-to-potential': 'back to potential',
  'struck-out': 'struck out',
  paused: 'paused',
  'counted-within': 'counted within another from then on',
};

/** How a review came into the total; `isPart`: it was split from another, and never was in before. */
const enteredBy = (change: Change, before: Change | undefined, isPart: boolean): Entered['how'] => {
  if (before?.lifecycle === 'struck-out') return 'put-back';
  if (before?.lifecycle === 'within') return 'counted-apart';
  if (before === undefined || before.lifecycle === 'potential') return isPart ? 'split-in' : 'approved';
  if (before.lifecycle === 'paused') return 'resumed';
  return change.by === 'reopened' ? 'reopened' : 'restarted';
};

/** Whether it went to other reviews, if it left. */
const goesTo = ({ lifecycle }: Change): boolean =>
  lifecycle === 'within' || lifecycle === 'completed' || lifecycle === 'stopped' || lifecycle === 'transferred';

/** How a review left the total; undefined: it did not. */
const leftHow = ({ lifecycle, by }: Change, isMerged: boolean): Left['how'] | undefined => {
  switch (lifecycle) {
    case 'struck-out':
    case 'paused':
      return lifecycle;
    case 'within':
      return 'counted-within';
    case 'potential':
      return 'back-to-potential';
    case 'left':
      return 'not-stated';
    case 'completed':
    case 'stopped':
    case 'transferred':
      return isMerged ? 'merged' : by === 'split' ? 'split' : lifecycle;
    case 'active':
      return undefined;
  }
};

/** What makes a change a movement of the month. */
interface MovementsBy {
  readonly month: ReportedMonth;
  readonly namesOthers: boolean;
  readonly countsBy: CountsBy;
}

/** The ways in and out of the total that a review took after the earlier end and by the observation end. */
const movementsOf = (
  review: ReviewInFlow,
  changes: readonly Change[],
  { month, namesOthers, countsBy }: MovementsBy,
) => {
  const isIn = (change: Change | undefined): boolean => isInBy(change, countsBy);
  const others = (named: readonly string[] | undefined) =>
    namesOthers && named !== undefined && named.length > 0 ? { others: [...named] } : {};
  const { splitFrom, mergedInto } = review.position.review;
  const about = { review: review.id, title: review.title };
  const entered: Entered[] = [];
  const left: Left[] = [];
  const lastExit = changes.findLastIndex((change, n) => !isIn(change) && isIn(changes[n - 1]));
  const merged = mergedInto !== undefined && !isIn(changes.at(-1));
  for (const [n, change] of changes.entries()) {
    const before = changes[n - 1];
    if (change.at <= month.beforeEnd || isIn(before) === isIn(change)) continue;
    const on = dayOf(change.at);
    if (isIn(change)) {
      const how = enteredBy(change, before, splitFrom !== undefined && !changes.slice(0, n).some(isIn));
      const from = how === 'split-in' && splitFrom !== undefined ? [splitFrom] : undefined;
      entered.push({ ...about, how, on, ...others(from) });
      continue;
    }
    const isMerged = change.by === undefined ? merged && n === lastExit : change.by === 'merged';
    const how = leftHow(change, isMerged);
    const into = change.into ?? (isMerged && mergedInto !== undefined ? [mergedInto] : undefined);
    if (how !== undefined) left.push({ ...about, how, on, ...(goesTo(change) ? others(into) : {}) });
  }
  return { entered, left };
};

/** How many reviews took each way, by its words. */
type Ways = Map<string, number>;

const waysOf = (words: Readonly<Record<string, string>>): Ways => new Map(Object.values(words).map((way) => [way, 0]));
const take = (ways: Ways, way: string): void => {
  ways.set(way, (ways.get(way) ?? 0) + 1);
};
const tally = (ways: Ways): string =>
  listed([...ways].filter(([, count]) => count > 0).map(([way, count]) => `${count} ${way}`));

/** Every movement counted, those included that the lists are too long to keep. */
interface Counted {
  readonly late: MoreOrFewer;
  readonly bySetting: MoreOrFewer;
  readonly byRules: MoreOrFewer;
  readonly entered: number;
  readonly enteredBy: Ways;
  readonly left: number;
  readonly leftBy: Ways;
}

const inWords = (
  flow: Omit<Flow, 'sentence'>,
  { late, bySetting, byRules, entered, enteredBy, left, leftBy }: Counted,
  month: ReportedMonth,
): string => {
  const restated = (why: string, { up, down }: MoreOrFewer): string[] =>
    up + down === 0
      ? []
      : [`restated by ${why}: ${listed([...(up > 0 ? [`${up} more`] : []), ...(down > 0 ? [`${down} fewer`] : [])])}`];
  const parts = [
    `${countOf(flow.opening, 'review')} at the end of ${month.beforeInWords}`,
    ...restated('what was recorded late', late),
    ...restated('the setting of whether paused reviews count', bySetting),
    ...restated('counting parts of a review once with it', byRules),
    entered === 0 ? 'none entered' : `${entered} entered (${tally(enteredBy)})`,
    left === 0 ? 'none left' : `${left} left (${tally(leftBy)})`,
    `${flow.closing} at the end of ${month.inWords}`,
  ];
  return `${parts.join('; ')}: ${flow.reconciles ? 'this reconciles' : 'this does NOT reconcile'}.`;
};

/** Every review's ways in and out of the total within the month, listed and counted by how. */
const movements = (by: MovementsBy) => {
  const entered = new Rows<Entered>((one) => [one.on, reviewKey(one)]);
  const left = new Rows<Left>((one) => [one.on, reviewKey(one)]);
  const enteredBy = waysOf(enteredWords);
  const leftBy = waysOf(leftWords);
  const titles = new Map<string, string>();
  /** Other reviews by their titles, where they are in the programme. */
  const named = <R extends Entered | Left>({ total, rows }: { total: number; rows: R[] }) => ({
    total,
    rows: rows.map((row) =>
      row.others === undefined ? row : { ...row, others: row.others.map((id) => titles.get(id) ?? id) },
    ),
  });
  return {
    add: (review: ReviewInFlow, changes: readonly Change[]): void => {
      titles.set(review.id, review.title);
      const taken = movementsOf(review, changes, by);
      entered.add(...taken.entered);
      left.add(...taken.left);
      for (const { how } of taken.entered) take(enteredBy, enteredWords[how]);
      for (const { how } of taken.left) take(leftBy, leftWords[how]);
    },
    close: () => ({ entered: named(entered.listed()), enteredBy, left: named(left.listed()), leftBy }),
  };
};

interface PartsBy {
  readonly programme: CountsBy;
  readonly countedThen: CountsBy;
  readonly month: ReportedMonth;
}

const heldAt = (changes: readonly Change[], { beforeEnd }: ReportedMonth): Change | undefined =>
  changes.findLast((change) => change.at <= beforeEnd);

/** What is part of another as the flow takes it: out of the total while it counts within that. */
const asPart = (
  review: ReviewInFlow,
  families: Families,
  { programme, countedThen, month }: PartsBy,
): [ReviewInFlow, readonly Change[], BeforeNow] => {
  const changes = families.changesOf(review.id, programme);
  const before = heldAt(changes, month);
  const within = before?.lifecycle === 'within' ? families.titleOf(before.into?.[0] ?? '') : undefined;
  return [
    { ...review, counted: review.counted && families.countsWith(review.id) === undefined },
    changes,
    { before, byThoseSettings: heldAt(families.changesOf(review.id, countedThen), month), within },
  ];
};

/**
 * How the number of counted reviews came about: opening + restated + entered - left = closing. The opening is the last
 * report's closing (without one, it comes from history); the closing is counted afresh from today's lifecycles, so that
 * `reconciles` is a check and not a sum. Restated = what was recorded late about the time before, and what counts otherwise by the
 * settings of now. Paused reviews count unless these say otherwise. Since `rules-2` the same by tier and by portfolio, and of potential reviews;
 * what is part of another review is taken at the end, when all are known (`families`).
 */
export const flowPart = (
  setting: ReportSetting,
  month: ReportedMonth,
  ruleSet: RuleSetName,
  families: Families | undefined,
) => {
  const { previous, programme } = setting;
  const countedThen = { pausedCounts: previous?.content.counts.pausedCounts };
  const restating = restatements(setting);
  const hasRows = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const moving = movements({ month, namesOthers: hasRows, countsBy: programme });
  const rows = hasRows ? flowRows(setting, month) : undefined;
  const parts: ReviewInFlow[] = [];
  let openingFromHistory = 0;
  let closing = 0;
  const take = (review: ReviewInFlow, changes: readonly Change[], now: BeforeNow): void => {
    if (review.counted) closing += 1;
    if (isInBy(now.before, programme)) openingFromHistory += 1;
    restating.add(review, now);
    moving.add(review, changes);
    rows?.add(review, changes);
  };
  return {
    add: ({ id, title, counted, position: { review } }: ReviewInReport): void => {
      const seen: ReviewInFlow = { id, title, counted, position: { review } };
      const changes = changesOf(review).filter((change) => change.at <= month.end);
      families?.add(seen, changes);
      if (families?.isPart(id) === true) parts.push(seen);
      else {
        const before = heldAt(changes, month);
        take(seen, changes, { before, byThoseSettings: before, within: undefined });
      }
    },
    close: (): Flow => {
      if (families !== undefined)
        for (const part of parts.splice(0)) take(...asPart(part, families, { programme, countedThen, month }));
      const { restated, ...restatedCounts } = restating.close();
      const restatedBy = Object.values(restatedCounts).reduce((sum, { up, down }) => sum + up - down, 0);
      const { entered, enteredBy, left, leftBy } = moving.close();
      const opening = previous === null ? openingFromHistory : previous.content.flow.closing;
      const flow: Omit<Flow, 'sentence'> = {
        opening,
        openingFrom: previous === null ? 'history' : 'last-report',
        restated,
        entered,
        left,
        restatedBy,
        closing,
        reconciles: opening + restatedBy + entered.total - left.total === closing,
        ...rows?.close(),
      };
      if (hasRows) flow.months = flowMonths(setting, flow);
      const counted = { ...restatedCounts, entered: entered.total, enteredBy, left: left.total, leftBy };
      return { ...flow, sentence: inWords(flow, counted, month) };
    },
  };
};
