import * as z from 'zod';
import { Instant, ReportMonth } from '#language/time.ts';
import { ReviewPosition } from '#schemas/position.ts';
import { jsonBody, readBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import {
  type Item,
  itemBytes,
  itemKey,
  number,
  numberOf,
  type Page,
  queryPage,
  queryPages,
  readByKey,
  readItems,
  StoreBusy,
  sortKeyOf,
  text,
  textOf,
  UnreadableItem,
} from '../table/items.ts';
import { cardKey, cardsOf, detailKey, type Key, type ProgrammeRef } from '../table/keys.ts';
import { Fields, fieldsListedOn, type Listed, listedApart, listedIn, listedOn } from './review-summary.ts';

/*
 * The status card of a review: its chain's head and its position today, at most 4 KB; sections that do not fit
 * stand on a detail card. What a list shows of the review stands by itself, so that a list asks for nothing else. What a
 * change makes of a card is in card-changes.ts, month ends are in month-ends.ts.
 */

export const Card = z.object({
  headSequence: z.int(),
  headDigest: z.string(),
  /** When the head was told; not on cards from before it was kept. */
  headRecordedAt: Instant.optional(),
  reviewVersion: z.int(),
  position: ReviewPosition,
  lastEffectiveAt: Instant,
  /** Events told of the latest months, newest last. */
  recorded: z.array(z.object({ month: ReportMonth, count: z.int() })),
  /** Months of which something was told after they had ended, and the last event that did; oldest first. */
  recordedLate: z.array(z.object({ month: ReportMonth, sequence: z.int() })),
  /** Which risk matrix the bands were judged by: under another one a report folds the history. */
  riskMatrix: z.string(),
});
export type Card = z.infer<typeof Card>;

/** What is left of 4 KB for what is listed and the packed body, beside keys and head. */
const cardBytes = 3_700;

const Main = z.object({
  headRecordedAt: Card.shape.headRecordedAt,
  lastEffectiveAt: Instant,
  recorded: Card.shape.recorded,
  recordedLate: Card.shape.recordedLate,
  riskMatrix: Card.shape.riskMatrix,
  sections: z.looseObject({ review: Fields }),
});

/** The items of a card: the card, and the detail card where the position does not fit into it. */
export const cardItems = (programmeRef: ProgrammeRef, review: string, card: Card): readonly Item[] => {
  const { listed, rest } = listedApart(card.position.review);
  const part = (wanted: (name: string) => boolean): Record<string, unknown> =>
    Object.fromEntries(Object.entries({ ...card.position, review: rest }).filter(([name]) => wanted(name)));
  const bodyWithout = (aside: readonly string[]) =>
    jsonBody({
      headRecordedAt: card.headRecordedAt,
      lastEffectiveAt: card.lastEffectiveAt,
      recorded: card.recorded,
      recordedLate: card.recordedLate,
      riskMatrix: card.riskMatrix,
      sections: part((name) => !aside.includes(name)),
    });
  // The largest go first; the review's own section stays.
  const largestFirst = Object.entries(card.position)
    .filter(([name]) => name !== 'review')
    .map(([name, section]) => ({ name, size: JSON.stringify(section).length }))
    .sort((a, b) => b.size - a.size);
  const aside: string[] = [];
  let body = bodyWithout(aside);
  for (const { name } of largestFirst) {
    if (itemBytes({ listed, body }) <= cardBytes) break;
    aside.push(name);
    body = bodyWithout(aside);
  }
  const main: Item = {
    ...itemKey(cardKey(programmeRef, review)),
    headSequence: number(card.headSequence),
    headDigest: text(card.headDigest),
    reviewVersion: number(card.reviewVersion),
    ...(aside.length === 0 ? {} : { detail: number(card.headSequence) }),
    listed,
    body,
  };
  return aside.length === 0
    ? [main]
    : [
        main,
        {
          ...itemKey(detailKey(programmeRef, review)),
          headSequence: number(card.headSequence),
          body: jsonBody(part((name) => aside.includes(name))),
        },
      ];
};

const cardFrom = (main: Item, detail: Item | undefined): Card => {
  const body = readBody(main, Main);
  const overflows = main.detail !== undefined;
  if (overflows && detail === undefined)
    throw new UnreadableItem({ pk: textOf(main, 'pk'), sk: textOf(main, 'sk') }, 'its detail card is missing');
  const position = ReviewPosition.safeParse({
    ...body.sections,
    review: { ...body.sections.review, ...fieldsListedOn(main) },
    ...(overflows && detail !== undefined ? readBody(detail, Fields) : {}),
  });
  if (!position.success)
    throw new UnreadableItem(
      { pk: textOf(main, 'pk'), sk: textOf(main, 'sk') },
      position.error.issues.map((one) => `${one.path.join('/')} ${one.message}`).join('; '),
    );
  return {
    headSequence: numberOf(main, 'headSequence'),
    headDigest: textOf(main, 'headDigest'),
    headRecordedAt: body.headRecordedAt,
    reviewVersion: numberOf(main, 'reviewVersion'),
    position: position.data,
    lastEffectiveAt: body.lastEffectiveAt,
    recorded: body.recorded,
    recordedLate: body.recordedLate,
    riskMatrix: body.riskMatrix,
  };
};

const isDetail = (item: Item): boolean => sortKeyOf(item).endsWith('#DETAIL');
const reviewOf = (item: Item): string => sortKeyOf(item).replace('#DETAIL', '');

/** Whether both items are of one change: what reads the two may meet a change between them. */
const ofOneChange = (main: Item, detail: Item | undefined): boolean =>
  main.detail === undefined || (detail !== undefined && numberOf(main, 'detail') === numberOf(detail, 'headSequence'));

const readsOfOneCard = 5;

/**
 * A01: the card of a review, both items of one change, and what else is read in the same call; undefined where the review
 * does not exist.
 * @throws UnreadableItem where the card, or its detail at every read, cannot be read
 * @throws StoreBusy where every read met a change between its two items
 */
export const readWithCard = async (
  table: Table,
  programmeRef: ProgrammeRef,
  review: string,
  alsoRead: readonly Key[],
): Promise<{ readonly card: Card | undefined; readonly found: (key: Key) => Item | undefined }> => {
  const keys = [cardKey(programmeRef, review), detailKey(programmeRef, review)] as const;
  for (let read = 1; ; read += 1) {
    const found = await readByKey(table, [...keys, ...alsoRead]);
    const [main, detail] = [found(keys[0]), found(keys[1])];
    if (main === undefined) return { card: undefined, found };
    if (ofOneChange(main, detail) || (read === readsOfOneCard && detail === undefined))
      return { card: cardFrom(main, detail), found };
    if (read === readsOfOneCard) throw new StoreBusy('the card was changed at every read');
  }
};

/** A01: the card of a review alone. */
const readCard = async (table: Table, programmeRef: ProgrammeRef, review: string): Promise<Card | undefined> =>
  (await readWithCard(table, programmeRef, review, [])).card;

export interface CardOnPage {
  readonly review: string;
  readonly headSequence: number;
  readonly headDigest: string;
  readonly card: Card | UnreadableItem;
}

/** What a list shows of a review, and the review's version. */
export interface ListedReview {
  readonly review: string;
  /** @throws UnreadableItem where it does not parse */
  readonly listed: () => Listed & { readonly version: number };
}

interface PagesAsked {
  readonly after?: string | undefined;
  readonly itemsAPage?: number | undefined;
  /** For whoever takes every page: the next one is asked for while this one is worked on. */
  readonly readAhead?: boolean;
}

/** The items of cards and detail cards in order of review, page by page, the first asked for at once. */
const itemPages = (
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked,
  only?: readonly string[],
): AsyncGenerator<Page> => {
  const pageAfter = (after: string | undefined): Promise<Page> => {
    const page = queryPage(table, cardsOf(programmeRef), {
      after,
      only,
      ...(options.itemsAPage === undefined ? {} : { limit: options.itemsAPage }),
    });
    // Heard of when it is taken; whoever gives up before must not end the process by it.
    page.catch(() => undefined);
    return page;
  };
  const first = pageAfter(options.after === undefined ? undefined : `${options.after}#DETAIL`);
  const pages = async function* (): AsyncGenerator<Page> {
    let page = await first;
    while (page.next !== undefined) {
      const ahead = options.readAhead === true ? pageAfter(page.next) : undefined;
      // A request leaves at the next turn of the event loop, and whoever works on the page may take none for long.
      if (ahead !== undefined) await new Promise(setImmediate);
      yield page;
      page = await (ahead ?? pageAfter(page.next));
    }
    yield page;
  };
  return pages();
};

/** Some of a programme's cards, and whether they are the last. */
export interface CardPage {
  readonly cards: readonly CardOnPage[];
  readonly isLast: boolean;
}

/**
 * A08: the cards of a programme in order of review id, page by page, the first asked for at once; one that does not parse
 * comes as what is wrong with it.
 */
export const readCardPages = (
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked = {},
): AsyncGenerator<CardPage> => cardsOn(table, programmeRef, itemPages(table, programmeRef, options));

/** A08: the same, for whom it is no matter which page is the last. */
export async function* readCards(
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked = {},
): AsyncGenerator<readonly CardOnPage[]> {
  for await (const { cards } of readCardPages(table, programmeRef, options)) yield cards;
}

async function* cardsOn(
  table: Table,
  programmeRef: ProgrammeRef,
  pages: AsyncGenerator<Page>,
): AsyncGenerator<CardPage> {
  let carried: Item | undefined;
  for await (const page of pages) {
    const items = carried === undefined ? [...page.items] : [carried, ...page.items];
    // A page may end between a card and its detail: the card waits for the next page.
    const last = items.at(-1);
    carried = page.next !== undefined && last !== undefined && !isDetail(last) ? items.pop() : undefined;
    const cards: CardOnPage[] = [];
    for (const [n, item] of items.entries()) {
      if (isDetail(item)) continue;
      const following = items[n + 1];
      const detail =
        following !== undefined && isDetail(following) && reviewOf(following) === reviewOf(item)
          ? following
          : undefined;
      const review = reviewOf(item);
      const card = await readable(() =>
        ofOneChange(item, detail) ? cardFrom(item, detail) : readCard(table, programmeRef, review),
      );
      cards.push({
        review,
        headSequence: card instanceof UnreadableItem ? numberOf(item, 'headSequence') : card.headSequence,
        headDigest: card instanceof UnreadableItem ? textOf(item, 'headDigest') : card.headDigest,
        card,
      });
    }
    yield { cards, isLast: page.next === undefined };
  }
}

const inLists = ['sk', 'reviewVersion', 'listed'];

/** A08: what a list shows of a programme's reviews, in order of review id, page by page, the first asked for at once. */
export const readListed = (
  table: Table,
  programmeRef: ProgrammeRef,
  options: PagesAsked,
): AsyncGenerator<readonly ListedReview[]> =>
  listedReviews(table, programmeRef, itemPages(table, programmeRef, options, inLists));

async function* listedReviews(
  table: Table,
  programmeRef: ProgrammeRef,
  pages: AsyncGenerator<Page>,
): AsyncGenerator<readonly ListedReview[]> {
  for await (const { items } of pages) {
    const cards = items.filter((item) => !isDetail(item));
    yield await Promise.all(
      cards.map(async (item): Promise<ListedReview> => {
        const review = sortKeyOf(item);
        if (item.listed === undefined) return listedOfWhole(table, programmeRef, review);
        const card = { ...item, ...itemKey(cardKey(programmeRef, review)) };
        return { review, listed: () => ({ ...listedOn(card), version: numberOf(card, 'reviewVersion') }) };
      }),
    );
  }
}

/** What a list shows of a card from before that stood apart, until the review is changed. */
const listedOfWhole = async (table: Table, programmeRef: ProgrammeRef, review: string): Promise<ListedReview> => {
  const card = await readable(() => readCard(table, programmeRef, review));
  return {
    review,
    listed: () => {
      if (card instanceof UnreadableItem) throw card;
      return { ...listedIn(card.position.review), version: card.reviewVersion };
    },
  };
};

const readable = async (read: () => Card | Promise<Card | undefined>): Promise<Card | UnreadableItem> => {
  try {
    const card = await read();
    if (card === undefined) throw new Error('a card is never deleted');
    return card;
  } catch (error) {
    if (error instanceof UnreadableItem) return error;
    throw error;
  }
};

/** A12: which of some reviews there are. */
export const cardsExist = async (
  table: Table,
  programmeRef: ProgrammeRef,
  reviews: readonly string[],
): Promise<ReadonlySet<string>> =>
  reviews.length === 0
    ? new Set()
    : new Set(
        (
          await readItems(
            table,
            [...new Set(reviews)].map((review) => cardKey(programmeRef, review)),
          )
        ).map(sortKeyOf),
      );

/** A12: whether the programme has reviews, and how many: asked when its settings change, never on a review's own write. */
export const countCards = async (table: Table, programmeRef: ProgrammeRef): Promise<number> => {
  let count = 0;
  for await (const items of queryPages(table, cardsOf(programmeRef)))
    count += items.filter((item) => !isDetail(item)).length;
  return count;
};
