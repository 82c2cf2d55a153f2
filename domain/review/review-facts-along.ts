import type { Instant } from '#language/time.ts';
import { asJsonObject, type HistoryEvent, type JsonObject } from '#schemas/history.ts';
import { Lifecycle, type LifecycleChange, Placed, ReviewFacts } from '#schemas/review.ts';
import { maturityAlong } from './market-maturity.ts';
import { keptPlaces, placesAlong } from './places.ts';

const Changes = ReviewFacts.pick({ lifecycles: true });
const Where = Placed.pick({ tier: true, portfolio: true, parent: true });

/** The changes along what was recorded of a review in order; of what was recorded of one instant, the last word holds. */
export const lifecyclesAlong = (recorded: readonly LifecycleChange[]): LifecycleChange[] =>
  recorded
    .filter((one, n) => recorded[n + 1]?.at !== one.at)
    .filter((one, n, held) => held[n - 1]?.lifecycle !== one.lifecycle);

/** What an act made of the facts: the fields that it changed. */
export const changedFacts = ({ changed, after }: Pick<HistoryEvent, 'changed' | 'after'>): JsonObject =>
  Object.fromEntries(Object.entries(after.facts).filter(([name]) => changed.includes(name)));

type LineEvent = Pick<HistoryEvent, 'type' | 'effectiveAt' | 'changed' | 'after'>;

const isStated = ({ type }: LineEvent): boolean => type === 'put' || type === 'corrected';

/** The lifecycle that was recorded from an instant on: by the act that is the last of those kept with it, else as it was put. */
export const lifecycleFrom = (
  at: Instant,
  lifecycle: Lifecycle,
  kept: readonly LifecycleChange[] = [],
): LifecycleChange => {
  const last = kept.at(-1);
  return last?.at === at && last.lifecycle === lifecycle ? last : { lifecycle, at };
};

const lifecycleOf = (event: LineEvent): LifecycleChange => {
  const kept = isStated(event) ? [] : Changes.parse(event.after.facts).lifecycles;
  return lifecycleFrom(event.effectiveAt, Lifecycle.parse(event.after.record.lifecycle), kept);
};

const hasMoved = ({ moves }: JsonObject): boolean => Array.isArray(moves) && moves.length > 0;

/** Until the first move a review is at the stage that it was opened at: from when that is stated, or put right. */
const openedAs = (
  { stage }: JsonObject,
  { after, effectiveAt }: Pick<HistoryEvent, 'after' | 'effectiveAt'>,
): JsonObject =>
  after.facts.stage === undefined || after.facts.stage === stage
    ? {}
    : { stage: after.facts.stage, stageSince: effectiveAt };

/**
 * The facts of a review derived along its line: stage, moves and waivers from the acts, the lifecycles, tiers, portfolios and market
 * maturity from what each event left.
 */
export const reviewFactsAlong = (line: readonly LineEvent[]): JsonObject => {
  const recorded: LifecycleChange[] = [];
  let facts: JsonObject = {};
  let lifecycles: readonly LifecycleChange[] = [];
  for (const event of line) {
    const now = lifecycleOf(event);
    const before = recorded.at(-1);
    recorded.push(now);
    if (before === undefined) facts = event.after.facts;
    else if (!isStated(event)) facts = { ...facts, ...changedFacts(event) };
    else if (!hasMoved(facts)) facts = { ...facts, ...openedAs(facts, event) };
    if (event.type === 'corrected') lifecycles = lifecyclesAlong(recorded);
    else if (before?.lifecycle !== now.lifecycle) lifecycles = [...lifecycles, now];
  }
  const places = placesAlong(line.map(({ after, effectiveAt: at }) => ({ record: Where.parse(after.record), at })));
  const { places: _before, marketMaturitySince: _stored, ...others } = facts;
  return asJsonObject({ ...others, lifecycles, ...keptPlaces(places), ...maturityAlong(line) });
};
