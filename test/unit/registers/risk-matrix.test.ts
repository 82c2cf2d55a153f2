import { describe, expect, it } from 'vitest';
import type { Entry } from '#domain/entry.ts';
import { RisksSection } from '#registers/risk/projections.ts';
import { Risk, type RiskFacts } from '#registers/risk/record.ts';
import { rowInReport } from '#registers/risk/report.ts';
import { assessRisk, bandOf, risksSection } from '#registers/risk/risk-matrix.ts';
import { RiskAssessment } from '#registers/risk/worked-out.ts';
import { defaultRiskMatrix, type RiskMatrix } from '#schemas/risk-matrix.ts';

const complete = {
  title: 'Savings are not achieved',
  cause: 'The market is thin',
  event: 'No bid meets the price',
  consequence: 'The gap stays open',
  category: 'Financial',
  owner: 'Head of Property',
  inherent: { likelihood: 5, impact: 5 },
  current: { likelihood: 4, impact: 4 },
  target: { likelihood: 2, impact: 4 },
  treatment: 'treat',
  controls: [{ what: 'Monthly review of the market' }],
  actions: [{ id: 'sound-out', what: 'Sound out two more suppliers', dueOn: '2014-05-30' }],
  lastReviewedOn: '2014-04-10',
};
const since = (at: string): RiskFacts => ({ scores: [{ at, score: 16 }] });
const facts = since('2014-03-03T09:00:00.000Z');
const risk = (given: object = {}): Risk => Risk.parse({ ...complete, ...given });

describe('The band of a risk', () => {
  it.each([
    [1, 'low'],
    [6, 'low'],
    [8, 'medium'],
    [15, 'medium'],
    [16, 'high'],
    [25, 'high'],
  ])("at a score of %i is %s by Kent's matrix", (score, band) => {
    expect(bandOf(score, defaultRiskMatrix)).toBe(band);
  });

  it("follows the programme's own matrix where it has one", () => {
    const own: RiskMatrix = { ...defaultRiskMatrix, lowUpTo: 3, mediumUpTo: 9 };
    expect([3, 4, 9, 10].map((score) => bandOf(score, own))).toEqual(['low', 'medium', 'medium', 'high']);
  });
});

describe('A risk assessed', () => {
  it('scores likelihood times impact, inherent, current and target', () => {
    expect(RiskAssessment.parse(assessRisk(risk(), facts, defaultRiskMatrix))).toEqual({
      inherentScore: 25,
      currentScore: 16,
      currentBand: 'high',
      targetScore: 8,
      nextReviewOn: '2014-05-10',
      complete: true,
      missing: [],
    });
  });

  it('has no target score while its target is to be confirmed', () => {
    const assessed = assessRisk(risk({ target: { toBeConfirmed: 'set after the tender' } }), facts, defaultRiskMatrix);
    expect(assessed.targetScore).toBeNull();
  });

  it.each([
    ['high', { likelihood: 4, impact: 5 }, '2014-01-31', '2014-02-28'],
    ['medium', { likelihood: 3, impact: 4 }, '2013-12-31', '2014-02-28'],
    ['low', { likelihood: 1, impact: 4 }, '2013-11-30', '2014-02-28'],
    ['low', { likelihood: 2, impact: 3 }, '2014-01-15', '2014-04-15'],
  ])('in the %s band (%o) and last reviewed on %s, is reviewed next on %s', (band, current, lastReviewedOn, next) => {
    const assessed = assessRisk(risk({ current, lastReviewedOn }), facts, defaultRiskMatrix);
    expect(assessed).toMatchObject({ currentBand: band, nextReviewOn: next });
  });

  it.each([
    ['high', { likelihood: 4, impact: 5 }, '2014-01-31T12:00:00.000Z', '2014-02-28'],
    ['medium', { likelihood: 3, impact: 4 }, '2014-01-15T12:00:00.000Z', '2014-03-15'],
    ['low', { likelihood: 1, impact: 4 }, '2014-06-30T23:30:00.000Z', '2014-10-01'],
  ])(
    'in the %s band (%o) that nobody has reviewed falls due from its record of %s on, at %s',
    (_, current, at, next) => {
      const never = risk({ current, lastReviewedOn: undefined });
      expect(assessRisk(never, since(at), defaultRiskMatrix).nextReviewOn).toBe(next);
    },
  );

  it('that was scored again and never reviewed is counted from its first score on', () => {
    const scores = ['2014-01-15', '2014-03-20'].map((day, n) => ({ at: `${day}T12:00:00.000Z`, score: n + 9 }));
    const assessed = assessRisk(risk({ lastReviewedOn: undefined }), { scores }, defaultRiskMatrix);
    expect(assessed.nextReviewOn).toBe('2014-02-15');
  });

  it('whose next review lies beyond the calendar has none', () => {
    const assessed = assessRisk(risk({ lastReviewedOn: '2199-12-31' }), facts, defaultRiskMatrix);
    expect(RiskAssessment.parse(assessed).nextReviewOn).toBeNull();
  });

  it.each<[string, object, string[]]>([
    ['lacks a control where it has none', { controls: [] }, ['a control']],
    ['lacks an action where it has none', { actions: [] }, ['an action']],
    [
      'lacks an action where all are cancelled',
      { actions: [{ id: 'sound-out', what: 'Sound out', status: 'cancelled' }] },
      ['an action'],
    ],
    ['is complete with an action done', { actions: [{ id: 'sound-out', what: 'Sound out', status: 'done' }] }, []],
    ['needs no action where it is tolerated', { actions: [], treatment: 'tolerate' }, []],
    ['needs an action where it is transferred', { actions: [], treatment: 'transfer' }, ['an action']],
    ['needs an action where no treatment is stated', { actions: [], treatment: undefined }, ['an action']],
    ['lacks an owner where nobody owns it', { owner: undefined }, ['an owner']],
    [
      'names all that it lacks',
      { owner: undefined, controls: [], actions: [] },
      ['a control', 'an action', 'an owner'],
    ],
  ])('%s', (_, given, missing) => {
    expect(assessRisk(risk(given), facts, defaultRiskMatrix)).toMatchObject({
      missing,
      complete: missing.length === 0,
    });
  });
});

