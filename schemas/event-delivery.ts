import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { Id } from './ids.ts';

/*
 * How far the events of an organisation have come: which changes were looked through, and what each destination has
 * (docs/meaning.md MESSAGE-9 to MESSAGE-11).
 */

/** The number of the last event that was made, and from when on each programme is followed. */
export const EventsHead = z.object({
  since: Instant.meta({ description: 'From when on events are made of the organisation' }),
  programmes: z.record(Id, Instant),
});
export type EventsHead = z.infer<typeof EventsHead>;

export const Delivery = z
  .object({
    upTo: z.int().meta({ description: 'The number of the last event that it has, or that was given up' }),
    tries: z.int().meta({ description: 'How often the next one was tried' }),
    failures: z.int().meta({ description: 'How often in a row it did not take what it was sent' }),
    failingSince: Instant.optional(),
    notBefore: Instant.optional().meta({ description: 'When it is tried next, after it failed' }),
    tookAt: Instant.optional().meta({ description: 'When it last took an event' }),
    leftOutSince: Instant.optional().meta({
      description: 'Since when it is not among the destinations that are chosen, and is sent nothing',
    }),
  })
  .meta({ id: 'EventDelivery' });
export type Delivery = z.infer<typeof Delivery>;

/** An event that a destination did not take; sent again where somebody asks for that. */
export const GivenUpEvent = z.object({ at: Instant, sentAt: Instant.optional() });
export type GivenUpEvent = z.infer<typeof GivenUpEvent>;

/** A destination as it is listed. */
export const EventDestination = Delivery.extend({
  id: z.string().meta({ description: 'What names it: `bus`, or the id of a webhook' }),
}).meta({ id: 'EventDestination' });
export type EventDestination = z.infer<typeof EventDestination>;
