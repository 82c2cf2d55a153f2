import { Subject } from '#schemas/ids.ts';
import { copyNames } from '../records/people.ts';
import { underKey } from '../reports/stored-report.ts';
import { bodyText } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, keyOf, queryPage, queryPages, type Range, readItem, sortKeyOf } from '../table/items.ts';
import { eventsOf, type ProgrammeRef, programmeKey, reviewHeadsOf, runsOf, summariesOf } from '../table/keys.ts';
import {
  everyItemOf,
  everyPublishedOf,
  isSummary,
  keyAt,
  monthEndsOf,
  positionsOf,
  reportOfItem,
} from '../table/keys-of-transfers.ts';
import { putItemUnless } from '../table/put-item.ts';
import { type CopyPlace, notePlace, partsInOrder, readReceiving } from './receiving.ts';

/*
 * Copies a programme whose transfer was accepted under the keys of the organisation that receives it, page by page. Nothing of it changes
 * meanwhile, and each item is put only where none is: a copy that was cut off goes on from the page that was noted last, and one that is late, or is made
 * twice, changes nothing that is there.
 */

interface Copy {
  readonly table: Table;
  readonly from: ProgrammeRef;
  readonly to: ProgrammeRef;
  /** The month and revision of each report that was published. */
  readonly published: ReadonlySet<string>;
}

const itemsAPage = 100;
const putsAtOnce = 20;

const inTurn = async <T>(items: readonly T[], once: (item: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < items.length; from += putsAtOnce)
    await Promise.all(items.slice(from, from + putsAtOnce).map(once));
};

/** A run that is not ended is one of the organisation that asked for it. */
const isUnderWay = ({ from }: Copy, item: Item): boolean =>
  sortKeyOf(item).startsWith(runsOf(from).begins) && ['waiting', 'running'].includes(item.state?.S ?? '');

const putWhereNoneIs = async (copy: Copy, item: Item): Promise<void> => {
  const { table, from, to } = copy;
  const key = isUnderWay(copy, item) ? undefined : keyAt(keyOf(item), from, to.organisation);
  if (key !== undefined) await putItemUnless(table, underKey(item, key), 'pk');
};

/** Fields that hold the subject of a person's token, in events and in what they record. */
const namesSomebody = /^(?:by|onBehalfOf|subject|\w+BySubject)$/;

const subjectsIn = (value: unknown, found: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value))
    if (typeof one !== 'string') subjectsIn(one, found);
    else if (namesSomebody.test(name) && Subject.safeParse(one).success) found.add(one);
};

/** What an event says; one that cannot be read is copied as it is, and names nobody. */
const eventIn = ({ from }: Copy, item: Item): unknown => {
  if (!sortKeyOf(item).startsWith(eventsOf({ ...from, review: null }).begins)) return undefined;
  try {
    return JSON.parse(bodyText(item));
  } catch {
    return undefined;
  }
};

const copyPage = async (copy: Copy, items: readonly Item[]): Promise<void> => {
  const subjects = new Set<string>();
  for (const item of items) subjectsIn(eventIn(copy, item), subjects);
  await copyNames(copy.table, copy.from.organisation, copy.to.organisation, [...subjects]);
  await inTurn(items, (item) => putWhereNoneIs(copy, item));
};

/** What only tries wrote that published nothing is left behind. */
const isPublished = ({ published }: Copy, item: Item): boolean => {
  const key = keyOf(item);
  if (isSummary(key)) return false;
  const report = reportOfItem(key);
  return report === undefined || published.has(report);
};

const rangeOf = ({ from }: Copy, { part, review }: CopyPlace): Range => {
  switch (part) {
    case 'reviews':
      return everyItemOf({ ...from, review: review ?? null });
    case 'heads':
      return reviewHeadsOf(from);
    case 'positions':
      return positionsOf(from);
    case 'month-ends':
      return monthEndsOf(from);
    case 'own':
      return everyItemOf({ ...from, review: null });
    case 'published':
      return everyPublishedOf(from);
    default:
      return summariesOf(from);
  }
};

/** The chain of the review that follows, or where there is none the next part. */
const afterReview = async ({ table, from }: Copy, review: string | undefined): Promise<CopyPlace> => {
  const { items } = await queryPage(table, reviewHeadsOf(from), { after: review, limit: 1, only: ['sk'] });
  const [next] = items;
  return next === undefined ? { part: 'heads' } : { part: 'reviews', review: sortKeyOf(next) };
};

/** Copies one page of a programme, and says where the next one is. */
const copyFrom = async (copy: Copy, place: CopyPlace): Promise<CopyPlace> => {
  const { part, review, after } = place;
  if (part === 'reviews' && review === undefined) return afterReview(copy, undefined);
  if (part === 'settings') {
    const settings = await readItem(copy.table, programmeKey(copy.from));
    if (settings === undefined) throw new Error('a programme that is handed over has settings');
    await copyPage(copy, [settings]);
    return { part: 'copied' };
  }
  const page = await queryPage(copy.table, rangeOf(copy, place), { after, limit: itemsAPage });
  await copyPage(copy, part === 'published' ? page.items.filter((item) => isPublished(copy, item)) : page.items);
  if (page.next !== undefined) return { ...place, after: page.next };
  if (part === 'reviews') return afterReview(copy, review);
  return { part: partsInOrder[partsInOrder.indexOf(part) + 1] ?? 'copied' };
};

const readPublishedReports = async (table: Table, from: ProgrammeRef): Promise<ReadonlySet<string>> => {
  const published = new Set<string>();
  for await (const items of queryPages(table, summariesOf(from)))
    for (const item of items) published.add(reportOfItem(keyOf(item)) ?? '');
  return published;
};

/** A37: copies everything of a programme, page by page from where an earlier try came to, for as long as it may go on; whether all of it is copied. */
export const copyProgramme = async (
  table: Table,
  from: ProgrammeRef,
  to: ProgrammeRef,
  mayGoOn: () => boolean,
): Promise<boolean> => {
  const copy: Copy = { table, from, to, published: await readPublishedReports(table, from) };
  while (mayGoOn()) {
    const receiving = await readReceiving(table, to);
    if (receiving === undefined) throw new Error('nobody accepted this programme');
    if (receiving.place.part === 'copied') return true;
    // Where another try noted something meanwhile, this one goes on from there.
    await notePlace(table, to, receiving, await copyFrom(copy, receiving.place));
  }
  return false;
};
