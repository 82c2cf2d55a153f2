import { dayOf, endOfMonth, monthBefore } from './london-time.ts';
import type { Event, Published, StoredRecord, World } from './world.ts';
import { eventAt, reviewIds } from './world.ts';

/*
 * Who counts in the report of a month, and opening + restated + entered - left = closing (docs/meaning.md REPORT-3 and
 * REPORT-4), counted from scratch out of every line: what was true at the month's last instant.
 */

export interface Flow {
  readonly opening: number;
  readonly restated: readonly { readonly review: string; readonly change: number }[];
  readonly entered: readonly Row[];
  readonly left: readonly Row[];
  readonly closing: number;
}
interface Row {
  readonly review: string;
  readonly how: string;
  readonly on: string;
}

const counts = (event: Event | undefined): boolean =>
  event !== undefined && ['active', 'paused'].includes(event.after.content.kind);

const howOf = (was: Event | undefined, is: Event): string => {
  const lifecycle = is.after.content.kind;
  if (!counts(is)) return lifecycle === 'potential' ? 'back-to-potential' : lifecycle;
  if (was === undefined || was.after.content.kind === 'potential') return 'approved';
  return is.reopens === true ? 'reopened' : 'restarted';
};

const byDayAndReview = (a: Row, b: Row): number =>
  a.on === b.on ? (a.review < b.review ? -1 : 1) : a.on < b.on ? -1 : 1;

/** Every coming into the total and every going out of it, after one instant up to another. */
const moves = (review: string, { line }: StoredRecord, from: string, end: string) =>
  line
    .filter((event) => event.effectiveAt <= end)
    .flatMap((event, n, all) => {
      const before = all[n - 1];
      if (event.effectiveAt <= from || counts(before) === counts(event)) return [];
      return [{ isIn: counts(event), row: { review, how: howOf(before, event), on: dayOf(event.effectiveAt) } }];
    });

export const flowOf = (world: World, month: string): { flow: Flow; counted: readonly string[] } => {
  const end = endOfMonth(month);
  const previous = world.published.filter((one) => one.month < month).at(-1);
  const from = endOfMonth(previous?.month ?? monthBefore(month));
  const reviews = reviewIds(world).flatMap((review) => {
    const record = world.records.get(review);
    return record === undefined || eventAt(record, end) === undefined ? [] : [{ review, record }];
  });
  const countedAt = (at: string): readonly string[] =>
    reviews.filter(({ record }) => counts(eventAt(record, at))).map(({ review }) => review);
  const before = countedAt(from);
  const all = reviews.flatMap(({ review, record }) => moves(review, record, from, end));
  const rows = (isIn: boolean) =>
    all
      .filter((one) => one.isIn === isIn)
      .map(({ row }) => row)
      .sort(byDayAndReview);
  const restated =
    previous === undefined
      ? []
      : reviews.flatMap(({ review }) => {
          const change = Number(before.includes(review)) - Number(previous.counted.includes(review));
          return change === 0 ? [] : [{ review, change }];
        });
  const counted = countedAt(end);
  return {
    counted,
    flow: {
      opening: previous?.counted.length ?? before.length,
      restated,
      entered: rows(true),
      left: rows(false),
      closing: counted.length,
    },
  };
};

/** The world with the report of a month, or with one revision of it more. */
export const withReport = (world: World, month: string): World => {
  const revision = world.published.filter((one) => one.month === month).length + 1;
  const report: Published = { month, revision, counted: flowOf(world, month).counted };
  const published = [...world.published, report].sort((a, b) =>
    a.month === b.month ? a.revision - b.revision : a.month < b.month ? -1 : 1,
  );
  return { ...world, published };
};
