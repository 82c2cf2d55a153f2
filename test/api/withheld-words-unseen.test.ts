import { afterAll, beforeAll, expect, it } from 'vitest';
import { create } from '../support/one-of-each.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { type Person, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * Two programmes that differ in withheld words alone: short ones that sort first, long ones that sort last. What the public
 * sees of both is alike, to its length and its order; and whoever sees the words is told to cache nothing (EXEMPT-20).
 */

const short = ['A', 'B'] as const;
const long = ['Zinc: Serco Group, 4.2 million, by the end of the year'.padEnd(190, '!'), 'Yard sale'] as const;
const programmes = { alder: short, birch: long };
const exempt = { fields: ['title'], ground: 3 };
const january = '2026-01';

let tracker: TestTracker;
const from = (day: string) => ({ ...create, 'effective-at': day });

beforeAll(async () => {
  tracker = await startTestTracker();
  for (const [programmeId, [one, other]] of Object.entries(programmes)) {
    const params = { programmeId, reviewId: 'wood' };
    await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2026-01-01') });
    await tracker.must('putReview', { params, body: review, headers: from('2026-01-02') });
    for (const [entryId, title] of [
      ['first', one],
      ['second', other],
    ] as const) {
      const at = { params: { ...params, entryId }, headers: from('2026-01-10') };
      await tracker.must('putRisk', { ...at, body: { ...risk, title, exempt } });
      await tracker.must('putDecision', { ...at, body: { ...Object(records.decision), title, exempt } });
    }
    await tracker.must('runReport', { as: people.office, params, body: { month: january } });
    await tracker.settled();
  }
});
afterAll(() => tracker.stop());

const reads: readonly [operation: string, accept: string, query?: string][] = [
  ['getReport', 'application/json'],
  ['getReport', 'application/json', 'rows=all'],
  ['getReport', 'text/html'],
  ['getReport', 'text/csv'],
  ['getReportRevision', 'application/json'],
  ['getReportRevision', 'text/html'],
  ['getReportRevision', 'text/csv'],
  ['getReportLines', 'application/json'],
  ['getReportLines', 'text/csv'],
  ['listReports', 'application/json'],
  ['listRisks', 'application/json'],
  ['listDecisions', 'application/json'],
  ['getReview', 'application/json'],
  ['getReviewGate', 'application/json'],
];
const read = (as: Person, programmeId: string, [operation, accept, query]: (typeof reads)[number]): Promise<Told> => {
  const params = { programmeId, reviewId: 'wood', month: january, revision: '1', entryId: 'first' };
  return tracker.must(operation, { as, params, headers: { accept }, ...(query === undefined ? {} : { query }) });
};
/** Without what differs between any two programmes: their name, and digests and instants, which are all of one length. */
const alike = (text: string): string =>
  text
    .replaceAll(/alder|birch/g, 'a tree')
    .replaceAll(/[0-9a-f]{64}|[0-9a-f]{32}/g, '<digest>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replaceAll(/[0-9a-f]{4}( [0-9a-f]{4}){3,}/g, '<digest>');

it.each(reads)('%s as %s (%s) is as long, and in the same order, whatever the withheld words are', async (...what) => {
  const [first, second] = [await read(people.board, 'alder', what), await read(people.board, 'birch', what)];
  expect(first.text).not.toContain('"title":"A"');
  expect(second.text).not.toContain('Serco');
  expect(alike(second.text)).toBe(alike(first.text));
  expect(Buffer.byteLength(second.text)).toBe(Buffer.byteLength(first.text));
  expect(alike(second.headers.etag ?? '')).toBe(alike(first.headers.etag ?? ''));
});

it.each(reads)(
  '%s as %s (%s) is cached by nobody where it shows exempt words, and as ever where not',
  async (...what) => {
    const [full, open] = [await read(people.office, 'birch', what), await read(people.board, 'birch', what)];
    const showsThem = full.text.includes('Serco');
    expect(showsThem ? full.headers['cache-control'] : 'no-store').toBe('no-store');
    if (what[0] === 'getReportRevision') {
      expect(showsThem).toBe(true);
      expect(open.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    } else
      expect(open.headers['cache-control']).toBe(what[0].startsWith('getReport') ? 'private, no-cache' : 'no-store');
  },
);
