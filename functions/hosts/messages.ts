import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { ResendEvents, SweepMessages } from '#schemas/scheduled-events.ts';
import { tableClient } from '#store/table/client.ts';
import { within } from '../http/deadline.ts';
import { readEnvironment } from '../http/environment.ts';
import { log, logged } from '../http/log.ts';
import type { Channel } from '../messages/channel.ts';
import { ChosenChannels, ChosenEvents, channelsOf, destinationsOf } from '../messages/chosen-destinations.ts';
import { resendEvents } from '../messages/deliver-events.ts';
import { notify } from '../messages/notify.ts';
import { secretFrom } from '../messages/secret.ts';
import { type Sweeps, sweepMessages } from '../messages/sweep.ts';

/** The schedule's call by which messages to people and events of programmes are made, and sent. */
const environment = readEnvironment({
  TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.string().optional(),
  /** Whose messages are made, separated by spaces. */
  ORGANISATIONS: z.string().min(1),
  PAGES_ADDRESS: z.string().min(1),
  MESSAGES_KEPT_DAYS: z.coerce.number().int().min(1).default(30),
  /** By which template of GOV.UK Notify messages are sent; without it they are kept, and sent nowhere. */
  NOTIFY_TEMPLATE: z.string().min(1).optional(),
  NOTIFY_ADDRESS: z.string().default('https://api.notifications.service.gov.uk'),
  NOTIFY_SECRET: z.string().default(''),
  /** Where events of programmes go; without it none are made. */
  EVENTS: z
    .string()
    .transform((text) => ChosenEvents.parse(JSON.parse(text)))
    .optional(),
  /** Channels of the council's Teams or Slack. */
  CHANNELS: z
    .string()
    .transform((text) => ChosenChannels.parse(JSON.parse(text)))
    .optional(),
  EVENTS_ENDPOINT: z.string().optional(),
  SECRETS_ENDPOINT: z.string().default('http://localhost:2773'),
  /** What the secrets extension asks for; Lambda's own credentials on AWS. */
  SECRETS_TOKEN: z.string().default(process.env.AWS_SESSION_TOKEN ?? ''),
});

const nowEpochSeconds = (): number => Math.floor(Date.now() / 1_000);
const secretOf = (secretId: string) =>
  secretFrom({ endpoint: environment.SECRETS_ENDPOINT, secretId, token: environment.SECRETS_TOKEN });

const channelOf = (templateId: string): Channel =>
  notify({
    templateId,
    address: environment.NOTIFY_ADDRESS,
    apiKey: secretOf(environment.NOTIFY_SECRET),
    nowEpochSeconds,
  });

const destinations =
  environment.EVENTS === undefined
    ? undefined
    : destinationsOf(environment.EVENTS, { secretOf, nowEpochSeconds, busEndpoint: environment.EVENTS_ENDPOINT });

/** What the last steps of a sweep, or of somebody's call, may take. */
const endMilliseconds = 30_000;

const deps: Omit<Sweeps, 'isTimeLeft'> = {
  table: tableClient({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
  organisations: environment.ORGANISATIONS.split(' '),
  address: environment.PAGES_ADDRESS,
  keptDays: environment.MESSAGES_KEPT_DAYS,
  channels: channelsOf(environment.CHANNELS ?? [], { secretOf }),
  destinations,
  ...(environment.NOTIFY_TEMPLATE === undefined ? {} : { channel: channelOf(environment.NOTIFY_TEMPLATE) }),
};

const sweep = async (given: Sweeps, scheduledTime: string): Promise<unknown> => {
  const started = Date.now();
  const done = await sweepMessages(given, new Date(scheduledTime).toISOString());
  log.info(logged.messagesMade, { ...done, milliseconds: Date.now() - started });
  return done;
};

const resend = async (given: Sweeps, asked: ResendEvents): Promise<unknown> => {
  const taken = await resendEvents(given, asked, given.destinations ?? [], new Date().toISOString());
  log.info(logged.eventsSentAgain, { destination: asked.destination, from: asked.from, taken });
  return { taken };
};

export const handler = async (event: unknown, context: Context): Promise<unknown> => {
  const call = z.discriminatedUnion('kind', [SweepMessages, ResendEvents]).parse(event);
  const isTimeLeft = (): boolean => context.getRemainingTimeInMillis() > endMilliseconds;
  return within(context.getRemainingTimeInMillis() - 5_000, async (deadline) => {
    const given = { ...deps, table: { ...deps.table, deadline }, isTimeLeft };
    return call.kind === 'resend-events' ? resend(given, call) : sweep(given, call.scheduledTime);
  });
};
