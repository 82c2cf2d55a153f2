import type { SectionName } from '#schemas/position.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  numberOf,
  type Page,
  queryAll,
  queryPage,
  queryPages,
  readItems,
  StoreBusy,
  sortKeyOf,
  textOf,
  UnreadableItem,
} from '../table/items.ts';
import { type ProgrammeRef, partsBetween, reviewAndSectionOf, reviewHeadKey, reviewHeadsOf } from '../table/keys.ts';
import type { Listed } from './listed.ts';
import { headFrom, listedOn, type ReviewHead } from './review-head.ts';
import { partsOfHead, readWithPosition, type StoredPosition, sectionNames } from './stored-position.ts';

/** A review as the pages of a programme's reviews have it. */
export interface HeadOnPage {
  readonly review: string;
  readonly headSequence: number;
  readonly headDigest: string;
  readonly head: ReviewHead | UnreadableItem;
}

export interface ReviewOnPage extends HeadOnPage {
  /** As of the head; or that it was changed at every read. */
  readonly stored: StoredPosition | UnreadableItem | 'changing';
}

interface PagesAsked {
  readonly after?: string | undefined;
  readonly itemsAPage?: number | undefined;
  /** For whoever takes every page: the next one is asked for while this one is worked on. */
  readonly readAhead?: boolean;
}

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Pages one after the other, the first asked for at once. */
const pagesOf = <T>(
  pageAfter: (after: string | undefined) => Promise<PageOf<T>>,
  options: PagesAsked,
): AsyncGenerator<PageOf<T>> => {
  const asked = (after: string | undefined): Promise<PageOf<T>> => {
    const page = pageAfter(after);
    // Who takes the page sees the fault; where nobody does any more, it must not end the process.
    page.catch(() => undefined);
    return page;
  };
  const first = asked(options.after);
  const pages = async function* (): AsyncGenerator<PageOf<T>> {
    let page = await first;
    while (page.next !== undefined) {
      const ahead = options.readAhead === true ? asked(page.next) : undefined;
      // A request leaves at the next turn of the event loop, and whoever works on the page may take none for long.
      if (ahead !== undefined) await new Promise(setImmediate);
      yield page;
      page = await (ahead ?? asked(page.next));
    }
    yield page;
  };
  return pages();
};

const readable = <T>(read: () => T): T | UnreadableItem => {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableItem) return error;
    throw error;
  }
};

const headOnPage = (item: Item): HeadOnPage => ({
  review: sortKeyOf(item),
  headSequence: numberOf(item, 'headSequence'),
  headDigest: textOf(item, 'headDigest'),
  head: readable(() => headFrom(item)),
});

const headPage = (
  table: Table,
  programmeRef: ProgrammeRef,
  after: string | undefined,
  { limit, only }: { readonly limit: number | undefined; readonly only?: readonly string[] },
): Promise<Page> =>
  queryPage(table, reviewHeadsOf(programmeRef), { after, only, ...(limit === undefined ? {} : { limit }) });

/** A08: the heads of a programme's reviews in order of review, page by page; one that does not parse comes as what is wrong with it. */
export async function* readReviewHeads(
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked = {},
): AsyncGenerator<readonly HeadOnPage[]> {
  const pageAfter = (after: string | undefined) => headPage(table, programmeRef, after, { limit: options.itemsAPage });
  for await (const { items } of pagesOf(pageAfter, options)) yield items.map(headOnPage);
}

/** Some of a programme's reviews, and whether they are the last. */
export interface ReviewPage {
  readonly reviews: readonly ReviewOnPage[];
  readonly isLast: boolean;
}

/** Their parts are held together. */
const reviewsAPage = 250;

const storedAgain = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
): Promise<StoredPosition | UnreadableItem | 'changing'> => {
  try {
    const { position } = await readWithPosition(table, programmeRef, review, sectionNames, []);
    if (position === undefined) throw new Error('the head of a review is never deleted');
    return position;
  } catch (error) {
    if (error instanceof UnreadableItem) return error;
    if (error instanceof StoreBusy) return 'changing';
    throw error;
  }
};

