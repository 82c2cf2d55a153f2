import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadHandler } from '../support/function-handlers.ts';
import { eventOf } from '../support/request-event.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

it('getOpenApi is the whole API as a document, without a token', async () => {
  const answer = await tracker.ask('getOpenApi', { as: null });
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: { openapi: '3.1.0' },
  });
  expect(Object.keys(answer.body.paths).length).toBeGreaterThan(50);
});

it('an address that there is not is one problem, and so is a method that an address does not take', async () => {
  const nowhere = await tracker.send('GET', '/nowhere', { as: null });
  expect(nowhere).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
  const wrong = await tracker.send('DELETE', '/programmes/tomorrow', { as: null });
  expect(wrong).toMatchObject({
    status: 405,
    headers: { allow: 'GET, PUT, PATCH' },
    body: { code: 'method.not-allowed' },
  });
});

describe('what is the same for everybody', () => {
  interface Sent {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly isBase64Encoded?: boolean;
  }
  const sent = async (path: string, accepted: string | undefined): Promise<Sent> => {
    const headers: Record<string, string> = accepted === undefined ? {} : { 'Accept-Encoding': accepted };
    const asked = eventOf({ method: 'GET', path, headers, claims: undefined });
    const context = { getRemainingTimeInMillis: () => 10_000, functionName: 'front', awsRequestId: 'front' };
    return (await (
      await loadHandler('front')
    )(asked?.event, context)) as Sent;
  };

  it('is sent compressed', async () => {
    const path = '/openapi.json';
    const [plain, compact] = [await sent(path, undefined), await sent(path, 'br;q=1.0, gzip;q=0.8, *;q=0.1')];
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(compact.headers).toEqual({ ...plain.headers, 'content-encoding': 'gzip' });
    expect(compact.headers.vary).toBe('Accept-Encoding');
    expect(compact.isBase64Encoded).toBe(true);
    expect(gunzipSync(Buffer.from(compact.body, 'base64')).toString('utf8')).toBe(plain.body);
    expect(compact.body.length).toBeLessThan(plain.body.length);
    expect((await sent(path, 'gzip')).body).toBe(compact.body);
  });

  it.each(['identity', 'gzip;q=0', 'gzip; q=0.0, br', 'gzipped'])(
    'is sent as it is to whoever accepts %s',
    async (accepted) => {
      expect((await sent('/openapi.json', accepted)).headers['content-encoding']).toBeUndefined();
    },
  );

  it('is kept by caches: the description of the API, a tenth of its size, for a day', async () => {
    const { headers, body } = await sent('/openapi.json', 'gzip');
    expect(headers['cache-control']).toBe('public, max-age=86400');
    expect(body.length * 0.75).toBeLessThan((await sent('/openapi.json', undefined)).body.length / 10);
  });

  it('is left alone where it is a problem', async () => {
    expect((await sent('/nowhere', 'gzip')).headers['content-encoding']).toBeUndefined();
  });
});
