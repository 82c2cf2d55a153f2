import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEvent } from '#schemas/history.ts';
import { auditedEventDigest } from '../support/auditor.ts';
import { exportedLines } from '../support/exported.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { redact } from '../support/redacting.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

/* What is recorded from a file carries the digest of the file (docs/meaning.md WRITE-33). */

const park = { programmeId: 'parks', reviewId: 'wood' };
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const [first, second] = [digestOf('the first file'), digestOf('the second file')];
const sentence = 'Withheld: the digest of a file, which the full view shows';
const exempt = { fields: ['cause'], ground: 3 };

let tracker: TestTracker;
const record = (body: object) =>
  tracker.ask('recordRisks', { params: park, body, headers: { 'idempotency-key': digestOf(JSON.stringify(body)) } });
const change = (body: object) =>
  tracker.ask('changeRisks', { params: park, body, headers: { 'idempotency-key': digestOf(JSON.stringify(body)) } });
const changesOf = async (id: string, query = '') =>
  (await tracker.must('getReviewHistory', { as: people.assurance, params: park, query: `kind=risk&id=${id}${query}` }))
    .body.items;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: create });
  await tracker.must('putReview', { params: park, body: review, headers: create });
  const entries = [
    { id: 'late', record: { ...risk, cause: 'Jane Doe complained' } },
    { id: 'dear', record: { ...risk, exempt } },
  ];
  expect((await record({ entries, fileDigest: first })).status).toBe(200);
  expect(
    (
      await change({
        entries: [{ id: 'late', version: 1, record: { ...risk, cause: 'Jane Doe complained', owner: 'Estates' } }],
        fileDigest: second,
      })
    ).status,
  ).toBe(200);
  expect((await record({ entries: [{ id: 'by-hand', record: risk }] })).status).toBe(200);
}, 60_000);
afterAll(() => tracker.stop());

it('stands at each change in history, and at none that is of no file', async () => {
  expect((await changesOf('late')).map(({ fileDigest }: HistoryEvent) => fileDigest)).toEqual([first, second]);
  expect((await changesOf('dear')).map(({ fileDigest }: HistoryEvent) => fileDigest)).toEqual([first]);
  expect((await changesOf('by-hand')).map((one: object) => 'fileDigest' in one)).toEqual([false]);
});

it('is in no public view, where words of the file that are withheld could be guessed at by it', async () => {
  for (const id of ['late', 'dear'])
    for (const { fileDigest } of await changesOf(id, '&view=public')) expect(fileDigest).toBe(sentence);
  const [full, open] = [await exportedLines(tracker, park, 'full'), await exportedLines(tracker, park, 'public')];
  expect(full.filter((line) => line.includes(first))).toHaveLength(2);
  expect(open.join('\n')).not.toMatch(new RegExp(`${first}|${second}`));
  expect(open.filter((line) => line.includes(sentence))).toHaveLength(3);
});

describe('the export', () => {
  const events = (lines: readonly string[]) => lines.flatMap((line): HistoryEvent[] => JSON.parse(line).event ?? []);

  it('is proved in both views, by the product and by an auditor of another making', async () => {
    for (const view of ['full', 'public'] as const) {
      const lines = await exportedLines(tracker, park, view);
      expect(verdictOf(lines)).toMatchObject({ kind: 'consistent' });
      for (const event of events(lines)) expect(auditedEventDigest(event)).toBe(event.digest);
    }
  });

  it('with another file in the place of the one that was read is found out, and so is a word in the place of a withheld one', async () => {
    const [full, open] = [await exportedLines(tracker, park, 'full'), await exportedLines(tracker, park, 'public')];
    expect(verdictOf(full.map((line) => line.replace(first, second)))).toMatchObject({ kind: 'broken' });
    expect(verdictOf(open.map((line) => line.replace(sentence, first)))).toMatchObject({ kind: 'broken' });
  });

  it('is proved after words were taken out of what came from the file, whose digest stays', async () => {
    await redact(
      tracker,
      { programmeId: 'parks', entryId: 'jane' },
      { review: 'wood', kind: 'risk', entry: 'late', texts: [{ pointer: '/record/cause', version: 1 }] },
    );
    expect(JSON.stringify(await changesOf('late'))).not.toContain('Jane Doe');
    expect((await changesOf('late')).map(({ fileDigest }: HistoryEvent) => fileDigest)).toEqual([
      first,
      second,
      undefined,
    ]);
    for (const view of ['full', 'public'] as const)
      expect(verdictOf(await exportedLines(tracker, park, view))).toMatchObject({ kind: 'consistent' });
  });
});

it.each(['abc', first.toUpperCase(), '', 12])(
  '%s is no digest: refused by its place, and nothing is recorded',
  async (fileDigest) => {
    const entries = [{ id: 'no-digest', record: risk }];
    const refused = await record({ entries, fileDigest });
    expect([refused.status, refused.body.faults.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      ['/fileDigest'],
    ]);
    expect(await changesOf('no-digest')).toEqual([]);
  },
);
