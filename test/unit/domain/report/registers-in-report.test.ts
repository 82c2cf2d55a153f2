import { describe, expect, it } from 'vitest';
import type { ReviewPosition } from '#schemas/position.ts';
import { aMilestone, aReview, aSetting, noProgrammeWide, rollUp } from '../../../support/positions.ts';

const about = (id: string, broken: Parameters<typeof aReview>[1] = {}) =>
  aReview(id, { ...broken, review: { title: id, ...broken.review } });
type Option = ReviewPosition['options']['options'][number];
const option = (id: string, disposition: Option['disposition'], deliveryModel: Option['deliveryModel'] = 'trust') => ({
  id,
  label: id,
  deliveryModel,
  disposition,
  rank: null,
});
const options = (...all: Option[]): ReviewPosition['options'] => ({ options: all, preferredNotFirst: [] });

describe('counts', () => {
  it('show every stage of the model, every portfolio of the settings, and what states none', () => {
    const { counts } = rollUp([
      about('a'),
      about('b', { review: { portfolio: undefined, stage: 'decision' } }),
      about('c', { review: { lifecycle: 'stopped' } }),
    ]).content;
    expect(counts.counted).toBe(2);
    expect(counts.services).toBe(3);
    expect(counts.stage.map((row) => [row.key, row.share.numerator])).toEqual([
      ['identified', 0],
      ['service-baseline', 0],
      ['options-appraisal', 1],
      ['full-business-case', 0],
      ['decision', 1],
      ['implementation', 0],
      ['benefits-review', 0],
      ['closed', 0],
    ]);
    expect(counts.portfolio.map((row) => [row.name, row.share.numerator, row.share.percent])).toEqual([
      ['Place', 1, 50],
      ['People', 0, 0],
      ['Not stated', 1, 50],
    ]);
    expect(counts.notCounted.filter((one) => one.count > 0)).toEqual([{ lifecycle: 'stopped', count: 1 }]);
  });
});

describe('options', () => {
  const reviews = [
    about('a', {
      options: options(
        option('x', 'preferred', 'trust'),
        option('y', 'preferred', 'joint-venture'),
        option('z', 'not-recommended'),
      ),
    }),
    about('b', { options: options(option('x', 'preferred', 'trust'), option('y', 'long-listed')) }),
    about('c', {
      options: options(option('x', 'not-recommended-at-this-stage')),
      review: { waitsFor: [{ id: 'w', on: 'document', what: 'the Accommodation Strategy', status: 'open' }] },
    }),
  ];

  it('count "not recommended at this stage" as not recommended, and apart', () => {
    expect(rollUp(reviews).content.options).toMatchObject({
      total: 6,
      preferred: 3,
      notRecommended: 2,
      notRecommendedAtThisStage: 1,
      reviewsWithPreferred: { numerator: 2, denominator: 3 },
      alternativesRecorded: { numerator: 1, denominator: 2 },
      withoutPreferred: { rows: [{ review: 'c', waitsFor: ['the Accommodation Strategy'] }] },
      severalPreferred: { rows: [{ review: 'a', labels: ['x', 'y'] }] },
    });
  });

  it('give delivery models by preferred option, and apart those that a decision taken by then adopts', () => {
    const adopting = (takenOn: string) =>
      about(takenOn, {
        deliveryModels: [{ id: 'm', model: 'trust', fromOptions: ['x'], decision: 'd' }],
        decisions: [
          {
            id: 'd',
            title: 'Adopt',
            body: 'Cabinet',
            kind: 'key-decision',
            status: 'taken',
            dueOn: { kind: 'not-stated' },
            takenOn,
          },
        ],
      });
    const { deliveryModels } = rollUp([...reviews, adopting('2014-04-30'), adopting('2014-05-15')]).content;
    expect(deliveryModels.adopted).toEqual([{ model: 'trust', name: 'Trust', count: 1 }]);
    expect(deliveryModels.preferred.map((one) => [one.model, one.count])).toEqual([
      ['local-authority-trading-company', 2],
      ['joint-venture', 1],
      ['trust', 2],
    ]);
  });
});

describe('market engagement', () => {
  it('counts a company once, each of its responses, and what is stated without names apart', () => {
    const section = {
      engagements: 1,
      decidedNotTo: false,
      responses: 2,
      organisations: ['acme', 'civica'],
      invitedIn: ['acme'],
      stated: [],
    };
    const counts = [{ responses: 174, organisations: 109, invitedIn: 10, source: 'Outturn report, 2.3' }];
    const engagement = { ...section, responses: 0, organisations: [], invitedIn: [], stated: counts };
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, engagement } });
    const made = rollUp(
      [about('a', { engagement: section }), about('b', { engagement: section }), about('c')],
      setting,
    );
    expect(made.content.engagement).toMatchObject({
      engagements: 3,
      responses: 178,
      organisations: 111,
      invitedIn: 11,
      statedOnly: {
        responses: 174,
        organisations: 109,
        invitedIn: 10,
        sources: { total: 1, rows: ['Outturn report, 2.3'] },
      },
      programmeWide: 1,
      reviewsEngaged: { numerator: 2, denominator: 3 },
    });
    expect(made.content.engagement.notes[0]).toContain('not broken down by review');
  });

  it('keeps engagement of a stopped review among what took place, and says so', () => {
    const section = {
      engagements: 1,
      decidedNotTo: false,
      responses: 2,
      organisations: ['acme'],
      invitedIn: [],
      stated: [],
    };
    const made = rollUp([
      about('a', { engagement: section }),
      about('b', { review: { lifecycle: 'stopped' }, engagement: section }),
    ]);
    expect(made.content.engagement).toMatchObject({
      engagements: 2,
      responses: 4,
      organisations: 1,
      reviewsEngaged: { numerator: 1, denominator: 1 },
      notes: [
        '1 engagement of reviews that are not counted is among these; the share of reviews engaged is of counted ones.',
      ],
    });
  });
});

