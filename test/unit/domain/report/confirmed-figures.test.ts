import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { figuresOf } from '#registers/return/figures.ts';
import { aMilestone, aPosition, aReview, aSetting, rollUp, savingsOf } from '../../../support/positions.ts';

/* What an SRO confirmed with the return of the month is shown, and found where the report says otherwise (docs/meaning.md MONTH-22). */

const savings = savingsOf();
const milestones = [aMilestone()];
const confirmed = (over: object = {}) => [
  {
    month: '2014-04',
    nothingChanged: false,
    narrative: 'As it was',
    submittedAt: '2014-05-02T09:00:00.000Z',
    confirmedAt: '2014-05-04T09:00:00.000Z',
    figures: figuresOf(aPosition({ savings, milestones })),
    ...over,
  },
];
const contentOf = (given: object) =>
  rollUp([aReview('property', { savings, milestones, returns: confirmed(), ...given })]).content;
const foundIn = (content: ReturnType<typeof contentOf>) =>
  content.findings.rows.filter(({ rule }) => rule === 'CON-33').map(({ because }) => because);

describe('The figures that an SRO confirmed', () => {
  it('are shown review by review', () => {
    expect(contentOf({}).returns.confirmedFigures).toMatchObject({
      total: 1,
      rows: [
        {
          title: 'Property Review',
          confirmedOn: '2014-05-04',
          stage: 'Options appraisal (2)',
          year: '2014/15',
          planned: { low: 1_000_000 },
          next: { milestone: 'Company trades', expectedOn: '2014-09-01' },
        },
      ],
    });
    expect(foundIn(contentOf({}))).toEqual([]);
  });

  it('CON-33: are found where the report shows another, each with both', () => {
    const moved = contentOf({
      savings: savingsOf({ years: [{ year: '2014/15', plan: 700_000, forecast: 900_000 }] }),
      milestones: [aMilestone({ actual: '2014-04-29' })],
    });
    expect(foundIn(moved)).toEqual([
      'Property Review is shown otherwise than its SRO confirmed it on 4 May 2014: planned savings of 2014/15, £1 million as confirmed and £700,000 in this report; planned savings of 2015/16, £500,000 as confirmed and nothing recorded in this report; milestone "Company trades", 1 September 2014 as confirmed and reached on 29 April 2014 in this report.',
    ]);
  });

  it('CON-33: are not asked of a return that names none, that nobody confirmed, or by rules-1', () => {
    const other = { milestones: [] };
    expect(foundIn(contentOf({ ...other, returns: confirmed({ figures: undefined }) }))).toEqual([]);
    expect(foundIn(contentOf({ ...other, returns: confirmed({ confirmedAt: null }) }))).toEqual([]);
    const before = rollUp(
      [aReview('property', { savings, returns: confirmed(), ...other })],
      aSetting(),
      rules1,
    ).content;
    expect(foundIn(before)).toEqual([]);
    expect(before.returns).not.toHaveProperty('confirmedFigures');
  });
});
