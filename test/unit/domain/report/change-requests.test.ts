import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import {
  aMilestone,
  aReview,
  aSetting,
  type Broken,
  noProgrammeWide,
  noSavings,
  rollUp,
} from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type ChangeRequest = NonNullable<Broken['changeRequests']>[number];
type Decision = ChangeRequest['decisions'][number];
type Lifecycle = NonNullable<NonNullable<Broken['review']>['lifecycle']>;

const decided = (over: Partial<Decision> = {}): Decision => ({
  number: 1,
  decision: 'agreed',
  body: 'Transformation Board',
  on: '2014-04-10',
  reference: 'TB/14/009',
  at: '2014-04-11T09:00:00.000Z',
  ...over,
});
const one = (over: Partial<ChangeRequest> = {}): ChangeRequest => ({
  id: 'winter',
  title: 'After the winter',
  askedBy: 'Head of Property',
  raisedOn: '2014-04-02',
  milestones: [],
  savings: [],
  costsAndBenefits: [],
  ofReviews: [],
  decisions: [],
  ...over,
});
const about = (pounds: number) => ({ kind: 'about' as const, pounds });
type Cost = NonNullable<Broken['costsAndBenefits']>[number];
const pounded = { pounds: { low: 1, high: 1, exact: true } };
const aCost: Cost = {
  ...{ id: 'moving', title: 'Moving out', type: 'cost', kind: 'one-off', target: false, funding: [] },
  ...{ approved: { kind: 'amount', pounds: 1, source: 'Case' }, forecast: about(1), actual: about(1) },
  ...{ firstApproved: pounded, changesOfApproved: 0, moves: [] },
};
const of = (id: string, changeRequests: ChangeRequest[], lifecycle: Lifecycle = 'active', over: Broken = {}) =>
  aReview(id, { changeRequests, review: { title: id.toUpperCase(), lifecycle }, ...over });
const pounds = (low: number) => ({ low, high: low, exact: true, count: 1, marked: [], excluded: [] });
const withPlan = (
  moves: object[] = [{ changeRequest: 'winter' }, { programmeChangeRequest: 'all' }],
): NonNullable<Broken['savings']> => ({
  ...noSavings,
  lines: [
    {
      ...{
        id: 'rents',
        title: 'Rents',
        class: 'income',
        mechanism: 'efficiency',
        firmness: 'agreed',
        justified: false,
      },
      ...{ forecastSince: '2014-01-01T00:00:00.000Z', years: [] },
      planMoved: {
        moves: moves.map((one) => ({ at: '2014-04-15T00:00:00.000Z', ...one })),
        first: pounds(100_000),
        now: pounds(90_000),
      },
    },
  ],
});
const found = (reviews: Parameters<typeof rollUp>[0], rule: string, setting = aSetting()) =>
  rollUp(reviews, setting).content.findings.rows.flatMap((one) => (one.rule === rule ? [one.because] : []));

