import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { itemKey } from '#store/items.ts';
import { cardKey, cardsOf, detailKey, monthEndKey, type ProgrammePlace } from '#store/keys.ts';
import type { TestTracker } from './tracker.ts';

const numbered = (n: number): string => `z-more-${String(n).padStart(4, '0')}`;

/** A review's own items among those of all reviews, with its name put in place of the other. */
const renamed = (place: ProgrammePlace, review: string, sk: string) =>
  itemKey(sk.endsWith('#DETAIL') ? detailKey(place, review) : cardKey(place, review));

/**
 * Makes a programme hold `count` reviews by giving it further cards, detail cards and kept month ends: those of the
 * programme `like`, in turn. What reads cards cannot tell them from reviews that were told one by one.
 */
export const growTo = async (
  tracker: TestTracker,
  place: ProgrammePlace,
  count: number,
  like: ProgrammePlace,
): Promise<void> => {
  const isMore = (sk: string): boolean => sk.startsWith('z-more-');
  const there = (await tracker.stored(cardsOf(place).pk)).filter((item) => !item.sk?.S?.endsWith('#DETAIL'));
  const patterns = (await tracker.stored(cardsOf(like).pk)).filter((item) => !isMore(item.sk?.S ?? ''));
  const ends = await tracker.stored(monthEndKey(like, '').pk);
  const reviews = patterns.flatMap((item) => (item.sk?.S?.endsWith('#DETAIL') === false ? [item.sk.S] : []));
  const more = there.filter((item) => isMore(item.sk?.S ?? '')).length;
  const puts: WriteRequest[] = [];
  for (let n = 0; n < count - there.length; n += 1) {
    const pattern = reviews[(more + n) % reviews.length] ?? '';
    const review = numbered(more + n);
    for (const item of patterns)
      if (item.sk?.S === pattern || item.sk?.S === `${pattern}#DETAIL`)
        puts.push({ PutRequest: { Item: { ...item, ...renamed(place, review, item.sk.S) } } });
    for (const item of ends)
      if (item.sk?.S === pattern)
        puts.push({ PutRequest: { Item: { ...item, ...itemKey(monthEndKey(place, review)) } } });
  }
  for (let from = 0; from < puts.length; from += 25)
    await tracker.client.send(
      new BatchWriteItemCommand({ RequestItems: { [tracker.tableName]: puts.slice(from, from + 25) } }),
    );
};
