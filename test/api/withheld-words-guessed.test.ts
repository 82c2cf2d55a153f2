import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportedLines } from '../support/exported.ts';
import { create } from '../support/one-of-each.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Somebody who holds all that the public may see, and has a good idea of what is withheld: puts each guess where the
 * sentence stands, works digests out in every way that the tracker ever did, and looks whether any of them was printed.
 */

const park = { programmeId: 'parks', reviewId: 'wood' };
const january = { ...park, month: '2026-01' };
const titleWithheld = 'Bidder: Serco Group, 4.2 million';
const sentence =
  'Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972';
const guesses = ['Bidder: Capita, 4 million', 'Bidder: Serco Group, 4.1 million', titleWithheld];
const exempt = { fields: ['title'], ground: 3, until: '2150-01-01' };
const decision = { ...Object(records.decision), title: titleWithheld, exempt };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let tracker: TestTracker;
const from = (day: string) => ({ ...create, 'effective-at': day });
const asBoard = (operation: string, params: Record<string, string>, query = '', headers = {}) =>
  tracker.must(operation, { as: people.board, params, query, headers });

/** All that a board, or a citizen with the public export, can have. */
const everythingPublic = async (rebuilds: readonly string[]): Promise<readonly string[]> => {
  const answers = await Promise.all([
    asBoard('getReport', january),
    asBoard('getReport', january, 'rows=all'),
    asBoard('getReport', january, '', { accept: 'text/html' }),
    asBoard('getReport', january, '', { accept: 'text/csv' }),
    asBoard('getReport', { ...park, month: '2026-02' }, 'rows=all'),
    asBoard('getReportLines', january),
    asBoard('listReports', park),
    ...rebuilds.map((runId) => asBoard('getReportRun', { ...park, runId })),
  ]);
  return [
    ...answers.flatMap(({ text, headers }) => [text, headers.etag ?? '']),
    (await exportedLines(tracker, park, 'public')).join('\n'),
  ];
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params: park, body: review, headers: from('2026-01-02') });
  await tracker.must('putDecision', {
    params: { ...park, entryId: 'award' },
    body: decision,
    headers: from('2026-01-20'),
  });
  for (const month of ['2026-01', '2026-02']) {
    await tracker.must('runReport', { as: people.office, params: park, body: { month } });
    await tracker.settled();
  }
});
afterAll(() => tracker.stop());

/** The JSON of a value with a guess in the place of each sentence. */
const guessed = <T>(value: T, guess: string): T => JSON.parse(JSON.stringify(value).replaceAll(sentence, guess));

/** Digests of a report with no salt, and with each salt that is public as the one of what is withheld. */
const digestsOfReport = (lines: readonly unknown[], content: unknown): readonly string[] => {
  const text = [...lines.map((line) => `${canonicalize(line)}\n`), canonicalize(content)].join('');
  return [
    sha256(text),
    ...lines.map((line) => sha256(String(canonicalize(line)))),
    sha256(String(canonicalize(content))),
  ];
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('a guess at withheld words, against all that is public', () => {
  let published: string;
  let lines: readonly unknown[];
  let content: { headline: string[] };

  beforeAll(async () => {
    const rebuilds: string[] = [];
    for (const knowledge of ['then', 'now']) {
      const asked = await tracker.must('rebuildReport', { as: people.office, params: january, body: { knowledge } });
      rebuilds.push(asked.body.id);
      await tracker.settled();
    }
    published = (await everythingPublic(rebuilds)).join('\n');
    content = (await asBoard('getReport', january, 'rows=all')).body.content;
    lines = (await asBoard('getReportLines', january)).body.lines;
  });

  it('can be put where the sentence stands: the test has what it needs', async () => {
    expect(published).not.toContain('Serco');
    expect(JSON.stringify(content)).toContain(sentence);
    const full = await tracker.must('getReport', { as: people.office, params: january, query: 'rows=all' });
    expect(guessed(content, titleWithheld)).toEqual(full.body.content);
    expect(published).toContain(full.body.publication.contentDigest);
  });

  it.each(guesses)('comes to no digest that is printed anywhere: %s', (guess) => {
    for (const digest of digestsOfReport(guessed(lines, guess), guessed(content, guess))) {
      expect(published).not.toContain(digest);
      expect(published).not.toContain(digest.slice(0, 32));
    }
  });

  it.each(guesses)('comes to no commitment with any salt that is public: %s', (guess) => {
    const salts = [...new Set(published.match(/\b[0-9a-f]{32}\b/g))];
    const commitments = [...new Set(published.match(/(?<="commitment":")[0-9a-f]{64}/g))];
    expect(salts.length).toBeGreaterThan(50);
    expect(commitments.length).toBeGreaterThan(1);
    const texts = textsIn(guessed(content, guess)).filter((text) => text.includes(guess));
    expect(texts.length).toBeGreaterThan(0);
    const found = [guess, ...texts].flatMap((text) =>
      ['', ...salts].flatMap((salt) => [sha256(`${salt}${JSON.stringify(text)}`), sha256(`${salt}${text}`)]),
    );
    expect(commitments.filter((commitment) => found.includes(commitment))).toEqual([]);
  });

  it('finds no secret of a report, nor of an event that withholds', async () => {
    const full = (await exportedLines(tracker, park, 'full')).map((line) => JSON.parse(line));
    const secrets = full.flatMap(({ kind, salts, event }): string[] => {
      if (kind === 'report') return [salts.secret];
      return event?.recordRef.kind === 'decision' ? [event.salts.secret] : [];
    });
    expect(secrets).toHaveLength(3);
    for (const secret of secrets) expect(published).not.toContain(secret);
  });
});
