import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operationById, operations } from '#schemas/operations.ts';
import { tagsOf } from '../support/in-every-run.ts';
import { whoMay } from '../support/role-holders.ts';
import { reviewIds, type Target, tellRecord } from '../support/role-record.ts';
import { type Willing, willingRequests } from '../support/role-requests.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/* JSON Merge Patch wherever there is a PUT (docs/meaning.md WRITE-23). */

const as = whoMay({});
const target: Target = { reviewId: reviewIds.own, ratingOf: null };
const patches = operations.filter((one) => one.method === 'PATCH');
const putOf = ({ id }: Operation): Operation => operationById(id.replace('patch', 'put'));
const getOf = ({ id }: Operation): Operation => operationById(id.replace('patch', 'get'));

let tracker: TestTracker;
let willing: (operation: Operation, target: Target) => Promise<Willing>;
beforeAll(async () => {
  tracker = await startTestTracker();
  await tellRecord(tracker);
  willing = willingRequests(tracker);
}, 120_000);
afterAll(() => tracker.stop());

/** The one text of a record that is not as in another one, or the one list; what a schema adds by itself is in lists of objects. */
const changedIn = (before: object, after: object): object => {
  const changed = Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(value, Reflect.get(before, name)));
  const texts = changed.filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts.length > 0 ? texts : changed);
};

it('there is a patch wherever there is a put', () => {
  const puts = operations.filter((one) => one.method === 'PUT');
  expect(puts.length).toBeGreaterThan(25);
  expect(patches.map(({ path }) => path)).toEqual(puts.map(({ path }) => path));
  for (const patch of patches) expect(patch.roles).toEqual(putOf(patch).roles);
});

/** What is fixed once it is recorded: `test/api/named-baselines.test.ts` shows that it stays so. */
const isFixed = ({ problems }: Operation): boolean => problems.includes('baseline.fixed');
const changeable = patches.filter((patch) => !isFixed(patch));

it('everything but a named baseline can be changed in part', () => {
  expect(patches.filter(isFixed).map(({ id }) => id)).toEqual(['patchProgrammeNamedBaseline']);
});

for (const patch of changeable)
  it(`${patch.id} of a field is a put of the record with that field, and of nothing is none`, {
    tags: tagsOf(patch),
  }, async () => {
    const { id } = patch;
    const as = whoMay(patch);
    const { params, headers, body: whole } = await willing(putOf(patch), target);
    const before = (await tracker.must(getOf(patch).id, { params, as })).body;
    const changed = changedIn(before.record, Object(whole));
    expect(Object.keys(changed)).toHaveLength(1);
    const patched = await tracker.ask(id, { params, headers, body: changed, as });
    expect({ status: patched.status, record: patched.body.record }).toEqual({
      status: 200,
      record: { ...before.record, ...changed },
    });
    expect(patched.body.version).toBe(before.version + 1);

    const etag = { 'if-match': patched.headers.etag ?? '' };
    const put = await tracker.ask(putOf(patch).id, { params, headers: etag, body: patched.body.record, as });
    const none = await tracker.ask(id, { params, headers: etag, body: {}, as });
    for (const { status, body } of [put, none])
      expect([status, body.version, body.record]).toEqual([200, patched.body.version, patched.body.record]);
  });

