import { type Decided, done, refused } from '#domain/decided.ts';
import type { Call } from './call.ts';

const defaultLimit = 100;

/** How many at most, and the place to go on after; a cursor is opaque to its holder. */
export const pageAsked = (call: Call): Decided<{ limit: number; after: string | undefined }> => {
  const limit = call.query.limit === undefined ? defaultLimit : Number(call.query.limit);
  if (call.query.cursor === undefined) return done({ limit, after: undefined });
  const after = Buffer.from(call.query.cursor, 'base64url').toString('utf8');
  return /^[A-Za-z0-9#.:_-]{1,300}$/.test(after)
    ? done({ limit, after })
    : refused({
        code: 'request.invalid',
        detail: 'cursor must be the "next" of the page before.',
        faults: [{ in: 'query', pointer: '/cursor', message: 'must be the "next" of the page before' }],
      });
};

export const cursorOf = (after: string | undefined): string | null =>
  after === undefined ? null : Buffer.from(after, 'utf8').toString('base64url');
