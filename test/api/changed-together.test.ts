import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { chainOf, eventsIn } from '../support/chain.ts';
import { create, entry, params, startWithOneReview, stopWithWholeChain } from '../support/one-review.ts';
import { records, saving } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* Many entries of one register changed in one request, each on its own version, all or none (docs/meaning.md WRITE-27). */

const together = operations.filter((one) => one.useCase === 'change-entries');
const chain = chainOf(params.programmeId, params.reviewId);

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithOneReview();
  await tracker.must('putOption', {
    params: entry('first-option'),
    body: records.option,
    headers: { ...create, 'effective-at': '2026-01-03' },
  });
}, 120_000);
afterAll(() => stopWithWholeChain(tracker));

const stemOf = ({ scope, register }: Operation): string =>
  `${scope === 'programme' ? 'Programme' : ''}${register?.stem}`;
const titled = (record: unknown, title: string) => ({ ...Object(record), title });

const recordLines = async (count: number, stem: string): Promise<readonly string[]> => {
  const ids = Array.from({ length: count }, (_, n) => `${stem}-${n + 1}`);
  const entries = ids.map((id) => ({ id, record: titled(saving, id) }));
  await tracker.must('recordSavings', { params, body: { entries }, headers: { 'effective-at': '2026-02-01' } });
  return ids;
};
const lineOf = async (id: string) => (await tracker.must('getSaving', { params: entry(id) })).body;
const change = (entries: readonly object[], headers: Record<string, string> = {}) =>
  tracker.ask('changeSavings', { params, body: { entries }, headers });
const forecast = (pounds: number, record: unknown = saving) => ({
  ...Object(record),
  years: Object(record).years.map((year: object) => ({ ...year, forecast: pounds })),
});

it.each(together.map((operation) => [operation.id, operation] as const))(
  '%s changes an entry as a put would, finds another unchanged, and says their versions',
  async (id, operation) => {
    const stem = stemOf(operation);
    const kind = operation.register?.kind ?? '';
    const ids = ['changed-with', 'found-so'].map((one) => `${one}-${kind}`);
    for (const entryId of ids)
      await tracker.must(`put${stem}`, {
        params: entry(entryId),
        body: records[kind],
        headers: { ...create, 'effective-at': '2026-02-01' },
      });
    const [changed = '', found = ''] = ids;
    const record = titled(records[kind], 'Another title');
    const { body } = await tracker.must(id, {
      params,
      body: {
        entries: [
          { id: changed, version: 1, record },
          { id: found, version: 1, reviewedNoChange: true, comment: 'Looked at with its owner' },
        ],
      },
      headers: { 'effective-at': '2026-03-01' },
    });
    expect(body.entries).toEqual(ids.map((one) => ({ id: one, version: 2 })));
    const [put, reviewed] = await Promise.all(
      ids.map(async (one) => (await tracker.must(`get${stem}`, { params: entry(one) })).body),
    );
    expect(put).toMatchObject({ version: 2, record: { title: 'Another title' }, struckOut: null });
    expect(put.facts.reviewedNoChange).toBeUndefined();
    expect(reviewed.facts.reviewedNoChange).toEqual({ at: '2026-03-01T00:00:00.000Z', by: 'tara-team' });
    const scope = operation.scope === 'programme' ? chainOf(params.programmeId, null) : chain;
    const events = (await eventsIn(tracker, scope)).slice(-2);
    expect(events).toMatchObject([
      { type: 'put', recordRef: { id: changed }, version: 2 },
      { type: 'reviewed-no-change', recordRef: { id: found }, reason: 'Looked at with its owner' },
    ]);
    expect(events[0]?.reason).toBeUndefined();
    expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(1);
  },
);

