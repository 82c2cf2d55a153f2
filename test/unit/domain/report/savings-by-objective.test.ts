import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { aProgramme, aReview, aSavingsLine, aSetting, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

const objectives = [
  { id: 'balance', name: 'The budget back into balance' },
  { id: 'model', name: 'A further transformed operating model' },
];
const setting = aSetting({ programme: aProgramme({ objectives }) });
const lineOf = (id: string, plan: unknown, over: object = {}) => ({
  ...aSavingsLine({ years: [{ year: '2014/15', plan }], ...over }),
  id,
});
const property = aReview('property', {
  savings: savingsSection([
    lineOf('a', 1_000_000, { objective: 'balance' }),
    lineOf('b', { kind: 'to-be-confirmed', reason: 'Not priced' }, { objective: 'balance' }),
    lineOf('c', { kind: 'range', low: 200_000, high: 300_000 }),
    lineOf('d', 50_000, { objective: 'balance', directorate: 'gone' }),
  ]),
});
const part = (over = setting, ruleSet?: typeof rules1) => rollUp([property], over, ruleSet).content.savings.byObjective;

describe('savings by objective and directorate', () => {
  it('are added up by their low ends, each sum with its coverage, in the order of the settings', () => {
    expect(part()).toMatchObject({
      cells: {
        total: 3,
        rows: [
          {
            year: '2014/15',
            objective: 'The budget back into balance',
            directorate: 'Growth',
            sum: { pounds: 1_000_000, lines: 2, withoutFigure: 1 },
          },
          {
            year: '2014/15',
            objective: 'The budget back into balance',
            directorate: 'gone',
            sum: { pounds: 50_000, lines: 1, withoutFigure: 0 },
          },
          {
            year: '2014/15',
            objective: 'Not stated',
            directorate: 'Growth',
            sum: { pounds: 200_000, lines: 1, withoutFigure: 0 },
          },
        ],
      },
      objectives: [
        {
          year: '2014/15',
          name: 'The budget back into balance',
          sum: { pounds: 1_050_000, lines: 3, withoutFigure: 1 },
        },
        { year: '2014/15', name: 'Not stated', sum: { pounds: 200_000, lines: 1, withoutFigure: 0 } },
      ],
      directorates: [
        { year: '2014/15', name: 'Growth', sum: { pounds: 1_200_000, lines: 3, withoutFigure: 1 } },
        { year: '2014/15', name: 'gone', sum: { pounds: 50_000, lines: 1, withoutFigure: 0 } },
      ],
    });
  });

  it('come to the same whole either way, which is what the year plans', () => {
    const whole = (sums: readonly { sum: { pounds: number } }[] = []) =>
      sums.reduce((all, { sum }) => all + sum.pounds, 0);
    const { savings } = rollUp([property], setting).content;
    const { cells, objectives: one, directorates } = savings.byObjective ?? {};
    expect(new Set([whole(cells?.rows), whole(one), whole(directorates)])).toEqual(
      new Set([savings.years[0]?.plan.low]),
    );
  });

  it('are not shown where the programme lists no objectives, nor by the first rule set', () => {
    expect([part(aSetting()), part(setting, rules1)]).toEqual([undefined, undefined]);
  });

  it.each(['JSON', 'page', 'CSV'] as const)('are shown: %s', (format) => {
    expect(formatsOf(JSON.stringify(rollUp([property], setting)))[format]).toContain('The budget back into balance');
  });
});
