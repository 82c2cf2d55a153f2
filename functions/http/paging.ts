import * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import { KnownAt } from '#language/time.ts';
import { listPage } from '#schemas/limits.ts';
import type { ReadCall } from './call.ts';

type Paged = Pick<ReadCall, 'query'>;

/** What a cursor of a list as at an instant holds: the two times as they were asked, the knowledge, the last one shown. */
const Pinned = z.strictObject({
  asAt: z.string().optional(),
  knownAt: z.string().optional(),
  known: KnownAt,
  after: z.string(),
});
type Pinned = z.infer<typeof Pinned>;

const notACursor = (message: string): Decided<never> =>
  refused({
    code: 'request.invalid',
    detail: `cursor ${message}.`,
    faults: [{ in: 'query', pointer: '/cursor', message }],
  });

const textIn = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');
const cursorFrom = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

const pinnedFrom = (text: string): Pinned | undefined => {
  try {
    return Pinned.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** What the cursor of a call pins; undefined without a cursor, and for one of a list of today. */
export const pinnedIn = ({ query }: Paged): Pinned | undefined =>
  query.cursor === undefined ? undefined : pinnedFrom(textIn(query.cursor));

/** A cursor that leads nowhere. */
export const leadsNowhere = (): Decided<never> => notACursor('must be the "next" of the page before');

/** The place to go on after in most lists: the id of the last one shown. */
const anId = /^[a-z0-9-]{1,64}$/;

/**
 * How many at most, and the place to go on after, in the form that this list gives; a cursor is opaque to its holder. One that was given for other times
 * is refused: its next page would be of another list.
 */
export const requestedPage = (
  call: Paged,
  place: RegExp = anId,
): Decided<{ limit: number; after: string | undefined }> => {
  const { asAt, knownAt, cursor } = call.query;
  const limit = call.query.limit === undefined ? listPage.byDefault : Number(call.query.limit);
  if (cursor === undefined) return done({ limit, after: undefined });
  const pinned = pinnedIn(call);
  const after = pinned?.after ?? textIn(cursor);
  if (!place.test(after)) return leadsNowhere();
  return pinned?.asAt === asAt && pinned?.knownAt === knownAt
    ? done({ limit, after })
    : notACursor('belongs to a list with another asAt or knownAt: send the same with each page');
};

export const cursorOf = (after: string | undefined): string | null => (after === undefined ? null : cursorFrom(after));

/**
 * The cursor of a list as at an instant: its next page is asked for with the same two times, and knows the same; what
 * was recorded by now, unless said or pinned before.
 */
export const pinnedCursorOf = (
  call: Paged & Pick<ReadCall, 'now'>,
  after: string | undefined,
  known = pinnedIn(call)?.known ?? call.now,
): string | null => {
  const { asAt, knownAt } = call.query;
  return after === undefined ? null : cursorFrom(JSON.stringify({ asAt, knownAt, known, after } satisfies Pinned));
};
