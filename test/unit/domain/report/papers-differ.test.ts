import { describe, expect, it } from 'vitest';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';

type Dependency = NonNullable<Broken['dependencies']>[number];
const dependency = (neededBy: Dependency['neededBy']): Dependency => ({
  id: 'lease',
  title: 'The lease of the depot',
  direction: 'waits-for',
  on: 'document',
  owner: 'Estates',
  neededBy,
  status: 'open',
});
const inMay = { kind: 'date' as const, date: '2014-05-15', source: 'Cabinet paper' };
const agenda = (value: object) => ({ value, source: 'the agenda' }) as never;
const found = (broken: Broken, setting = aSetting()) =>
  rollUp([aReview('property', broken)], setting).content.findings.rows.flatMap(({ rule, because, subject }) =>
    rule === 'CON-36' ? [[subject.register, subject.id, because]] : [],
  );

describe('CON-36: papers that differ', () => {
  it('of a date of an entry, by name and with both papers', () => {
    const neededBy = { ...inMay, conflicts: [agenda({ kind: 'months', from: '2014-08', to: '2014-09' })] };
    expect(found({ dependencies: [dependency(neededBy)] })).toEqual([
      [
        'dependency',
        'lease',
        'Papers differ on the dependency "The lease of the depot": needed by is 15 May 2014 by Cabinet paper, and August or September 2014 by the agenda.',
      ],
    ]);
  });

  it('not of two that can both hold', () => {
    const neededBy = { ...inMay, conflicts: [agenda({ kind: 'quarter', quarter: 1, year: '2014/15' })] };
    expect(found({ dependencies: [dependency(neededBy)] })).toEqual([]);
  });

  it('of a figure and a date of the review, in one finding', () => {
    const review = aReview('property').position.review;
    const grossExpenditure = {
      kind: 'amount' as const,
      pounds: 5_000_000,
      conflicts: [agenda({ kind: 'amount', pounds: 7_000_000 })],
    };
    const endDate = {
      kind: 'season' as const,
      season: 'winter' as const,
      year: 2014,
      conflicts: [agenda({ kind: 'month', month: '2014-04' })],
    };
    expect(found({ review: { ...review, grossExpenditure, endDate } })).toEqual([
      [
        'review',
        'property',
        expect.stringMatching(
          /end date is winter 2014\/15, and April 2014 by the agenda; gross expenditure is £5 million, and £7 million by the agenda|gross expenditure is £5 million, and £7 million by the agenda; end date is winter 2014\/15, and April 2014 by the agenda/,
        ),
      ],
    ]);
  });

  it('of a cost, and not of what agrees with it as it is printed', () => {
    const notStated = { kind: 'not-stated' as const };
    const forecast = {
      kind: 'amount' as const,
      pounds: 1_050_000,
      conflicts: [
        { value: { kind: 'amount' as const, pounds: 2_000_000 }, source: 'Budget book' },
        { value: { kind: 'about' as const, pounds: 1_100_000 }, source: 'Leaflet' },
      ],
    };
    const moving = {
      ...{ id: 'moving', title: 'Moving out', type: 'cost' as const, kind: 'one-off' as const, target: false },
      ...{
        approved: notStated,
        forecast,
        actual: notStated,
        funding: [],
        firstApproved: null,
        changesOfApproved: 0,
        moves: [],
      },
    };
    expect(found({ costsAndBenefits: [moving] })).toEqual([
      [
        'cost-or-benefit',
        'moving',
        'Papers differ on the cost or benefit "Moving out": forecast is £1.05 million, and £2 million by Budget book.',
      ],
    ]);
  });

  it("of the programme's own records too", () => {
    const own = {
      ...dependency({ ...inMay, conflicts: [agenda({ kind: 'words', words: 'not before the election' })] }),
      on: 'outside-body' as const,
    };
    expect(found({}, aSetting({ programmeWide: { ...noProgrammeWide, dependencies: [own] } }))).toHaveLength(1);
  });
});
