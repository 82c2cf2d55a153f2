import type { ContentRule } from '#domain/content-rule.ts';
import { contentRefusal, faultsOf } from '#domain/content-rule.ts';
import { faultsOfDates } from '#domain/dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import type { Entry } from '#domain/entry.ts';
import { exemptionRule } from '#domain/exemption/exemption-rule.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { type AssuredReview, assuresOwn } from '#domain/review/own-assurance.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import { dateInWords } from '#language/in-words.ts';
import type { RecordState } from '#schemas/history.ts';
import { asJsonObject } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { notOfScheme } from '#schemas/rating-names.ts';
import { Rating, RatingFacts, type RatingsSection, rating } from './record.ts';

const dimensions = ['overall', 'time', 'cost', 'benefits', 'risk'] as const;

const byTheScheme: ContentRule<{ readonly record: Rating; readonly programme: Programme }> = {
  id: 'RAT-01',
  sentence: 'Amber/Green and Amber/Red belong to the five-point scheme only.',
  breaches: ({ record, programme }) =>
    dimensions.flatMap((dimension) => {
      const given = record[dimension]?.rating;
      const message = given === undefined ? undefined : notOfScheme(given, programme.ratingScheme);
      return message === undefined ? [] : [{ pointer: `/${dimension}/rating`, message }];
    }),
};

/**
 * Whether somebody may speak as a source of ratings: null, or why not. The SRO's voice is the review's own SRO's;
 * assurance's is of those who hold that role and neither answer for the review nor lead it, today or within twelve months.
 */
const mayNotSpeak = (source: RatingFacts['source'], review: AssuredReview, command: CommandContext): Refusal | null => {
  const { actor } = command;
  if (source === 'sro') return isSroOf(review.record, actor) ? null : notTheSro('rate it as its SRO');
  if (!actor.roles.includes('assurance'))
    return { code: 'role.not-allowed', detail: 'Only assurance may give or change the rating of assurance.' };
  return assuresOwn('rating', review, command);
};

/** The rating of the latest date, of two on one date the one recorded later; and the day since which it is the same. */
const latest = (
  entries: readonly Entry<Rating, RatingFacts>[],
  source: RatingFacts['source'],
): RatingsSection['sro'] => {
  const all = entries
    .filter((entry) => entry.facts.source === source)
    .toSorted((a, b) => {
      const [left, right] = [a.record.on + a.effectiveAt, b.record.on + b.effectiveAt];
      return left < right ? -1 : left > right ? 1 : 0;
    });
  const last = all.at(-1);
  if (last === undefined) return null;
  const other = all.findLastIndex(({ record }) => record.overall.rating !== last.record.overall.rating);
  return { id: last.id, given: last.record, since: all[other + 1]?.record.on ?? last.record.on };
};

/** Ratings are given by an act and put by nobody; what was recorded of one can be corrected by those it belongs to. */
export const ratingRules = defineRules(rating, {
  rules: [
    byTheScheme,
    {
      id: 'RAT-02',
      sentence: 'A rating keeps the date that it was given for.',
      breaches: ({ record, before }) =>
        before === null || before.record.on === record.on
          ? []
          : [{ pointer: '/on', message: `must stay ${dateInWords(before.record.on)}` }],
    },
  ],
  asksLineOfReview: true,
  forbids: ({ before, review, command }) =>
    before === null || review === null ? null : mayNotSpeak(before.facts.source, review, command),
  keeps: ({ before }) => {
    if (before === null) throw new Error('a rating is given by an act, and put by nobody');
    return before.facts;
  },
  strikeOutForbids: ({ review, state, command }) =>
    review === null ? null : mayNotSpeak(RatingFacts.parse(state.facts).source, review, command),
  section: (entries) => ({ sro: latest(entries, 'sro'), assurance: latest(entries, 'assurance') }),
});

/**
 * A delivery-confidence rating: the SRO's where the actor is an SRO of the review, else assurance's. Its id is
 * `sro-2014-04-30`: one rating of each source for a date.
 * Refused: `review.not-the-sro`, `rating.own-review`, `rating.already-given`, `content.breaks-rule`.
 */
export const rateReview = (c: {
  readonly review: AssuredReview;
  readonly programme: Programme;
  readonly request: Rating;
  readonly command: CommandContext;
  /** Of the review that is judged. */
  readonly reviewVersion: number;
  readonly existingIds: readonly string[];
}): Decided<{ readonly id: string; readonly state: RecordState }> => {
  const { actor } = c.command;
  const source =
    isSroOf(c.review.record, actor) || !actor.roles.includes('assurance') ? ('sro' as const) : ('assurance' as const);
  const refusal = mayNotSpeak(source, c.review, c.command);
  if (refusal !== null) return refused(refusal);
  const faults = [
    ...faultsOf([byTheScheme], { record: c.request, programme: c.programme }),
    ...faultsOfDates(Rating, c.request, c.command),
    ...faultsOf([exemptionRule], { exempt: c.request.exempt, record: Rating, facts: RatingFacts }),
  ];
  if (faults.length > 0) return refused(contentRefusal(faults));
  const id = `${source}-${c.request.on}`;
  if (c.existingIds.includes(id))
    return refused({
      code: 'rating.already-given',
      detail: `A rating by ${source === 'sro' ? 'the SRO' : 'assurance'} for ${dateInWords(c.request.on)} is recorded already: correct it, or rate another date.`,
      facts: { rating: id },
    });
  return done({
    id,
    state: {
      record: asJsonObject(c.request),
      facts: { source, by: actor.subject, ofReviewVersion: c.reviewVersion },
      struckOut: null,
    },
  });
};
