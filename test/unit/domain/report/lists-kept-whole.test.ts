import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPosition, type RecordAt } from '#domain/position/sections.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { asJsonObject } from '#schemas/history.ts';
import { aProgramme, aSetting, rollUp } from '../../../support/positions.ts';
import { factsAt, recordRef, reviewRecord, told } from '../perfect-review.ts';

/*
 * A position may keep less than the record does, and a report must not count what was cut as if it were whole. Each list that a
 * position once cut, or might, is written here at lengths beyond every cap, and looked for in the report of the month.
 */

const dayOfApril = (n: number) => `2014-04-${String((n % 28) + 1).padStart(2, '0')}T09:00:00.000Z`;
const review = (facts: Parameters<typeof factsAt>[1] = {}): RecordAt => ({
  review: 'property',
  kind: 'review',
  id: 'property',
  effectiveAt: told,
  state: {
    record: asJsonObject(reviewRecord({ directorate: undefined })),
    facts: asJsonObject(factsAt('service-baseline', facts)),
    struckOut: null,
  },
});
const reportOf = (records: readonly RecordAt[], ruleSet?: typeof rules1) => {
  const position = buildPosition(records, aProgramme());
  return rollUp([{ id: 'property', position, recordedInMonth: 1 }], aSetting(), ruleSet).content;
};

const waiver = (criterion: string) => ({ criterion, reason: 'Agreed', by: 'ann-lee', at: dayOfApril(0) });
const moves = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    at: dayOfApril(Math.floor((n * 27) / count)),
    from: n % 2 === 0 ? 'service-baseline' : 'options-appraisal',
    to: n % 2 === 0 ? 'options-appraisal' : 'full-business-case',
    direction: 'forward' as const,
    by: 'tina-team',
    waived: n === 0 ? [waiver('GATE-11')] : [],
  }));
const risk = {
  title: 'Savings are late',
  cause: 'The market is thin',
  event: 'No bid',
  consequence: 'A gap',
  category: 'Financial',
  inherent: { likelihood: 5, impact: 5 },
  current: { likelihood: 3, impact: 5 },
  target: { likelihood: 2, impact: 4 },
  treatment: 'treat',
};
const outcomes = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    number: n + 1,
    outcome: 'deferred',
    body: 'Cabinet',
    on: '2014-04-10',
    at: dayOfApril(n),
    by: 'ann-lee',
    reason: 'Not ready',
    ofVersion: 1,
    conditions: [],
  }));

const lengths = fc.integer({ min: 1, max: 60 });

describe('Whatever their number, a report holds', () => {
  it('all moves of the month, and the waiver that the first of them used', () => {
    fc.assert(
      fc.property(lengths, (count) => {
        const made = reportOf([review({ moves: moves(count), stage: 'full-business-case' })]);
        expect(made.moves.total).toBe(count);
        expect(made.waiversInForce.rows.map((one) => one.criterion)).toEqual(['GATE-11']);
      }),
      { numRuns: 20 },
    );
  });

  it("a risk's direction of travel over the whole month", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 60 }), (changes) => {
        const scores = [
          { at: '2014-03-20T09:00:00.000Z', score: 5 },
          ...changes.map((score, n) => ({ at: dayOfApril(Math.floor((n * 27) / changes.length)), score })),
          { at: '2014-04-30T09:00:00.000Z', score: 15 },
        ];
        const made = reportOf([review(), recordRef('risk', 'late', risk, { scores })]);
        expect(made.risks.top.rows[0]).toMatchObject({ direction: 'up', previousScore: 5 });
        expect(made.risks.top.rows[0]?.risk.scores.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('all outcomes of the month', () => {
    fc.assert(
      fc.property(lengths, (count) => {
        const record = { title: 'Case', type: 'outline', caseVersion: '1', on: '2014-02-03' };
        const businessCase = recordRef('business-case', 'obc', record, { outcomes: outcomes(count) });
        expect(reportOf([review(), businessCase]).businessCases.outcomes.total).toBe(count);
      }),
      { numRuns: 20 },
    );
  });
});

it('the first rule set goes on looking at the last ten moves and the last six scores', () => {
  const scores = Array.from({ length: 9 }, (_, n) => ({ at: dayOfApril(n * 3), score: n === 8 ? 15 : n + 1 }));
  const march = { at: '2014-03-20T09:00:00.000Z', score: 9 };
  const made = reportOf(
    [
      review({ moves: moves(13), stage: 'full-business-case' }),
      recordRef('risk', 'late', risk, { scores: [march, ...scores] }),
    ],
    rules1,
  );
  expect(made.moves.total).toBe(10);
  expect(made.waiversInForce.total).toBe(0);
  expect(made.risks.top.rows[0]?.direction).toBe('new');
});
