import { startOfDay } from '#language/time.ts';
import { byClock, installCallClock, systemNow } from '#local/call-clock.ts';

installCallClock();

/**
 * Does something while the clock of the tracker in this process stands at an instant, or at the beginning of a day: so acts of the past are
 * recorded when they happened (docs/meaning.md TIME-20). Along a chain recorded times never go back, so what came before is recorded so too.
 */
export const at = <T>(when: string, work: () => Promise<T>): Promise<T> =>
  byClock(Date.parse(when.length === 'yyyy-mm-dd'.length ? startOfDay(when) : when) - systemNow(), work);
