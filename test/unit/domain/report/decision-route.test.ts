import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Decision = NonNullable<Broken['decisions']>[number];
const decision = (over: Partial<Decision> = {}): Decision => ({
  id: 'award',
  title: 'Award the contract',
  body: 'Cabinet',
  kind: 'key-decision',
  status: 'due',
  dueOn: { kind: 'not-stated' },
  ...over,
});
const madeOf = (...decisions: Decision[]) => rollUp([aReview('property', { decisions })]);
const found = (rule: string, ...decisions: Decision[]) =>
  madeOf(...decisions).content.findings.rows.flatMap((one) => (one.rule === rule ? [one.because] : []));

describe('CON-26: over the threshold and not treated as key', () => {
  const officer = decision({ kind: 'officer-decision', value: { kind: 'amount', pounds: 1_200_000 } });

  it.each<[string, Decision, string]>([
    ['over the threshold', officer, '£1.2 million is over the threshold of £1 million'],
    ['in two divisions', decision({ kind: 'other', divisions: 'two-or-more' }), 'it affects two or more divisions'],
    [
      'both, adopting a model',
      { ...officer, kind: 'endorsement', deliveryModel: 'trust', divisions: 'all' },
      '£1.2 million is over the threshold of £1 million and it affects all divisions',
    ],
  ])('finds one %s', (_what, one, why) =>
    expect(found('CON-26', one)).toEqual([
      `The decision "Award the contract" is not treated as key, although ${why}, and no reason is given.`,
    ]),
  );

  it.each<[string, Partial<Decision>]>([
    ['that says why', { notKeyReason: 'It carries out a key decision of March' }],
    ['that is key', { kind: 'key-decision' }],
    ['that only considers it', { kind: 'cabinet-committee-consideration' }],
    ['at the threshold', { value: { kind: 'amount', pounds: 1_000_000 } }],
    ['that was withdrawn', { status: 'withdrawn' }],
  ])('finds none %s', (_what, over) => expect(found('CON-26', { ...officer, ...over })).toEqual([]));

  it('takes the threshold of the programme, for its own decisions too', () => {
    const programmeWide = { ...noProgrammeWide, decisions: [officer] };
    const at = (keyDecisionThreshold: number) => {
      const setting = aSetting({ programmeWide });
      const { content } = rollUp([], { ...setting, programme: { ...setting.programme, keyDecisionThreshold } });
      return [content.findings.rows.map(({ rule }) => rule), content.decisions.notKey?.total];
    };
    expect(at(500_000)).toEqual([['CON-26'], 1]);
    expect(at(2_000_000)).toEqual([[], 0]);
  });

  it('says of one with a reason why it is not key', () => {
    const content = madeOf({ ...officer, notKeyReason: 'It carries out a key decision' });
    for (const [format, text] of Object.entries(formatsOf(JSON.stringify(content))))
      expect(text, format).toContain('It carries out a key decision');
  });
});

describe('CON-27: taken before a body of the route had taken it up', () => {
  const scrutiny = { body: 'Scrutiny', purpose: 'pre-scrutiny', planned: { kind: 'not-stated' } } as const;
  const taken = decision({ kind: 'officer-decision', status: 'taken', takenOn: '2014-04-10' });

  it('finds one without a date, and one that came after', () => {
    const because = '"Award the contract" was taken on 10 April 2014, before what its route has by Scrutiny';
    expect(found('CON-27', { ...taken, route: [scrutiny] })).toEqual([`${because}, of which no date is recorded.`]);
    expect(found('CON-27', { ...taken, route: [{ ...scrutiny, actual: '2014-04-11' }] })).toEqual([
      `${because}, on 11 April 2014.`,
    ]);
  });

  it('finds none on the same day, of a call-in to come, or of a decision that is due', () => {
    expect(found('CON-27', { ...taken, route: [{ ...scrutiny, actual: '2014-04-10' }] })).toEqual([]);
    expect(found('CON-27', { ...taken, route: [{ ...scrutiny, purpose: 'call-in' }] })).toEqual([]);
    expect(found('CON-27', decision({ route: [scrutiny] }))).toEqual([]);
  });
});

describe('The forward plan of decisions', () => {
  const planned = madeOf(
    decision({ id: 'no-month', title: 'Later', dueOn: { kind: 'words', words: 'after the summer' } }),
    decision({ id: 'june', body: 'Leader', kind: 'officer-decision', dueOn: { kind: 'month', month: '2014-06' } }),
    decision({
      id: 'routed',
      title: 'Adopt a trust',
      status: 'deferred',
      dueOn: { kind: 'date', date: '2014-06-16' },
      consultation: { status: 'complete' },
      route: [
        { body: 'Scrutiny', purpose: 'pre-scrutiny', planned: { kind: 'month', month: '2014-05' } },
        { body: 'Board', purpose: 'endorsement', planned: { kind: 'not-stated' }, actual: '2014-04-02' },
        { body: 'Cabinet', purpose: 'decision', planned: { kind: 'month', month: '2014-06' } },
      ],
    }),
    decision({ id: 'taken', status: 'taken', takenOn: '2014-04-14', noticeOn: '2014-03-01' }),
    decision({ id: 'refused', status: 'refused' }),
  );

  it('lists what bodies are still to take up, by month and body, what has no month last', () => {
    const rows = planned.content.decisions.forwardPlan?.rows.map((one) => [one.month, one.body, one.id, one.purpose]);
    expect(rows).toEqual([
      ['2014-05', 'Scrutiny', 'routed', 'pre-scrutiny'],
      ['2014-06', 'Cabinet', 'routed', 'decision'],
      ['2014-06', 'Leader', 'june', 'decision'],
      [null, 'Cabinet', 'no-month', 'decision'],
    ]);
  });

  it('says of key ones by when notice is needed, on the page and in the CSV', () => {
    const { page, CSV } = formatsOf(JSON.stringify(planned));
    for (const text of [page, CSV]) expect(text).toContain('notice needed by 18 May 2014');
    expect(page.match(/notice needed by/g)).toHaveLength(1);
    expect(page).toContain('No month stated');
    expect(page).toContain('equality impact: not stated; consultation: complete');
  });

  it('is in no report of the first rule set', () => {
    const { decisions } = rollUp([aReview('property', { decisions: [decision()] })], aSetting(), rules1).content;
    expect(Object.keys(decisions).sort()).toEqual(['due', 'taken']);
  });
});

it('a decision that was withdrawn is said with its day, its reason and its route', () => {
  const made = madeOf(
    decision({
      status: 'withdrawn',
      settledOn: '2014-04-22',
      reason: 'The case no longer holds',
      route: [
        {
          body: 'Scrutiny',
          purpose: 'pre-scrutiny',
          planned: { kind: 'not-stated' },
          actual: '2014-04-03',
          outcome: 'Not supported',
        },
      ],
    }),
  );
  expect(made.content.decisions.settled?.rows).toMatchObject([{ how: 'withdrawn', on: '2014-04-22' }]);
  const { page, CSV } = formatsOf(JSON.stringify(made));
  expect(page).toContain('Scrutiny beforehand: Scrutiny, 3 April 2014: Not supported');
  for (const text of [page, CSV]) expect(text).toContain('The case no longer holds');
});
