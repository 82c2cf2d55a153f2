import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { handoverRules } from '#registers/handover/rules.ts';
import {
  aMilestone,
  aProgramme,
  aReview,
  aRisk,
  aSetting,
  type Broken,
  noSavings,
  rollUp,
  savingsOf,
} from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Handed = NonNullable<Broken['handovers']>[number];
const one = (over: Partial<Handed> = {}): Handed => ({
  ...{ id: 'rent', title: 'The rent of the depot', to: 'Head of Property', on: '2014-01-10', everyMonths: 3 },
  ...{ status: 'open', savings: [], risks: [], issues: [], milestones: [], unrealised: [] },
  lastUpdate: null,
  ...over,
});
const handing = (
  handovers: Handed[],
  lifecycle: 'active' | 'completed' | 'stopped' | 'potential' = 'completed',
  over: Broken = {},
) =>
  aReview('depot', {
    savings: noSavings,
    risks: { open: [], unscored: [], closed: [], happened: [] },
    milestones: [],
    ...over,
    handovers,
    review: { title: 'Depot', lifecycle, ...over.review },
  });
const madeOf = (...given: Parameters<typeof handing>) => rollUp([handing(...given)]).content;
const found = (rule: string, ...given: Parameters<typeof handing>) =>
  madeOf(...given).findings.rows.flatMap((row) => (row.rule === rule ? [row.because] : []));

describe('what was handed over, in the report', () => {
  it.each([
    [null, '2014-04-10', true],
    [{ on: '2014-01-30', words: 'Let' }, '2014-04-30', false],
    [{ on: '2014-01-29', words: 'Let' }, '2014-04-29', true],
  ] as const)('after an update of %j is due again on %s', (lastUpdate, dueOn, overdue) => {
    const { handovers } = madeOf([one({ lastUpdate })]);
    expect(handovers?.openRows.rows[0]).toMatchObject({ dueOn, overdue, to: 'Head of Property' });
    expect(handovers?.overdue).toBe(overdue ? 1 : 0);
    expect(found('CON-19', [one({ lastUpdate })])).toHaveLength(overdue ? 1 : 0);
  });

  it.each(['active', 'completed', 'stopped'] as const)(
    'is asked of its owner where nothing was said in time, of a review that is %s',
    (lifecycle) => {
      expect(madeOf([one()], lifecycle).nextSteps.rows).toContainEqual({
        who: 'Head of Property',
        what: 'Report on "The rent of the depot", due 10 April 2014',
        subject: { review: 'depot', title: 'Depot' },
      });
      expect(found('CON-19', [one()], lifecycle)).toEqual([
        '"The rent of the depot" was handed over to Head of Property on 10 January 2014, who is to report on it every 3 months and has not reported on it since.',
      ]);
    },
  );

  it('is no longer asked for once it was realised or given up', () => {
    const given = [one({ status: 'realised' }), one({ id: 'b', status: 'given-up' })];
    expect(madeOf(given).handovers).toMatchObject({ total: 2, open: 0, realised: 1, givenUp: 1, overdue: 0 });
    expect(found('CON-19', given)).toEqual([]);
    expect(madeOf([one()], 'potential').handovers?.total).toBe(0);
  });

  it('names what it is of, and in the part on ended reviews each says to whom it went', () => {
    const open: Broken = {
      savings: savingsOf(),
      risks: { open: [aRisk()], unscored: [], closed: [], happened: [] },
      issues: [
        { id: 'i', title: 'Tenant left', owner: 'Estates', severity: 'high', raisedOn: '2014-04-02', status: 'open' },
      ],
      milestones: [aMilestone()],
      review: { unrealisedBenefits: [{ id: 'permits', what: 'Income from permits', owner: 'Parking manager' }] },
    };
    const all = one({
      savings: ['rent'],
      risks: ['risk-01'],
      issues: ['i'],
      milestones: ['go-live'],
      unrealised: ['permits'],
    });
    const content = madeOf([all], 'completed', open);
    expect(content.handovers?.openRows.rows[0]?.of).toEqual([
      'Fewer leases',
      'Savings fall short',
      'Tenant left',
      'Company trades',
      'Income from permits',
    ]);
    const { ended } = content;
    const to = [ended?.risks, ended?.issues, ended?.milestones, ended?.savings, ended?.unrealised].flatMap((list) =>
      (list?.rows ?? []).map((row) => row.handedTo),
    );
    expect(new Set(to)).toEqual(new Set(['Head of Property']));
    expect(found('GAP-11', [all], 'completed', open)).toEqual([]);
    expect(found('GAP-11', [], 'completed', open)).toEqual([
      'Depot is completed and leaves open, handed over to nobody: 1 risk, 1 issue, 1 milestone, 1 saving and 1 unrealised benefit.',
    ]);
    expect(found('GAP-11', [], 'active', open)).toEqual([]);
  });

  it.each(['JSON', 'page', 'CSV'] as const)('is shown with what was last said: %s', (format) => {
    const report = rollUp([handing([one({ lastUpdate: { on: '2014-04-02', words: 'The buyer is found' } })])]);
    expect(formatsOf(JSON.stringify(report))[format]).toContain('The buyer is found');
  });

  it('is in no report of the first rule set', () => {
    const json = JSON.stringify(rollUp([handing([one()])], aSetting(), rules1));
    expect(json).not.toContain('The rent of the depot');
  });
});

describe('the last update of what was handed over', () => {
  const record = { title: 'The rent', to: 'Estates', on: '2014-01-10', everyMonths: 3, status: 'open' };
  const lastOf = (updates: object[], reviewedNoChange?: string) => {
    const facts = reviewedNoChange === undefined ? {} : { reviewedNoChange: { at: reviewedNoChange, by: 'tara-team' } };
    const state = { record: { ...record, updates }, facts, struckOut: null };
    const at = {
      review: 'depot',
      kind: 'handover',
      id: 'rent',
      state,
      effectiveAt: '2014-01-10T00:00:00.000Z',
    } as const;
    return handoverRules.section([at as never], aProgramme());
  };

  it.each([
    [
      'is of the latest day, in whatever order they are given',
      [
        { on: '2014-03-02', words: 'Sold' },
        { on: '2014-02-01', words: 'Let' },
      ],
      undefined,
      { on: '2014-03-02', words: 'Sold' },
    ],
    [
      'is that nothing had changed, where that is later',
      [{ on: '2014-02-01', words: 'Let' }],
      '2014-03-01T00:00:00.000Z',
      { on: '2014-03-01', words: null },
    ],
    [
      'is of its words, where those are later',
      [{ on: '2014-04-01', words: 'Let' }],
      '2014-03-01T00:00:00.000Z',
      { on: '2014-04-01', words: 'Let' },
    ],
    ['is none where nothing was said', [], undefined, null],
  ])('%s', (_, updates, at, lastUpdate) => {
    expect(lastOf(updates, at)).toMatchObject([{ lastUpdate }]);
  });
});
