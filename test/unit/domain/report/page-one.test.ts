import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { poundsInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { anyReviews, anySetting } from '../../../support/any-reviews.ts';
import { aMilestone, aProgramme, aReview, aSetting, asPrevious, rollUp, stated } from '../../../support/positions.ts';

/* docs/meaning.md REPORT-32: page one says nothing that the sections do not say. */

const pageOneOf = ({ pageOne }: ReportContent) => {
  if (pageOne === undefined) throw new Error('a report by the present rules has a page one');
  return pageOne;
};
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Every whole number within a value, in pounds as sentences write them. */
const poundsWithin = (value: unknown): string[] => {
  if (typeof value === 'number') return [poundsInWords(value), poundsInWords(-value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(poundsWithin) : [];
};

/** Two months of any programme: the same reviews and others. */
const twoMonths = fc.tuple(anyReviews, anyReviews).map(([before, now]) => {
  const earlier = rollUp(before, aSetting({ ...anySetting, month: '2014-03' }));
  return rollUp(now, { ...anySetting, previous: asPrevious(earlier) });
});

describe('page one of any report', () => {
  it('counts each counted review once, by the worse of its ratings, and the worst of them is that of the section', () => {
    fc.assert(
      fc.property(twoMonths, ({ content }) => {
        const { position, worse, better } = pageOneOf(content);
        expect(sum((position?.ratings ?? []).map(({ count }) => count))).toBe(content.counts.counted);
        expect(position?.rating).toBe(content.ratings.worst?.rating ?? null);
        const [first] = (position?.ratings ?? []).filter(
          ({ rating }) => !['out-of-date', 'not-rated'].includes(rating),
        );
        expect(first?.rating).toBe(content.ratings.worst?.rating);
        const red = position?.ratings.find(({ rating }) => rating === 'red')?.count ?? 0;
        expect(worse?.total).toBeGreaterThanOrEqual(red);
        const [said = ''] = position?.sentences ?? [];
        if (red > 0) expect(said).toContain(`${red} of ${content.counts.counted} review`);
        expect((worse?.total ?? 0) + (better?.total ?? 0)).toBeLessThanOrEqual(content.counts.counted);
      }),
    );
  });

  it('says of each review what its line says, and that it moved only where the section says so', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(twoMonths, ({ content, lines }) => {
        const { worse, better } = pageOneOf(content);
        for (const row of [...(worse?.rows ?? []), ...(better?.rows ?? [])]) {
          const line = lines.find(({ review }) => review === row.review);
          expect(line).toMatchObject({ counted: true, title: row.title, tier: row.tier, stageName: row.stageName });
          expect(line?.returnWords ?? null).toBe(row.returnWords);
          for (const { by, ...said } of row.said) expect(line?.ratings?.[by]).toMatchObject(said);
          expect(row.moved.toSorted((a, b) => (a.by < b.by ? -1 : 1))).toEqual(
            (content.ratings.changed?.rows ?? [])
              .filter(({ review }) => review === row.review)
              .map(({ by, was, is }) => ({ by, was, is })),
          );
        }
      }),
    );
  });

  it('has the worst first, and names no review as worse and as better', { tags: ['long'] }, () => {
    fc.assert(
      fc.property(twoMonths, ({ content }) => {
        const { worse, better } = pageOneOf(content);
        const badness = (worse?.rows ?? []).map(({ rating }) =>
          ['green', 'amber-green', 'amber', 'amber-red', 'red'].indexOf(rating ?? ''),
        );
        expect(badness).toEqual(badness.toSorted((a, b) => b - a));
        const worseOnes = new Set((worse?.rows ?? []).map(({ review }) => review));
        for (const { review } of better?.rows ?? []) expect(worseOnes.has(review)).toBe(false);
      }),
    );
  });

  it('has the figures of the sections: decisions, money, returns, risks, and whether the numbers reconcile', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(twoMonths, ({ content }) => {
        const { decide, money, returns, risks, reconciles } = pageOneOf(content);
        expect(decide?.total).toBe(content.decisions.due.total);
        expect(decide?.rows.map(({ review, id }) => [review, id])).toEqual(
          content.decisions.due.rows.slice(0, 10).map(({ review, id }) => [review, id]),
        );
        const row = content.savings.years.find(({ year }) => year === money?.year);
        expect(money).toMatchObject({
          required: row?.required ?? null,
          achievable: row?.identified,
          stillToFind: row?.gap ?? null,
        });
        const known = new Set(poundsWithin(content.savings.years));
        for (const sentence of [...(money?.sentences ?? []), ...(money?.later ?? [])])
          for (const [amount] of sentence.matchAll(/-?£[\d.,]*\d(?: million)?/g)) expect(known).toContain(amount);
        expect(returns?.notIn).toBe(content.returns.missing.total + content.returns.unconfirmed.total);
        expect(risks?.total).toBe(content.risks.top.total);
        expect(risks?.rows.map(({ risk, score }) => [risk, score])).toEqual(
          content.risks.top.rows.slice(0, 3).map(({ risk }) => [risk.id, risk.score]),
        );
        expect(reconciles.sentence).toBe(content.flow.sentence);
        if (reconciles.reviews) expect(content.flow.reconciles).toBe(true);
      }),
    );
  });
});

