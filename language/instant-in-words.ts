import { dateInWords } from './in-words.ts';
import { once } from './once.ts';
import { dayOf, type Instant } from './time.ts';

const londonClock = once(
  () =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hour12: true }),
);

/** `30 April 2014 at 2:05pm`, Europe/London. */
export const instantInWords = (at: Instant): string =>
  `${dateInWords(dayOf(at))} at ${londonClock().format(new Date(at)).replace(/\s/, '').toLowerCase()}`;