describe('waivers', () => {
  const waiver = { criterion: 'GATE-03', reason: 'Board agreed', by: 'anna-stone', at: '2014-02-10T00:00:00.000Z' };
  const forward = {
    at: '2014-02-11T00:00:00.000Z',
    from: 'options-appraisal',
    to: 'full-business-case',
    direction: 'forward' as const,
    by: 'team',
    waived: [waiver],
  };
  const back = {
    at: '2014-04-11T00:00:00.000Z',
    from: 'full-business-case',
    to: 'options-appraisal',
    direction: 'back' as const,
    reason: 'Did not stand up',
    by: 'team',
    waived: [],
  };

  it('used for a move are shown by every later report', () => {
    const { waiversInForce, moves } = rollUp([about('a', { review: { moves: [forward] } })]).content;
    expect(moves.rows).toEqual([]);
    expect(waiversInForce.rows).toEqual([
      {
        review: 'a',
        title: 'a',
        criterion: 'GATE-03',
        stage: 'Options appraisal (2)',
        reason: 'Board agreed',
        on: '2014-02-10',
      },
    ]);
  });

  it('lapse when the review goes back', () => {
    const { waiversInForce, moves } = rollUp([about('a', { review: { moves: [forward, back] } })]).content;
    expect(moves.rows.map((move) => [move.direction, move.from, move.reason])).toEqual([
      ['back', 'Full business case (3)', 'Did not stand up'],
    ]);
    expect(waiversInForce.rows).toEqual([]);
  });
});

describe('milestones', () => {
  it('are due by the end of the next month, missed, done or slipped', () => {
    const milestones = [
      aMilestone({ id: 'a', title: 'soon', baseline: '2014-05-31', originalBaseline: '2014-01-01', rebaselines: 1 }),
      aMilestone({ id: 'b', title: 'later', baseline: '2014-06-01' }),
      aMilestone({ id: 'c', title: 'missed', baseline: '2014-02-01', missed: true }),
      aMilestone({ id: 'd', title: 'done', baseline: '2014-02-01', actual: '2014-03-01', delayReason: 'Lease late' }),
      aMilestone({ id: 'e', title: 'slipping', baseline: '2014-02-01', forecast: '2015-01-01' }),
    ];
    const { milestones: shown } = rollUp([about('a', { milestones })]).content;
    expect([shown.total, shown.done, shown.rebaselines]).toEqual([5, 1, 1]);
    expect(shown.due.rows.map((row) => row.milestone)).toEqual(['soon']);
    expect(shown.missed.rows.map((row) => row.milestone)).toEqual(['missed']);
    expect(shown.slipped.rows.map((row) => [row.milestone, row.reason])).toEqual([
      ['done', 'Lease late'],
      ['slipping', null],
      // On its baseline of now, later than the first.
      ['soon', null],
    ]);
  });
});

describe('a missed milestone', () => {
  it('was due on its baseline, whatever is forecast for it now', () => {
    const missed = aMilestone({ baseline: '2014-02-01', forecast: '2014-09-01', missed: true });
    const { milestones } = rollUp([about('a', { milestones: [missed] })]).content;
    expect(milestones.missed.rows.map((row) => row.dueOn)).toEqual(['2014-02-01']);
  });
});

describe('business cases and decisions', () => {
  it('show the outcomes and decisions of the month, open conditions, and what is due', () => {
    const outcome = (number: number, at: string) => ({
      number,
      outcome: 'approved-with-conditions' as const,
      on: '2014-04-10',
      at,
      body: 'Cabinet',
    });
    const decision = {
      body: 'Cabinet',
      kind: 'key-decision' as const,
      noticeOn: '2014-01-02',
      dueOn: { kind: 'month' as const, month: '2014-05' },
    };
    const { content } = rollUp([
      about('a', {
        businessCases: [
          {
            id: 'obc',
            title: 'Outline case',
            type: 'outline',
            on: '2014-04-01',
            outcomes: [outcome(1, '2014-03-31T22:59:59.999Z'), outcome(2, '2014-03-31T23:00:00.000Z')],
            openConditions: [
              { id: 'c1', text: 'Staff told', owner: 'Head of Property', dueOn: '2014-04-20' },
              { id: 'c2', text: 'Lease signed', owner: 'Head of Legal', dueOn: '2014-05-20' },
            ],
          },
        ],
        decisions: [
          { ...decision, id: 'd1', title: 'Go on', status: 'taken', takenOn: '2014-04-30' },
          { ...decision, id: 'd2', title: 'Taken before', status: 'taken', takenOn: '2014-03-31' },
          { ...decision, id: 'd3', title: 'Adopt', status: 'due' },
        ],
      }),
    ]);
    expect(content.businessCases.outcomes.rows).toHaveLength(1);
    expect(content.businessCases.conditions).toMatchObject({
      open: 2,
      overdue: { rows: [{ condition: 'Staff told' }] },
    });
    expect(content.decisions.taken.rows.map((row) => row.decision)).toEqual(['Go on']);
    expect(content.decisions.due.rows.map((row) => row.decision)).toEqual(['Adopt']);
    expect(content.nextSteps.rows.map((step) => [step.who, step.what])).toEqual([
      ['Head of Property', 'Meet the condition "Staff told", due 20 April 2014'],
      ['Cabinet', 'Decide "Adopt", due May 2014'],
    ]);
  });
});
