import type { Instant } from '#language/time.ts';
import type { Placed, Review, ReviewFacts } from '#schemas/review.ts';

type Where = Pick<Review, 'tier' | 'portfolio' | 'parent'>;

const isSame = (one: Where, other: Where): boolean =>
  one.tier === other.tier && one.portfolio === other.portfolio && one.parent === other.parent;

const placed = ({ tier, portfolio, parent }: Where, at: string): Placed => ({
  tier,
  ...(portfolio === undefined ? {} : { portfolio }),
  ...(parent === undefined ? {} : { parent }),
  at,
});

/** The tiers, portfolios and parents along what was recorded of a review in order; of what was recorded of one instant, the last holds. */
export const placesAlong = (recorded: readonly { readonly record: Where; readonly at: string }[]): Placed[] => {
  const places: Placed[] = [];
  for (const { record, at } of recorded) {
    if (places.at(-1)?.at === at) places.pop();
    const last = places.at(-1);
    if (last === undefined || !isSame(last, record)) places.push(placed(record, at));
  }
  return places;
};

/** Only one place is no history: it is the record's own. */
export const keptPlaces = (places: readonly Placed[]): { places?: Placed[] } =>
  places.length > 1 ? { places: [...places] } : {};

/** The places of a review whose record is another from an instant on. */
export const placesFrom = (
  { record, facts }: { readonly record: Where; readonly facts: ReviewFacts },
  next: Where,
  { effectiveAt: at }: { readonly effectiveAt: Instant },
): { places?: Placed[] } => {
  const before = facts.places ?? [placed(record, facts.lifecycles[0]?.at ?? at)];
  return keptPlaces(placesAlong([...before.map((one) => ({ record: one, at: one.at })), { record: next, at }]));
};
