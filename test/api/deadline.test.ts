// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { loadHandler } from '../support/function-handlers.ts';
import { HttpAnswer } from '../support/http-answer.ts';
import { programme } from '../support/records.ts';
import { claimsOf, eventOf } from '../support/request-event.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* A request has the time that its function has, and no more: it is answered before Lambda or the gateway cut it off. */

let tracker: TestTracker;
let proxy: FaultProxy;
beforeAll(async () => {
  tracker = await startTestTracker();
  proxy = await startFaultProxy(Number(new URL(tracker.endpoint).port));
  vi.stubEnv('DYNAMODB_ENDPOINT', proxy.endpoint);
});
afterAll(async () => {
  await proxy.stop();
  await tracker.stop();
});

const hanging = { kind: 'hang-before', staleIndex: false, which: 0, late: 0 } as const;

it.each([
  ['queries', 'GET', '/programmes/tomorrow'],
  ['commands', 'PUT', '/programmes/tomorrow'],
  ['board', 'GET', '/programmes/tomorrow/reports/2026-01'],
] as const)('%s answers 503 with an id and when to try again before its time is over', async (host, method, path) => {
  const body = method === 'PUT' ? JSON.stringify(programme) : undefined;
  const headers = { 'content-type': 'application/json', 'if-none-match': '*' };
  const made = eventOf({
    method,
    path,
    headers,
    claims: claimsOf(people.office),
    ...(body === undefined ? {} : { body }),
  });
  const handler = await loadHandler(host);
  const started = performance.now();
  const context = {
    getRemainingTimeInMillis: () => 3_500 - (performance.now() - started),
    functionName: host,
    awsRequestId: 'the-call',
  };
  proxy.inject({ next: () => ({ done: false, value: hanging }) });
  const answer = HttpAnswer.parse(await handler(made?.event, context));
  proxy.inject(undefined);
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' } });
  expect(JSON.parse(answer.body)).toMatchObject({
    code: 'store.busy',
    instance: expect.stringMatching(/^urn:transformation-tracker:request:./),
  });
});
