import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { Subject } from './ids.ts';
import { MessageChoice } from './notices.ts';

/*
 * A message to a person, as it was made and what became of it. It names whom it is for by their id alone: name and address are those of
 * the register of people when it is sent or shown, and are gone with them (docs/meaning.md MESSAGE-7).
 */

const channelPrefix = 'channel:';
/** What a message to a channel names in place of a person. */
export const subjectOfChannel = (id: string): string => `${channelPrefix}${id}`;
/** The channel that a message is to; undefined where it is to a person. */
export const channelOfSubject = (to: string): string | undefined =>
  to.startsWith(channelPrefix) ? to.slice(channelPrefix.length) : undefined;

export const MessageState = z.enum(['waiting', 'sending', 'sent', 'kept', 'no-address', 'given-up']).meta({
  id: 'MessageState',
  description:
    '`waiting`: to be sent, or to be sent again; `sending`: being sent; `sent`: the service that delivers it has it; `kept`: it is sent nowhere, and can be read here alone; `no-address`: no email address is recorded for whom it is for; `given-up`: it could not be sent in the tries that it has',
});
export type MessageState = z.infer<typeof MessageState>;

export const Message = z
  .object({
    id: z.string().meta({ description: 'Made of whom it is for and what it says: the same is never made twice' }),
    to: Subject,
    choice: MessageChoice.exclude(['none']),
    subject: z.string(),
    text: z.string(),
    link: z.url().optional().meta({ description: 'Where it leads' }),
    notices: z.int().meta({ description: 'Of how much it speaks' }),
    madeAt: Instant,
    state: MessageState,
    tries: z.int(),
    triedAt: Instant.optional(),
    perhapsTwice: z.literal(true).optional().meta({
      description:
        'Set where it may have been delivered twice: a try was cut off, and the service that delivers it cannot say whether it has it',
    }),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

/** A message as it is listed. */
export const ListedMessage = Message.extend({
  toName: z.string().meta({ description: 'What they are called today' }),
}).meta({ id: 'ListedMessage' });

/** What somebody has heard of: the digests of the keys of what still is so, and the day of their last daily message. */
export const HeardOf = z.object({ keys: z.array(z.string()), dailyOn: LocalDate.optional() });
export type HeardOf = z.infer<typeof HeardOf>;
