import { once } from '#language/once.ts';
import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import { isWorkingDay } from '#language/working-days.ts';
import { type MessageChoice, unlessChosen } from '#schemas/notices.ts';
import type { Moment, Sendable } from './moments.ts';

/*
 * What a person is sent at an instant (docs/meaning.md MESSAGE-4): whatever they have not heard of, at once or in one message a morning.
 */

/** The hours of London, from the first to before the last, in which the day's message is made. */
const morning = { from: 8, until: 10 } as const;

const hourOf = once(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' }),
);

/** What is known of what somebody has heard. */
export interface Heard {
  /** Of what they heard of and still is so: by which name, and at which moment. */
  readonly keys: readonly string[];
  /** The day of their last daily message. */
  readonly dailyOn?: LocalDate | undefined;
}

/** What is so of somebody: what they are to hear of now, and the names of all else that is so too. */
export interface Waiting {
  readonly names: ReadonlySet<string>;
  readonly sendable: readonly (Sendable & { readonly name: string })[];
}

const keyOf = (name: string, moment: Moment): string => `${name} ${moment}`;
const nameIn = (key: string): string => key.slice(0, key.lastIndexOf(' '));

export interface NextMessage {
  readonly notices: Waiting['sendable'];
  /** What they have heard of once the message is made. */
  readonly heard: Heard;
}

const isTimeForDaily = ({ dailyOn }: Heard, now: Instant): boolean => {
  const today = dayOf(now);
  const hour = Number(hourOf().format(new Date(now)));
  return dailyOn !== today && isWorkingDay(today) && hour >= morning.from && hour < morning.until;
};

/** The message that is due to somebody now; undefined where none is. */
export const nextMessage = (
  { names, sendable }: Waiting,
  heard: Heard,
  { choice = unlessChosen, now }: { readonly choice?: MessageChoice | undefined; readonly now: Instant },
): NextMessage | undefined => {
  const known = new Set(heard.keys);
  const news = new Map(
    sendable.flatMap((one) => {
      const key = keyOf(one.name, one.moment);
      return known.has(key) ? [] : [[key, one] as const];
    }),
  );
  const isTime = choice === 'at-once' || (choice === 'daily' && isTimeForDaily(heard, now));
  if (news.size === 0 || !isTime) return undefined;
  const dailyOn = choice === 'daily' ? dayOf(now) : heard.dailyOn;
  return {
    notices: [...news.values()],
    // What has ceased is forgotten: it is said again where it comes to be so again.
    heard: {
      keys: [...heard.keys.filter((key) => names.has(nameIn(key))), ...news.keys()],
      ...(dailyOn === undefined ? {} : { dailyOn }),
    },
  };
};