describe('savings lines that are changed together', () => {
  it('are forty at most, in one transaction, and count in the position of the review', async () => {
    const ids = await recordLines(40, 'many');
    const before = (await eventsIn(tracker, chain)).length;
    const entries = ids.map((id) => ({ id, version: 1, record: forecast(10_000, titled(saving, id)) }));
    const told = await change(entries, { 'idempotency-key': 'many' });
    expect([told.status, told.body.entries.length]).toEqual([200, 40]);
    expect((await eventsIn(tracker, chain)).length).toBe(before + 40);
    // Sent again it is done once, and answered as the first time.
    expect(await change(entries, { 'idempotency-key': 'many' })).toMatchObject({ status: 200, body: told.body });
    expect((await eventsIn(tracker, chain)).length).toBe(before + 40);
    const { body } = await tracker.must('listSavingsAcross', {
      params,
      query: `review=${params.reviewId}&limit=200`,
    });
    const changed = body.items.filter(
      ({ entry }: { entry: { id: string; version: number } }) => entry.id.startsWith('many-') && entry.version === 2,
    );
    expect(changed).toHaveLength(40);
    expect((await change([...entries, { id: 'one-more', version: 1, reviewedNoChange: true }])).body).toMatchObject({
      status: 400,
      faults: [{ pointer: '/entries' }],
    });
  });

  it('are none of them changed where one was changed by somebody else: it says which, by whom and when', async () => {
    const [mine = '', theirs = '', also = ''] = await recordLines(3, 'raced');
    for (const id of [theirs, also])
      await tracker.must('putSaving', {
        as: { ...people.team, subject: 'theo-team' },
        params: entry(id),
        body: forecast(7, titled(saving, id)),
        headers: { 'if-match': '"1"', 'effective-at': '2026-02-02' },
      });
    const told = await change([
      { id: mine, version: 1, record: forecast(1) },
      { id: theirs, version: 1, record: forecast(2) },
      { id: also, version: 1, reviewedNoChange: true },
    ]);
    expect(told).toMatchObject({
      status: 412,
      body: {
        code: 'version.stale',
        faults: [{ pointer: '/entries/1/version' }, { pointer: '/entries/2/version' }],
        facts: {
          stale: [
            {
              id: theirs,
              yours: 1,
              version: 2,
              changes: [{ version: 2, type: 'put', by: 'theo-team', byName: expect.any(String) }],
              fields: expect.arrayContaining(['years']),
            },
            { id: also, yours: 1, version: 2 },
          ],
        },
      },
    });
    expect(told.body.detail).toContain(theirs);
    expect(await lineOf(mine)).toMatchObject({ version: 1 });
    expect(await lineOf(also)).toMatchObject({ version: 2 });
  });

  it('are refused whole for what any of them breaks, each fault at its place', async () => {
    const [first = '', second = '', third = ''] = await recordLines(3, 'broken');
    const over = { ...Object(saving), years: [{ year: '2026/27', plan: 1, states: { onTrack: 5 } }] };
    const told = await change([
      { id: first, version: 1, record: forecast(1) },
      { id: second, version: 1, record: over },
      { id: third, version: 1, record: over },
    ]);
    expect([told.status, told.body.code]).toEqual([422, 'content.breaks-rule']);
    const places = told.body.faults.map((one: { pointer: string }) => one.pointer.slice(0, 18));
    expect([...new Set(places)]).toEqual(['/entries/1/record/', '/entries/2/record/']);
    expect(await lineOf(first)).toMatchObject({ version: 1 });
    const missing = await change([{ id: 'nobody', version: 1, record: saving }]);
    expect([missing.status, missing.body.code, missing.body.faults[0].pointer]).toEqual([
      404,
      'entry.unknown',
      '/entries/0/id',
    ]);
    await tracker.must('strikeOutSaving', {
      params: entry(third),
      body: { reason: 'Entered twice' },
      headers: { 'if-match': '"1"' },
    });
    for (const one of [{ record: saving }, { reviewedNoChange: true }])
      expect(await change([{ id: third, version: 2, ...one }])).toMatchObject({
        status: 409,
        body: { code: 'entry.struck-out' },
      });
  });

  it.each([
    ['neither a record nor that it was reviewed', {}, '/entries/0'],
    ['both', { record: saving, reviewedNoChange: true }, '/entries/0'],
    ['a comment of a change', { record: saving, comment: 'Why' }, '/entries/0/comment'],
    ['a version that is none', { version: 0, reviewedNoChange: true }, '/entries/0/version'],
    ['no version', { version: undefined, reviewedNoChange: true }, '/entries/0/version'],
  ])('take %s not', async (_, given, pointer) => {
    const told = await change([{ id: 'any', version: 1, ...given }]);
    expect([told.status, told.body.faults.map((one: { pointer: string }) => one.pointer)]).toEqual([400, [pointer]]);
  });

  it('that are as they are recorded already leave no trace, and those beside them are changed', async () => {
    const [same = '', other = ''] = await recordLines(2, 'same');
    const before = (await eventsIn(tracker, chain)).length;
    const asIs = { id: same, version: 1, record: (await lineOf(same)).record };
    const nothing = await change([asIs]);
    expect([nothing.status, nothing.body]).toEqual([200, { entries: [{ id: same, version: 1 }] }]);
    expect((await eventsIn(tracker, chain)).length).toBe(before);
    const told = await change([asIs, { id: other, version: 1, record: forecast(3, titled(saving, other)) }]);
    expect(told.body.entries).toEqual([
      { id: same, version: 1 },
      { id: other, version: 2 },
    ]);
    expect((await eventsIn(tracker, chain)).length).toBe(before + 1);
  });

  it('are not changed from before one of them last was: it says which', async () => {
    const [early = '', late = ''] = await recordLines(2, 'ordered');
    await tracker.must('putSaving', {
      params: entry(late),
      body: forecast(5, titled(saving, late)),
      headers: { 'if-match': '"1"', 'effective-at': '2026-05-01' },
    });
    const told = await change(
      [
        { id: early, version: 1, record: forecast(1) },
        { id: late, version: 2, record: forecast(2) },
      ],
      { 'effective-at': '2026-04-01' },
    );
    expect([told.status, told.body.code, told.body.faults]).toMatchObject([
      409,
      'effective.out-of-order',
      [{ pointer: '/entries/1' }],
    ]);
  });

  it('confirm a forecast and move a claim as the same acts one by one', async () => {
    const [confirmed = '', claimed = ''] = await recordLines(2, 'acts');
    const claim = {
      ...Object(saving),
      years: Object(saving).years.map((year: object) => ({ ...year, claimedActual: 9 })),
    };
    await tracker.must('changeSavings', {
      params,
      body: {
        entries: [
          { id: confirmed, version: 1, reviewedNoChange: true },
          { id: claimed, version: 1, record: claim },
        ],
      },
      headers: { 'effective-at': '2026-03-05' },
    });
    expect((await lineOf(confirmed)).facts).toMatchObject({
      forecastSince: '2026-02-01T00:00:00.000Z',
      reviewedNoChange: { at: '2026-03-05T00:00:00.000Z' },
    });
    expect((await lineOf(claimed)).computed.toValidate).toMatchObject([
      { year: '2026/27', pounds: 9, by: 'tara-team', since: '2026-03-05T00:00:00.000Z' },
    ]);
  });
});
