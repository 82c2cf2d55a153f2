import { describe, expect, it } from 'vitest';
import type { ChangeStep } from '../../../examples/step.ts';
import { workedExample } from '../../../examples/worked-example/scenario.ts';

type Body = Readonly<Record<string, unknown>>;

const recorded = workedExample.steps.filter((step): step is ChangeStep => step.kind === 'change');
const by = (operation: string): readonly ChangeStep[] => recorded.filter((step) => step.operation === operation);
const bodies = (operation: string): readonly Body[] => by(operation).map((step) => step.body as Body);
const created = (operation: string): readonly ChangeStep[] => by(operation).filter((step) => step.version === 'create');
const distinct = (values: readonly unknown[]): readonly unknown[] => [...new Set(values)].toSorted();

interface SavingBody {
  class: string;
  mechanism: string;
  recurrence: string;
  firmness: string;
  budgetLine: string;
  years: { year: string; plan: unknown; alreadyInMtfp?: number }[];
}
const savings = bodies('putSaving') as unknown as readonly SavingBody[];

/** What a review was at the end. */
const lastOf = (operation: string, review: string): Body =>
  by(operation).findLast((step) => step.params.reviewId === review)?.body as Body;

describe('the worked example', () => {
  it('says of itself that it is fictional', () => {
    expect(bodies('putProgramme')[0]).toMatchObject({
      fictional: true,
      council: 'Exampleshire County Council (fictional)',
    });
  });

  it.each([
    ['reviews', 'putReview', 12],
    ['options', 'putOption', 40],
    ['savings lines', 'putSaving', 60],
    ['milestones', 'putMilestone', 30],
  ])('has enough %s', (_, operation, least) => {
    expect(created(operation).length).toBeGreaterThanOrEqual(least);
  });

  it('has at least 40 risks, of reviews and of the programme itself', () => {
    expect(created('putRisk').length + created('putProgrammeRisk').length).toBeGreaterThanOrEqual(40);
    expect(created('putProgrammeRisk').length).toBeGreaterThan(0);
  });

  it('shows every lifecycle, and a merger, a split and a child', () => {
    const reviews = bodies('putReview');
    expect(distinct(bodies('changeLifecycle').map(({ kind }) => kind))).toEqual([
      'approve',
      'complete',
      'merge',
      'pause',
      'restart',
      'stop',
      'transfer',
    ]);
    for (const part of ['splitFrom', 'parent']) expect(reviews.some((review) => review[part] !== undefined)).toBe(true);
  });

  it('has one review with two SROs and one active review with none', () => {
    const ids = distinct(created('putReview').map((step) => step.params.reviewId)) as string[];
    const openedAs = (id: string) => created('putReview').find((step) => step.params.reviewId === id)?.body;
    const sros = ids.map((id) => [id, (lastOf('putReview', id).sros as unknown[] | undefined)?.length ?? 0] as const);
    expect(sros.filter(([, count]) => count === 2).map(([id]) => id)).toEqual(['highways-maintenance']);
    const unowned = sros.filter(([id, count]) => count === 0 && (openedAs(id) as Body).lifecycle === 'active');
    expect(unowned.map(([id]) => id)).toEqual(['leisure-centres']);
  });

  it('spreads savings over four financial years, and shows every class, mechanism, firmness and kind of figure', () => {
    const years = savings.flatMap((saving) => saving.years);
    expect(distinct(years.map((year) => year.year))).toEqual(['2025/26', '2026/27', '2027/28', '2028/29']);
    expect(distinct(savings.map((saving) => saving.class))).toEqual([
      'cash-releasing',
      'cost-avoidance',
      'income',
      'non-cash-releasing',
    ]);
    expect(distinct(savings.map((saving) => saving.mechanism))).toEqual([
      'council-tax',
      'efficiency',
      'financing',
      'service-reduction',
      'transformation',
    ]);
    expect(distinct(savings.map((saving) => saving.firmness))).toEqual([
      'agreed',
      'business-case',
      'delivered',
      'indicative',
    ]);
    expect(distinct(savings.map((saving) => saving.recurrence))).toEqual(['one-off', 'recurring']);
    const kinds = years.map((year) => (typeof year.plan === 'number' ? 'pounds' : (year.plan as Body).kind));
    expect(distinct(kinds)).toEqual([
      'about',
      'non-financial',
      'not-stated',
      'over',
      'pounds',
      'range',
      'to-be-confirmed',
    ]);
    expect(years.some((year) => year.alreadyInMtfp === undefined)).toBe(true);
    expect(years.some((year) => year.alreadyInMtfp !== undefined && year.alreadyInMtfp > 0)).toBe(true);
  });

  it('has one budget line that two reviews claim in a year without saying why', () => {
    const claims = by('putSaving').flatMap((step) => {
      const saving = step.body as unknown as SavingBody & { doubleCountJustification?: string };
      return saving.doubleCountJustification === undefined ? [[saving.budgetLine, step.params.reviewId] as const] : [];
    });
    const shared = [...Map.groupBy(claims, ([line]) => line)].filter(
      ([, all]) => distinct(all.map(([, id]) => id)).length > 1,
    );
    expect(shared.map(([line]) => line)).toEqual(['ICT: telephony']);
  });

  it('takes one review from the first stage to the last', () => {
    const stages = by('moveStage')
      .filter((step) => step.params.reviewId === 'revenues-and-benefits')
      .map((step) => (step.body as Body).to);
    expect(stages).toEqual([
      'service-baseline',
      'options-appraisal',
      'full-business-case',
      'decision',
      'implementation',
      'benefits-review',
      'closed',
    ]);
  });

  it('has a full business case that was returned, after which its review goes back a stage with a reason', () => {
    const returned = by('recordOutcome').find(
      (step) => step.params.reviewId === 'waste-and-recycling' && (step.body as Body).outcome === 'returned',
    );
    expect(returned?.params.entryId).toBe('full');
    const back = by('moveStage').find(
      (step) => step.params.reviewId === 'waste-and-recycling' && step.on > (returned?.on ?? ''),
    );
    expect(back?.body).toMatchObject({ to: 'options-appraisal', reason: expect.any(String) });
  });

  it('records outcomes only by an SRO of the review at the time', () => {
    const acts = ['recordOutcome', 'waiveCriterion', 'confirmReturn'];
    const strangers = recorded.flatMap((step, n) => {
      if (!acts.includes(step.operation)) return [];
      const review = recorded
        .slice(0, n)
        .findLast((one) => one.operation === 'putReview' && one.params.reviewId === step.params.reviewId);
      const sros = ((review?.body as Body | undefined)?.sros ?? []) as { subject: string }[];
      return sros.some((sro) => sro.subject === step.as.subject) ? [] : [`${step.on} ${step.operation}`];
    });
    expect(strangers).toEqual([]);
  });

  it('shows outcomes of every kind but a withdrawal', () => {
    expect(distinct(bodies('recordOutcome').map((outcome) => outcome.outcome))).toEqual([
      'approved',
      'approved-with-conditions',
      'deferred',
      'rejected',
      'returned',
    ]);
  });

  it('has returns confirmed in time, late, unconfirmed and missing, and some that say that nothing changed', () => {
    const returns = by('putReturn');
    const confirmed = new Map(
      by('confirmReturn').map((step) => [`${step.params.reviewId} ${step.params.entryId}`, step.on]),
    );
    const days = returns.map(
      (step) => confirmed.get(`${step.params.reviewId} ${step.params.entryId}`)?.slice(8) ?? 'unconfirmed',
    );
    expect(distinct(days)).toEqual(['04', '08', 'unconfirmed']);
    expect(returns.some((step) => (step.body as Body).nothingChanged === true)).toBe(true);
    expect(
      returns.some((step) => step.params.reviewId === 'libraries-and-archives' && step.params.entryId === '2025-06'),
    ).toBe(false);
  });

  it('has a green overall rating above red benefits', () => {
    const ratings = bodies('rateReview') as unknown as { overall: Body; benefits: Body }[];
    expect(ratings.some((one) => one.overall.rating === 'green' && one.benefits.rating === 'red')).toBe(true);
  });

  it('scores no risk above what it was before any control, or with a target above that (CON-14)', () => {
    interface Score {
      likelihood: number;
      impact: number;
    }
    const of = ({ likelihood, impact }: Score): number => likelihood * impact;
    const risks = [...bodies('putRisk'), ...bodies('putProgrammeRisk')] as unknown as readonly {
      title: string;
      inherent: Score;
      current: Score;
      target: Score | { toBeConfirmed: string };
    }[];
    const outOfOrder = risks.filter(
      ({ inherent, current, target }) =>
        of(current) > of(inherent) || (!('toBeConfirmed' in target) && of(target) > of(current)),
    );
    expect(distinct(outOfOrder.map(({ title }) => title))).toEqual([]);
  });

  it('has risks that are incomplete, closed and happened', () => {
    const risks = bodies('putRisk');
    expect(distinct(risks.map((risk) => risk.status))).toEqual(['closed', 'happened', 'open']);
    expect(risks.some((risk) => risk.owner === undefined)).toBe(true);
    expect(risks.some((risk) => (risk.controls as unknown[]).length === 0)).toBe(true);
  });
});
