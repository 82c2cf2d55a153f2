import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Recommendation = NonNullable<Broken['recommendations']>[number];
const one = (over: Partial<Recommendation> = {}): Recommendation => ({
  id: 'measures',
  title: 'Agree the measures',
  paper: 'Audit of benefits',
  number: '7',
  response: 'accepted',
  owner: 'Head of Finance',
  due: { kind: 'date', date: '2014-09-30' },
  status: 'open',
  ...over,
});
const madeOf = (...recommendations: readonly Recommendation[]) =>
  rollUp([aReview('property', { recommendations: [...recommendations] })]).content;

describe('The part of the report on recommendations', () => {
  it('counts them by what became of them, and lists what is open, the earliest due first', () => {
    const { recommendations } = madeOf(
      one({ id: 'a', title: 'Later' }),
      one({ id: 'b', title: 'Sooner', due: { kind: 'month', month: '2014-06' }, response: 'awaited' }),
      one({ id: 'c', status: 'closed' }),
      one({ id: 'd', status: 'closed', response: 'rejected' }),
    );
    expect(recommendations).toMatchObject({ total: 4, open: 2, closed: 2, awaitingResponse: 1, rejected: 1 });
    expect(recommendations?.openRows.rows.map((row) => row.recommendationTitle)).toEqual(['Sooner', 'Later']);
  });

  it.each<[string, Recommendation['due'], boolean]>([
    ['due on the last day of the month', { kind: 'date', date: '2014-04-30' }, false],
    ['due the day before', { kind: 'by', date: '2014-04-29' }, true],
    ['due in the month', { kind: 'month', month: '2014-04' }, false],
    ['due in the month before', { kind: 'month', month: '2014-03' }, true],
    ['due in words', { kind: 'words', words: 'spring' }, false],
  ])('says whether one is overdue that is %s', (_what, due, overdue) => {
    const { recommendations, nextSteps } = madeOf(one({ due }));
    expect(recommendations?.overdue).toBe(overdue ? 1 : 0);
    const asked = nextSteps.rows.filter((step) =>
      step.what.startsWith('Act on the recommendation "Agree the measures"'),
    );
    expect(asked.map((step) => step.who)).toEqual(overdue ? ['Head of Finance'] : []);
  });

  it('takes those of the programme and of reviews that have ended, and none of a potential review', () => {
    const of = (lifecycle: 'completed' | 'potential') =>
      aReview(lifecycle, { recommendations: [one()], review: { lifecycle } });
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, recommendations: [one()] } });
    const rows = rollUp([of('completed'), of('potential')], setting).content.recommendations?.openRows.rows;
    expect(rows?.map(({ review }) => review)).toEqual([null, 'completed']);
  });

  it('is in no report of the first rule set, nor is what it asks for', () => {
    const overdue = one({ due: { kind: 'month', month: '2014-03' }, owner: undefined });
    const json = JSON.stringify(rollUp([aReview('property', { recommendations: [overdue] })], aSetting(), rules1));
    expect(json).not.toContain('Agree the measures');
  });

  it('shows them in every format', () => {
    const json = JSON.stringify(rollUp([aReview('property', { recommendations: [one()] })]));
    for (const [format, text] of Object.entries(formatsOf(json))) {
      expect(text, format).toContain('Agree the measures');
      expect(text, format).toContain('Audit of benefits');
      expect(text, format).toContain('Head of Finance');
    }
  });
});

describe('GAP-07: a recommendation to be acted on has an owner and a date', () => {
  const because = (over: Partial<Recommendation>) =>
    madeOf(one(over)).findings.rows.flatMap((found) => (found.rule === 'GAP-07' ? [found.because] : []));

  it.each<[string, Partial<Recommendation>, string]>([
    ['an owner', { owner: undefined }, 'no owner'],
    ['a date', { due: { kind: 'not-stated' } }, 'no date by which it is due'],
    [
      'both',
      { owner: undefined, due: { kind: 'to-be-confirmed', reason: 'the budget' } },
      'no owner and no date by which it is due',
    ],
  ])('finds one without %s', (_what, over, lacks) =>
    expect(because(over)).toEqual([`The recommendation "Agree the measures" was accepted and has ${lacks}.`]),
  );

  it('finds one of a review that was stopped', () => {
    const recommendations = [one({ owner: undefined })];
    const { findings } = rollUp([aReview('property', { review: { lifecycle: 'stopped' }, recommendations })]).content;
    expect(findings.rows.map(({ rule }) => rule)).toEqual(['GAP-07']);
  });

  it.each<[string, Partial<Recommendation>]>([
    ['has both', {}],
    ['is closed', { status: 'closed', owner: undefined }],
    ['was rejected', { response: 'rejected', owner: undefined }],
    ['awaits its answer', { response: 'awaited', owner: undefined }],
  ])('finds none that %s', (_what, over) => expect(because(over)).toEqual([]));
});
