import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { records, saving } from '../support/records.ts';
import { whoMay } from '../support/role-holders.ts';
import { reviewIds, type Target, tellRecord } from '../support/role-record.ts';
import { type Willing, willingRequests } from '../support/role-requests.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/* Many new entries of one register in one request, all or none (docs/meaning.md WRITE-21). */

const as = whoMay({});
const target: Target = { reviewId: reviewIds.own, ratingOf: null };
const params = { programmeId: 'tomorrow', reviewId: reviewIds.own };
const many = operations.filter((one) => one.useCase === 'record-entries');
const recommendation = Object(records.recommendation);
const listOf = (count: number, over: (n: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, n) => ({ id: `r-${n + 1}`, record: { ...recommendation, ...over(n) } }));

let tracker: TestTracker;
let willing: (operation: Operation, target: Target) => Promise<Willing>;
beforeAll(async () => {
  tracker = await startTestTracker();
  await tellRecord(tracker);
  willing = willingRequests(tracker);
}, 120_000);
afterAll(() => tracker.stop());

const history = async (query: string) =>
  (await tracker.must('getReviewHistory', { params, query: `limit=200&${query}`, as })).body.items;

it.each(many.map((operation) => [operation.id, operation] as const))(
  '%s records each as a put of its own would',
  async (id, operation) => {
    const as = whoMay(operation);
    const sent = await willing(operation, target);
    const { body } = await tracker.must(id, { ...sent, as });
    const read = `get${operation.scope === 'programme' ? 'Programme' : ''}${operation.register?.stem}`;
    expect(body.entries.length).toBeGreaterThan(0);
    for (const { id: entryId, version } of body.entries) {
      const entry = (await tracker.must(read, { params: { ...sent.params, entryId }, as })).body;
      const put = await tracker.ask(read.replace('get', 'put'), {
        params: { ...sent.params, entryId },
        headers: { 'if-match': `"${version}"` },
        body: entry.record,
        as,
      });
      expect([put.status, put.body]).toEqual([200, entry]);
    }
  },
);

