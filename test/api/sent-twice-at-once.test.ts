// @module-tag long
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { create, of, openReview, tomorrow } from '../support/one-programme.ts';
import { records } from '../support/records.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * The same request sent twice at once: while the first is between two of its calls to the store, the second is done as a whole.
 * Both are answered alike, at whichever call it is (docs/meaning.md WRITE-4): what the second made does not refuse the first.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startReportedProgramme();
  await runMonth(tracker, '2026-01');
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tracker.stop());

type Asks = () => Promise<Told>;

/** The first asks; before that call of it to the store, the second is done. Undefined: the first makes fewer calls. */
const withinAt = async (call: number, ask: Asks): Promise<readonly [Told, Told] | undefined> => {
  const { send } = DynamoDBClient.prototype;
  let calls = 0;
  let second: Told | undefined;
  const spy = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBClient,
    ...given: unknown[]
  ) {
    calls += 1;
    if (calls === call) {
      spy.mockRestore();
      second = await ask();
    }
    return Reflect.apply(send, this, given);
  } as never);
  const first = await ask();
  spy.mockRestore();
  return second === undefined ? undefined : [first, second];
};

/** Each way in which a request is done once by its key: a change of a record, one of a person, and a run. */
const requests: Readonly<Record<string, (key: string) => Asks>> = {
  reviseReport: (key) => () =>
    tracker.ask('reviseReport', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
      body: { reason: 'A line was wrong' },
      headers: { 'idempotency-key': key },
    }),
  rebuildReport: (key) => () =>
    tracker.ask('rebuildReport', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
      body: { knowledge: 'then' },
      headers: { 'idempotency-key': key },
    }),
  draftReport: (key) => () =>
    tracker.ask('draftReport', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
      body: {},
      headers: { 'idempotency-key': key },
    }),
  compareDays: (key) => () =>
    tracker.ask('compareDays', {
      as: people.office,
      params: tomorrow,
      body: { from: '2026-01-10', to: '2026-01-31' },
      headers: { 'idempotency-key': key },
    }),
  putPerson: (key) => () =>
    tracker.ask('putPerson', {
      as: people.office,
      params: { personId: key },
      body: { name: 'Pat Person', post: 'Head of Estates' },
      headers: { ...create, 'idempotency-key': key },
    }),
  putIssue: (key) => () =>
    tracker.ask('putIssue', {
      params: of('property', key),
      body: records.issue,
      headers: { ...create, 'idempotency-key': key },
    }),
  strikeOutReview: (key) => async () => {
    const params = { ...tomorrow, reviewId: key };
    return tracker.ask('strikeOutReview', {
      params,
      body: { reason: 'Opened twice' },
      headers: { 'idempotency-key': key, 'if-match': `"review:tomorrow/${key}:1"` },
    });
  },
};

describe.each(Object.entries(requests))('%s', (name, requestOf) => {
  it('sent twice at once is done once, and both are answered alike', async () => {
    let met = 0;
    for (let call = 1; call < 40; call += 1) {
      const key = `${name.toLowerCase()}-${call}`;
      if (name === 'strikeOutReview') await openReview(tracker, key);
      await tracker.settled();
      const both = await withinAt(call, requestOf(key));
      if (both === undefined) break;
      met += 1;
      const [first, second] = both;
      expect({ call, status: second.status }).toEqual({ call, status: expect.toBeOneOf([200, 201, 202]) });
      expect({ call, status: first.status, body: first.body }).toEqual({
        call,
        status: second.status,
        body: second.body,
      });
    }
    expect(met).toBeGreaterThan(1);
  });
});
