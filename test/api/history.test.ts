import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkedEvent } from '#store/digests/event-digest.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const place = { programmeId: 'tomorrow', reviewId: 'property' };

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: place,
    body: programme,
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
  await tracker.must('putReview', {
    params: place,
    body: review,
    headers: { ...create, 'effective-at': '2026-01-02' },
  });
  await tracker.must('putRisk', {
    params: { ...place, entryId: 'late' },
    body: risk,
    headers: { ...create, 'effective-at': '2026-01-10' },
  });
  await tracker.must('putRisk', {
    params: { ...place, entryId: 'late' },
    body: { ...risk, current: { likelihood: 5, impact: 4 } },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-20' },
  });
  await tracker.must('runReport', { as: people.office, params: place, body: { month: '2026-01' } });
  await tracker.settled();
});
afterAll(() => tracker.stop());

it('getReviewHistory tells every change with each field before and after, in the order in which it was told', async () => {
  const { body } = await tracker.must('getReviewHistory', { as: people.assurance, params: place });
  expect(body.items.map((one: { sequence: number; type: string }) => [one.sequence, one.type])).toEqual([
    [1, 'put'],
    [2, 'put'],
    [3, 'put'],
  ]);
  expect(body.items[2]).toMatchObject({
    recordRef: { kind: 'risk', id: 'late' },
    version: 2,
    by: 'tara-team',
    effectiveAt: '2026-01-20T00:00:00.000Z',
  });
  expect(body.items[2].changes).toContainEqual({
    field: 'current',
    before: { likelihood: 3, impact: 4 },
    after: { likelihood: 5, impact: 4 },
  });
  expect(body.items[2].changes.map((one: { field: string }) => one.field).sort()).toEqual(['current', 'scores']);
});

it.each([
  ['kind=risk', [2, 3]],
  ['field=current', [2, 3]],
  ['field=title&kind=review', [1]],
  ['actor=nobody', []],
  ['from=2199-01-01', []],
  ['to=2199-01-01', [1, 2, 3]],
])('getReviewHistory answers %s with the changes %j', async (query, sequences) => {
  const { body } = await tracker.must('getReviewHistory', { as: people.assurance, params: place, query });
  expect(body.items.map((one: { sequence: number }) => one.sequence)).toEqual(sequences);
});

it('getReviewHistory comes in pages', async () => {
  const first = await tracker.must('getReviewHistory', { as: people.assurance, params: place, query: 'limit=2' });
  expect(first.body.items).toHaveLength(2);
  const second = await tracker.must('getReviewHistory', {
    as: people.assurance,
    params: place,
    query: `limit=2&cursor=${first.body.next}`,
  });
  expect(second.body).toMatchObject({ items: [{ sequence: 3 }], next: null });
});

it('getReviewHistory gives the newest change first where that is asked for, page by page', async () => {
  const query = 'order=newest-first&limit=2';
  const first = await tracker.must('getReviewHistory', { as: people.assurance, params: place, query });
  expect(first.body.items.map((one: { sequence: number }) => one.sequence)).toEqual([3, 2]);
  expect(first.body.items[0].changes).toContainEqual({
    field: 'current',
    before: { likelihood: 3, impact: 4 },
    after: { likelihood: 5, impact: 4 },
  });
  const second = await tracker.must('getReviewHistory', {
    as: people.assurance,
    params: place,
    query: `${query}&cursor=${first.body.next}`,
  });
  expect(second.body).toMatchObject({ items: [{ sequence: 1 }], next: null });
});

it('getProgrammeHistory tells of the settings and of what was published, and is not for the board', async () => {
  const { body } = await tracker.must('getProgrammeHistory', { as: people.assurance, params: place });
  expect(body.items.map((one: { recordRef: { kind: string } }) => one.recordRef.kind)).toEqual([
    'programme',
    'publication',
  ]);
  expect(await tracker.ask('getProgrammeHistory', { as: people.board, params: place })).toMatchObject({ status: 403 });
});

it('exportProgramme gives the whole record, each event linked to the one before, each report with its seal', async () => {
  const { text, headers } = await tracker.must('exportProgramme', { as: people.assurance, params: place });
  expect(headers['content-type']).toBe('application/jsonl');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toEqual({ kind: 'export', format: 3, programme: 'tomorrow' });
  const events = lines.filter((line) => line.kind === 'event').map((line) => line.event);
  expect(events.map((event) => `${event.chain} ${event.sequence}`)).toEqual([
    'tomorrow 1',
    'tomorrow 2',
    'tomorrow/property 1',
    'tomorrow/property 2',
    'tomorrow/property 3',
  ]);
  for (const { digest, ...event } of events) expect(linkedEvent(event).digest).toBe(digest);
  const report = lines.at(-1);
  expect(report).toMatchObject({
    kind: 'report',
    content: { month: '2026-01' },
    heads: [
      ['#programme', 1, events[0].digest],
      ['property', 3, events[4].digest],
    ],
  });
  expect(report.publication.sealingDigest).toBe(events[1].digest);
  expect(lines.at(-2)).toMatchObject({
    kind: 'report-lines',
    month: '2026-01',
    revision: 1,
    lines: [{ review: 'property' }],
  });
});
