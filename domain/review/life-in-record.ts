import { kindsBetween, kindsFrom, kindsInWords } from '#schemas/lifecycle-acts.ts';
import { Review, type ReviewToPut } from '#schemas/review.ts';
import type { Breach } from '../content-rule.ts';

/*
 * What of a review's record is its life: acts change it (docs/meaning.md REVIEW-20). What a PUT or a correction leaves out of it stays.
 */

const life = [
  'lifecycle',
  'lifecycleReason',
  'tier',
  'portfolio',
  'transferredTo',
  'mergedInto',
  'splitInto',
] as const satisfies readonly (keyof Review)[];

/** The record that is meant: as it is given, with the life that it leaves out as it was. */
export const withLifeOf = (given: ReviewToPut, before: Review | undefined): Review => {
  if (before === undefined) return Review.parse(given);
  const isOther = given.lifecycle !== undefined && given.lifecycle !== before.lifecycle;
  // Of another lifecycle the reason, and where the review went, are its own.
  const ofLifecycle: readonly string[] = ['lifecycleReason', 'transferredTo', 'mergedInto'];
  const stays = life.filter((field) => !isOther || !ofLifecycle.includes(field));
  const kept = Object.fromEntries(
    stays.flatMap((field) => (before[field] === undefined ? [] : [[field, before[field]]])),
  );
  return Review.parse({ ...kept, ...given });
};

const acts = {
  tier: 're-tier',
  portfolio: 'move-portfolio',
  transferredTo: 'transfer',
  mergedInto: 'merge',
  splitInto: 'split',
} as const;

const wayOut = (field: (typeof life)[number], from: Review, to: Review): string => {
  if (field === 'lifecycleReason') return 'the act that changes the lifecycle gives its reason';
  if (field !== 'lifecycle') return `the act "${acts[field]}" of lifecycle-changes changes it`;
  const kinds = kindsBetween(from.lifecycle, to.lifecycle);
  return kinds.length > 0
    ? `the act ${kindsInWords(kinds)} of lifecycle-changes changes it`
    : `no act of lifecycle-changes leads from ${from.lifecycle} to ${to.lifecycle}, but ${kindsInWords(kindsFrom(from.lifecycle))} may be done`;
};

/** Whether nothing was stated of it before: to state it is no change. */
const wasNotStated = (field: (typeof life)[number], before: Review): boolean =>
  (field === 'portfolio' && before.portfolio === undefined) || (field === 'tier' && before.tier === 'to-be-confirmed');

export const changesOfLife = (before: Review, record: Review): Breach[] =>
  life
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(record[field]) && !wasNotStated(field, before))
    .map((field) => ({
      pointer: `/${field}`,
      message: `must stay as it was, or be left out: ${wayOut(field, before, record)}; what was recorded wrongly is corrected`,
    }));
