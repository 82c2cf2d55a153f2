import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { Risk } from '#registers/risk/record.ts';
import { riskRules } from '#registers/risk/rules.ts';
import { aProgramme, aReview, aSetting, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { risk as example } from '../../../support/records.ts';
import { formatsOf } from '../../../support/report-formats.ts';

const up = {
  on: '2014-03-20',
  to: 'Programme register',
  by: 'Head of Property',
  reason: 'The lease is of three councils',
};
const back = { ...up, endedOn: '2014-04-20', endedWhy: 'The landlord agreed' };
const sectionOf = (over: object) => {
  const state = { record: Risk.parse({ ...example, ...over }), facts: { scores: [] }, struckOut: null };
  const at = { review: 'property', kind: 'risk', id: 'lease', state, effectiveAt: '2014-03-20T00:00:00.000Z' };
  return riskRules.section([at as never], aProgramme()) as never;
};
const madeOf = (over: object) => rollUp([aReview('property', { risks: sectionOf(over) })]);
const escalationsOf = (over: object) => madeOf(over).content.risks.escalations;

describe('a risk that was escalated', () => {
  it('is in the report with its review, to whom, by whom and why', () => {
    expect(escalationsOf({ escalated: up })?.inForce.rows).toEqual([
      {
        ...{
          review: 'property',
          title: 'Property Review',
          risk: 'lease',
          riskTitle: 'Savings are late',
          owner: 'Head of Property',
        },
        ...{ ...up, score: 12, band: 'medium' },
      },
    ]);
  });

  it('is there without a score, and of the programme itself', () => {
    const risks = sectionOf({ escalated: up, current: { toBeConfirmed: 'Not looked at' } });
    const { content } = rollUp([], aSetting({ programmeWide: { ...noProgrammeWide, risks } }));
    expect(content.risks.escalations?.inForce.rows).toMatchObject([{ review: null, score: null, band: null }]);
  });

  it.each([
    ['in the month', back, 1],
    ['before the report before', { ...back, endedOn: '2014-03-31' }, 0],
  ])('that came back %s is escalated no more', (_, escalated, ended) => {
    const { inForce, ended: came } = escalationsOf({ escalated }) ?? {};
    expect([inForce?.total, came?.total]).toEqual([0, ended]);
    expect(madeOf({ escalated }).content.risks.top.rows[0]?.words?.escalated).toBeNull();
  });

  it('is in no such list once it is closed', () => {
    expect(escalationsOf({ escalated: up, status: 'closed' })?.inForce.total).toBe(0);
  });

  it.each([
    ['before it began', { ...back, endedOn: '2014-03-19' }, 'endedOn'],
    ['without a reason', { ...up, endedOn: '2014-04-20' }, 'endedWhy'],
    ['for a reason without a day', { ...up, endedWhy: 'The landlord agreed' }, 'endedWhy'],
  ])('does not come back %s', (_, escalated, field) => {
    const told = Risk.safeParse({ ...example, escalated });
    expect(told.error?.issues.map(({ path }) => path)).toEqual([['escalated', field]]);
  });

  it.each(['JSON', 'page', 'CSV'] as const)('is shown with why: %s', (format) => {
    expect(formatsOf(JSON.stringify(madeOf({ escalated: up })))[format]).toContain('The lease is of three councils');
    expect(formatsOf(JSON.stringify(madeOf({ escalated: back })))[format]).toContain('The landlord agreed');
  });

  it('is in no such list by the first rule set', () => {
    const { content } = rollUp([aReview('property', { risks: sectionOf({ escalated: up }) })], aSetting(), rules1);
    expect(content.risks).not.toHaveProperty('escalations');
    expect(JSON.stringify(content)).not.toContain('three councils');
  });
});