describe('The part of the report on change requests', () => {
  it('counts them by what became of them, lists what is not decided, the oldest first, and adds up effects with their coverage', () => {
    const { changeRequests } = rollUp([
      of('property', [
        one({
          id: 'a',
          title: 'Later',
          cost: { direction: 'more', figure: about(60_000) },
          benefit: { direction: 'none' },
        }),
        one({
          id: 'b',
          title: 'Sooner',
          raisedOn: '2014-02-01',
          decisions: [decided({ decision: 'deferred', reason: 'x' })],
        }),
        one({
          id: 'c',
          decisions: [decided()],
          cost: { direction: 'less', figure: { kind: 'amount', pounds: 5_000 } },
        }),
        one({ id: 'd', decisions: [decided({ decision: 'refused', reason: 'Too dear' })] }),
      ]),
    ]).content;
    expect(changeRequests).toMatchObject({ total: 4, open: 1, deferred: 1, agreed: 1, refused: 1, withdrawn: 0 });
    expect(changeRequests?.openRows.rows.map((row) => [row.changeTitle, row.status])).toEqual([
      ['Sooner', 'deferred'],
      ['Later', 'open'],
    ]);
    expect(changeRequests?.effectOfOpen).toMatchObject({
      cost: { more: { low: 60_000, exact: false, count: 1 }, less: { count: 0 }, notStated: 1 },
      benefit: { none: 1, notStated: 1 },
    });
    expect(changeRequests?.effectOfAgreed.cost.less).toMatchObject({ low: 5_000, exact: true, count: 1 });
  });

  it('says what was raised and decided in the month, once, and with its own day where it was recorded late', () => {
    const requests = [one({ raisedOn: '2014-03-20', decisions: [decided({ on: '2014-03-28' })] })];
    const april = rollUp([of('property', requests)], aSetting({ held: { earlier: [], later: [] } }));
    expect(april.content.changeRequests?.inMonth.rows).toMatchObject([
      { what: 'raised', on: '2014-03-20', recordedLate: true, body: null },
      { what: 'agreed', on: '2014-03-28', body: 'Transformation Board', reference: 'TB/14/009' },
    ]);
    expect(april.lines[0]?.facts?.here).toEqual(
      expect.arrayContaining(['change-request/winter/raised', 'change-request/winter/1']),
    );
    const facts = new Map([
      ['property', { here: ['change-request/winter/raised', 'change-request/winter/1'], before: [] }],
    ]);
    const next = rollUp([of('property', requests)], aSetting({ held: { earlier: [facts], later: [] } }));
    expect(next.content.changeRequests?.inMonth.rows).toEqual([]);
  });

  it('says how often baselines were moved, the most first', () => {
    const moves = [{ from: '2014-07-01', to: '2014-09-01', at: '2014-04-15T00:00:00.000Z', changeRequest: 'winter' }];
    const often = aMilestone({ id: 'often', rebaselines: 3, moves });
    const { changeRequests } = rollUp([
      of('a', [], 'active', { milestones: [aMilestone({ rebaselines: 1 }), aMilestone({ id: 'still' })] }),
      of('b', [], 'active', { milestones: [often, aMilestone({ rebaselines: 1 })] }),
    ]).content;
    expect(changeRequests?.moves).toBe(5);
    expect(changeRequests?.moved.rows).toMatchObject([
      { review: 'b', milestones: 2, moves: 4, movesInMonth: 1 },
      { review: 'a', milestones: 1, moves: 1, movesInMonth: 0 },
    ]);
  });

  it('says which plans were changed since they were baselines, and what they came to and come to', () => {
    const { changeRequests } = rollUp([of('a', [], 'active', { savings: withPlan() })]).content;
    expect(changeRequests).toMatchObject({
      planMoves: 2,
      plansFirst: { low: 100_000 },
      plansNow: { low: 90_000 },
      plans: { total: 1, rows: [{ review: 'a', id: 'rents', saving: 'Rents', moves: 2 }] },
    });
    const text = formatsOf(JSON.stringify(rollUp([of('a', [], 'active', { savings: withPlan() })])));
    for (const [format, shown] of Object.entries(text)) expect(shown, format).toContain('Rents');
  });

  it('takes those of the programme and of reviews that have ended, and of a potential review what was decided alone', () => {
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, changeRequests: [one()] } });
    const { changeRequests } = rollUp([of('b', [one()], 'completed'), of('c', [one()], 'potential')], setting).content;
    expect(changeRequests?.openRows.rows.map(({ review }) => review)).toEqual([null, 'b']);
    expect(changeRequests?.inMonth.rows.map(({ review }) => review)).toEqual([null, 'b', 'c']);
  });

  it('is in no report of the first rule set, nor is what it asks for', () => {
    const { content, lines } = rollUp([of('a', [one({ raisedOn: '2013-12-01' })])], aSetting(), rules1);
    expect(JSON.stringify([content, lines])).not.toContain('After the winter');
  });

  it('shows them in every format', () => {
    const requests = [
      one({ cost: { direction: 'more', figure: about(60_000) } }),
      one({ id: 'd', title: 'Done', decisions: [decided()] }),
    ];
    const { content } = rollUp([of('a', requests)]);
    for (const [format, text] of Object.entries(formatsOf(JSON.stringify(rollUp([of('a', requests)])))))
      for (const words of ['After the winter', 'Head of Property', 'TB/14/009']) expect(text, format).toContain(words);
    expect(content.changeRequests?.total).toBe(2);
  });
});

