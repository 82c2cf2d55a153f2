import { once } from '#language/once.ts';
import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import { isWorkingDay } from '#language/working-days.ts';
import { type MessageChoice, unlessChosen } from '#schemas/notices.ts';
import type { Moment, Sendable } from './moments.ts';

/*
 * What a person is sent at an instant (docs/meaning.md MESSAGE-4): whatever they have not heard of, at once or in one message a morning.
 */

/** The hours of London, from the first to before the last, in which the day's message is made; later where nobody was there to make it. */
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

const hourAt = (now: Instant): number => Number(hourOf().format(new Date(now)));

/** Whether an instant is one from which on the day's message is made. */
export const isFromMorningOn = (now: Instant): boolean => isWorkingDay(dayOf(now)) && hourAt(now) >= morning.from;

/** @param madeOn the day on which the messages of the morning were last made, whoever got one */
const isTimeForDaily = ({ dailyOn }: Heard, madeOn: LocalDate | undefined, now: Instant): boolean =>
  dailyOn !== dayOf(now) && isFromMorningOn(now) && (hourAt(now) < morning.until || madeOn !== dayOf(now));

/** The message that is due to somebody now; undefined where none is. */
export const nextMessage = (
  { names, sendable }: Waiting,
  heard: Heard,
  {
    choice = unlessChosen,
    madeOn,
    now,
  }: {
    readonly choice?: MessageChoice | undefined;
    readonly madeOn?: LocalDate | undefined;
    readonly now: Instant;
  },
): NextMessage | undefined => {
  const known = new Set(heard.keys);
  const news = new Map(
    sendable.flatMap((one) => {
      const key = keyOf(one.name, one.moment);
      return known.has(key) ? [] : [[key, one] as const];
    }),
  );
  const isTime = choice === 'at-once' || (choice === 'daily' && isTimeForDaily(heard, madeOn, now));
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
