import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, startEngine } from '#local/engine.ts';
import { type CapacityMeter, type Charged, startCapacityMeter } from '../../bench/capacity/capacity-meter.ts';
import {
  bytesLeftByAChange,
  changes,
  measuredReviews,
  questions,
  rollUp,
  type Use,
  type UseId,
} from '../../bench/cost/uses.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { facingTheChallenge } from '../../examples/facing-the-challenge/scenario.ts';
import { tellSample } from '../support/play-scenario.ts';
import { records, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * What docs/cost.md reckons with, measured on the real engine through the real handlers: Kent's Facing the Challenge as
 * `npm start` tells it, its review `property` with five options and five risks, savings and milestones more, grown to 65 and
 * then 200 reviews by positions of the same sizes.
 */

let engine: Engine;
let meter: CapacityMeter;
let tracker: TestTracker;
const measured = new Map<UseId, Charged>();
const rolledUp = new Map<number, Charged>();

const programmeRef = { organisation: 'council', programme: 'facing-the-challenge' };
const programmeId = programmeRef.programme;
const month = '2014-04';
const sizes = [measuredReviews, 200] as const;

const measure = async (use: UseId, act: () => Promise<Told>): Promise<void> => {
  measured.set(use, await meter.charged(act));
};

/** An SRO, whom the paper does not name, and registers of five entries, of which the first is read and changed. */
const tellEntries = async (): Promise<void> => {
  const params = { programmeId, reviewId: 'property' };
  const { version, record } = (await tracker.must('getReview', { params })).body;
  const body = { ...record, sros: [{ subject: people.sro.subject, name: 'Sam Sro' }] };
  const day = { 'effective-at': '2014-05-19' };
  await tracker.must('putReview', { params, body, headers: { ...day, 'if-match': `"${version}"` } });
  for (const n of ['first', 'second', 'third', 'fourth', 'fifth'])
    for (const [operation, record] of [
      ['putRisk', risk],
      ['putSaving', saving],
      ['putMilestone', records.milestone],
    ] as const)
      await tracker.must(operation, {
        params: { programmeId, reviewId: 'property', entryId: n },
        body: record,
        headers: { 'if-none-match': '*', 'effective-at': '2014-05-20' },
      });
};

const measureChanges = async (): Promise<void> => {
  const params = { programmeId, reviewId: 'property', entryId: 'first' };
  const day = { 'effective-at': '2014-06-02' };
  const headers = (version: number | '*', key: string) => ({
    ...day,
    'idempotency-key': key,
    ...(version === '*' ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
  });
  const { version, record, facts } = (await tracker.must('getReview', { params })).body;
  const ofMonth = { ...params, entryId: month };
  await measure('new-entry', () =>
    tracker.must('putRisk', { params: { ...params, entryId: 'sixth' }, body: risk, headers: headers('*', 'new') }),
  );
  await measure('changed-entry', () =>
    tracker.must('putRisk', { params, body: { ...risk, category: 'Legal' }, headers: headers(1, 'changed') }),
  );
  await measure('changed-review', () =>
    tracker.must('putReview', { params, body: { ...record, tier: '2' }, headers: headers(version, 'review') }),
  );
  await measure('stage-work', () =>
    tracker.must('recordStageWork', { params, body: { state: 'in-progress' }, headers: headers(version + 1, 'work') }),
  );
  await measure('stage-move', () =>
    tracker.must('moveStage', {
      params,
      body: { to: facts.stage === 'service-baseline' ? 'identified' : 'service-baseline', reason: 'Looked at again' },
      headers: headers(version + 2, 'move'),
    }),
  );
  await measure('rating', () =>
    tracker.must('rateReview', {
      as: people.sro,
      params: { ...params, entryId: 'june' },
      body: { on: '2014-06-02', overall: { rating: 'amber', words: 'The lease is late, the rest is not' } },
      headers: headers('*', 'rating'),
    }),
  );
  await measure('return', () =>
    tracker.must('putReturn', { params: ofMonth, body: { nothingChanged: true }, headers: headers('*', 'return') }),
  );
  await measure('confirmation', () =>
    tracker.must('confirmReturn', { as: people.sro, params: ofMonth, body: {}, headers: headers(1, 'confirm') }),
  );
  await measure('validation', () =>
    tracker.must('validateSaving', {
      as: people.finance,
      params,
      body: { year: '2026/27', pounds: 120_000, on: '2014-06-02' },
      headers: headers(1, 'validate'),
    }),
  );
};

const measureQuestions = async (): Promise<void> => {
  const params = { programmeId, reviewId: 'property', entryId: 'first', month };
  await measure('list-reviews', () => tracker.must('listReviews', { params }));
  await measure('get-review', () => tracker.must('getReview', { params }));
  await measure('list-register', () => tracker.must('listRisks', { params }));
  await measure('get-entry', () => tracker.must('getRisk', { params }));
  await measure('gate', () => tracker.must('getReviewGate', { params }));
  await measure('report', () => tracker.must('getReport', { params }));
  await measure('report-page', () => tracker.must('getReport', { params, headers: { accept: 'text/html' } }));
  await measure('report-lines', () => tracker.must('getReportLines', { params }));
  await measure('programme', () => tracker.must('getProgramme', { params }));
  await measure('history', () => tracker.must('getReviewHistory', { params, query: 'limit=20' }));
  await measure('as-at', () => tracker.must('listRisks', { params, query: 'asAt=2014-05-31' }));
};

const measureRollUp = async (size: number): Promise<void> => {
  await growTo(tracker, programmeRef, size, programmeRef);
  rolledUp.set(
    size,
    await meter.charged(async () => {
      await tracker.must('reviseReport', {
        as: people.office,
        params: { programmeId, month },
        body: { reason: 'Measured' },
      });
      await tracker.settled();
    }),
  );
};

beforeAll(async () => {
  engine = await startEngine({});
  meter = await startCapacityMeter(engine.endpoint);
  // The tracker of the test takes a given endpoint for the engine's own.
  process.env.DYNAMODB_ENDPOINT = meter.endpoint;
  tracker = await startTestTracker();
  await tellSample(tracker, facingTheChallenge);
  await tellEntries();
  await growTo(tracker, programmeRef, measuredReviews, programmeRef);
  await tracker.settled();
  await measureRollUp(measuredReviews);
  await measureQuestions();
  await measureChanges();
  await measureRollUp(200);
}, 120_000);
afterAll(async () => {
  await tracker.stop();
  await meter.stop();
  await engine.stop();
  delete process.env.DYNAMODB_ENDPOINT;
});

const chargedFor = ({ id }: Use): Charged => {
  const charged = measured.get(id);
  if (charged === undefined) throw new Error(`${id} was not measured`);
  return charged;
};

/** Never less than measured, and not a quarter more. */
const expectHonest = (stated: number, found: number): void => {
  expect(stated).toBeGreaterThanOrEqual(found);
  expect(stated).toBeLessThanOrEqual(Math.max(found + 1, found * 1.25));
};

describe('docs/cost.md reckons with what is measured, and not with a quarter more', () => {
  it.each([...changes, ...questions])('$what: $readUnits read units, $writeUnits write units', (use) => {
    expectHonest(use.readUnits, chargedFor(use).readUnits);
    expectHonest(use.writeUnits, chargedFor(use).writeUnits);
  });

  it.each(sizes)('the report of a month of %i reviews', (size) => {
    const charged = rolledUp.get(size);
    for (const units of ['readUnits', 'writeUnits'] as const)
      expectHonest(rollUp[units].once + size * rollUp[units].eachReview, charged?.[units] ?? 0);
  });

  it('a change leaves its event behind for good', () => {
    const left = changes.map((use) =>
      chargedFor(use)
        .calls.flatMap(({ puts }) => puts)
        .filter(({ what }) => what.startsWith('EVENT#'))
        .reduce((sum, { bytes }) => sum + bytes, 0),
    );
    expectHonest(bytesLeftByAChange, Math.max(...left));
  });
});
