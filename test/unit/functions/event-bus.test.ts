import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { eventBus } from '#functions/messages/event-bus.ts';
import { NotTaken } from '#functions/messages/event-destination.ts';
import type { ProgrammeEvent } from '#schemas/programme-events.ts';

/*
 * Amazon EventBridge, as its reference says that it behaves, on a real server of the test's own: up to ten entries a call, of which some may fail
 * while the others are taken. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */

interface Entry {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Resources: readonly string[];
}

let server: Server;
let asked: { readonly target: string; readonly authorization: string; readonly entries: readonly Entry[] }[];
/** Of the next calls, which entries fail. */
let failing: (readonly number[] | 'denied')[];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const some of request) body += String(some);
  return body;
};

beforeAll(() => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'messages', AWS_SECRET_ACCESS_KEY: 'test' });
});

beforeEach(async () => {
  [asked, failing] = [[], []];
  server = createServer(async (request, response) => {
    const { Entries: entries }: { readonly Entries: readonly Entry[] } = JSON.parse(await bodyOf(request));
    const { 'x-amz-target': target, authorization = '' } = request.headers;
    asked.push({ target: String(target), authorization, entries });
    const fails = failing.shift() ?? [];
    const headers = { 'content-type': 'application/x-amz-json-1.1' };
    if (fails === 'denied')
      return response.writeHead(400, headers).end(JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }));
    const answers = entries.map((_, n) =>
      fails.includes(n) ? { ErrorCode: 'ThrottlingException', ErrorMessage: 'too many' } : { EventId: `event-${n}` },
    );
    return response.writeHead(200, headers).end(JSON.stringify({ FailedEntryCount: fails.length, Entries: answers }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const bus = () =>
  eventBus({ name: 'tracker-events', endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });

const events: readonly ProgrammeEvent[] = [1, 2, 3].map((number) => ({
  specversion: '1.0',
  id: String(number).repeat(32),
  source: 'https://tracker.example/programmes/tomorrow',
  type: 'tracker.review.added',
  subject: `/programmes/tomorrow/reviews/review-${number}`,
  time: '2026-03-02T09:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: String(number).padStart(10, '0'),
  data: {
    organisation: 'council',
    programmeId: 'tomorrow',
    reviewId: `review-${number}`,
    change: 1,
    effectiveAt: '2026-03-02T09:00:00.000Z',
    link: `https://tracker.example/pages/programmes/tomorrow/reviews/review-${number}`,
  },
}));

it('MESSAGE-10: the bus gets events in one call, each whole in its detail, signed by the function', async () => {
  expect(await bus().deliver(events)).toBe(3);
  const [{ target, authorization, entries } = { target: '', authorization: '', entries: [] }, ...more] = asked;
  expect(more).toEqual([]);
  expect(target).toBe('AWSEvents.PutEvents');
  expect(authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=messages\/\d{8}\/eu-west-2\/events\//);
  expect(entries.map(({ Detail }) => JSON.parse(Detail))).toEqual(events);
  expect(entries[0]).toMatchObject({
    EventBusName: 'tracker-events',
    Source: 'transformation-tracker',
    DetailType: 'tracker.review.added',
    Resources: ['/programmes/tomorrow/reviews/review-1'],
  });
});

it.each([
  [[2], 2],
  [[1], 1],
  [[1, 2], 1],
] as const)('takes what comes before the first entry that failed: %j', async (fails, taken) => {
  failing.push(fails);
  expect(await bus().deliver(events)).toBe(taken);
});

it('took nothing where the first entry failed, or none may be put', async () => {
  failing.push([0], 'denied');
  await expect(bus().deliver(events)).rejects.toBeInstanceOf(NotTaken);
  await expect(bus().deliver(events)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(asked).toHaveLength(2);
});