describe('The risks of a review', () => {
  const entry = (id: string, given: object = {}, scores: RiskFacts['scores'] = []): Entry<Risk, RiskFacts> => ({
    id,
    record: risk(given),
    facts: { scores },
    effectiveAt: '2014-04-01T00:00:00.000Z',
  });

  it('are listed highest score first, then by id, the closed and the happened apart', () => {
    const section = risksSection(
      [
        entry('c', { current: { likelihood: 1, impact: 2 } }),
        entry('b', { current: { likelihood: 4, impact: 4 } }),
        entry('z', { status: 'closed' }),
        entry('a', { current: { likelihood: 4, impact: 4 } }),
        entry('h', { status: 'happened', issue: 'no-bids' }),
        entry('d', { current: { likelihood: 5, impact: 5 } }),
      ],
      defaultRiskMatrix,
    );
    expect(RisksSection.parse(section)).toEqual(section);
    expect(section.open.map((row) => row.id)).toEqual(['d', 'a', 'b', 'c']);
    expect(section.closed.map((row) => row.id)).toEqual(['z']);
    expect(section.happened).toEqual([
      { id: 'h', title: 'Savings are not achieved', owner: 'Head of Property', issue: 'no-bids' },
    ]);
  });

  it('show their band, what they lack, and the actions still to do that have a date', () => {
    const actions = [
      { id: 'one', what: 'Sound out', dueOn: '2014-05-30' },
      { id: 'two', what: 'Ask the board' },
      { id: 'three', what: 'Write to bidders', dueOn: '2014-04-30', status: 'done' },
      { id: 'four', what: 'Visit Hampshire', dueOn: '2014-04-30', status: 'cancelled' },
    ];
    const [row] = risksSection([entry('a', { actions, controls: [] })], defaultRiskMatrix).open;
    expect(row && rowInReport(row, 'rules-1')).toMatchObject({
      likelihood: 4,
      impact: 4,
      score: 16,
      band: 'high',
      owner: 'Head of Property',
      nextReviewOn: '2014-05-10',
      missing: ['a control'],
      openActionsDue: [{ what: 'Sound out', dueOn: '2014-05-30' }],
    });
  });

  it('keep the last six changes of the score and before them the latest of each month, oldest first', () => {
    const recorded = [
      ...[4, 4, 6].map((score, n) => ({ at: `2014-0${n + 1}-01T00:00:00.000Z`, score })),
      ...[8, 8, 9, 12, 16, 20, 15, 10, 5].map((score, n) => ({ at: `2014-04-0${n + 1}T00:00:00.000Z`, score })),
    ];
    const [row] = risksSection([entry('a', {}, recorded)], defaultRiskMatrix).open;
    expect(row?.scores.map((one) => one.score)).toEqual([4, 6, 12, 16, 20, 15, 10, 5]);
    expect(row?.scores[2]?.at).toBe('2014-04-04T00:00:00.000Z');
  });
});
