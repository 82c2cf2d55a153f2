import type { ReportContent } from '#schemas/report.ts';
import type { Lifecycle } from '#schemas/review.ts';
import { dayOf, type Instant } from '#schemas/time.ts';
import { counted, dateInWords, listed, monthInWords } from '#schemas/words.ts';
import { inOrder, reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { isCounted, type ReviewInReport } from './review-in-report.ts';

type Flow = ReportContent['flow'];
type Entered = Flow['entered'][number];
type Left = Flow['left'][number];
type Change = { readonly lifecycle: Lifecycle; readonly at: Instant };

const enteredWords: Readonly<Record<Entered['how'], string>> = {
  approved: 'approved',
  restarted: 'restarted',
  'split-in': 'split in',
};
const leftWords: Readonly<Record<Left['how'], string>> = {
  completed: 'completed',
  stopped: 'stopped',
  transferred: 'transferred',
  merged: 'merged',
  'back-to-potential': 'back to potential',
};

const isIn = (change: Change | undefined): boolean => change !== undefined && isCounted(change.lifecycle);

/** The ways in and out of the total that a review took after the earlier end and by the observation end. */
const movementsOf = (review: ReviewInReport, changes: readonly Change[], month: ReportedMonth) => {
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
      const fresh = before === undefined || before.lifecycle === 'potential';
      const first = !changes.slice(0, n).some(isIn);
      const how = !fresh ? 'restarted' : first && splitFrom !== undefined ? 'split-in' : 'approved';
      entered.push({ ...about, how, on });
      continue;
    }
    switch (change.lifecycle) {
      case 'potential':
        left.push({ ...about, how: 'back-to-potential', on });
        break;
      case 'completed':
      case 'stopped':
      case 'transferred':
        left.push({ ...about, how: merged && n === lastExit ? 'merged' : change.lifecycle, on });
        break;
      case 'active':
      case 'paused':
        break;
    }
  }
  return { entered, left };
};

const tally = (rows: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return listed([...counts].map(([how, count]) => `${count} ${how}`));
};

const inWords = (flow: Omit<Flow, 'sentence'>, month: ReportedMonth): string => {
  const up = flow.restated.filter((one) => one.change === 1).length;
  const down = flow.restated.length - up;
  const restated = [...(up > 0 ? [`${up} more`] : []), ...(down > 0 ? [`${down} fewer`] : [])];
  const parts = [
    `${counted(flow.opening, 'review')} at the end of ${monthInWords(month.before)}`,
    ...(restated.length > 0 ? [`restated by what was told late: ${listed(restated)}`] : []),
    flow.entered.length === 0
      ? 'none entered'
      : `${flow.entered.length} entered (${tally(flow.entered.map((one) => enteredWords[one.how]))})`,
    flow.left.length === 0
      ? 'none left'
      : `${flow.left.length} left (${tally(flow.left.map((one) => leftWords[one.how]))})`,
    `${flow.closing} at the end of ${monthInWords(month.month)}`,
  ];
  return `${parts.join('; ')}: ${flow.reconciles ? 'this reconciles' : 'this does NOT reconcile'}.`;
};

/**
 * How the number of counted reviews came about: opening + restated + entered - left = closing. The opening is the last
 * report's closing (without one, it comes from history); the closing is counted afresh from today's lifecycles, so that
 * `reconciles` is a check and not a sum. Restated = what was told late about the time before. Paused reviews count.
 */
export const openFlow = (setting: ReportSetting, month: ReportedMonth) => {
  const previous = setting.previous;
  const lastReport = previous === null ? '' : `Not in line with the report of ${monthInWords(previous.content.month)}`;
  const countedBefore = new Set(previous?.counted ?? []);
  const notSeen = new Set(countedBefore);
  const restated: Flow['restated'] = [];
  const entered: Entered[] = [];
  const left: Left[] = [];
  let openingFromHistory = 0;
  let closing = 0;

  const restate = (review: ReviewInReport, before: Change | undefined): void => {
    const wasIn = countedBefore.has(review.id);
    if (isIn(before) === wasIn) return;
    const now =
      before === undefined
        ? 'not yet in the tracker then'
        : `${before.lifecycle} from ${dateInWords(dayOf(before.at))}`;
    restated.push({
      review: review.id,
      title: review.title,
      change: wasIn ? -1 : 1,
      because: `${lastReport}: it was told late that the review was ${now}.`,
    });
  };

  return {
    add: (review: ReviewInReport): void => {
      const { lifecycle, lifecycles } = review.position.review;
      const changes = lifecycles.filter((change) => change.at <= month.end);
      const before = changes.findLast((change) => change.at <= month.beforeEnd);
      notSeen.delete(review.id);
      if (isCounted(lifecycle)) closing += 1;
      if (isIn(before)) openingFromHistory += 1;
      if (previous !== null) restate(review, before);
      const movements = movementsOf(review, changes, month);
      entered.push(...movements.entered);
      left.push(...movements.left);
    },
    close: (): Flow => {
      const gone = [...notSeen].map((review) => ({
        review,
        title: review,
        change: -1 as const,
        because: `${lastReport}: the review cannot be found or read now.`,
      }));
      const allRestated = [...restated, ...gone];
      const opening = previous === null ? openingFromHistory : previous.content.flow.closing;
      const change = allRestated.reduce((sum, one) => sum + one.change, 0);
      const flow: Omit<Flow, 'sentence'> = {
        opening,
        openingFrom: previous === null ? 'history' : 'last-report',
        restated: inOrder(allRestated, (one) => [reviewKey(one)]),
        entered: inOrder(entered, (one) => [one.on, reviewKey(one)]),
        left: inOrder(left, (one) => [one.on, reviewKey(one)]),
        closing,
        reconciles: opening + change + entered.length - left.length === closing,
      };
      return { ...flow, sentence: inWords(flow, month) };
    },
  };
};
