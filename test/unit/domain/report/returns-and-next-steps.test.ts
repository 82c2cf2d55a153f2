import { describe, expect, it } from 'vitest';
import type { ReviewPosition } from '#schemas/position.ts';
import { aMilestone, aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';

const about = (id: string, broken: Parameters<typeof aReview>[1] = {}) =>
  aReview(id, { ...broken, review: { title: id, ...broken.review } });

describe('returns of April, due by 5 May 2014', () => {
  const returned = (confirmedAt: string | null, nothingChanged = false): ReviewPosition['returns'] => [
    { month: '2014-04', nothingChanged, submittedAt: '2014-05-01T09:00:00.000Z', confirmedAt },
  ];

  it.each<[string, ReviewPosition['returns']]>([
    ['received', returned('2014-05-05T22:59:59.999Z')],
    ['nothing-changed', returned('2014-05-02T09:00:00.000Z', true)],
    ['late', returned('2014-05-05T23:00:00.000Z')],
    ['late', returned('2014-05-05T23:00:00.000Z', true)],
    ['unconfirmed', returned(null)],
    ['missing', []],
  ])('are %s', (state, returns) => {
    expect(rollUp([aReview('property', { returns })]).lines[0]?.return).toBe(state);
  });

  it('are expected of counted reviews alone, and the last confirmed month of a missing one is shown', () => {
    const { returns } = rollUp([
      about('a', { returns: returned('2014-05-02T09:00:00.000Z', true) }),
      about('b', { returns: returned('2014-05-06T09:00:00.000Z') }),
      about('c', { returns: returned(null) }),
      about('d', { returns: [{ ...returned('2014-03-02T09:00:00.000Z')[0], month: '2014-02' } as never] }),
      about('e', { review: { lifecycle: 'completed' }, returns: [] }),
    ]).content;
    expect(returns).toMatchObject({
      dueBy: '2014-05-05',
      expected: 4,
      received: { numerator: 1, denominator: 4, percent: 25 },
      nothingChanged: 1,
      late: { rows: [{ review: 'b', confirmedOn: '2014-05-06' }] },
      unconfirmed: { rows: [{ review: 'c' }] },
      missing: { rows: [{ review: 'd', lastConfirmed: '2014-02' }] },
    });
  });
});

describe('next steps', () => {
  it('ask first for somebody to answer, then for what is overdue, then for returns, then for gaps', () => {
    const { nextSteps } = rollUp([
      about('a', {
        review: { sros: [], tier: 'to-be-confirmed' },
        milestones: [aMilestone({ baseline: '2014-04-01' })],
        returns: [],
      }),
      about('b', {
        returns: [
          { month: '2014-04', nothingChanged: true, submittedAt: '2014-05-01T00:00:00.000Z', confirmedAt: null },
        ],
      }),
    ]).content;
    expect(nextSteps.rows.map((step) => [step.who, step.subject.review])).toEqual([
      ['Programme office', 'a'],
      ['Head of Property', 'a'],
      ['Transformation team', 'a'],
      ['SRO', 'b'],
      ['Programme office', 'a'],
      ['SRO and assurance', 'a'],
    ]);
  });

  it('are at most fifty, the most urgent of all whatever their number', () => {
    const many = Array.from({ length: 400 }, (_, n) =>
      about(`review-${String(n).padStart(3, '0')}`, {
        returns: [],
        review: n === 399 ? { sros: [] } : {},
        decisions: ['d', 'e', 'f'].map((id) => ({
          id,
          title: id,
          body: 'Cabinet',
          kind: 'other',
          status: 'due',
          dueOn: { kind: 'date', date: '2014-05-01' },
        })),
      }),
    );
    const { nextSteps } = rollUp(many).content;
    expect(nextSteps.rows).toHaveLength(50);
    expect(nextSteps.rows[0]).toMatchObject({ who: 'Programme office', subject: { review: 'review-399' } });
    expect(nextSteps.rows[1]).toMatchObject({ who: 'Transformation team', subject: { review: 'review-000' } });
  });
});

describe('what changed and what a board reads first', () => {
  const returnOf = (month: string) => ({
    month,
    nothingChanged: true,
    submittedAt: '2014-04-01T09:00:00.000Z',
    confirmedAt: '2014-04-02T09:00:00.000Z',
  });
  const march = rollUp([about('a', { returns: [returnOf('2014-03')] })], aSetting({ month: '2014-03' }));

  it('says that the first report has none before it', () => {
    expect(march.content.changes).toEqual([
      {
        sentence: 'This is the first report of the programme: there is none before it to compare with.',
        before: null,
        after: null,
      },
    ]);
    expect(march.content.previous).toBeNull();
  });

  it('says in numbers what is different', () => {
    const { changes, previous } = rollUp(
      [about('a', { review: { stage: 'decision', sros: [] } }), about('b')],
      aSetting({ previous: asPrevious(march) }),
    ).content;
    expect(previous).toEqual({ month: '2014-03', revision: 1, contentDigest: 'f'.repeat(64) });
    const sentences = changes.map((one) => one.sentence);
    expect(sentences).toContain('Reviews counted: 2, was 1.');
    expect(sentences).toContain('Reviews at Decision: 1, was 0.');
    expect(sentences).toContain('Savings planned for 2014/15: £2 million, up £1 million.');
    expect(sentences).toContain('Findings: 1, were 0; 1 new (GAP-01), 0 gone.');
  });

  it('says that nothing was recorded for a month of which nothing was', () => {
    const quiet = { ...about('a'), recordedInMonth: 0 };
    expect(rollUp([quiet]).content.headline[0]).toBe('Nothing was recorded for this month.');
    expect(rollUp([about('a')]).content.headline).not.toContain('Nothing was recorded for this month.');
    expect(rollUp([about('a')]).content.recordedInMonth).toBe(1);
  });

  it('passes on that a programme is fictional', () => {
    expect(rollUp([]).content.programme.fictional).toBe(true);
    const real = aSetting({ programme: aProgramme({ fictional: false }) });
    expect(rollUp([], real).content.programme.fictional).toBe(false);
  });
});
