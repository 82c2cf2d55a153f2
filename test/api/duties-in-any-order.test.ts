// @module-tag long
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { programme, review, saving } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

// Duties stay apart in whatever order (docs/meaning.md PEOPLE-21): nobody assures what they answer for, or validates what they claim.

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme();
});
afterAll(() => tracker.stop());

/** Somebody who holds every role. */
const xena = {
  subject: 'xena-both',
  roles: ['sro', 'assurance', 'finance', 'transformation-team', 'programme-office'] as const,
};
const person = { subject: xena.subject, name: 'Xena Both' };
const rating = (on: string) => ({ on, overall: { rating: 'green', words: 'As planned' } });

/** A change of the review's record, at the version that it has. */
const change = async (reviewId: string, over: object, headers: object = {}) => {
  const { headers: read } = await tracker.must('getReview', { params: of(reviewId) });
  const body = { ...review, title: reviewId, ...over };
  return { params: of(reviewId), body, headers: { 'if-match': read.etag ?? '', ...headers } };
};

it.each([
  ['an SRO', { sros: [person] }],
  ['the lead', { lead: person }],
])('who rated a review as assurance is not named as %s of it, until that rating is struck out', async (what, named) => {
  const reviewId = `rated-${what.replace(' ', '-')}`.toLowerCase();
  await openReview(tracker, reviewId);
  const { body: given } = await tracker.must('rateReview', {
    as: xena,
    params: of(reviewId),
    body: rating('2026-01-20'),
  });
  const naming = await change(reviewId, named);
  const told = await nothingStored(tracker, () => tracker.ask('putReview', naming));
  expect(told).toMatchObject({ status: 409, body: { code: 'review.own-assurance' } });
  expect(told.body.detail).toContain('have assurance strike that rating out first');
  const correction = {
    params: of(reviewId),
    body: { corrects: 1, effectiveAt: '2026-01-02', record: naming.body, reason: 'It was so' },
  };
  expect(await nothingStored(tracker, () => tracker.ask('correctReview', correction))).toMatchObject({
    body: { code: 'review.own-assurance' },
  });

  const entry = of(reviewId, given.id);
  const strike = async (undo: boolean) => ({
    as: people.assurance,
    params: entry,
    body: { reason: 'She becomes its SRO', undo },
    headers: { 'if-match': (await tracker.must('getRating', { params: entry })).headers.etag ?? '' },
  });
  await tracker.must('strikeOutRating', await strike(false));
  expect((await tracker.ask('putReview', await change(reviewId, named))).status).toBe(200);
  const undone = await strike(true);
  expect(await nothingStored(tracker, () => tracker.ask('strikeOutRating', undone))).toMatchObject({
    status: 403,
    body: { code: 'rating.own-review' },
  });
});

it('who rated it twelve months ago may be named, and not a day sooner', async () => {
  const earlier = { programmeId: 'earlier', reviewId: 'property' };
  const from = (day: string) => ({ ...create, 'effective-at': day });
  await tracker.must('putProgramme', {
    as: people.office,
    params: earlier,
    body: programme,
    headers: from('2025-10-01'),
  });
  await tracker.must('putReview', { params: earlier, body: review, headers: create, recordedAt: '2025-11-01' });
  await tracker.must('rateReview', { as: xena, params: earlier, body: rating('2025-11-04'), recordedAt: '2025-11-05' });
  const name = async (day: string) => {
    const { headers } = await tracker.must('getReview', { params: earlier });
    const body = { ...review, sros: [person] };
    return tracker.ask('putReview', {
      params: earlier,
      body,
      headers: { 'if-match': headers.etag ?? '' },
      recordedAt: day,
    });
  };
  expect(await name('2026-11-04')).toMatchObject({ status: 409, body: { facts: { ratedOn: '2025-11-05' } } });
  expect((await name('2026-11-06')).status).toBe(200);
});

const years = (claimedActual?: number) => ({
  ...saving,
  years: [{ year: '2026/27', plan: 999, ...(claimedActual === undefined ? {} : { claimedActual }) }],
});

/** What she and a colleague can do, in the order in which it is drawn; refused or not. */
const steps: Readonly<Record<string, (reviewId: string, n: number) => Promise<unknown>>> = {
  'is named SRO': async (id) => tracker.ask('putReview', { as: xena, ...(await change(id, { sros: [person] })) }),
  'is named lead': async (id) => tracker.ask('putReview', { as: people.team, ...(await change(id, { lead: person })) }),
  'is named no more': async (id) => tracker.ask('putReview', { as: xena, ...(await change(id, {})) }),
  rates: (id, n) => tracker.ask('rateReview', { as: xena, params: of(id), body: rating(`2026-02-${String(n + 10)}`) }),
  'strikes out or puts back': async (id, n) => {
    const { items } = (await tracker.must('listRatings', { params: of(id) })).body;
    for (const one of items)
      await tracker.ask('strikeOutRating', {
        as: people.assurance,
        params: of(id, one.id),
        body: { reason: 'Looked at again', undo: one.struckOut !== null },
        headers: { 'if-match': (await tracker.must('getRating', { params: of(id, one.id) })).headers.etag ?? '' },
      });
    return n;
  },
  claims: (id) => putSaving(id, xena, 999),
  'has a colleague claim': (id) => putSaving(id, people.team, 999),
  'has a colleague drop the claim': (id) => putSaving(id, people.team),
  validates: (id) =>
    tracker.ask('validateSaving', {
      as: xena,
      params: of(id),
      body: { year: '2026/27', pounds: 999, on: '2026-04-30' },
    }),
};
const putSaving = async (id: string, as: typeof xena | typeof people.team, claimed?: number) => {
  const { headers } = await tracker.must('getSaving', { params: of(id) });
  return tracker.ask('putSaving', {
    as,
    params: of(id),
    body: years(claimed),
    headers: { 'if-match': headers.etag ?? '' },
  });
};

it('in no order does her own rating, or the validation of her own claim, hold', async () => {
  let drawn = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 4, maxLength: 9 }),
      async (order) => {
        const id = `order-${drawn++}`;
        await openReview(tracker, id, { title: id });
        await tracker.must('putSaving', { params: of(id), body: years(), headers: create });
        for (const [n, step] of order.entries()) await steps[step]?.(id, n);
        const { items } = (await tracker.must('listRatings', { params: of(id) })).body;
        const { record } = (await tracker.must('getReview', { params: of(id) })).body;
        const isNamed = JSON.stringify([record.sros, record.lead ?? null]).includes(xena.subject);
        const own = items.filter(
          ({ facts, struckOut }: { facts: { source: string; by: string }; struckOut: object | null }) =>
            struckOut === null && facts.source === 'assurance' && facts.by === xena.subject,
        );
        if (isNamed) expect(own).toEqual([]);
        const { facts, record: line } = (await tracker.must('getSaving', { params: of(id) })).body;
        const claimed = line.years[0].claimedActual !== undefined;
        const claims = (facts.claims ?? []).filter((one: { by: string }) => one.by === xena.subject);
        const holding = facts.validations.filter(
          (one: { by: string; dropped?: object }) => one.by === xena.subject && one.dropped === undefined,
        );
        if (claimed && claims.length > 0) expect(holding).toEqual([]);
      },
    ),
    { numRuns: 20, seed: 20140430 },
  );
}, 120_000);