describe('a patch', () => {
  const ofRisk = async () => {
    const { params } = await willing(operationById('putRisk'), target);
    const read = await tracker.must('getRisk', { params, as });
    return { params, read, headers: { 'if-match': read.headers.etag ?? '' } };
  };

  it('takes a field out by null, merges an object field by field and replaces a list', async () => {
    const { params, read, headers } = await ofRisk();
    const body = { lastReviewedOn: null, current: { likelihood: 2 }, controls: [{ what: 'Weekly', owner: 'Estates' }] };
    const { record } = (await tracker.must('patchRisk', { params, headers, body, as })).body;
    const { lastReviewedOn: _, ...rest } = read.body.record;
    expect(record).toEqual({ ...rest, current: { ...rest.current, likelihood: 2 }, controls: body.controls });
  });

  it('is refused where its put would be, in the same words and at the same place', async () => {
    const { params, read, headers } = await ofRisk();
    for (const change of [{ owner: '' }, { current: { likelihood: 6 } }, { unheardOf: 1 }, { title: null }]) {
      const { title: _, ...untitled } = read.body.record;
      const body = 'title' in change ? untitled : { ...read.body.record, ...change };
      if ('current' in change) body.current = { ...read.body.record.current, ...change.current };
      const put = await tracker.ask('putRisk', { params, headers, body, as });
      const patch = await tracker.ask('patchRisk', { params, headers, body: change, as });
      expect(put.status).toBeGreaterThanOrEqual(400);
      expect([patch.status, patch.body]).toEqual([put.status, put.body]);
    }
  });

  it.each(['application/json', 'application/json-patch+json', 'text/plain'])(
    'sent as %s is refused, and says how to send it',
    async (type) => {
      const { params, headers } = await ofRisk();
      const told = await tracker.ask('patchRisk', {
        params,
        headers: { ...headers, 'content-type': type },
        body: {},
        as,
      });
      expect([told.status, told.body.code]).toEqual([415, 'media-type.not-json']);
      expect(told.body.detail).toContain('Content-Type: application/merge-patch+json');
    },
  );

  it('that is no object is refused', async () => {
    const { params, headers } = await ofRisk();
    const told = await tracker.ask('patchRisk', { params, headers, body: ['title'], as });
    expect([told.status, told.body.faults]).toEqual([
      400,
      [{ in: 'body', pointer: '', message: 'must be an object, not a list' }],
    ]);
  });

  it('names the version that it rests on: none is 428, an older one and that of another record 412', async () => {
    const { params, read } = await ofRisk();
    const sent = (etag: Readonly<Record<string, string>>) =>
      tracker.ask('patchRisk', { params, headers: etag, body: { title: 'Late' }, as });
    const stale = (read.headers.etag ?? '').replace(/:\d+"$/, `:${read.body.version - 1}"`);
    const answers = [
      await sent({}),
      await sent({ 'if-match': stale }),
      await sent({ 'if-match': '"issue:tomorrow/property/first:1"' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [428, 'version.missing'],
      [412, 'version.stale'],
      [412, 'version.of-another'],
    ]);
    expect((await ofRisk()).read.body).toEqual(read.body);
  });

  it('of what is not there is 404', async () => {
    const { params } = await ofRisk();
    const headers = { 'if-match': '"risk:tomorrow/property/nothing:1"' };
    const told = await tracker.ask('patchRisk', { params: { ...params, entryId: 'nothing' }, headers, body: {}, as });
    expect([told.status, told.body.code]).toEqual([404, 'entry.unknown']);
  });

  it('sent again under its key is answered as the first time, and another under it is refused', async () => {
    const { params, headers } = await ofRisk();
    const keyed = { ...headers, 'idempotency-key': 'once' };
    const first = await tracker.must('patchRisk', { params, headers: keyed, body: { title: 'Later' }, as });
    const again = await tracker.ask('patchRisk', { params, headers: keyed, body: { title: 'Later' }, as });
    expect([again.status, again.body, again.headers.etag]).toEqual([200, first.body, first.headers.etag]);
    const other = await tracker.ask('patchRisk', { params, headers: keyed, body: { title: 'Soon' }, as });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key-reused']);
    expect((await ofRisk()).read.body.version).toBe(first.body.version);
  });

  it('leaves exempt text as it is, and shows it to nobody who may not see it', async () => {
    const { params, headers } = await ofRisk();
    const exempt = { fields: ['cause'], ground: 3 };
    const marked = await tracker.must('patchRisk', {
      params,
      headers,
      body: { cause: 'The tender is low', exempt },
      as,
    });
    const etag = { 'if-match': marked.headers.etag ?? '' };
    const after = await tracker.must('patchRisk', { params, headers: etag, body: { title: 'Tender' }, as });
    expect(after.body.record).toMatchObject({ title: 'Tender', cause: 'The tender is low', exempt });
    const board = await tracker.must('getRisk', { params, as: { roles: ['board'], subject: 'bo-board' } });
    expect(board.body.record.cause).toMatch(/^Withheld: exempt under paragraph 3/);
  });
});
