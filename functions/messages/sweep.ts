import type { People } from '#domain/messages/addressed.ts';
import { readRegistered } from '../queries/registered.ts';
import type { Channel } from './channel.ts';
import { type MakesMessages, makeMessages } from './make-messages.ts';
import { sendMessages } from './send-messages.ts';
import { readWaitingNotices } from './waiting-notices.ts';

export interface Sweeps extends Omit<MakesMessages, 'areSent'> {
  readonly organisations: readonly string[];
  /** Absent: messages are kept to be read here alone. */
  readonly channel?: Channel | undefined;
}

/**
 * Makes the messages that are due at an instant, and sends what waits to be sent. Done again, at once, or after it was cut off anywhere, it
 * makes and sends nothing twice (docs/adr/0108-messages.md).
 */
export const sweepMessages = async (
  { organisations, channel, ...deps }: Sweeps,
  now: string,
): Promise<{ readonly made: number; readonly sent: number }> => {
  let [made, sent] = [0, 0];
  for (const organisation of organisations) {
    const registered = await readRegistered(deps, organisation);
    const people: People = new Map(registered.map(({ id, person }) => [id, person]));
    const waiting = await readWaitingNotices(deps, organisation, people, now);
    made += await makeMessages({ ...deps, areSent: channel !== undefined }, organisation, waiting, people, now);
    if (channel !== undefined)
      sent += await sendMessages({ ...deps, areSent: true, channel }, organisation, people, now);
  }
  return { made, sent };
};
