import { randomBytes } from 'node:crypto';
import type { HistoryEvent } from '#schemas/history.ts';
import { digestOf } from './digest.ts';

/*
 * The digest of an event is over two parts: its contents (what it left of its thing, and the reason given), and all
 * else with the digest of the contents. So the contents can be withheld in part, and who told something, when, of which
 * thing, and the link to the event before are proved all the same. A salt in the contents, a new one each time, keeps
 * withheld words from being found by trying likely ones against the digest (ADR 0014).
 */

/** 128 bits of chance, in hexadecimal. */
export const newSalt = (): string => randomBytes(16).toString('hex');

const contentMembers = ['after', 'reason', 'salt'];
const inContents = ([name]: readonly [string, unknown]): boolean => contentMembers.includes(name);

/** The digest of the contents of an event, given as it is written. */
export const contentsDigestOf = (event: object): string =>
  digestOf(Object.fromEntries(Object.entries(event).filter(inContents)));

/** The digest of an event, given as it is written, by the digest of its contents. */
export const eventDigestOf = (event: object, contents: string): string =>
  digestOf([
    Object.fromEntries(Object.entries(event).filter((one) => one[0] !== 'digest' && !inContents(one))),
    contents,
  ]);

/** The event of a change with its link to the one before. */
export const linkedEvent = (event: Omit<HistoryEvent, 'digest'>): HistoryEvent => ({
  ...event,
  digest: eventDigestOf(event, contentsDigestOf(event)),
});
