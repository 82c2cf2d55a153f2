import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpEventOf } from '#local/http-event.ts';
import { nothingStored } from '../support/chain.ts';
import { create, entry, refused, startWithOneOfEach } from '../support/one-of-each.ts';
import { problem } from '../support/problem.ts';
import { records, risk } from '../support/records.ts';
import type { Asked, TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const longest = 256 * 1024;

beforeAll(async () => {
  tracker = await startWithOneOfEach();
});
afterAll(() => tracker.stop());

const putRisk = (asked: Asked) =>
  refused(tracker, 'putRisk', { params: entry('new'), headers: create, body: risk, ...asked });

describe('a body that cannot be read', () => {
  it.each([
    [
      'is empty',
      { rawBody: '', headers: { ...create, 'content-type': 'application/json' } },
      400,
      'request.malformed',
      'The body is empty; JSON is expected.',
    ],
    [
      'stops in the middle',
      { rawBody: '{"title": "Savings' },
      400,
      'request.malformed',
      'The body is not well-formed JSON in UTF-8.',
    ],
    ['has a comma too many', { rawBody: '{"title": "Late",}' }, 400, 'request.malformed', 'not well-formed'],
    ['is two documents', { rawBody: '{} {}' }, 400, 'request.malformed', 'not well-formed'],
    [
      'begins with a byte order mark and is cut off',
      { rawBody: '\uFEFF{' },
      400,
      'request.malformed',
      'not well-formed',
    ],
    [
      'is XML',
      { rawBody: '<risk/>', headers: { ...create, 'content-type': 'application/xml' } },
      415,
      'media-type.not-json',
      'Content-Type: application/json',
    ],
    [
      'is a form',
      { rawBody: 'title=Late', headers: { ...create, 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'media-type.not-json',
      'Content-Type: application/json',
    ],
    [
      'is JSON of another type',
      { rawBody: '{}', headers: { ...create, 'content-type': 'application/merge-patch+json' } },
      415,
      'media-type.not-json',
      'Content-Type: application/json',
    ],
    [
      'has 256 KB and one byte',
      { rawBody: `"${'a'.repeat(longest - 1)}"` },
      413,
      'request.too-large',
      'at most 262144 are taken',
    ],
    [
      'has 256 KB and one byte in letters of several bytes',
      { rawBody: `"${'é'.repeat(longest / 2 - 1)}x"` },
      413,
      'request.too-large',
      'has 262145 bytes',
    ],
    [
      'has ten million bytes',
      { rawBody: 'x'.repeat(10_000_000) },
      413,
      'request.too-large',
      'at most 262144 are taken',
    ],
  ])('that %s is refused', async (_, asked: Asked, status, code, words) => {
    const told = await putRisk({ body: undefined, ...asked });
    expect(told).toMatchObject({ status, body: { code } });
    expect(told.body.detail).toContain(words);
  });

  it('that is not UTF-8 is refused, however the gateway hands it on', async () => {
    const { handler } = await import('../../functions/hosts/commands.ts');
    const told = await problem(tracker, async () => {
      const event = httpEventOf(
        {
          method: 'PUT',
          path: '/programmes/tomorrow/reviews/property/risks/new',
          query: '',
          headers: { 'content-type': 'application/json', ...create },
          body: Buffer.from('{}'),
        },
        {
          match: {
            routeKey: 'PUT /programmes/{programmeId}/reviews/{reviewId}/{register}/{entryId}',
            pathParameters: { ...entry('new'), register: 'risks' },
          },
          claims: { sub: 'tara-team', organisation: 'council', roles: '[transformation-team]' },
          requestId: randomUUID(),
          atEpochMilliseconds: Date.now(),
          sourceIp: '127.0.0.1',
          domainName: 'localhost',
        },
      );
      const context = { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => 20_000 } as never;
      const notUtf8 = Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]).toString('base64');
      const answer = await handler({ ...event, body: notUtf8, isBase64Encoded: true } as never, context);
      const { statusCode: status, headers, body: text } = answer;
      return { status, headers, text, body: JSON.parse(text), bytes: Buffer.from(text) };
    });
    expect(told).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
  });

  it.each([
    ['null', 'null', 'must be an object, not null'],
    ['a list', '[]', 'must be an object, not a list'],
    ['text', '"risk"', 'must be an object, not text'],
    ['a number', '5', 'must be an object, not a number'],
    ['true', 'true', 'must be an object, not true or false'],
  ])('that is %s is refused', async (_, rawBody, message) => {
    const told = await nothingStored(tracker, () =>
      tracker.ask('putRisk', { params: entry('new'), rawBody, headers: create }),
    );
    expect(told).toMatchObject({
      status: 400,
      body: {
        code: 'request.invalid',
        detail: `One part of the request does not fit: the body ${message}.`,
        faults: [{ in: 'body', pointer: '', message }],
      },
    });
  });

  it.each([
    ['lists', '['.repeat(100_000), ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(40_000), `1${'}'.repeat(40_000)}`],
  ])('that nests %s without end is refused, with a key or without', async (_, opening, closing) => {
    const rawBody = `${opening}${closing}`;
    for (const headers of [{ ...create, 'idempotency-key': 'deep' }, create]) {
      const told = await putRisk({ body: undefined, rawBody, headers });
      expect(told).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
      expect(told.body.detail).toContain('nested');
    }
  });

  it('that is read but larger than a record may be is refused', async () => {
    const organisations = Array.from({ length: 500 }, (_, n) => ({
      id: `company-${n}`,
      name: `Company ${n}`,
      sharedWith: 'x'.repeat(400),
    }));
    const told = await refused(tracker, 'putMarketEngagement', {
      params: entry('new'),
      body: { ...(records['market-engagement'] as object), organisations },
      headers: create,
    });
    expect(told).toMatchObject({ status: 413, body: { code: 'record.too-large' } });
    expect(told.body.detail).toMatch(/The record has \d+ bytes; at most 204800 are kept\./);
  });
});
