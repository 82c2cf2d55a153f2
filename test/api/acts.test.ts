import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsIn } from '../support/chain.ts';
import {
  chain,
  create,
  entry,
  params,
  recorded,
  refused,
  startWithOneReview,
  stopWithWholeChain,
} from '../support/one-review.ts';
import { saving } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startWithOneReview();
});
afterAll(() => stopWithWholeChain(tracker));

describe('savings', () => {
  const params = entry('buildings');
  const both: Person = { roles: ['transformation-team', 'finance'], subject: 'tara-team' };
  const validation = { year: '2026/27', pounds: 310_000, on: '2026-02-01' };

  it('validateSaving puts the validated pounds beside the claim, which stays as it is', async () => {
    await recorded(tracker, 'putSaving', { params, body: saving, headers: create });
    const { told: answer, event } = await recorded(tracker, 'validateSaving', {
      as: people.finance,
      params,
      body: validation,
    });
    expect(event).toMatchObject({ type: 'validated', by: 'fay-finance', changed: ['validations'] });
    expect(answer.body).toMatchObject({
      version: 2,
      record: { years: [{ forecast: 350_000 }] },
      facts: { validations: [{ ...validation, by: 'fay-finance' }] },
    });
  });

  it.each([
    ['what the same person claimed', both, validation, 403, 'saving.own-claim'],
    [
      'a year that the line does not have',
      people.finance,
      { ...validation, year: '2030/31' },
      409,
      'saving.year-unknown',
    ],
    ['a year that does not follow', people.finance, { ...validation, year: '2026/28' }, 400, 'request.invalid'],
    ['the team', people.team, validation, 403, 'role.not-allowed'],
  ])('validateSaving refuses %s', async (_, as, body, status, code) => {
    expect(await refused(tracker, 'validateSaving', { as, params, body })).toMatchObject({ status, body: { code } });
  });

  it('validateSaving refuses a line that is struck out', async () => {
    await recorded(tracker, 'strikeOutSaving', {
      params,
      body: { reason: 'Counted twice' },
      headers: { 'if-match': '"2"' },
    });
    expect(await refused(tracker, 'validateSaving', { as: people.finance, params, body: validation })).toMatchObject({
      status: 409,
      body: { code: 'entry.struck-out' },
    });
  });
});

describe('delivery confidence', () => {
  const rating = { on: '2026-01-31', overall: { rating: 'amber', words: 'Behind by a month' } };

  it("rateReview puts the SRO's rating and assurance's side by side, and listRatings shows both", async () => {
    const bySro = await recorded(tracker, 'rateReview', {
      as: people.sro,
      body: { ...rating, forwardLook: 'improving' },
    });
    expect(bySro.told).toMatchObject({
      status: 201,
      headers: { etag: '"rating:tomorrow/property/sro-2026-01-31:1"' },
      body: { id: 'sro-2026-01-31', facts: { source: 'sro', by: 'sam-sro' } },
    });
    const byAssurance = await recorded(tracker, 'rateReview', {
      as: people.assurance,
      body: { ...rating, overall: { rating: 'red', words: 'No plan' } },
    });
    expect(byAssurance.told.body).toMatchObject({ id: 'assurance-2026-01-31', facts: { source: 'assurance' } });
    expect(byAssurance.event.recordRef).toEqual({ kind: 'rating', id: 'assurance-2026-01-31' });
    const list = await tracker.must('listRatings', { as: people.board, params });
    expect(list.body).toEqual({ items: [byAssurance.told.body, bySro.told.body], next: null });
    const one = await tracker.must('getRating', { as: people.board, params: entry('sro-2026-01-31') });
    expect(one.body).toEqual(bySro.told.body);
  });

  it.each([
    ['a second rating for the same date', people.sro, rating, 409, 'rating.already-given'],
    ["somebody else's SRO", people.otherSro, rating, 403, 'review.not-the-sro'],
    [
      'assurance by the lead of the review',
      { roles: ['assurance'], subject: 'lena-lead' } as const,
      rating,
      403,
      'rating.own-review',
    ],
    [
      'a rating of another scheme',
      people.sro,
      { on: '2026-02-28', overall: { rating: 'amber-red', words: 'Hm' } },
      422,
      'content.breaks-rule',
    ],
  ])('rateReview refuses %s', async (_, as, body, status, code) => {
    expect(await refused(tracker, 'rateReview', { as, body })).toMatchObject({ status, body: { code } });
  });

  it('correctRating tells a rating again, by those it belongs to and nobody else', async () => {
    const params = entry('sro-2026-01-31');
    const events = await eventsIn(tracker, chain);
    const given = events.find((event) => event.recordRef.id === 'sro-2026-01-31');
    const correction = {
      corrects: given?.sequence,
      effectiveAt: given?.effectiveAt,
      record: { ...rating, overall: { rating: 'green', words: 'A slip of the hand' } },
      reason: 'Ticked the wrong box',
    };
    expect(await refused(tracker, 'correctRating', { as: people.assurance, params, body: correction })).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { told: answer, event } = await recorded(tracker, 'correctRating', {
      as: people.sro,
      params,
      body: correction,
    });
    expect(event).toMatchObject({ type: 'corrected', corrects: given?.sequence, reason: 'Ticked the wrong box' });
    expect(answer.body).toMatchObject({
      version: 2,
      record: { overall: { rating: 'green' } },
      facts: { source: 'sro' },
    });
  });

  it('strikeOutRating takes a rating out, by those it belongs to and nobody else', async () => {
    const params = entry('assurance-2026-01-31');
    const asked = { params, body: { reason: 'Of another review' }, headers: { 'if-match': '"1"' } };
    expect(await refused(tracker, 'strikeOutRating', { ...asked, as: people.sro })).toMatchObject({
      status: 403,
      body: { code: 'role.not-allowed' },
    });
    const { told: answer } = await recorded(tracker, 'strikeOutRating', { ...asked, as: people.assurance });
    expect(answer.body.struckOut).toMatchObject({ reason: 'Of another review', by: 'asha-assurance' });
  });
});

describe('returns', () => {
  const params = entry('2026-01');

  it("confirmReturn lets the review's own SRO confirm what the team submitted, once", async () => {
    await recorded(tracker, 'putReturn', { params, body: { narrative: 'The lease is signed' }, headers: create });
    expect(await refused(tracker, 'confirmReturn', { as: people.otherSro, params, body: {} })).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { told: answer, event } = await recorded(tracker, 'confirmReturn', {
      as: people.sro,
      params,
      body: { words: 'As I know it' },
    });
    expect(event).toMatchObject({ type: 'confirmed', by: 'sam-sro', changed: ['confirmed'] });
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 2, facts: { confirmed: { by: 'sam-sro', words: 'As I know it' } } },
    });
    expect(await refused(tracker, 'confirmReturn', { as: people.sro, params, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'return.already-confirmed' },
    });
    expect(
      await refused(tracker, 'putReturn', {
        params,
        body: { narrative: 'Other words' },
        headers: { 'if-match': '"2"' },
      }),
    ).toMatchObject({ status: 409, body: { code: 'return.already-confirmed' } });
  });

  it('confirmReturn answers 404 for a month without a return', async () => {
    expect(
      await refused(tracker, 'confirmReturn', { as: people.sro, params: entry('2026-02'), body: {} }),
    ).toMatchObject({
      status: 404,
      body: { code: 'entry.unknown' },
    });
  });
});
