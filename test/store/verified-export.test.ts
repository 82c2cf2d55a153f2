import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportedLines } from '../support/exported.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

let tracker: TestTracker;
let lines: readonly string[];
const seals: string[] = [];
const place = { programmeId: 'tomorrow', reviewId: 'property', entryId: 'late' };
const create = { 'if-none-match': '*' };

const published = async (): Promise<void> => {
  await tracker.settled();
  const { body } = await tracker.must('getReport', { as: people.board, params: { ...place, month: 'latest' } });
  seals.push(body.publication.sealingDigest);
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', {
    as: people.office,
    params: place,
    body: programme,
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
  for (const reviewId of ['property', 'legal', 'property-2']) {
    const params = { ...place, reviewId };
    await tracker.must('putReview', { params, body: review, headers: { ...create, 'effective-at': '2026-01-02' } });
    await tracker.must('putRisk', {
      params,
      body: { ...risk, cause: 'Die Miete läuft\nweiter' },
      headers: { ...create, 'effective-at': '2026-01-10' },
    });
  }
  await tracker.must('putProgrammeStatedPosition', {
    as: people.office,
    params: place,
    body: records['stated-position'],
    headers: { ...create, 'effective-at': '2026-01-20' },
  });
  await tracker.must('runReport', { as: people.office, params: place, body: { month: '2026-01' } });
  await published();
  await tracker.must('correctRisk', {
    params: place,
    body: {
      corrects: 2,
      effectiveAt: '2026-01-15',
      record: { ...risk, owner: 'Head of Estates' },
      reason: 'Read wrongly',
    },
  });
  const again = { corrects: 1, effectiveAt: '2026-01-16', reason: 'Read wrongly' };
  await tracker.must('correctReview', { params: place, body: { ...again, record: { ...review, title: 'Land' } } });
  await tracker.must('correctProgramme', {
    as: people.office,
    params: place,
    body: { ...again, record: { ...programme, phase: 'Phase 1' } },
  });
  await tracker.must('runReport', { as: people.office, params: place, body: { month: '2026-02' } });
  await published();
  await tracker.must('reviseReport', {
    as: people.office,
    params: { ...place, month: '2026-01' },
    body: { reason: 'The owner was corrected' },
  });
  await tracker.settled();
  await tracker.must('strikeOutRisk', {
    params: { ...place, reviewId: 'legal' },
    headers: { 'if-match': '"1"' },
    body: { reason: 'Entered twice' },
  });
  lines = await exportedLines(tracker, place, 'full');
});
afterAll(() => tracker.stop());

it('what the tracker exports agrees with itself: its chains, its reports and their heads', () => {
  expect(verdictOf(lines)).toEqual({
    kind: 'consistent',
    counts: { programme: 'tomorrow', events: 15, chains: 4, reports: 3, inPart: { events: 0, reports: 0 } },
  });
});

it('what the tracker exports is proved up to the seal on a board pack, and counted beyond it', () => {
  expect(verdictOf(lines, seals[1])).toMatchObject({
    kind: 'proved',
    seal: { report: { month: '2026-02', revision: 1 } },
    proved: { events: 5 + 8, chains: 4, reports: 2 },
    unanchored: { events: 2, reports: 1 },
  });
  expect(verdictOf(lines, seals[0])).toMatchObject({ kind: 'proved', proved: { reports: 1 } });
});

it('a word changed in any line of what the tracker exports is found', () => {
  const found = lines.map((line, n) => {
    const changed = line.replace(/[a-z](?=[^a-z]*$)/, (letter) => (letter === 'x' ? 'y' : 'x'));
    return changed !== line && verdictOf(lines.with(n, changed)).kind === 'broken';
  });
  expect(found).toEqual(lines.map(() => true));
});
