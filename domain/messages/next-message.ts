import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import { isWorkingDay } from '#language/working-days.ts';
import { type MessageChoice, unlessChosen } from '#schemas/notices.ts';
import type { Sendable } from './moments.ts';

/*
 * What a person is sent at an instant (docs/meaning.md MESSAGE-4): whatever they have not heard of, at once or in one message a morning.
 */

/** The hours of London, from the first to before the last, in which the day's message is made. */
const morning = { from: 8, until: 10 } as const;

const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });

/** What is known of what somebody has heard. */
export interface Heard {
  /** The keys of what they heard of and still is so. */
  readonly keys: readonly string[];
  /** The day of their last daily message. */
  readonly dailyOn?: LocalDate | undefined;
}

export interface NextMessage {
  readonly notices: readonly Sendable[];
  /** What they have heard of once the message is made. */
  readonly heard: Heard;
}

const isTimeForDaily = ({ dailyOn }: Heard, now: Instant): boolean => {
  const today = dayOf(now);
  const hour = Number(hourOf.format(new Date(now)));
  return dailyOn !== today && isWorkingDay(today) && hour >= morning.from && hour < morning.until;
};

/**
 * The message that is due to somebody now; undefined where none is.
 * @param waiting all that is to be sent to them, whether they heard of it or not
 */
export const nextMessage = (
  waiting: readonly Sendable[],
  heard: Heard,
  { choice = unlessChosen, now }: { readonly choice?: MessageChoice | undefined; readonly now: Instant },
): NextMessage | undefined => {
  const known = new Set(heard.keys);
  const distinct = [...new Map(waiting.map((one) => [one.key, one])).values()];
  const news = distinct.filter(({ key }) => !known.has(key));
  const isTime = choice === 'at-once' || (choice === 'daily' && isTimeForDaily(heard, now));
  if (news.length === 0 || !isTime) return undefined;
  const dailyOn = choice === 'daily' ? dayOf(now) : heard.dailyOn;
  return {
    notices: news,
    heard: { keys: distinct.map(({ key }) => key), ...(dailyOn === undefined ? {} : { dailyOn }) },
  };
};
