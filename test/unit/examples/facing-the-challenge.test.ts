import { describe, expect, it } from 'vitest';
import paper from '../../../examples/facing-the-challenge/paper.json' with { type: 'json' };
import { outturnOfPhase1 } from '../../../examples/facing-the-challenge/scenario.ts';
import type { ChangeStep } from '../../../examples/step.ts';

type Body = Readonly<Record<string, unknown>>;

const recorded = outturnOfPhase1.steps.filter((step): step is ChangeStep => step.kind === 'change');
const by = (operation: string): readonly ChangeStep[] => recorded.filter((step) => step.operation === operation);
const bodies = (operation: string): readonly Body[] => by(operation).map((step) => step.body as Body);
const million = (pounds: number): number => pounds * 1_000_000;

/** Every number of money in a body: what stands under `pounds`, `low` or `high`. */
const moneyIn = (value: unknown): readonly number[] => {
  if (Array.isArray(value)) return value.flatMap(moneyIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'number' && ['pounds', 'low', 'high', 'plan'].includes(key) ? [inner] : moneyIn(inner),
  );
};

const stated = (id: string): Body => {
  const step = by('putProgrammeStatedPosition').find((one) => one.params.entryId === id);
  return step?.body as Body;
};

describe("Kent's Facing the Challenge, Phase 1, by its outturn report", () => {
  it('has the ten reviews in the order of the paper', () => {
    const opened = by('putReview').filter((step) => step.version === 'create');
    expect(opened.map((step) => step.params.reviewId)).toEqual([
      'property',
      'hr-ict-and-finance',
      'communications',
      'contact-centre',
      'legal-services',
      'libraries-registration-and-archives',
      'community-learning-and-skills',
      'edukent',
      'kent-scientific-services',
      'residential-care-homes',
    ]);
    expect(opened.map((step) => (step.body as Body).title)).toEqual(paper.reviews.map((review) => review.title));
  });

  it('covers each of the 12 services in one review', () => {
    const latest = by('putReview').filter((step) => step.version === 'latest');
    const covered = latest.flatMap((step) => (step.body as { services: string[] }).services);
    const services = bodies('putProgramme').at(-1)?.services as string[];
    expect(services).toHaveLength(12);
    expect(services.map((service) => covered.filter((one) => one === service).length)).toEqual(services.map(() => 1));
  });

  it('has 11 preferred options and 39 not recommended, 10 of them only at this stage', () => {
    const dispositions = bodies('putOption').map((option) => option.disposition);
    const count = (disposition: string) => dispositions.filter((one) => one === disposition).length;
    expect(count('preferred')).toBe(11);
    expect(count('not-recommended') + count('not-recommended-at-this-stage')).toBe(39);
    expect(count('not-recommended-at-this-stage')).toBe(10);
    expect(dispositions).toHaveLength(50);
  });

  it('has a preferred option in nine reviews, two of which carry two', () => {
    const preferred = by('putOption').filter((step) => (step.body as Body).disposition === 'preferred');
    const counts = Map.groupBy(preferred, (step) => step.params.reviewId);
    expect(counts.size).toBe(9);
    expect([...counts].flatMap(([review, steps]) => (steps.length === 2 ? [review] : []))).toEqual([
      'communications',
      'edukent',
    ]);
    expect(counts.has('residential-care-homes')).toBe(false);
  });

  it('reads the preferred options as these delivery models', () => {
    const models = bodies('putOption')
      .filter((option) => option.disposition === 'preferred')
      .map((option) => String(option.deliveryModel));
    const counts = Object.fromEntries(
      [...Map.groupBy(models, (model) => model)].map(([model, all]) => [model, all.length]),
    );
    expect(counts).toEqual({
      'local-authority-trading-company': 2,
      'joint-venture': 3,
      'in-house-improve': 1,
      'do-nothing': 1,
      'alternative-business-structure': 1,
      trust: 2,
      'in-house-commercial': 1,
    });
  });

  it('keeps the words of every option as the paper prints them', () => {
    const labels = bodies('putOption').map((option) => option.label);
    expect(labels.toSorted()).toEqual(
      paper.reviews.flatMap((one) => [...one.preferred_options, ...one.alternatives_not_recommended]).toSorted(),
    );
  });

  it('tells 174 responses of 109 companies, 10 invited in, for the whole programme and no review', () => {
    const [notice] = bodies('putProgrammeMarketEngagement');
    expect(notice?.stated).toMatchObject({ responses: 174, organisations: 109, invitedIn: 10 });
    expect(notice?.organisations).toBeUndefined();
    for (const engagement of bodies('putMarketEngagement')) expect(engagement.stated).toBeUndefined();
  });

  it.each([
    ['savings-required-2014-15', 91],
    ['savings-required-2015-16', 88],
    ['savings-required-2016-17', 62],
    ['net-budget-2014-15', 92],
    ['already-in-mtfp-2014-17', 20],
  ])('states %s as £%d million', (id, pounds) => {
    expect(stated(id).figure).toMatchObject({ kind: 'amount', pounds: million(pounds) });
  });

  it.each([
    ['savings-unidentified-2015-16', 43, 45],
    ['savings-unidentified-2016-17', 45, 43],
  ])('states %s as £%d million, against £%d million in another paper', (id, pounds, other) => {
    expect(stated(id).figure).toMatchObject({
      kind: 'amount',
      pounds: million(pounds),
      conflicts: [{ value: { kind: 'amount', pounds: million(other) } }],
    });
  });

  it.each([
    ['gross-expenditure-2014-15', { kind: 'over', pounds: million(169) }],
    ['savings-of-these-services-2014-15', { kind: 'over', pounds: million(6) }],
    ['already-in-mtfp-2015-17', { kind: 'nearly', pounds: million(14) }],
    ['first-expectation', { kind: 'range', low: million(15), high: million(20) }],
    ['expected-savings', { kind: 'range', low: million(150), high: million(250) }],
    ['expected-savings-a-year', { kind: 'range', low: million(20), high: million(30) }],
  ])('states %s with the words that the paper uses for its certainty', (id, figure) => {
    expect(stated(id).figure).toMatchObject(figure);
  });

  it.each(['2017-18', '2018-19'])('gives no amount for the savings required in %s', (year) => {
    expect(stated(`savings-required-${year}`).figure).toMatchObject({ kind: 'to-be-confirmed' });
  });

  it('asks whether the yearly average follows from the ten years', () => {
    expect(stated('expected-savings')).toMatchObject({ periodYears: 10 });
    expect(stated('expected-savings-a-year').follows).toEqual({ from: 'expected-savings', by: 'average-a-year' });
  });

  it('has no money that the paper does not print', () => {
    const printed = new Set(moneyIn(paper));
    const recorded = outturnOfPhase1.steps.flatMap((step) => (step.kind === 'change' ? moneyIn(step.body) : []));
    expect(recorded.length).toBeGreaterThan(15);
    expect(recorded.filter((pounds) => !printed.has(pounds))).toEqual([]);
  });

  it('invents no savings lines, scores, risks, ratings, milestones, returns or SROs', () => {
    const operations = new Set(recorded.map((step) => step.operation));
    const silent = [
      'putSaving',
      'putAppraisal',
      'putRisk',
      'putProgrammeRisk',
      'rateReview',
      'putMilestone',
      'putReturn',
    ];
    expect(silent.filter((operation) => operations.has(operation))).toEqual([]);
    expect(bodies('putOption').filter((option) => option.scores !== undefined)).toEqual([]);
    expect(bodies('putReview').filter((review) => review.sros !== undefined)).toEqual([]);
  });

  it('says of the expenditure of every single review that it is not stated', () => {
    for (const review of bodies('putReview')) {
      expect(review.grossExpenditure).toEqual({ kind: 'not-stated' });
      expect(review.netExpenditure).toEqual({ kind: 'not-stated' });
    }
  });

  it('tells stage 2 complete of nine reviews, and nothing of the one whose decision waits', () => {
    const complete = by('recordStageWork').map((step) => step.params.reviewId);
    expect(complete).toHaveLength(9);
    expect(complete).not.toContain('residential-care-homes');
  });

  it('has two reviews that wait: one for a strategy, which holds its stage, one for an outside review', () => {
    const waits = by('putReview')
      .filter((step) => step.version === 'latest')
      .flatMap((step) => (step.body as { waitsFor: Body[] }).waitsFor.map((wait) => [step.params.reviewId, wait.on]));
    expect(waits).toEqual([
      ['kent-scientific-services', 'outside-body'],
      ['residential-care-homes', 'document'],
    ]);
  });

  it('dates only what the paper dates: September and December 2013, the end of April and the middle of May 2014', () => {
    expect([...new Set(recorded.map((step) => step.on))]).toEqual([
      '2013-09-30',
      '2013-12-31',
      '2014-04-30',
      '2014-05-15',
    ]);
  });

  it('tells of the endorsement that it is due on 15 May 2014 and then that it was put to the meeting, and never that it was given', () => {
    expect(bodies('putProgrammeDecision')).toMatchObject([
      { status: 'due', dueOn: { kind: 'date', date: '2014-05-15' } },
      { status: 'due', dueOn: { kind: 'words', words: expect.stringContaining('not stated') } },
    ]);
  });
});
