// @module-tag long
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, startEngine } from '#local/engine.ts';
import { type CapacityMeter, type Charged, startCapacityMeter } from '../../bench/capacity/capacity-meter.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { outturnOfPhase1 } from '../../examples/facing-the-challenge/scenario.ts';
import { tellSample } from '../support/play-scenario.ts';
import { records, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * What docs/cost.md states, measured on the real engine through the real handlers: Kent's Facing the Challenge as
 * its outturn report has it, its review `property` with five options and five risks, savings and milestones more, grown to 65 and
 * then 200 reviews by positions of the same sizes.
 */

let engine: Engine;
let meter: CapacityMeter;
let tracker: TestTracker;
const measured = new Map<string, Charged>();
const rolledUp = new Map<number, Charged>();

const programmeRef = { organisation: 'council', programme: 'facing-the-challenge' };
const programmeId = programmeRef.programme;
const month = '2014-04';
/** The list that the page prices is of this many reviews. */
const measuredReviews = 65;
const sizes = [measuredReviews, 200] as const;

const measure = async (use: string, act: () => Promise<Told>): Promise<void> => {
  measured.set(use, await meter.charged(act));
};

const reviewedRisk = { ...risk, lastReviewedOn: '2014-05-01' };

/** An SRO, whom the paper does not name, and registers of five entries, of which the first is read and changed. */
const tellEntries = async (): Promise<void> => {
  const params = { programmeId, reviewId: 'property' };
  const { version, record } = (await tracker.must('getReview', { params })).body;
  const body = { ...record, sros: [{ subject: people.sro.subject, name: 'Sam Sro' }] };
  const day = { 'effective-at': '2014-05-19' };
  await tracker.must('putReview', { params, body, headers: { ...day, 'if-match': `"${version}"` } });
  for (const n of ['first', 'second', 'third', 'fourth', 'fifth'])
    for (const [operation, record] of [
      ['putRisk', reviewedRisk],
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
  const judging = (version: number | '*', key: string) => ({
    'idempotency-key': key,
    ...(version === '*' ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
  });
  const headers = (version: number | '*', key: string) => ({ ...day, ...judging(version, key) });
  const { version, record, facts } = (await tracker.must('getReview', { params })).body;
  const ofMonth = { ...params, entryId: month };
  await measure('a risk, saving, milestone or the like is entered', () =>
    tracker.must('putRisk', {
      params: { ...params, entryId: 'sixth' },
      body: reviewedRisk,
      headers: headers('*', 'new'),
    }),
  );
  await measure('one of them is brought up to date', () =>
    tracker.must('putRisk', { params, body: { ...reviewedRisk, category: 'Legal' }, headers: headers(1, 'changed') }),
  );
  await measure("the review's own record is changed", () =>
    tracker.must('putReview', {
      params,
      body: { ...record, sourceParagraphs: '2' },
      headers: headers(version, 'review'),
    }),
  );
  await measure("the work of the review's stage is said to be in progress or complete", () =>
    tracker.must('recordStageWork', { params, body: { state: 'in-progress' }, headers: headers(version + 1, 'work') }),
  );
  await measure('the review moves to its next stage', () =>
    tracker.must('moveStage', {
      params,
      body: { to: facts.stage === 'service-baseline' ? 'identified' : 'service-baseline', reason: 'Looked at again' },
      headers: headers(version + 2, 'move'),
    }),
  );
  await measure('the SRO or assurance rates delivery confidence', () =>
    tracker.must('rateReview', {
      as: people.sro,
      params: { ...params, entryId: 'june' },
      body: { on: '2014-06-02', overall: { rating: 'amber', words: 'The lease is late, the rest is not' } },
      headers: judging(version + 3, 'rating'),
    }),
  );
  await measure('the monthly return is submitted', () =>
    tracker.must('putReturn', { params: ofMonth, body: { nothingChanged: true }, headers: judging('*', 'return') }),
  );
  await measure('the SRO reads its figures and confirms it', () =>
    tracker.must('confirmReturn', { as: people.sro, params: ofMonth, body: {}, headers: judging(1, 'confirm') }),
  );
  await measure('finance validates a saving', () =>
    tracker.must('validateSaving', {
      as: people.finance,
      params,
      body: { year: '2026/27', pounds: 120_000, on: '2014-06-02' },
      headers: judging(1, 'validate'),
    }),
  );
};

const measureQuestions = async (): Promise<void> => {
  const params = { programmeId, reviewId: 'property', entryId: 'first', month };
  await measure("the list of the programme's 65 reviews", () => tracker.must('listReviews', { params }));
  await measure('a register over all reviews of the programme', () => tracker.must('listOptionsAcross', { params }));
  await measure('a review', () => tracker.must('getReview', { params }));
  await measure('a register of a review', () => tracker.must('listRisks', { params }));
  await measure('an entry of it', () => tracker.must('getRisk', { params }));
  await measure('what stands between a review and its next stage', () => tracker.must('getReviewGate', { params }));
  await measure('the report of a month, as JSON', () => tracker.must('getReport', { params }));
  await measure('the report of a month, as a page', () =>
    tracker.must('getReport', { params, headers: { accept: 'text/html' } }),
  );
  await measure("the report's first hundred lines", () => tracker.must('getReportLines', { params }));
  await measure("the programme's settings", () => tracker.must('getProgramme', { params }));
  await measure('a page of the history of a review', () =>
    tracker.must('getReviewHistory', { params, query: 'limit=20' }),
  );
  await measure('a register of a review as at a day', () =>
    tracker.must('listRisks', { params, query: 'asAt=2014-05-31' }),
  );
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
  await tellSample(tracker, outturnOfPhase1);
  await tellEntries();
  await growTo(tracker, programmeRef, measuredReviews, programmeRef, ['option']);
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

const page = readFileSync(resolve(import.meta.dirname, '../../docs/cost.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| .* \|$/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));
const numbersIn = (text: string | undefined): readonly number[] =>
  (text ?? '').match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];

/** What the page states of each use: one unit figure for it, or one for a report and one more for each review. */
const stated = rows
  .filter(([, howOften]) => / for each (?:review|person|programme)$/.test(howOften ?? ''))
  .map(([use = '', howOften = '', reads, writes]) => ({
    use,
    isChange: howOften.endsWith('a month for each review'),
    readUnits: numbersIn(reads),
    writeUnits: numbersIn(writes),
  }));
const report = stated.find(({ use }) => use === 'a report is made');
const uses = stated.filter((one) => one !== report);

const chargedFor = (use: string): Charged => {
  const charged = measured.get(use);
  if (charged === undefined) throw new Error(`"${use}" was not measured`);
  return charged;
};

/** Never less than measured, and not a quarter more. */
const expectHonest = (figure: number, found: number): void => {
  expect(figure).toBeGreaterThanOrEqual(found);
  expect(figure).toBeLessThanOrEqual(Math.max(found + 1, found * 1.25));
};

describe('docs/cost.md states what is measured, and not a quarter more', () => {
  it('every use that is measured is on the page', () => {
    expect(uses.map(({ use }) => use).toSorted()).toEqual([...measured.keys()].toSorted());
  });

  it.each(uses)('$use: $readUnits read units, $writeUnits write units', ({ use, readUnits, writeUnits }) => {
    expectHonest(readUnits[0] ?? Number.NaN, chargedFor(use).readUnits);
    expectHonest(writeUnits[0] ?? Number.NaN, chargedFor(use).writeUnits);
  });

  it.each(sizes)('the report of a month of %i reviews', (size) => {
    for (const units of ['readUnits', 'writeUnits'] as const) {
      const [once = Number.NaN, eachReview = Number.NaN] = report?.[units] ?? [];
      expectHonest(once + size * eachReview, rolledUp.get(size)?.[units] ?? 0);
    }
  });

  it('a change leaves its event for good', () => {
    const left = uses
      .filter(({ isChange }) => isChange)
      .map(({ use }) =>
        chargedFor(use)
          .calls.flatMap(({ puts }) => puts)
          .filter(({ what }) => what.startsWith('EVENT#'))
          .reduce((sum, { bytes }) => sum + bytes, 0),
      );
    const [bytes] = numbersIn(/A change leaves (\d+) bytes/.exec(page)?.[1]);
    expectHonest(bytes ?? Number.NaN, Math.max(...left));
  });
});
