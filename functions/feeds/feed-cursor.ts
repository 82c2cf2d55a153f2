import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { Place } from './feed-step.ts';

/*
 * Where a page of a feed goes on, and from when what changes is asked for next. Changes are found by when they were recorded, and a
 * change is committed a while after the instant that it bears: so a reader is sent back by longer than a request may take, and is given
 * some changes twice, but none never.
 */

/** Longer than a change may take from its instant to its commit: a request has half a minute. */
const longestCommitMilliseconds = 60_000;

/** From when whoever begins to read now asks for changes. */
export const changesFrom = (now: string): string => new Date(Date.parse(now) - longestCommitMilliseconds).toISOString();

const FeedCursor = z.strictObject({
  table: z.string(),
  /** From when the changes after this reading are asked for. */
  from: Instant,
  since: z.string().optional(),
  after: Place,
});
type FeedCursor = z.infer<typeof FeedCursor>;

export const feedCursorOf = (cursor: FeedCursor): string =>
  Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');

/** What a cursor says; undefined of one that was not given for this table and these changes. */
export const feedCursorFrom = (
  text: string,
  { table, since }: Pick<FeedCursor, 'table' | 'since'>,
): FeedCursor | undefined => {
  try {
    const cursor = FeedCursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
    return cursor?.table === table && cursor.since === since ? cursor : undefined;
  } catch {
    return undefined;
  }
};
