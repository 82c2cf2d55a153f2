import { type Decided, refused } from '#domain/decided.ts';
import { endOfDay, type Instant, startOfDay } from '#language/time.ts';
import type { ReadCall } from './call.ts';
import { pinnedIn } from './paging.ts';

/** A date means its end, Europe/London. */
export const instantOf = (given: string): Instant => (given.length === 'yyyy-mm-dd'.length ? endOfDay(given) : given);

/** The instant that `asAt` speaks of. */
export const requestedAsAt = ({
  query,
}: {
  readonly query: { readonly asAt?: string | undefined };
}): Instant | undefined => (query.asAt === undefined ? undefined : instantOf(query.asAt));

/**
 * The refusal of a question for a day, or an instant, that has not begun (docs/meaning.md TIME-22); null of any other. A page after the first was
 * asked with the clock of that one, which may be ahead of this one.
 */
export const refusalOfTimeToCome = (call: Pick<ReadCall, 'now' | 'query'>): Decided<never> | null => {
  const { asAt } = call.query;
  if (asAt === undefined || pinnedIn(call) !== undefined) return null;
  const begins = asAt.length === 'yyyy-mm-dd'.length ? startOfDay(asAt) : asAt;
  return begins <= call.now
    ? null
    : refused({
        code: 'request.invalid',
        detail: `asAt must not be later than now: what will be so on ${asAt} is not known yet.`,
        faults: [{ in: 'query', pointer: '/asAt', message: 'must not be a day, or an instant, to come' }],
      });
};
