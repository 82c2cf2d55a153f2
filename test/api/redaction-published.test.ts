import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import { exportedLines } from '../support/exported.ts';
import { archiveTypes } from '../support/http-answer.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { redact } from '../support/redacting.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

const park = { programmeId: 'parks', reviewId: 'wood' };
const offer = { ...park, entryId: 'offer' };
const from = (day: string) => ({ ...create, 'effective-at': day });
const title = 'Jane Doe sells the wood';
const cause = 'Jane Doe of 4 High Street complained';
const notReviewed = { ...risk, current: { likelihood: 5, impact: 5 }, lastReviewedOn: '2025-06-01' };

let tracker: TestTracker;
let before: { full: readonly string[]; public: readonly string[]; etag: string; seal: string };

const report = (query = 'rows=all', accept = 'application/json') =>
  tracker.must('getReport', { as: people.office, params: { ...park, month: '2026-01' }, query, headers: { accept } });
const exported = async () => ({
  full: await exportedLines(tracker, park, 'full'),
  public: await exportedLines(tracker, park, 'public'),
});

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: from('2026-01-01') });
  for (const reviewId of ['wood', 'pond'])
    await tracker.must('putReview', { params: { ...park, reviewId }, body: review, headers: from('2026-01-02') });
  await tracker.must('putRisk', {
    params: offer,
    body: { ...notReviewed, title, cause, exempt: { fields: ['cause'], ground: 3, until: '2150-01-01' } },
    headers: from('2026-01-10'),
  });
  await tracker.must('runReport', { as: people.office, params: park, body: { month: '2026-01' } });
  await tracker.settled();
  const reason = `Asked for by ${title}`;
  await tracker.must('reviseReport', { as: people.office, params: { ...park, month: '2026-01' }, body: { reason } });
  await tracker.settled();
  await tracker.must('runReport', { as: people.office, params: park, body: { month: '2026-02' } });
  await tracker.settled();
  const { headers, body } = await report();
  before = { ...(await exported()), etag: headers.etag ?? '', seal: body.publication.sealingDigest };
}, 60_000);
afterAll(() => tracker.stop());

const holders = async () => (await storedTexts(tracker)).filter((text) => text.includes('Jane Doe'));

describe('a redaction of words that reports hold', () => {
  it('takes them out of every published report in every format and view', async () => {
    for (const [view, accept] of [
      ['full', 'application/json'],
      ['public', 'text/html'],
      ['full', 'text/csv'],
    ])
      expect((await report(`rows=all&view=${view}`, accept)).text).toContain('Jane Doe');
    const { body } = await redact(
      tracker,
      { programmeId: 'parks', entryId: 'erased' },
      {
        review: 'wood',
        kind: 'risk',
        entry: 'offer',
        texts: [{ pointer: '/record/title' }, { pointer: '/record/cause' }],
      },
    );
    expect(tracker.failures).toEqual([]);
    expect(body.facts.done).toMatchObject({ events: 1, reports: 3 });
    for (const view of ['full', 'public'])
      for (const accept of ['application/json', 'text/html', 'text/csv', ...archiveTypes]) {
        const { text } = await report(`rows=all&view=${view}`, accept);
        expect(text).not.toContain('Jane Doe');
        expect(text).toMatch(/Redacted on \d+ \w+ 20\d\d \[[0-9a-f]{8}\]: Right to erasure/);
      }
    expect(await holders()).toEqual([]);
  });

  it('leaves digests and seals as they were published, proved by exports from before and from after', async () => {
    const after = await exported();
    const { body } = await report();
    expect(body.publication.sealingDigest).toBe(before.seal);
    for (const lines of [before.full, before.public, after.full, after.public])
      expect(verdictOf(lines, before.seal)).toMatchObject({ kind: 'proved', proved: { reports: 2 } });
    expect([...after.full, ...after.public].join('\n')).not.toContain('Jane Doe');
    expect(after.full.join('\n')).not.toContain('Withheld');
  });

  it('whoever kept the report by its ETag is sent the one without the words', async () => {
    const again = await tracker.ask('getReport', {
      as: people.office,
      params: { ...park, month: '2026-01' },
      query: 'rows=all',
      headers: { 'if-none-match': before.etag },
    });
    expect(again.status).toBe(200);
    expect(again.headers.etag).not.toBe(before.etag);
  });

  it.each(['then', 'now'])('a month made again as known %s is the same', async (knowledge) => {
    for (const month of ['2026-01', '2026-02']) {
      const asked = await tracker.must('rebuildReport', {
        as: people.office,
        params: { ...park, month },
        body: { knowledge },
      });
      await tracker.settled();
      const params = { ...park, runId: asked.body.id };
      const { rebuilt } = (await tracker.must('getReportRun', { as: people.office, params })).body;
      expect(rebuilt).toMatchObject({ same: true, differences: [] });
    }
  });

  it('the table agrees with itself', async () => {
    const [proof] = await verifyTable(tracker.table);
    expect(proof?.faults).toEqual([]);
  });

  it('more can be taken out of the same report, and the next month is reported', async () => {
    await redact(
      tracker,
      { programmeId: 'parks', entryId: 'also' },
      { review: 'wood', kind: 'risk', entry: 'offer', texts: [{ pointer: '/record/event' }], ground: 'court-order' },
    );
    await tracker.must('runReport', { as: people.office, params: park, body: { month: '2026-03' } });
    await tracker.settled();
    expect(tracker.failures).toEqual([]);
    const after = await exported();
    expect(after.full.join('\n')).not.toContain(notReviewed.event);
    for (const lines of [after.full, after.public])
      expect(verdictOf(lines, before.seal)).toMatchObject({ kind: 'proved', counts: { reports: 4 } });
    const [proof] = await verifyTable(tracker.table);
    expect(proof?.faults).toEqual([]);
  });
});
