import { describe, expect, it } from 'vitest';
import { faultsOf as faultsIn } from '#domain/content-rule.ts';
import { savingContentRules } from '#registers/saving/saving-content-rules.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';
import { savingLine } from '../domain/made-up-money.ts';
import { toBeConfirmed } from './saving-rows.ts';

describe('A savings line in the position', () => {
  it('shows low ends, null where there is no figure, and what finance validated', () => {
    const line = savingLine(
      {
        budgetLine: 'Premises',
        milestone: 'leases-end',
        doubleCountJustification: 'Split with Property, half each',
        years: [
          { year: '2015/16', plan: { kind: 'range', low: 10, high: 20 }, claimedActual: 12, forecast: toBeConfirmed },
          {
            year: '2016/17',
            plan: 50,
            forecast: { kind: 'about', pounds: 40 },
            states: { delivered: 0, onTrack: 5, atRisk: 15, unachievable: 10 },
          },
        ],
      },
      {
        validations: [
          {
            year: '2015/16',
            pounds: 11,
            on: '2016-05-01',
            by: 'fin-partner',
            at: '2016-05-01T09:00:00.000Z',
            ofVersion: 1,
          },
        ],
      },
    );
    expect(savingsSection([line]).lines).toEqual([
      {
        id: 'line',
        title: 'Fewer buildings',
        class: 'cash-releasing',
        mechanism: 'transformation',
        firmness: 'agreed',
        budgetLine: 'Premises',
        justified: true,
        justification: 'Split with Property, half each',
        milestone: 'leases-end',
        recurrence: 'recurring',
        forecastSince: '2014-04-01T00:00:00.000Z',
        confirmedOn: '2014-04-01',
        years: [
          {
            year: '2015/16',
            plan: 10,
            forecast: null,
            claimed: 12,
            validated: 11,
            validatedOn: '2016-05-01',
            unachievable: 0,
            atRisk: 0,
            planHigh: 20,
            delivered: 0,
            assessed: 0,
            given: { plan: { kind: 'range', low: 10, high: 20 }, forecast: { kind: 'to-be-confirmed', reason: '' } },
          },
          {
            year: '2016/17',
            plan: 50,
            forecast: 40,
            claimed: null,
            validated: null,
            unachievable: 10,
            atRisk: 15,
            planHigh: 50,
            delivered: 0,
            assessed: 30,
            given: { plan: 50, forecast: { kind: 'about', pounds: 40 } },
          },
        ],
      },
    ]);
  });

  it('is listed by id', () => {
    const lines = ['b', 'c', 'a'].map((id) => savingLine({}, {}, id));
    expect(savingsSection(lines).lines.map((line) => line.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('What a savings line must keep', () => {
  const faultsOf = (plan: FigureOrPounds, states: object) =>
    faultsIn(
      savingContentRules,
      savingLine({
        years: [
          { year: '2014/15', plan: 5 },
          {
            year: '2015/16',
            plan,
            states: { delivered: 0, onTrack: 0, atRisk: 0, unachievable: 0, ...states },
          },
        ],
      }).record,
    );

  it.each<[string, FigureOrPounds, object]>([
    ['states that add up to the plan', 100, { delivered: 60, unachievable: 40 }],
    ['states below the plan', 100, { delivered: 60 }],
    ['states up to the high end of a range', { kind: 'range', low: 10, high: 20 }, { onTrack: 20 }],
    ['any states of an open plan', { kind: 'over', pounds: 10 }, { onTrack: 2000 }],
    ['states of nought where the plan has no figure', toBeConfirmed, {}],
  ])('allows %s', (_, plan, states) => {
    expect(faultsOf(plan, states)).toEqual([]);
  });

  it.each<[string, FigureOrPounds, object, string]>([
    ['SAV-01', 100, { delivered: 60, atRisk: 41 }, 'must not add up to £101: the plan of 2015/16 is £100 (SAV-01)'],
    [
      'SAV-01',
      { kind: 'range', low: 10, high: 2_000_000 },
      { onTrack: 2_500_000 },
      'must not add up to £2.5 million: the plan of 2015/16 is £2 million (SAV-01)',
    ],
    [
      'SAV-02',
      { kind: 'non-financial', words: 'shorter waits' },
      { onTrack: 1 },
      'must not split the plan of 2015/16, which has no figure (SAV-02)',
    ],
  ])('%s says where and what is wrong', (_, plan, states, message) => {
    expect(faultsOf(plan, states)).toEqual([{ in: 'body', pointer: '/years/1/states', message }]);
  });

  it('is a list of rules with ids of their own', () => {
    expect(savingContentRules.map((rule) => rule.id)).toEqual(['SAV-01', 'SAV-02']);
  });
});
