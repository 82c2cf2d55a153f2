import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#domain/entry.ts';
import { rules1 } from '#domain/report/rule-sets.ts';
import { addMonthsToDate, dayOf } from '#language/time.ts';
import { Risk, RiskFacts } from '#registers/risk/record.ts';
import { assessRisk, risksSection } from '#registers/risk/risk-matrix.ts';
import type { RecordState } from '#schemas/history.ts';
import { defaultRiskMatrix } from '#schemas/risk-matrix.ts';
import { aReview, aSetting, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { risk as example } from '../../../support/records.ts';
import { made } from '../../registers/put-entry.ts';
import { team } from '../perfect-review.ts';

const { lastReviewedOn: _, ...neverReviewed } = example;
const entry = (id: string, at: string, given: object = {}): Entry<Risk, RiskFacts> => ({
  id,
  record: Risk.parse({ ...neverReviewed, title: id, actions: [], ...given }),
  facts: { scores: [{ at, score: 12 }] },
  effectiveAt: at,
});
const sectionOf = (...entries: Entry<Risk, RiskFacts>[]) => risksSection(entries, defaultRiskMatrix);
const recorded = entry('never', '2014-01-20T10:00:00.000Z');
const reportOf = (section: ReturnType<typeof sectionOf>, ruleSet?: typeof rules1) =>
  rollUp([aReview('property', { risks: section })], aSetting(), ruleSet).content;

describe('An open risk that was never reviewed', () => {
  it("is due its band's months after the day on which it was recorded, and then overdue and asked for", () => {
    const { risks, nextSteps } = reportOf(sectionOf(recorded));
    expect(risks.overdue.rows).toMatchObject([{ risk: 'never', dueOn: '2014-03-20', what: 'Review of the risk' }]);
    expect(risks.top.rows.map((row) => row.risk.nextReviewOn)).toEqual(['2014-03-20']);
    expect(nextSteps.rows.map((step) => step.what)).toContain('Review the risk "never", due 20 March 2014');
  });

  it('is not overdue while those months run', () => {
    const { overdue } = reportOf(sectionOf(entry('new', '2014-03-01T10:00:00.000Z'))).risks;
    expect(overdue.rows).toEqual([]);
  });

  it('of the programme itself is overdue as well', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, risks: sectionOf(recorded) } });
    expect(rollUp([], setting).content.risks.overdue.rows).toMatchObject([{ review: null, risk: 'never' }]);
  });

  it('has no due date in a report of the first rule set', () => {
    const { risks, nextSteps } = reportOf(sectionOf(recorded), rules1);
    expect(risks.overdue.total).toBe(0);
    expect(risks.top.rows.map((row) => row.risk.nextReviewOn)).toEqual([null]);
    expect(nextSteps.rows.map((step) => step.what).filter((what) => what.includes('Review the risk'))).toEqual([]);
  });
});

describe('An open risk that was recorded before it could be scored', () => {
  const current = { toBeConfirmed: 'The survey is not in yet' };
  const unscored = made('risk', { ...neverReviewed, actions: [], current });
  const scoredAt = '2014-08-05T09:00:00.000Z';
  const scored = made('risk', neverReviewed, { before: unscored, command: { ...team, effectiveAt: scoredAt } });
  const dueOf = ({ record, facts }: RecordState) =>
    assessRisk(Risk.parse(record), RiskFacts.parse(facts), defaultRiskMatrix).nextReviewOn;
  const monthsOn = (months: number) => addMonthsToDate(dayOf(team.effectiveAt), months);

  it('is due the shortest time of any band after the day on which it was recorded, and then overdue', () => {
    expect(dueOf(unscored)).toBe(monthsOn(1));
    const facts = RiskFacts.parse(unscored.facts);
    const section = sectionOf({
      id: 'never',
      record: Risk.parse(unscored.record),
      facts,
      effectiveAt: team.effectiveAt,
    });
    expect(section.unscored).toMatchObject([{ nextReviewOn: monthsOn(1) }]);
  });

  it("is due its band's months after that day once it has a score, whenever that was given", () => {
    expect(RiskFacts.parse(scored.facts).scores).toMatchObject([{ at: scoredAt }]);
    expect(dueOf(scored)).toBe(monthsOn(2));
    const again = made('risk', { ...neverReviewed, title: 'Another' }, { before: scored, command: team });
    expect(dueOf(again)).toBe(monthsOn(2));
  });
});

describe('CON-14: the scores of a risk', () => {
  const score = fc.record({ likelihood: fc.integer({ min: 1, max: 5 }), impact: fc.integer({ min: 1, max: 5 }) });
  const target = fc.oneof(score, fc.constant({ toBeConfirmed: 'After the tender' }));
  const product = (one: { likelihood: number; impact: number }) => one.likelihood * one.impact;
  const now = '2014-04-20T10:00:00.000Z';
  const foundIn = (given: object, ruleSet?: typeof rules1) =>
    reportOf(sectionOf(entry('r', now, given)), ruleSet).findings.rows.filter(({ rule }) => rule === 'CON-14');

  it('are found where the target is above the current one or the inherent one below it, and nowhere else', () => {
    fc.assert(
      fc.property(score, score, target, (inherent, current, aim) => {
        const expected =
          product(inherent) < product(current) || (!('toBeConfirmed' in aim) && product(aim) > product(current));
        const found = foundIn({ inherent, current, target: aim });
        expect(found).toHaveLength(expected ? 1 : 0);
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('are said with what is out of order, and the team is asked to score the risk again', () => {
    const given = {
      inherent: { likelihood: 2, impact: 4 },
      current: { likelihood: 3, impact: 3 },
      target: { likelihood: 2, impact: 5 },
    };
    const because =
      'The target score of "r" is 10, above its current score of 9. The inherent score of "r" is 8, below its current score of 9.';
    expect(foundIn(given)).toMatchObject([{ because, subject: { register: 'risk', id: 'r' } }]);
    const { nextSteps } = reportOf(sectionOf(entry('r', now, given)));
    expect(nextSteps.rows.map((step) => step.what)).toContain(`Score the risk again: ${because}`);
    expect(foundIn(given, rules1)).toEqual([]);
  });

  it('of a risk that is closed are not looked at, and of the programme itself they are', () => {
    const above = { current: { likelihood: 1, impact: 1 } };
    expect(foundIn({ ...above, status: 'closed' })).toEqual([]);
    const programmeWide = { ...noProgrammeWide, risks: sectionOf(entry('wide', now, above)) };
    const { findings } = rollUp([], aSetting({ programmeWide })).content;
    expect(findings.rows.map(({ rule, subject }) => [rule, subject.review])).toEqual([['CON-14', null]]);
  });
});
