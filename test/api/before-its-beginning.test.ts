import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { operationById } from '#schemas/operations.ts';
import { nothingStored } from '../support/chain.ts';
import { exampleBodyOf } from '../support/examples.ts';
import { idOfEntry } from '../support/id-of-entry.ts';
import { create, from, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { records, review } from '../support/records.ts';
import { type Asked, people, type TestTracker, type TrackerOfMore } from '../support/tracker.ts';

// Nothing is true of a review before it was opened, nor of a programme before it began (docs/meaning.md TIME-24).

let tracker: TestTracker & TrackerOfMore;
const opened = '2026-01-05T12:00:00.000Z';

beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property', {}, opened);
  // What the records of the registers name.
  for (const [operation, kind] of [
    ['putOption', 'option'],
    ['putMilestone', 'milestone'],
    ['putSaving', 'saving'],
    ['putIssue', 'issue'],
  ] as const)
    await tracker.must(operation, { params: of('property', 'first-option'), body: records[kind], headers: create });
});
afterAll(() => tracker.stop());

const tooEarly = (words: string) => ({
  status: 409,
  body: { code: 'effective.too-early', detail: expect.stringContaining(words) },
});
const asOffice = {
  as: { ...people.office, roles: ['programme-office', 'transformation-team', 'sro', 'assurance', 'finance'] as const },
};

interface Place {
  readonly register: Register;
  readonly scope: Scope;
  readonly stem: string;
}
const places: readonly (readonly [string, Place])[] = registers.flatMap((register: Register) =>
  register.scopes.map(
    (scope) =>
      [
        `${register.kind} of a ${scope}`,
        { register, scope, stem: `${scope === 'programme' ? 'Programme' : ''}${register.stem}` },
      ] as const,
  ),
);
const yearBefore = { review: '2025-01-06', programme: '2024-12-02' };
const lastDayBefore = { review: '2026-01-04', programme: '2025-11-30' };

/** The first event of an entry, in order of time. */
const firstEventOf = async (kind: string, id: string, scope: Scope) => {
  const history = scope === 'review' ? 'getReviewHistory' : 'getProgrammeHistory';
  const asked = { as: people.office, params: of('property'), query: `kind=${kind}&id=${id}` };
  const { items } = (await tracker.must(history, asked)).body;
  const inOrder = items.toSorted((a: { effectiveAt: string }, b: { effectiveAt: string }) =>
    a.effectiveAt < b.effectiveAt ? -1 : 1,
  );
  return inOrder[0];
};

/** The example of a register, with everything in it that happened before its review was opened. */
const longAgo = (record: unknown): unknown =>
  JSON.parse(
    JSON.stringify(record).replaceAll(/"(\w+(?:On|By)|date|on|asAt)":"20\d\d-\d\d-\d\d"/g, '"$1":"2025-11-20"'),
  );

describe.each(places.filter(([, { register }]) => register.byActOnly !== true))(
  '%s',
  { tags: ['long'] },
  (_, { register, scope, stem }) => {
    const entryId = idOfEntry(register.kind, `early-${scope}`, { month: '2025-12' });
    const params = of('property', entryId);
    const body = longAgo(records[register.kind]);
    const owner = scope === 'review' ? 'The review property begins on' : 'The programme tomorrow begins on';

    it('is not put at a time before', async () => {
      const put = (day: string) => tracker.ask(`put${stem}`, { ...asOffice, params, body, headers: from(day) });
      await nothingStored(tracker, async () => {
        expect(await put(yearBefore[scope])).toMatchObject(tooEarly(owner));
        const told = await put(lastDayBefore[scope]);
        expect(told).toMatchObject(tooEarly(owner));
        return told;
      });
    });

    it('is not corrected into a time before, and can be true from the beginning on', async () => {
      const first = await tracker.must(`put${stem}`, { ...asOffice, params, body, headers: from('2026-01-06') });
      const { sequence: corrects } = await firstEventOf(register.kind, entryId, scope);
      const correct = (effectiveAt: string): Asked => ({
        ...asOffice,
        params,
        body: { corrects, effectiveAt, record: first.body.record, reason: 'A slip' },
      });
      const told = await nothingStored(tracker, () => tracker.ask(`correct${stem}`, correct(yearBefore[scope])));
      expect(told).toMatchObject(tooEarly(owner));
      const day = scope === 'review' ? '2026-01-05' : '2025-12-01';
      await tracker.must(`correct${stem}`, correct(day));
      const begun = await firstEventOf(register.kind, entryId, scope);
      expect(begun.effectiveAt).toBe(scope === 'review' ? opened : '2025-12-01T00:00:00.000Z');
    });
  },
);

it('a review is not opened, nor corrected, before its programme began', async () => {
  const early = { params: of('early'), body: review, headers: from('2025-11-30') };
  expect(await nothingStored(tracker, () => tracker.ask('putReview', early))).toMatchObject(
    tooEarly('The programme tomorrow begins on 1 December 2025'),
  );
  const corrected = {
    params: of('property'),
    body: { corrects: 1, effectiveAt: '2025-11-30', record: review, reason: 'It began earlier' },
  };
  expect(await nothingStored(tracker, () => tracker.ask('correctReview', corrected))).toMatchObject(
    tooEarly('as a correction of the programme'),
  );
});

it('an appraisal is not put, nor corrected, before its review was opened', async () => {
  const body = exampleBodyOf(operationById('putAppraisal'));
  const early = { params: of('property'), body, headers: from('2025-12-31') };
  expect(await nothingStored(tracker, () => tracker.ask('putAppraisal', early))).toMatchObject(
    tooEarly('The review property begins on 5 January 2026'),
  );
});

it('a rating is not corrected into a time before it was given', async () => {
  const { body } = await tracker.must('rateReview', {
    as: people.sro,
    params: of('property'),
    body: exampleBodyOf(operationById('rateReview')),
  });
  const { sequence: corrects } = await firstEventOf('rating', body.id, 'review');
  const told = await nothingStored(tracker, () =>
    tracker.ask('correctRating', {
      as: people.sro,
      params: of('property', body.id),
      body: { corrects, effectiveAt: '2026-02-01', record: body.record, reason: 'Sooner' },
    }),
  );
  expect(told).toMatchObject(tooEarly('This rating was given on'));
});

it('a beginning can be corrected, and then what is of that time is taken', async () => {
  await openReview(tracker, 'depots', {}, '2026-02-02');
  const risk = { params: of('depots'), body: records.risk, headers: from('2026-01-20') };
  expect(await tracker.ask('putRisk', risk)).toMatchObject(tooEarly('The review depots begins on 2 February 2026'));
  await tracker.must('correctReview', {
    params: of('depots'),
    body: { corrects: 1, effectiveAt: '2026-01-12', record: review, reason: 'It began earlier' },
  });
  expect((await tracker.ask('putRisk', risk)).status).toBe(201);
});
