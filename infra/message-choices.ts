import * as z from 'zod';
import { programmeEventTypes } from '#schemas/programme-events.ts';
import { atLeastOne, Https, word } from './choice-words.ts';

/* What a deployment may choose of messages to people, and of events for the council's own systems. */

/** A system of the council's that gets events of programmes, signed with a secret that the deployment makes. */
const Webhook = z.strictObject({
  /** What names it in logs and outputs. */
  id: word(40).regex(/^(?!bus$)/, 'must not be "bus", which is the event bus'),
  address: Https,
  /** Only events whose type begins with one of these. */
  types: atLeastOne(
    z
      .string()
      .refine(
        (prefix) => programmeEventTypes.some((type) => type.startsWith(prefix)),
        'must be the type of an event, or what some begin with, such as "tracker.report."',
      ),
  ).optional(),
});

/** A channel of the council's Teams or Slack, whose address is put into a secret that the deployment makes. */
const Channel = z.strictObject({
  /** What names it on the page of messages and in outputs. */
  id: word(40),
  in: z.enum(['teams', 'slack']),
  /** Ids of programmes; all unless chosen. */
  programmes: atLeastOne(z.string().min(1)).optional(),
  when: z.enum(['daily', 'at-once']).default('daily'),
});

export const messageChoices = {
  /** Messages to people about what waits for them; none are made unless chosen. */
  messages: z
    .discriminatedUnion('by', [
      // Made and shown to the programme office, and sent nowhere.
      z.strictObject({ by: z.literal('nobody') }),
      // By email through GOV.UK Notify: the template has the places ((subject)) and ((text)).
      z.strictObject({ by: z.literal('notify'), template: z.uuid('must be the id of a template of GOV.UK Notify') }),
    ])
    .optional(),
  /** What is so of programmes as a whole, for channels of the council's; none get anything unless chosen. */
  channels: z.array(Channel).max(20, 'must name at most twenty').default([]),
  /** Events of programmes for the council's own systems, made and sent by what makes messages; none are made unless chosen. */
  events: z
    .strictObject({
      /** An event bus of the deployment's own, on which the council has rules of its own. */
      bus: z.boolean().default(false),
      webhooks: z.array(Webhook).max(10, 'must name at most ten').default([]),
    })
    .optional(),
};

const Chosen = z.object(messageChoices);
type Chosen = z.infer<typeof Chosen>;

export type ChosenMessages = NonNullable<Chosen['messages']>;
export type ChosenChannels = Chosen['channels'];
export type ChosenEvents = NonNullable<Chosen['events']>;

const namedTwice = (list: string, all: readonly { readonly id: string }[]): readonly string[] =>
  all.flatMap(({ id }, n) => (all.findIndex((one) => one.id === id) < n ? [`"${list}" names "${id}" twice.`] : []));

/** A sentence for each choice of these that does not go together with another. */
export const faultsOfMessages = ({
  messages,
  channels,
  events,
  organisations,
  signIn,
}: Chosen & {
  readonly organisations?: readonly string[] | undefined;
  readonly signIn: { readonly with: string };
}): readonly string[] => [
  ...(messages !== undefined && organisations === undefined && signIn.with === 'issuer'
    ? ['"messages" are made for the people of organisations: name them in "organisations".']
    : []),
  ...(messages === undefined && channels.length > 0
    ? ['"channels" get messages: choose "messages" as well, by "nobody" where people are sent none.']
    : []),
  ...(events !== undefined && messages === undefined
    ? ['"events" are made by what makes messages: choose "messages" as well, by "nobody" where people are sent none.']
    : []),
  ...namedTwice('events.webhooks', events?.webhooks ?? []),
  ...namedTwice('channels', channels),
];
