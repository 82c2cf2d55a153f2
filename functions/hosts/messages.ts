import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { SweepMessages } from '#schemas/scheduled-events.ts';
import { tableClient } from '#store/table/client.ts';
import { within } from '../http/deadline.ts';
import { readEnvironment } from '../http/environment.ts';
import { log, logged } from '../http/log.ts';
import { apiKeyFrom } from '../messages/api-key.ts';
import type { Channel } from '../messages/channel.ts';
import { notify } from '../messages/notify.ts';
import { type Sweeps, sweepMessages } from '../messages/sweep.ts';

/** The schedule's call by which messages to people are made, and sent. */
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
  SECRETS_ENDPOINT: z.string().default('http://localhost:2773'),
  /** What the secrets extension asks for; Lambda's own credentials on AWS. */
  SECRETS_TOKEN: z.string().default(process.env.AWS_SESSION_TOKEN ?? ''),
});

const channelOf = (templateId: string): Channel =>
  notify({
    templateId,
    address: environment.NOTIFY_ADDRESS,
    apiKey: apiKeyFrom({
      endpoint: environment.SECRETS_ENDPOINT,
      secretId: environment.NOTIFY_SECRET,
      token: environment.SECRETS_TOKEN,
    }),
    nowEpochSeconds: () => Math.floor(Date.now() / 1_000),
  });

const deps: Sweeps = {
  table: tableClient({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
  organisations: environment.ORGANISATIONS.split(' '),
  address: environment.PAGES_ADDRESS,
  keptDays: environment.MESSAGES_KEPT_DAYS,
  ...(environment.NOTIFY_TEMPLATE === undefined ? {} : { channel: channelOf(environment.NOTIFY_TEMPLATE) }),
};

export const handler = async (event: unknown, context: Context): Promise<unknown> => {
  const { scheduledTime } = SweepMessages.parse(event);
  const now = new Date(scheduledTime).toISOString();
  const started = Date.now();
  return within(context.getRemainingTimeInMillis() - 5_000, async (deadline) => {
    const done = await sweepMessages({ ...deps, table: { ...deps.table, deadline } }, now);
    log.info(logged.messagesMade, { ...done, milliseconds: Date.now() - started });
    return done;
  });
};
