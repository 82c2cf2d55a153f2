import type { BusinessCase, BusinessCaseFacts } from '#registers/business-case/record.ts';
import type { Decision } from '#registers/decision/record.ts';
import type { DeliveryModel } from '#registers/delivery-model/record.ts';
import type { Issue } from '#registers/issue/record.ts';
import type { Milestone, MilestoneFacts } from '#registers/milestone/record.ts';
import type { Rating, RatingFacts } from '#registers/rating/record.ts';
import type { MonthlyReturn, MonthlyReturnFacts } from '#registers/return/record.ts';
import {
  BusinessCasesSection,
  DecisionsSection,
  DeliveryModelsSection,
  IssuesSection,
  MilestonesSection,
  RatingsSection,
  ReturnsSection,
  ReviewSection,
} from '#schemas/position.ts';
import type { Review, ReviewFacts } from '#schemas/review.ts';
import type { Entry } from '../entry.ts';

/*
 * Sections that a record passes through its section's schema into: only the declared fields stay.
 */

const movesKept = 10;

export const reviewSection = ({ record, facts }: Entry<Review, ReviewFacts>): ReviewSection =>
  ReviewSection.parse({
    ...record,
    ...facts,
    moves: facts.moves.slice(-movesKept),
    sros: record.sros.map((sro) => sro.subject),
    waitsFor: record.waitsFor.filter((wait) => wait.status === 'open'),
  });

export const deliveryModelsSection = (entries: readonly Entry<DeliveryModel>[]): DeliveryModelsSection =>
  DeliveryModelsSection.parse(entries.map(({ id, record }) => ({ ...record, id })));

export const businessCasesSection = (
  entries: readonly Entry<BusinessCase, BusinessCaseFacts>[],
): BusinessCasesSection =>
  BusinessCasesSection.parse(
    entries.map(({ id, record, facts }) => ({
      ...record,
      id,
      outcomes: facts.outcomes,
      openConditions: facts.outcomes.at(-1)?.conditions.filter((condition) => condition.status === 'open') ?? [],
    })),
  );

export const milestonesSection = (entries: readonly Entry<Milestone, MilestoneFacts>[]): MilestonesSection =>
  MilestonesSection.parse(
    entries.map(({ id, record: { movedTo, ...record }, facts }) => ({
      ...record,
      ...facts,
      ...(movedTo === undefined ? {} : { movedTo: movedTo.owner }),
      id,
    })),
  );

export const issuesSection = (entries: readonly Entry<Issue>[]): IssuesSection =>
  IssuesSection.parse(entries.map(({ id, record }) => ({ ...record, id })));

export const decisionsSection = (entries: readonly Entry<Decision>[]): DecisionsSection =>
  DecisionsSection.parse(entries.map(({ id, record }) => ({ ...record, id })));

/** The rating of the latest date; of two on one date, the one told later. */
const latest = (
  entries: readonly Entry<Rating, RatingFacts>[],
  source: RatingFacts['source'],
): RatingsSection['sro'] => {
  const last = entries
    .filter((entry) => entry.facts.source === source)
    .toSorted((a, b) => {
      const [left, right] = [a.record.on + a.effectiveAt, b.record.on + b.effectiveAt];
      return left < right ? -1 : left > right ? 1 : 0;
    })
    .at(-1);
  return last === undefined ? null : { id: last.id, given: last.record };
};

export const ratingsSection = (entries: readonly Entry<Rating, RatingFacts>[]): RatingsSection =>
  RatingsSection.parse({ sro: latest(entries, 'sro'), assurance: latest(entries, 'assurance') });

export const returnsSection = (entries: readonly Entry<MonthlyReturn, MonthlyReturnFacts>[]): ReturnsSection =>
  ReturnsSection.parse(
    entries.map(({ id, record, facts }) => ({
      ...record,
      month: id,
      submittedAt: facts.submittedAt,
      confirmedAt: facts.confirmed?.at ?? null,
    })),
  );
