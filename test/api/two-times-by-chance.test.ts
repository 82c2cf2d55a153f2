// @module-tag long
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programme, records, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Facts told in any order of their days, and a report somewhere among them; then what `asAt` and `knownAt` answer, held
 * against a plain list of what was told.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

// Told from the first day on, so that nothing in them is of a day to come (docs/meaning.md TIME-21).
const reviewedRisk = { ...risk, lastReviewedOn: '2026-01-01' };
const earlyIssue = { ...(records.issue as object), raisedOn: '2026-01-01' };

/** What is told of, and how it is read: a review's registers, the review itself, the programme's register and settings. */
const subjects = {
  'risk one': ['Risk', { entryId: 'one' }, reviewedRisk],
  'risk two': ['Risk', { entryId: 'two' }, reviewedRisk],
  'issue one': ['Issue', { entryId: 'one' }, earlyIssue],
  review: ['Review', {}, review],
  'programme issue': ['ProgrammeIssue', { entryId: 'one' }, earlyIssue],
  settings: ['Programme', {}, programme],
} as const;
type Subject = keyof typeof subjects;
const names = Object.keys(subjects) as Subject[];
const ofProgramme = (thing: Subject) => thing === 'programme issue' || thing === 'settings';

interface Told {
  readonly thing: Subject;
  readonly day: string;
  readonly recordedAt: string;
  readonly words: string;
}

const day = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2026-0${month}-${String(date).padStart(2, '0')}`);
const command = fc.record({ thing: fc.constantFrom(...names), day });
const question = fc.record({
  /** Null: what was told last by then, where a boundary would show. */
  thing: fc.option(fc.constantFrom(...names), { freq: 1 }),
  asAt: fc.option(day),
  known: fc.oneof(fc.constant('all' as const), fc.constant('report' as const), fc.nat({ max: 20 })),
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 2));
const called = (thing: Subject, words: string): object => (thing === 'settings' ? { phase: words } : { title: words });

/** A risk of January told in February's place, after the report: whatever chance brings, one story has a correction. */
const lateRisk: [
  { thing: Subject; day: string }[],
  number,
  { thing: Subject; asAt: string | null; known: 'report' | 'all' }[],
] = [
  [
    { thing: 'risk one', day: '2026-02-10' },
    { thing: 'risk one', day: '2026-01-05' },
  ],
  1,
  [
    { thing: 'risk one', asAt: null, known: 'report' },
    { thing: 'risk one', asAt: '2026-01-31', known: 'all' },
  ],
];

let programmes = 0;
const counts = { corrections: 0, asked: 0, differs: 0 };

it('asAt and knownAt answer what a plain list of what was told says, in whatever order it was told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 4, maxLength: 12 }),
      fc.nat({ max: 12 }),
      fc.array(question, { minLength: 10, maxLength: 10 }),
      async (tellings, reportAfter, questions) => {
        programmes += 1;
        const place = { programmeId: `chance-${programmes}`, reviewId: 'a' };
        const list: Told[] = [];
        const last = new Map<Subject, { readonly day: string; readonly version: number; readonly first: number }>();
        const chain = { review: 0, programme: 0 };
        const recordChange = async (thing: Subject, on: string, words: string): Promise<void> => {
          const [stem, entry, record] = subjects[thing];
          const before = last.get(thing);
          const out = before !== undefined && on < before.day;
          // The record of a review and the settings go forward; what is told of an entry before its last day corrects it.
          if (out && !('entryId' in entry)) return;
          await pause();
          const body = { ...(record as object), ...called(thing, words) };
          const asked = { as: people.office, params: { ...place, ...entry } };
          const told = out
            ? await tracker.must(`correct${stem}`, {
                ...asked,
                body: { corrects: before.first, effectiveAt: on, record: body, reason: 'Found out' },
              })
            : await tracker.must(`put${stem}`, {
                ...asked,
                body,
                headers: {
                  'effective-at': on,
                  ...(before === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${before.version}"` }),
                },
              });
          if (out) counts.corrections += 1;
          const sequence = ++chain[ofProgramme(thing) ? 'programme' : 'review'];
          const { version, recordedAt } = told.body;
          last.set(thing, { day: out ? before.day : on, version, first: before?.first ?? sequence });
          list.push({ thing, day: on, recordedAt, words });
        };

        await recordChange('settings', '2026-01-01', 'first');
        await recordChange('review', '2026-01-01', 'first');
        let inReport = list.length;
        for (const [n, { thing, day: on }] of tellings.entries()) {
          if (n === reportAfter) {
            await pause();
            await tracker.must('runReport', { as: people.office, params: place, body: { month: '2026-01' } });
            await tracker.settled();
            chain.programme += 1;
          }
          await recordChange(thing, on, `told ${n}`);
          if (n < reportAfter) inReport = list.length;
        }
        const published = reportAfter < tellings.length;

        for (const { thing: asked, asAt, known } of questions) {
          if (known === 'report' && !published) continue;
          const prefix = known === 'all' ? list.length : known === 'report' ? inReport : (known % list.length) + 1;
          const thing = asked ?? list[prefix - 1]?.thing ?? 'review';
          const knownAt =
            known === 'all' ? null : known === 'report' ? '2026-01' : (list[prefix - 1]?.recordedAt ?? '');
          const until = asAt ?? (known === 'report' ? '2026-01-31' : '2199-12-31');
          const then = (among: readonly Told[]) =>
            among
              .filter((one) => one.thing === thing && one.day <= until)
              .reduce<Told | undefined>(
                (last, one) => (last === undefined || one.day >= last.day ? one : last),
                undefined,
              );
          const expected = then(list.slice(0, prefix))?.words ?? null;
          if (expected !== (then(list)?.words ?? null)) counts.differs += 1;
          counts.asked += 1;

          const [stem, entry] = subjects[thing];
          const query = [asAt === null ? [] : [`asAt=${asAt}`], knownAt === null ? [] : [`knownAt=${knownAt}`]]
            .flat()
            .join('&');
          const answer = await tracker.ask(`get${stem}`, { params: { ...place, ...entry }, query });
          const found = answer.status === 404 ? null : (answer.body.record.title ?? answer.body.record.phase);
          expect({ thing, query, found }).toEqual({ thing, query, found: expected });
          if ('entryId' in entry) {
            const listed = await tracker.ask(`list${stem}s`, { params: place, query });
            const one = listed.body.items?.find(({ id }: { id: string }) => id === entry.entryId);
            expect({ thing, query, listed: one?.record.title ?? null }).toEqual({ thing, query, listed: expected });
          }
        }
      },
    ),
    { numRuns: 6, examples: [lateRisk] },
  );
  expect(counts.corrections).toBeGreaterThan(0);
  expect(counts.differs).toBeGreaterThan(0);
});
