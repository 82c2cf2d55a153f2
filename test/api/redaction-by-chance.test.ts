// @module-tag long
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { recordExemptProgramme } from '../support/exempt-programme.ts';
import { exportedLines } from '../support/exported.ts';
import { archiveTypes } from '../support/http-answer.ts';
import { property, tomorrow } from '../support/one-of-each.ts';
import { redact } from '../support/redacting.ts';
import { secret } from '../support/secrets.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

/** Every text of every register, of the review, its appraisal and their acts, each with words of its own. */
interface Place {
  readonly review: string | undefined;
  readonly kind: string;
  readonly entry: string;
  readonly pointer: string;
  readonly version: number;
  readonly words: string;
}

let tracker: TestTracker;
let places: readonly Place[];
let earlier: readonly string[];
let seal: string;

const placesIn = (value: unknown, pointer: string): readonly (readonly [pointer: string, words: string])[] => {
  if (typeof value === 'string') return secret.test(value) ? [[pointer, value]] : [];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => placesIn(one, `${pointer}/${name}`))
    : [];
};
const placesOf = ({ chain, recordRef, version, after, reason }: HistoryEvent): readonly Place[] =>
  placesIn({ ...after, ...(reason === undefined ? {} : { reason }) }, '').map(([pointer, words]) => ({
    review: chain.split('/')[1],
    kind: recordRef.kind,
    entry: recordRef.id,
    pointer,
    version,
    words,
  }));

beforeAll(async () => {
  tracker = await startTestTracker();
  await recordExemptProgramme(tracker);
  await tracker.must('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' } });
  await tracker.settled();
  earlier = await exportedLines(tracker, tomorrow, 'full');
  const january = { ...tomorrow, month: '2026-01' };
  seal = (await tracker.must('getReport', { as: people.office, params: january })).body.publication.sealingDigest;
  places = earlier.flatMap((line) => placesOf(JSON.parse(line).event ?? { after: {}, chain: '', recordRef: {} }));
}, 120_000);
afterAll(() => tracker.stop());

it('agreeRedaction: after any text of any record is redacted nothing that is stored or answered holds its words, and everything verifies', async () => {
  expect(places.length).toBeGreaterThan(80);
  const redacted: string[] = [];
  let number = 0;
  const left = () => places.filter(({ words }) => !redacted.includes(words));
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.boolean(), fc.boolean(), async (n, everyVersion, alsoAnother) => {
      const one = left()[n % left().length];
      if (one === undefined) return;
      const others = left().filter(
        (other) => other.kind === one.kind && other.entry === one.entry && other.review === one.review,
      );
      const named = [one, ...(alsoAnother ? others.slice(0, 1) : [])];
      number += 1;
      const read = await redact(
        tracker,
        { ...tomorrow, entryId: `by-chance-${number}` },
        {
          ...(one.review === undefined ? {} : { review: one.review }),
          kind: one.kind,
          entry: one.entry,
          texts: named.map(({ pointer, version }) => ({ pointer, ...(everyVersion ? {} : { version }) })),
        },
      );
      redacted.push(...named.map(({ words }) => words));
      expect(tracker.failures).toEqual([]);
      expect(read.body.facts.done.events).toBeGreaterThan(0);
      const stored = (await storedTexts(tracker)).join('\n');
      const [full, open] = [
        await exportedLines(tracker, tomorrow, 'full'),
        await exportedLines(tracker, tomorrow, 'public'),
      ];
      const params = { ...tomorrow, month: '2026-01' };
      const reports = await Promise.all(
        ['application/json', 'text/html', 'text/csv', ...archiveTypes].map(
          async (accept) =>
            (await tracker.must('getReport', { as: people.office, params, query: 'rows=all', headers: { accept } }))
              .text,
        ),
      );
      const answers = [...full, ...open, ...reports].join('\n');
      for (const words of redacted) for (const text of [stored, answers]) expect(text).not.toContain(words);
      for (const lines of [earlier, full, open])
        expect(verdictOf(lines, seal)).toMatchObject({ kind: 'proved', proved: { reports: 1 } });
    }),
    { seed: 21, numRuns: 12, endOnFailure: true },
  );
  const [proof] = await verifyTable(tracker.table);
  expect(proof?.faults).toEqual([]);
  for (const knowledge of ['then', 'now']) {
    const january = { ...property, month: '2026-01' };
    const asked = await tracker.must('rebuildReport', { as: people.office, params: january, body: { knowledge } });
    await tracker.settled();
    const params = { ...tomorrow, runId: asked.body.id };
    const { rebuilt } = (await tracker.must('getReportRun', { as: people.office, params })).body;
    expect(rebuilt).toMatchObject({ same: true });
  }
}, 240_000);
