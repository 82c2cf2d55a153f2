// @module-tag long
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import { recordExemptProgramme } from '../support/exempt-programme.ts';
import { exportedLines } from '../support/exported.ts';
import { property, tomorrow } from '../support/one-of-each.ts';
import { agreeTo, askForRedaction } from '../support/redacting.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

const january = { ...tomorrow, month: '2026-01' };
const asked = {
  kind: undefined,
  whole: 'programme',
  ground: 'retention-ended',
  reason: 'Six years after it was closed',
  retainedUntil: '2026-11-01',
};
const disposal = { ...tomorrow, entryId: 'disposal' };

let tracker: TestTracker;
let words: readonly string[];
let earlier: readonly string[];
let seal: string;

const settings = async () => {
  const { headers } = await tracker.must('getProgramme', { params: tomorrow });
  return { 'if-match': headers.etag ?? '' };
};
const close = async (closeDown: object | null) =>
  tracker.must('patchProgramme', {
    as: people.office,
    params: tomorrow,
    body: { closeDown },
    headers: { ...(await settings()), 'content-type': 'application/merge-patch+json' },
  });
const closedDown = {
  on: '2026-02-01',
  achieved: 'Words of what was achieved',
  notAchieved: 'Words of what was not',
  lessons: 'Words of lessons',
  carriesOn: [],
};
/** A report but for its texts. */
const figuresOf = (value: unknown): unknown =>
  typeof value === 'string'
    ? 'text'
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, figuresOf(one)]))
      : value;
const report = async () =>
  (await tracker.must('getReport', { as: people.office, params: january, query: 'rows=all' })).body;

beforeAll(async () => {
  tracker = await startTestTracker();
  words = [...(await recordExemptProgramme(tracker)).recorded, closedDown.achieved];
  await tracker.must('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' } });
  await tracker.settled();
}, 120_000);
afterAll(() => tracker.stop());

it('a programme is disposed of only where it is closed, its period has ended and the request says no more than that', async () => {
  expect((await askForRedaction(tracker, disposal, asked)).body).toMatchObject({
    code: 'content.breaks-rule',
    faults: [{ pointer: '/whole' }],
  });
  await close(closedDown);
  const toCome = { ...asked, retainedUntil: '2099-12-31' };
  expect((await askForRedaction(tracker, disposal, toCome)).body.faults).toMatchObject([{ pointer: '/retainedUntil' }]);
  for (const over of [{ ground: 'erasure' }, { retainedUntil: undefined }, { kind: 'risk', entry: 'first' }])
    expect((await askForRedaction(tracker, disposal, { ...asked, ...over })).status).toBe(400);
  expect((await askForRedaction(tracker, disposal, { kind: 'risk', entry: 'first' })).status).toBe(400);
});

it('one that was opened again since it was asked for is not', async () => {
  expect((await askForRedaction(tracker, disposal, asked)).text).toContain('retention-ended');
  await close(null);
  expect((await agreeTo(tracker, disposal)).body.code).toBe('redaction.programme-open');
  await close(closedDown);
});

it('agreeRedaction: after that no text of it is left in anything stored or answered, and figures, digests and seals are as they were', async () => {
  earlier = await exportedLines(tracker, tomorrow, 'full');
  const before = await report();
  seal = before.publication.sealingDigest;
  expect((await agreeTo(tracker, disposal)).status).toBe(200);
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
  const read = await tracker.must('getProgrammeRedaction', { as: people.office, params: disposal });
  expect(read.body.facts.done).toMatchObject({ reports: 1 });
  const exported = [await exportedLines(tracker, tomorrow, 'full'), await exportedLines(tracker, tomorrow, 'public')];
  const left = [...(await storedTexts(tracker)), ...exported.flat(), JSON.stringify(await report())].join('\n');
  expect(words.length).toBeGreaterThan(80);
  // A request for a redaction holds no word of the record, and stays.
  const gone = words.filter((one) => !one.includes('programme redaction'));
  expect(gone.filter((one) => left.includes(one))).toEqual([]);
  for (const lines of [earlier, ...exported])
    expect(verdictOf(lines, seal)).toMatchObject({ kind: 'proved', proved: { reports: 1 } });
  expect((await verifyTable(tracker.table))[0]?.faults).toEqual([]);
  const after = await report();
  expect(figuresOf(after.content)).toEqual(figuresOf(before.content));
  expect(after.publication.contentDigest).toBe(before.publication.contentDigest);
  const review = await tracker.must('getReview', { params: property });
  expect(review.body.record.title).toMatch(/^Redacted on .*: End of the retention period/);
});