describe('a list of new entries', () => {
  it('of forty is recorded in one transaction, with one event each in the order of the list', async () => {
    const before = (await history('')).at(-1).sequence;
    const entries = listOf(40, (n) => ({ number: `${n + 1}` }));
    const { body } = await tracker.must('recordRecommendations', { params, body: { entries }, as });
    expect(body.entries).toEqual(entries.map(({ id }) => ({ id, version: 1 })));
    const events = (await history('kind=recommendation')).filter((one: { sequence: number }) => one.sequence > before);
    expect(events.map((one: { sequence: number }) => one.sequence)).toEqual(entries.map((_, n) => before + 1 + n));
    expect(new Set(events.map((one: { recordedAt: string }) => one.recordedAt)).size).toBe(1);
  });

  it('counts in totals and verifies as if each had been sent alone', async () => {
    const { text } = await tracker.must('exportProgramme', { params, as });
    const sequences = text
      .split('\n')
      .filter((line) => line.includes('"kind":"event"'))
      .map((line) => JSON.parse(line).event)
      .filter((event) => event.chain === `tomorrow/${reviewIds.own}`);
    for (const [n, event] of sequences.entries()) {
      expect(event.sequence).toBe(n + 1);
      if (n > 0) expect(event.previousDigest).toBe(sequences[n - 1].digest);
    }
  });

  it('is refused whole, and each fault has its place', async () => {
    const entries = listOf(3, (n) => (n === 1 ? { owner: '' } : {})).map((one) => ({ ...one, id: `${one.id}-b` }));
    const invalid = await tracker.ask('recordRecommendations', { params, body: { entries }, as });
    expect([invalid.status, invalid.body.faults.map((one: { pointer: string }) => one.pointer)]).toEqual([
      400,
      ['/entries/1/record/owner'],
    ]);
    const lines = [0, 1, 2].map((n) => ({
      id: `line-${n}`,
      record: n === 0 ? saving : { ...saving, years: [{ year: '2026/27', plan: 1, states: { onTrack: 5 } }] },
    }));
    const broken = await tracker.ask('recordSavings', { params, body: { entries: lines }, as });
    expect([broken.status, broken.body.code]).toEqual([422, 'content.breaks-rule']);
    const places = broken.body.faults.map((one: { pointer: string }) => one.pointer.slice(0, 18));
    expect(places).toEqual(['/entries/1/record/', '/entries/2/record/']);
    expect((await tracker.ask('getSaving', { params: { ...params, entryId: 'line-0' }, as })).status).toBe(404);
  });

  it('changes nothing that is there, and says what to do instead', async () => {
    const entries = [{ id: 'brand-new', record: recommendation }, ...listOf(1)];
    const told = await tracker.ask('recordRecommendations', { params, body: { entries }, as });
    expect([told.status, told.body.code, told.body.faults[0].pointer]).toEqual([
      412,
      'version.exists',
      '/entries/1/id',
    ]);
    expect(told.body.detail).toMatch(/by a PUT or PATCH/);
    const there = await tracker.ask('getRecommendation', { params: { ...params, entryId: 'brand-new' }, as });
    expect(there.status).toBe(404);
  });

  it('sent again, by whoever and under another key, finds what was recorded, and records what was not (WRITE-32)', async () => {
    const sent = ['again-1', 'again-2'].map((id) => ({ id, record: { ...recommendation, number: id } }));
    await tracker.must('recordRecommendations', { params, body: { entries: sent }, as });
    const before = (await history('kind=recommendation')).length;
    const again = await tracker.must('recordRecommendations', { params, body: { entries: sent }, as });
    expect([again.body.entries, (await history('kind=recommendation')).length]).toEqual([
      sent.map(({ id }) => ({ id, version: 1 })),
      before,
    ]);
    const [one, two] = sent;
    const entries = [one, { id: 'again-new', record: recommendation }, two];
    const more = await tracker.must('recordRecommendations', { params, body: { entries }, as });
    expect(more.body.entries.map(({ id }: { id: string }) => id)).toEqual(['again-1', 'again-new', 'again-2']);
    expect(
      (await history('kind=recommendation')).slice(before).map((event: { recordRef: object }) => event.recordRef),
    ).toEqual([{ kind: 'recommendation', id: 'again-new' }]);
    await tracker.must('strikeOutRecommendation', {
      params: { ...params, entryId: 'again-1' },
      body: { reason: 'Wrong' },
      headers: { 'if-match': '"1"' },
      as,
    });
    const struckOut = await tracker.ask('recordRecommendations', { params, body: { entries: sent }, as });
    expect([struckOut.status, struckOut.body.faults.length]).toEqual([412, 1]);
  });

  it.each([
    ['none', []],
    ['forty-one', listOf(41)],
    ['the same twice', [...listOf(1), ...listOf(1)]],
  ])('of %s is refused', async (_, entries) => {
    const told = await tracker.ask('recordRecommendations', { params, body: { entries }, as });
    expect([told.status, told.body.faults.map((one: { pointer: string }) => one.pointer)]).toEqual([400, ['/entries']]);
  });

  it('may name each other, whichever comes first', async () => {
    const entries = [
      { id: 'stands-in', record: { ...saving, title: 'Instead', substituteFor: 'stood-for' } },
      { id: 'stood-for', record: saving },
    ];
    const { body } = await tracker.must('recordSavings', { params, body: { entries }, as });
    expect(body.entries).toHaveLength(2);
  });

  it('sent again under its key is answered as the first time', async () => {
    const asked = {
      params,
      as,
      headers: { 'idempotency-key': 'list' },
      body: { entries: [{ id: 'once', record: recommendation }] },
    };
    const first = await tracker.must('recordRecommendations', asked);
    const again = await tracker.ask('recordRecommendations', asked);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await history('kind=recommendation&id=once')).toHaveLength(1);
  });
});
