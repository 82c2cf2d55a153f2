import { dateInWords } from '#language/in-words.ts';
import { addMonthsToDate, dayOf, type Instant, startOfDay } from '#language/time.ts';
import { AssuranceCheckpoint, CheckpointFacts } from '#registers/assurance-checkpoint/record.ts';
import { RatingFacts } from '#registers/rating/record.ts';
import type { RecordKind, RecordState } from '#schemas/history.ts';
import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';
import type { CommandContext } from '../decided.ts';
import { answersFor, idsOfActor } from './sro.ts';

/*
 * Whoever answered for a review does not assure it within twelve months, in whatever order (docs/meaning.md PEOPLE-21; the Global Internal
 * Audit Standards, 7.1, ask of auditors no less).
 */

const monthsApart = 12;
const monthsFrom = (at: Instant, months: number): Instant => startOfDay(addMonthsToDate(dayOf(at), months));

/** What was recorded of a review, with its two times. */
export interface RecordedReview {
  readonly record: Review;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

/** All that was recorded of a review, in order of (effectiveAt, sequence), and who acted for one of its SROs, when. */
export interface ReviewLine {
  readonly recorded: readonly RecordedReview[];
  readonly deputies: readonly { readonly subject: string; readonly at: Instant }[];
}

/** Who answers for a review, by subject: its SROs and its lead. */
export const answering = ({ sros, lead }: Pick<Review, 'sros' | 'lead'>): readonly string[] =>
  [...sros, ...(lead === undefined ? [] : [lead])].map(({ subject }) => subject);

/**
 * Whether somebody was named, by any of their ids, as an SRO or the lead of the review at any time in the twelve months before an instant or
 * after it, whatever was recorded, changed or corrected when; or acted in that time for one of its SROs, as their deputy.
 */
export const answeredOfLate = ({ recorded, deputies }: ReviewLine, ids: readonly string[], at: Instant): boolean => {
  const since = monthsFrom(at, -monthsApart);
  const wasNamed = recorded.some((one, n) => {
    const until = recorded[n + 1]?.effectiveAt;
    const isNamed = answering(one.record).some((subject) => ids.includes(subject));
    return isNamed && (until === undefined || until > since || one.recordedAt > since);
  });
  return wasNamed || deputies.some((one) => ids.includes(one.subject) && one.at > since);
};

/** The registers in which assurance speaks of a review. */
export const assuranceKinds = ['rating', 'assurance-checkpoint'] as const;
type AssuranceKind = (typeof assuranceKinds)[number];
export const isAssuranceKind = (kind: RecordKind): kind is AssuranceKind => assuranceKinds.some((one) => one === kind);

const inWords = {
  rating: {
    was: 'rated the review as assurance',
    by: 'gave this rating',
    it: 'rating',
    otherwise: 'assurance must come from somebody else',
    code: 'rating.own-review',
  },
  'assurance-checkpoint': {
    was: 'recorded a checkpoint of the review as assurance',
    by: 'recorded this checkpoint',
    it: 'checkpoint',
    otherwise: 'its checkpoints must be recorded by somebody else of assurance',
    code: 'checkpoint.own-review',
  },
} as const;

/** A review of which assurance speaks, with all that was recorded of it. */
export interface AssuredReview {
  readonly record: Review;
  readonly line?: ReviewLine;
}

/**
 * Whether somebody would assure what they answer for, or did within twelve months (docs/meaning.md PEOPLE-21).
 * @throws Error where the line of the review was not read
 */
export const assuresOwn = (
  kind: AssuranceKind,
  { record, line }: AssuredReview,
  { actor, effectiveAt }: CommandContext,
): Refusal | null => {
  if (line === undefined) throw new Error('who answered for the review is in its line, which was not read');
  if (!answersFor(record, actor) && !answeredOfLate(line, idsOfActor(actor), effectiveAt)) return null;
  const { code, otherwise } = inWords[kind];
  return {
    code,
    detail: `You are an SRO or the lead of this review, or were within the last twelve months, or acted for one as their deputy: ${otherwise}.`,
  };
};

/** Who spoke as assurance in an entry: gave the rating, or recorded the checkpoint that was done; null: nobody did. */
export const assurerIn = (kind: AssuranceKind, { record, facts }: RecordState): string | null => {
  if (kind === 'assurance-checkpoint')
    return AssuranceCheckpoint.parse(record).status === 'done' ? CheckpointFacts.parse(facts).by : null;
  const { source, by } = RatingFacts.parse(facts);
  return source === 'assurance' ? by : null;
};

/**
 * Whether an entry in which assurance spoke, and that was struck out, may be put back: not by whom answered for the review of late, nor where
 * the one who spoke did.
 */
export const mayNotPutBack = (
  kind: RecordKind,
  state: RecordState,
  line: ReviewLine,
  /** Every id by which records may name a person. */
  idsOf: (subject: string) => readonly string[],
  at: Instant,
): Refusal | null => {
  const by = isAssuranceKind(kind) ? assurerIn(kind, state) : null;
  if (!isAssuranceKind(kind) || by === null || !answeredOfLate(line, idsOf(by), at)) return null;
  const { by: spoke, code } = inWords[kind];
  return {
    code,
    detail: `Whoever ${spoke} is an SRO or the lead of the review, or was within the last twelve months, or acted for one as their deputy: it stays struck out, and assurance comes from somebody else.`,
  };
};

/** A rating or a checkpoint of assurance that holds: by whom, under every id of theirs, and when it was recorded. */
export interface Assurance {
  readonly kind: AssuranceKind;
  readonly by: readonly string[];
  readonly at: Instant;
}

interface Period {
  readonly from: Instant;
  readonly until: Instant | undefined;
}

/** What somebody said as assurance within twelve months of a time, by any of their ids. */
const assuredWithin = (
  ids: readonly string[],
  assurances: readonly Assurance[],
  { from, until }: Period,
): Assurance | undefined => {
  const first = monthsFrom(from, -monthsApart);
  const last = until === undefined ? undefined : monthsFrom(until, monthsApart);
  return assurances.find(
    ({ by, at }) => by.some((one) => ids.includes(one)) && at > first && (last === undefined || at < last),
  );
};

/** Why somebody is not named from an instant until another, who assured the review within twelve months of that time; null: nothing is in the way. */
export const answersForOwnAssurance = (
  named: readonly string[],
  assurances: readonly Assurance[],
  period: Period,
): Refusal | null => {
  const found = assuredWithin(named, assurances, period);
  return found === undefined
    ? null
    : {
        code: 'review.own-assurance',
        detail: `Somebody who is named here as an SRO or the lead ${inWords[found.kind].was} on ${dateInWords(dayOf(found.at))}; the two must be twelve months apart. Name somebody else, or have assurance strike that ${inWords[found.kind].it} out first: then it no longer counts.`,
        facts: { ratedOn: dayOf(found.at) },
      };
};

/** Why somebody does not act for an SRO as their deputy, who assured the review within twelve months before; null: nothing is in the way. */
export const actsForOwnAssurance = (actor: Actor, assurances: readonly Assurance[], at: Instant): Refusal | null => {
  const found = assuredWithin(idsOfActor(actor), assurances, { from: at, until: undefined });
  return found === undefined
    ? null
    : {
        code: 'review.own-assurance',
        detail: `You ${inWords[found.kind].was} on ${dateInWords(dayOf(found.at))}, and would act here for its SRO as their deputy; the two must be twelve months apart. The SRO, or another deputy, does it; or assurance strikes that ${inWords[found.kind].it} out first: then it no longer counts.`,
        facts: { ratedOn: dayOf(found.at) },
      };
};
