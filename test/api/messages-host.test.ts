import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { EventDestination } from '#functions/messages/event-destination.ts';
import { sweepMessages } from '#functions/messages/sweep.ts';
import { type ChatServer, linesOfCard, startChatServer } from '../support/chat-server.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts';

/*
 * The function that makes messages and events, as it is deployed: by its own settings, with its secrets from the extension (docs/meaning.md
 * MESSAGE-10 to MESSAGE-12). A process of its own: what a function reads of its environment it reads when it is loaded.
 */

const given = vi.hoisted(() => ({ secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G' }));
let tracker: TestTracker;
let receiver: Receiver;
let chat: ChatServer;
let secrets: Server;
let handler: (event: unknown, context: Context) => Promise<unknown>;

/** The Secrets Manager extension: whoever has the token of the function is given the secret that it names. */
const startSecrets = (values: () => Readonly<Record<string, string>>): Server =>
  createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://secrets');
    const value = values()[searchParams.get('secretId') ?? ''];
    const isAllowed = request.headers['x-aws-parameters-secrets-token'] === 'session-token';
    if (pathname !== '/secretsmanager/get' || !isAllowed || value === undefined) return response.writeHead(400).end();
    return response.writeHead(200).end(JSON.stringify({ SecretString: value }));
  }).listen(0, '127.0.0.1');

const context = { getRemainingTimeInMillis: () => 300_000 } as Context;
const sweepAt = (scheduledTime: string) => handler({ kind: 'sweep-messages', scheduledTime }, context);
const putReview = (reviewId: string, recordedAt: string) =>
  tracker.must('putReview', {
    params: { programmeId: 'tomorrow', reviewId },
    body: review,
    headers: create,
    recordedAt,
  });

beforeAll(async () => {
  tracker = await startTestTracker();
  receiver = await startReceiver(`whsec_${given.secret}`);
  chat = await startChatServer();
  secrets = startSecrets(() => ({ 'arn:webhook': given.secret, 'arn:office': chat.teams }));
  await once(secrets, 'listening');
  const webhooks = [{ id: 'finance', address: receiver.address, types: ['tracker.review.'], secret: 'arn:webhook' }];
  Object.assign(process.env, {
    TABLE_NAME: tracker.tableName,
    DYNAMODB_ENDPOINT: tracker.endpoint,
    ORGANISATIONS: 'council',
    PAGES_ADDRESS: 'https://tracker.example',
    EVENTS: JSON.stringify({ webhooks }),
    CHANNELS: JSON.stringify([{ id: 'office', in: 'teams', when: 'daily', secret: 'arn:office' }]),
    SECRETS_ENDPOINT: `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`,
    SECRETS_TOKEN: 'session-token',
  });
  ({ handler } = await import('#functions/hosts/messages.ts'));
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId: 'tomorrow' },
    body: { ...programme, reporting: { firstMonth: '2026-02' } },
    headers: create,
    recordedAt: '2026-03-02',
  });
});
afterAll(async () => {
  receiver.stop();
  chat.stop();
  secrets.close();
  await tracker.stop();
});

it('sends events to the webhook of its settings, signed by the secret that the store has, and messages to the channel', async () => {
  expect(await sweepAt('2026-03-03T07:05:00Z')).toEqual({ made: 0, sent: 0, events: 0, taken: 0 });
  await putReview('property', '2026-03-03T08:00:00.000Z');
  expect(await sweepAt('2026-03-03T08:05:00Z')).toMatchObject({ events: 1, taken: 1 });
  expect(receiver.received.map(({ type, subject }) => [type, subject])).toEqual([
    ['tracker.review.added', '/programmes/tomorrow/reviews/property'],
  ]);
  await sweepAt('2026-03-09T08:05:00Z');
  expect(chat.cards.flatMap(linesOfCard)).toEqual(
    expect.arrayContaining([expect.stringContaining('February 2026'), expect.stringMatching(/^This channel gets/)]),
  );
});

it('says of a webhook that was left out of the choices since when, until it is chosen again', async () => {
  const destinations = async () =>
    (await tracker.must('listEvents', { as: people.office })).body.destinations.map(
      (one: { id: string; leftOutSince?: string; upTo: number }) => [one.id, one.leftOutSince, one.upTo],
    );
  const sweepWith = (chosen: readonly EventDestination[] | undefined, now: string) =>
    sweepMessages(
      {
        ...{ table: tracker.table, organisations: ['council'], address: 'https://tracker.example', keptDays: 30 },
        ...{ destinations: chosen, isTimeLeft: () => true },
      },
      now,
    );
  expect(await destinations()).toEqual([['finance', undefined, 1]]);
  await sweepWith([], '2026-03-09T09:05:00.000Z');
  await sweepWith(undefined, '2026-03-09T09:20:00.000Z');
  expect(await destinations()).toEqual([['finance', '2026-03-09T09:05:00.000Z', 1]]);
  expect(await sweepAt('2026-03-09T09:35:00Z')).toMatchObject({ events: 0, taken: 0 });
  expect(await destinations()).toEqual([['finance', undefined, 1]]);
});

it('sends again what somebody asks for, and takes no other call', async () => {
  const asked = { kind: 'resend-events', organisation: 'council', destination: 'finance' };
  expect(await handler(asked, context)).toEqual({ taken: 0 });
  expect(await handler({ ...asked, from: 1 }, context)).toEqual({ taken: 0 });
  const before = receiver.asked.length;
  expect(await sweepAt('2026-03-10T08:05:00Z')).toMatchObject({ events: 0, taken: 1 });
  expect(receiver.asked.length).toBe(before + 1);
  expect(receiver.received).toHaveLength(1);
  await expect(handler({ ...asked, destination: 'nobody' }, context)).rejects.toThrow('nobody');
  await expect(handler({ kind: 'delete-everything' }, context)).rejects.toThrow();
});
