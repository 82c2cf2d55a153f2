import type { People } from '#domain/messages/addressed.ts';
import { isFromMorningOn, nextMessage } from '#domain/messages/next-message.ts';
import { dayOf } from '#language/time.ts';
import type { Message } from '#schemas/message.ts';
import { type MessageChoice, unlessChosen } from '#schemas/notices.ts';
import { digestOf } from '#store/digests/digest.ts';
import { type HeardBy, keepMorning, makeMessage, readHeard, readMorning } from '#store/messages/messages.ts';
import { messageText } from '#web/messages/message-text.ts';
import type { ReadsTable } from '../http/call.ts';
import type { WaitingNotices } from './waiting-notices.ts';

export interface MakesMessages extends ReadsTable {
  /** Where people open the pages, without a final "/". */
  readonly address: string;
  /** For how many days a message is kept. */
  readonly keptDays: number;
  /** Whether a message to somebody, or to a channel, is sent, or kept to be read here alone. */
  readonly isSent: (to: string) => boolean;
  /** How a channel gets messages, by what a message to it names; undefined of a person. */
  readonly choiceOfChannel: (to: string) => Exclude<MessageChoice, 'none'> | undefined;
}

const nothing: HeardBy = { version: 0, heard: { keys: [] } };

/** Makes every message that is due now. Whoever else does so at the same moment makes none of them a second time. @returns how many */
export const makeMessages = async (
  deps: MakesMessages,
  organisation: string,
  { byPerson, isWhole }: WaitingNotices,
  people: People,
  now: string,
): Promise<number> => {
  const [heardBy, madeOn] = await Promise.all([
    readHeard(deps.table, organisation),
    readMorning(deps.table, organisation),
  ]);
  let made = 0;
  for (const [to, waiting] of byPerson) {
    const { version, heard: before } = heardBy.get(to) ?? nothing;
    const ofChannel = deps.choiceOfChannel(to);
    const choice = ofChannel ?? people.get(to)?.messages ?? unlessChosen;
    const next = nextMessage(waiting, before, { choice, madeOn, now });
    if (next === undefined || choice === 'none') continue;
    const { notices } = next;
    const message: Message = {
      id: digestOf([
        to,
        choice === 'daily' ? dayOf(now) : '',
        notices.map(({ name, moment }) => `${name} ${moment}`).toSorted(),
      ]).slice(0, 32),
      ...{ to, choice, madeAt: now, notices: notices.length, tries: 0 },
      ...messageText(
        notices.map(({ notice }) => notice),
        { address: deps.address, choice, today: dayOf(now), isToChannel: ofChannel !== undefined },
      ),
      state: deps.isSent(to) ? 'waiting' : 'kept',
    };
    // Of what could not be read, what somebody heard of is kept as it was.
    const keys = isWhole ? next.heard.keys : [...new Set([...before.keys, ...next.heard.keys])];
    const heard = { ...next.heard, keys: [...keys] };
    if (await makeMessage(deps.table, organisation, { before: version, heard, message }, { days: deps.keptDays }))
      made += 1;
  }
  // Whoever is cut off before leaves the rest of the morning's messages to the next sweep, whenever that is.
  if (isFromMorningOn(now) && madeOn !== dayOf(now)) await keepMorning(deps.table, organisation, dayOf(now));
  return made;
};
