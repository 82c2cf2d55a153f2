import * as z from 'zod';
import { eventBus } from './event-bus.ts';
import type { EventDestination } from './event-destination.ts';
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