describe('What is found of change requests', () => {
  const milestones = [{ milestone: 'go-live', baseline: '2014-09-01' }];
  const agreed = (over: Partial<ChangeRequest> = {}) =>
    one({ raisedOn: '2014-01-01', milestones, decisions: [decided({ on: '2014-02-28' })], ...over });
  const applied = { from: '2014-07-01', to: '2014-09-01', at: '2014-03-01T00:00:00.000Z' };

  it.each([
    ['agreed two months ago and not applied', agreed(), aMilestone(), 1],
    ['agreed less than two months ago', agreed({ decisions: [decided({ on: '2014-03-01' })] }), aMilestone(), 0],
    ['refused', agreed({ decisions: [decided({ on: '2014-02-28', decision: 'refused' })] }), aMilestone(), 0],
    ['applied', agreed(), aMilestone({ moves: [{ ...applied, changeRequest: 'winter' }] }), 0],
    ['of a milestone that was reached', agreed(), aMilestone({ actual: '2014-04-01' }), 0],
    ['of a milestone that is not there', agreed(), aMilestone({ id: 'other' }), 1],
  ])('CON-24: one that was %s', (_what, request, milestone, count) => {
    const sentences = found([of('property', [request], 'active', { milestones: [milestone] })], 'CON-24');
    expect(sentences).toHaveLength(count);
    for (const because of sentences)
      expect(because).toMatch(
        /^The change request "After the winter" was agreed on 28 February 2014, and has not moved ".*" to 1 September 2014\.$/,
      );
  });

  it('CON-24: one that changes a plan is found until the plan is changed by it', () => {
    const plan = agreed({ milestones: [], savings: [{ saving: 'rents', years: [{ year: '2014/15', plan: 90_000 }] }] });
    const at = (savings: NonNullable<Broken['savings']>) =>
      found([of('property', [plan], 'active', { savings })], 'CON-24');
    expect(at(withPlan([{ changeRequest: 'other' }]))).toEqual([
      'The change request "After the winter" was agreed on 28 February 2014, and has not moved the plan of "Rents".',
    ]);
    expect(at(withPlan([{ changeRequest: 'winter' }]))).toEqual([]);
  });

  it('CON-24: an approved figure that was not moved by it is found, and listed with its moves once it was', () => {
    const costsAndBenefits = [{ costOrBenefit: 'moving', approved: about(2) }];
    const change = agreed({ milestones: [], costsAndBenefits });
    const because = (entry: Cost) =>
      found([of('a', [change], 'active', { costsAndBenefits: [entry] })], 'CON-24').map((one) => one.split(', ')[1]);
    expect(because(aCost)).toEqual(['and has not moved what is approved of "Moving out".']);
    const moves = [{ ...applied, from: pounded, to: null, changeRequest: 'winter' }];
    const moved = { ...aCost, moves, approved: about(2) };
    expect(because(moved)).toEqual([]);
    const { changeRequests } = rollUp([
      of('a', [change], 'active', { costsAndBenefits: [moved, { ...aCost, id: 'b' }] }),
    ]).content;
    expect(changeRequests).toMatchObject({ approvedMoves: 1, approvals: { total: 1 } });
    expect(changeRequests?.approvals.rows[0]).toMatchObject({
      ...{ id: 'moving', moves: 1, movesInMonth: 0, first: pounded.pounds, now: about(2) },
    });
  });

  it('CON-24: one of the programme is found with each review that has not moved its baseline by it', () => {
    const ofReviews = ['a', 'b'].map((review) => ({ review, milestones, savings: [], costsAndBenefits: [] }));
    const changeRequests = [agreed({ milestones: [], ofReviews })];
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, changeRequests } });
    const moved = aMilestone({ moves: [{ ...applied, programmeChangeRequest: 'winter' }] });
    const reviews = [
      of('a', [], 'active', { milestones: [moved] }),
      of('b', [], 'active', { milestones: [aMilestone()] }),
    ];
    const { rows } = rollUp(reviews, setting).content.findings;
    expect(rows.filter(({ rule }) => rule === 'CON-24').map(({ subject }) => subject.review)).toEqual(['b']);
  });

  it('CON-25: a baseline that was moved more than twice and is not reached', () => {
    const at = (over: object) => [
      of('a', [], 'active', { milestones: [aMilestone({ originalBaseline: '2013-09-01', ...over })] }),
    ];
    expect(found(at({ rebaselines: 3 }), 'CON-25')).toEqual([
      'The baseline of "Company trades" was moved 3 times, from 1 September 2013 to 1 September 2014.',
    ]);
    expect(found(at({ rebaselines: 2 }), 'CON-25')).toEqual([]);
    expect(found(at({ rebaselines: 3, actual: '2014-04-01' }), 'CON-25')).toEqual([]);
  });

  it('GAP-09: one that was raised three months ago and is not decided', () => {
    expect(found([of('a', [one({ raisedOn: '2014-01-30' })])], 'GAP-09')).toEqual([
      'The change request "After the winter" was raised by Head of Property on 30 January 2014, and is not decided.',
    ]);
    expect(found([of('a', [one({ raisedOn: '2014-02-01' })])], 'GAP-09')).toEqual([]);
    expect(found([of('a', [one({ raisedOn: '2014-01-02', decisions: [decided()] })])], 'GAP-09')).toEqual([]);
    const deferred = one({ raisedOn: '2014-01-02', decisions: [decided({ decision: 'deferred', reason: 'x' })] });
    expect(found([of('a', [deferred])], 'GAP-09')[0]).toContain('is still deferred');
    const setting = aSetting({
      programmeWide: { ...noProgrammeWide, changeRequests: [one({ raisedOn: '2014-01-02' })] },
    });
    expect(found([], 'GAP-09', setting)).toHaveLength(1);
  });

  it('asks the team to apply what was agreed, the SRO why a date holds, and the office to have it decided', () => {
    const often = aMilestone({ rebaselines: 3 });
    const requests = [agreed(), one({ id: 'old', raisedOn: '2014-01-02' })];
    const { rows } = rollUp([of('a', requests, 'active', { milestones: [often] })]).content.nextSteps;
    const asked = rows.map(({ who, what }) => `${who}: ${what}`).join('\n');
    for (const step of [
      'Transformation team: Move the baseline as it was agreed',
      'SRO: Say what makes the date hold',
      'Programme office: Have it decided',
    ])
      expect(asked).toContain(step);
  });
});
