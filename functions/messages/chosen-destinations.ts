import * as z from 'zod';
import { chatChannel } from './chat-channels.ts';
import { eventBus } from './event-bus.ts';
import type { EventDestination } from './event-destination.ts';
import type { ChosenChannel } from './sweep.ts';
import { webhook } from './webhook.ts';

/** Where events of programmes go, as the deployment chose; nowhere but here where neither is there. */
export const ChosenEvents = z.strictObject({
  bus: z.string().min(1).optional(),
  webhooks: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        address: z.url(),
        types: z.array(z.string().min(1)).min(1).optional(),
        secret: z.string().min(1),
      }),
    )
    .default([]),
});
export type ChosenEvents = z.infer<typeof ChosenEvents>;

interface Around {
  readonly secretOf: (id: string) => () => Promise<string>;
  readonly nowEpochSeconds: () => number;
  /** Of the bus, where it is not that of the region. */
  readonly busEndpoint: string | undefined;
}

export const destinationsOf = (
  { bus, webhooks }: ChosenEvents,
  { secretOf, nowEpochSeconds, busEndpoint }: Around,
): readonly EventDestination[] => [
  ...(bus === undefined ? [] : [eventBus({ name: bus, endpoint: busEndpoint })]),
  ...webhooks.map(({ secret, ...one }) => webhook({ ...one, secrets: secretOf(secret), nowEpochSeconds })),
];

/** The council's channels, as the deployment chose. */
export const ChosenChannels = z.array(
  z.strictObject({
    id: z.string().min(1),
    in: z.enum(['teams', 'slack']),
    programmes: z.array(z.string()).min(1).optional(),
    when: z.enum(['daily', 'at-once']),
    /** Where its address is; without it its messages are kept to be read here alone. */
    secret: z.string().min(1).optional(),
  }),
);
export type ChosenChannels = z.infer<typeof ChosenChannels>;

export const channelsOf = (chosen: ChosenChannels, { secretOf }: Pick<Around, 'secretOf'>): readonly ChosenChannel[] =>
  chosen.map(({ in: service, secret, ...one }) => ({
    ...one,
    channel: secret === undefined ? undefined : chatChannel(service, secretOf(secret)),
  }));
