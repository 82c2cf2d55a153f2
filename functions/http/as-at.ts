import { endOfDay, type Instant } from '#language/time.ts';

/** A date means its end, Europe/London. */
export const instantOf = (given: string): Instant => (given.length === 'yyyy-mm-dd'.length ? endOfDay(given) : given);

/** The instant that `asAt` speaks of. */
export const requestedAsAt = ({
  query,
}: {
  readonly query: { readonly asAt?: string | undefined };
}): Instant | undefined => (query.asAt === undefined ? undefined : instantOf(query.asAt));