describe('page one', () => {
  const rated = (sro: 'green' | 'amber' | 'red', assurance: 'red' | null = null) => ({
    sro: { id: 'rating-01', given: { on: '2014-04-15', overall: { rating: sro, words: `The SRO says ${sro}` } } },
    assurance:
      assurance === null
        ? null
        : { id: 'rating-02', given: { on: '2014-04-20', overall: { rating: assurance, words: 'Assurance says so' } } },
  });
  const returns = [
    {
      month: '2014-03',
      nothingChanged: true,
      submittedAt: '2014-04-01T09:00:00.000Z',
      confirmedAt: '2014-04-02T09:00:00.000Z',
    },
  ];
  const before = rollUp(
    [
      aReview('property', { returns, ratings: rated('green') }),
      aReview('libraries', { returns, review: { title: 'Libraries' }, ratings: rated('red') }),
      aReview('legal', { returns, review: { title: 'Legal' }, ratings: rated('green') }),
    ],
    aSetting({ month: '2014-03' }),
  );
  const now = rollUp(
    [
      aReview('property', { ratings: rated('amber') }),
      aReview('libraries', { review: { title: 'Libraries' }, ratings: rated('amber') }),
      aReview('legal', { review: { title: 'Legal' }, ratings: rated('green', 'red') }),
    ],
    aSetting({ previous: asPrevious(before) }),
  );

  it('lets the worse voice lead: Red by assurance comes before what became worse by its SRO, each with its words', () => {
    const { worse, better, position } = pageOneOf(now.content);
    expect(worse?.rows.map(({ title, rating }) => [title, rating])).toEqual([
      ['Legal', 'red'],
      ['Property Review', 'amber'],
    ]);
    expect(worse?.rows[0]?.said.map(({ by, words }) => [by, words])).toEqual([
      ['sro', 'The SRO says green'],
      ['assurance', 'Assurance says so'],
    ]);
    expect(worse?.rows[1]?.moved).toEqual([{ by: 'sro', was: 'green', is: 'amber' }]);
    expect(better?.rows.map(({ title }) => title)).toEqual(['Libraries']);
    expect(position).toMatchObject({
      rating: 'red',
      ratings: [
        { rating: 'red', count: 1 },
        { rating: 'amber', count: 2 },
      ],
    });
  });

  it('names the reviews of each rating that assurance gave, the worst first', () => {
    expect(pageOneOf(now.content).position?.assurance).toEqual([{ rating: 'red', titles: ['Legal'] }]);
  });

  it('says where nothing is in trouble which are rated worst, in their words, unless that is Green', () => {
    const of = (...reviews: ReturnType<typeof aReview>[]) => pageOneOf(rollUp(reviews).content);
    const { worse, worstRated } = of(
      aReview('property', { ratings: rated('amber') }),
      aReview('legal', { ratings: rated('green') }),
    );
    expect(worse?.total).toBe(0);
    expect(worstRated).toMatchObject({ total: 1, rows: [{ review: 'property', rating: 'amber' }] });
    expect(worstRated?.rows[0]?.said).toMatchObject([{ by: 'sro', words: 'The SRO says amber' }]);
    expect(of(aReview('legal', { ratings: rated('green') })).worstRated).toBeUndefined();
    expect(pageOneOf(now.content).worstRated).toBeUndefined();
  });

  it('says of a missed milestone why, or that no reason is recorded', () => {
    const missed = (over: object) => ({ ...aMilestone({ baseline: '2014-04-01', missed: true, ...over }) });
    const milestones = [
      missed({ id: 'a', title: 'The office is left', delayReason: 'The lease was extended.' }),
      missed({ id: 'b', title: 'The sale' }),
    ];
    const { worseBesides } = pageOneOf(rollUp([aReview('property', { milestones })]).content);
    expect(worseBesides.join(' ')).toContain(
      'Recorded as missed: “The office is left” (Property Review, because: The lease was extended) and “The sale” (Property Review, no reason recorded).',
    );
  });

  it('says what a decision adopts, else what its review prefers, and that nothing is recommended of the programme’s own', () => {
    const decision = (id: string, over: object = {}) => ({
      ...{ id, title: id, body: 'Cabinet', kind: 'key-decision' as const, status: 'due' as const },
      ...{ dueOn: { kind: 'date' as const, date: '2014-05-15' } },
      ...over,
    });
    const { decide } = pageOneOf(
      rollUp(
        [
          aReview('property', {
            decisions: [
              decision('award', { deliveryModel: 'shared' }),
              decision('plan', { dueOn: { kind: 'date', date: '2014-04-01' } }),
            ],
            deliveryModels: [{ id: 'shared', model: 'shared-service', fromOptions: ['latco'] }],
          }),
        ],
        aSetting({
          programmeWide: { ...anySetting.programmeWide, decisions: [decision('budget')] },
        }),
      ).content,
    );
    expect(decide?.rows.map(({ id, overdue, recommended }) => [id, overdue, recommended])).toEqual([
      ['plan', true, 'Preferred by the review: Trading company (Local authority trading company)'],
      ['budget', false, null],
      ['award', false, 'To adopt: Shared service'],
    ]);
  });

  it('says what another paper states in the place of a figure', () => {
    const conflicts = [{ value: { kind: 'amount', pounds: 45e6 }, source: 'Budget paper' }];
    const statedPositions = [
      stated('required', { measure: 'savings-required', year: '2014/15', figure: { kind: 'amount', pounds: 88e6 } }),
      stated('unidentified', {
        measure: 'savings-unidentified',
        year: '2014/15',
        figure: { kind: 'amount', pounds: 43e6, conflicts },
      }),
    ];
    const programmeWide = { ...anySetting.programmeWide, statedPositions };
    const [first] = pageOneOf(rollUp([aReview()], aSetting({ programmeWide })).content).money?.sentences ?? [];
    expect(first).toBe(
      "2014/15: £88 million is required; by the programme's own figures £43 million of it is still to be identified (another paper says £45 million, and nobody has said which holds).",
    );
  });

  it('says nothing of what the settings leave out', () => {
    const reportLeavesOut = ['ratings', 'savings', 'decisions', 'returns', 'risks', 'issues', 'milestones'];
    const { content } = rollUp([aReview()], aSetting({ programme: aProgramme({ reportLeavesOut }) }));
    expect(pageOneOf(content)).toMatchObject({
      ...{ decide: null, worse: null, better: null, money: null, returns: null, position: null, risks: null },
      ...{ worseBesides: [], betterBesides: [] },
    });
  });

  it('is in no report by the first rule set', () => {
    expect(rollUp([aReview()], aSetting(), rules1).content).not.toHaveProperty('pageOne');
  });

  it('is left out where it cannot be made, and the rest of the report is whole', () => {
    const broken = { ...aReview(), position: { ...aReview().position, deliveryModels: null as never } };
    const due = { id: 'award', title: 'Award', body: 'Cabinet', kind: 'key-decision' as const, status: 'due' as const };
    const position = { ...broken.position, decisions: [{ ...due, dueOn: { kind: 'not-stated' as const } }] };
    const { content } = rollUp([{ ...broken, position }]);
    expect(content).not.toHaveProperty('pageOne');
    expect(content.notMade?.map(({ part }) => part)).toContain('pageOne');
    expect(content.counts.counted).toBe(1);
  });
});