const reviewOnPage = async (
  table: Table,
  programmeRef: ProgrammeRef,
  item: Item,
  parts: ReadonlyMap<string, Item>,
): Promise<ReviewOnPage> => {
  const found = headOnPage(item);
  const { head, review } = found;
  if (head instanceof UnreadableItem) return { ...found, stored: head };
  const itemOf = (section: SectionName): Item | undefined => parts.get(section);
  const ofHead = readable(() => partsOfHead(head, sectionNames, itemOf));
  if (ofHead instanceof UnreadableItem) return { ...found, stored: ofHead };
  if (ofHead !== undefined) return { ...found, stored: { head, parts: ofHead } };
  const stored = await storedAgain(table, programmeRef, review);
  return stored instanceof UnreadableItem || stored === 'changing'
    ? { ...found, stored }
    : { review, headSequence: stored.head.sequence, headDigest: stored.head.digest, head: stored.head, stored };
};

/**
 * A08: the reviews of a programme in order of review, page by page, the first asked for at once: of each its head, and then
 * its parts. A review of which a part was changed between the two is read again.
 */
export const readReviewPages = (
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked = {},
): AsyncGenerator<ReviewPage> => {
  const pageAfter = async (after: string | undefined): Promise<PageOf<ReviewOnPage>> => {
    const page = await headPage(table, programmeRef, after, { limit: options.itemsAPage ?? reviewsAPage });
    const [first, last] = [page.items.at(0), page.items.at(-1)];
    const parts = new Map(page.items.map((item) => [sortKeyOf(item), new Map<string, Item>()] as const));
    if (first !== undefined && last !== undefined)
      for (const item of await queryAll(table, partsBetween(programmeRef, sortKeyOf(first), sortKeyOf(last)))) {
        const [review, section] = reviewAndSectionOf(sortKeyOf(item));
        parts.get(review)?.set(section, item);
      }
    const reviews = page.items.map((item) =>
      reviewOnPage(table, programmeRef, item, parts.get(sortKeyOf(item)) ?? new Map()),
    );
    return { items: await Promise.all(reviews), next: page.next };
  };
  const pages = pagesOf(pageAfter, options);
  const reviewPages = async function* (): AsyncGenerator<ReviewPage> {
    for await (const { items, next } of pages) yield { reviews: items, isLast: next === undefined };
  };
  return reviewPages();
};

/** What a list shows of a review, and the review's version. */
export interface ListedReview {
  readonly review: string;
  /** @throws UnreadableItem where it does not parse */
  readonly read: () => { readonly version: number; readonly listed: Listed };
}

const inLists = ['sk', 'reviewVersion', 'listed'];

/** A08: what a list shows of a programme's reviews, in order of review id, page by page, the first asked for at once. */
export const readListed = (
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked,
): AsyncGenerator<readonly ListedReview[]> => {
  const pages = pagesOf(
    (after) => headPage(table, programmeRef, after, { limit: options.itemsAPage, only: inLists }),
    options,
  );
  const listed = async function* (): AsyncGenerator<readonly ListedReview[]> {
    for await (const { items } of pages)
      yield items.map((item): ListedReview => {
        const review = sortKeyOf(item);
        const key = reviewHeadKey(programmeRef, review);
        return {
          review,
          read: () => ({ version: numberOf(item, 'reviewVersion', key), listed: listedOn(key, item) }),
        };
      });
  };
  return listed();
};

const readHeadItems = async (
  table: Table,
  programmeRef: ProgrammeRef,
  reviews: readonly string[],
): Promise<readonly Item[]> =>
  reviews.length === 0
    ? []
    : readItems(
        table,
        [...new Set(reviews)].map((review) => reviewHeadKey(programmeRef, review)),
      );

/** A12: which of some reviews there are. */
export const reviewsExist = async (
  table: Table,
  programmeRef: ProgrammeRef,
  reviews: readonly string[],
): Promise<ReadonlySet<string>> => new Set((await readHeadItems(table, programmeRef, reviews)).map(sortKeyOf));

/** A12: what lists show of some reviews, of those that there are, each with the version of its record. */
export const readSomeListed = async (
  table: Table,
  programmeRef: ProgrammeRef,
  reviews: readonly string[],
): Promise<ReadonlyMap<string, { readonly version: number; readonly listed: Listed }>> =>
  new Map(
    (await readHeadItems(table, programmeRef, reviews)).map((item) => {
      const key = reviewHeadKey(programmeRef, sortKeyOf(item));
      return [sortKeyOf(item), { version: numberOf(item, 'reviewVersion', key), listed: listedOn(key, item) }];
    }),
  );

/** A12: how many reviews the programme has: asked when its settings change, never on a review's own write. */
export const countReviews = async (table: Table, programmeRef: ProgrammeRef): Promise<number> => {
  let count = 0;
  for await (const items of queryPages(table, reviewHeadsOf(programmeRef))) count += items.length;
  return count;
};
