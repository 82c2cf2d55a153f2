import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#schemas/operations.ts';
import { nothingStored } from '../support/chain.ts';
import { exampleBodyOf } from '../support/examples.ts';
import { create, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

// Acts of judgement happen when they are recorded (docs/meaning.md TIME-20): nobody dates one back.

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
});
afterAll(() => tracker.stop());

const judging = operations.filter((one) => one.judges === true);

it('an outcome, a condition, a validation, a query on a claim and its answer, a rating, a confirmation, a return sent back, a waiver, a decision on a change request, the agreement to a redaction the answers to a transfer and a month closed as not reported are acts of judgement', () => {
  expect(judging.map(({ id }) => id).toSorted()).toEqual([
    'acceptTransfer',
    'agreeRedaction',
    'answerClaimQuery',
    'closeMonth',
    'confirmReturn',
    'decideChangeRequest',
    'decideProgrammeChangeRequest',
    'proposeTransfer',
    'queryClaim',
    'rateReview',
    'recordOutcome',
    'refuseTransfer',
    'sendReturnBack',
    'updateCondition',
    'validateSaving',
    'waiveCriterion',
    'withdrawTransfer',
  ]);
});

it('whatever only an SRO, finance or assurance may do to a review is one of them', () => {
  const judges = new Set(['sro', 'finance', 'assurance']);
  const ofOthers = operations.filter(
    ({ method, roles, path }) =>
      method === 'POST' && path.includes('{reviewId}') && roles !== 'anyone' && roles.every((role) => judges.has(role)),
  );
  expect(
    ofOthers
      .filter(({ useCase, judges }) => judges !== true && !/^(correct-|strike-out-|record-entries$)/.test(useCase))
      .map(({ id }) => id),
  ).toEqual([]);
});

describe.each(judging.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  it.each(['2026-01-31', new Date().toISOString()])('is refused with Effective-At %s, in words', async (when) => {
    const told = await nothingStored(tracker, () =>
      tracker.ask(id, {
        as: { ...people.sro, roles: ['sro', 'finance', 'assurance', 'programme-office'] },
        params: { ...of('property'), transferId: 'first', month: '2026-01' },
        body: exampleBodyOf(operation),
        headers: { 'effective-at': when, 'if-match': '"1"' },
      }),
    );
    expect(told).toMatchObject({
      status: 400,
      body: {
        code: 'effective.not-taken',
        detail: expect.stringContaining('Send it again without Effective-At'),
        faults: [{ in: 'header', pointer: '/Effective-At', message: 'must be left out of an act of judgement' }],
      },
    });
  });
});

it('a return that nobody confirmed in time is late, whoever becomes SRO and says otherwise', async () => {
  await tracker.must('putReturn', {
    params: of('property', '2026-01'),
    body: { nothingChanged: true },
    headers: create,
  });
  const before = new Date().toISOString();
  const told = await tracker.must('confirmReturn', { as: people.sro, params: of('property', '2026-01'), body: {} });
  expect(told.body.facts.confirmed.at >= before).toBe(true);
  await tracker.must('runReport', { as: people.office, params: of('property'), body: { month: '2026-01' } });
  await tracker.settled();
  const { body } = await tracker.must('getReport', { params: { ...of('property'), month: '2026-01' } });
  expect(body.content.returns).toMatchObject({ received: { numerator: 0 } });
  expect(JSON.stringify(body.content.returns)).toContain('property');
});

it('a rating is in no report of a month that had ended when it was given, whatever its day', async () => {
  const { headers } = await tracker.must('getReview', { params: of('property') });
  await tracker.must('rateReview', {
    as: people.sro,
    params: of('property'),
    body: { on: '2026-02-28', overall: { rating: 'green', words: 'It goes well' } },
    headers: { 'if-match': headers.etag ?? '' },
  });
  await tracker.must('runReport', { as: people.office, params: of('property'), body: { month: '2026-02' } });
  await tracker.settled();
  const { body } = await tracker.must('getReport', { params: { ...of('property'), month: '2026-02' } });
  const isGreen = ({ rating }: { readonly rating: string }) => rating === 'green';
  expect(body.content.ratings.sro.filter(isGreen)).toMatchObject([{ share: { numerator: 0 } }]);
});
