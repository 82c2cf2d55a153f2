import { endOfDay } from '#schemas/time.ts';
import type { Call } from './call.ts';

/** The instant asked for: a date means its end, Europe/London. */
export const asAtAsked = (call: Call): string | undefined => {
  const { asAt } = call.query;
  return asAt === undefined ? undefined : asAt.length === 10 ? endOfDay(asAt) : asAt;
};
