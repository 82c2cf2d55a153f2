import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Share, Total } from '#schemas/figures.ts';
import { Id, Narrative, Subject } from '#schemas/ids.ts';
import { RatingName } from '#schemas/rating-names.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section } from '../declaration.ts';
import { exempt } from '../field-kinds.ts';

const Rated = z.strictObject({
  rating: RatingName.meta({
    title: 'Rating',
    description: 'Green, amber or red, and in the five-point scheme those between',
  }),
  words: Narrative.meta({ title: 'In words', description: 'Why it is rated so' }),
});

/** A delivery-confidence rating: each dimension with words, and for the SRO the forward look. */
export const Rating = z
  .strictObject({
    on: HappenedOn.meta({ title: 'As at', description: 'The day that the rating is given for' }),
    overall: Rated.meta({ title: 'Overall', description: 'Confidence that the review delivers what it promises' }),
    time: Rated.optional().meta({ title: 'Time', description: 'Confidence that it delivers in time' }),
    cost: Rated.optional().meta({ title: 'Cost', description: 'Confidence that it delivers within its cost' }),
    benefits: Rated.optional().meta({
      title: 'Benefits',
      description: 'Confidence that its savings and benefits follow',
    }),
    risk: Rated.optional().meta({ title: 'Risk', description: 'Confidence that its risks are in hand' }),
    forwardLook: choice({ improving: 'Improving', 'no-change': 'No change', worsening: 'Worsening' })
      .optional()
      .meta({ title: 'Forward look', description: 'Where the rating is heading' }),
    exempt,
  })
  .meta({ id: 'Rating' });
export type Rating = z.infer<typeof Rating>;

export const RatingFacts = z
  .object({
    source: z.enum(['sro', 'assurance']).meta({ description: 'Whose rating it is' }),
    by: Subject.meta({ description: 'Who gave it' }),
    ofReviewVersion: z.int().meta({ description: 'The version of the review that it was given on' }),
  })
  .meta({ id: 'RatingFacts' });
export type RatingFacts = z.infer<typeof RatingFacts>;

const LatestRating = z.object({
  id: Id,
  given: Rating,
  /** The day since which each rating of this voice says the same overall; absent of positions that were made before it was kept. */
  since: LocalDate.optional(),
});
/** The latest rating of each source. */
export const RatingsSection = z.object({ sro: LatestRating.nullable(), assurance: LatestRating.nullable() });
export type RatingsSection = z.infer<typeof RatingsSection>;

export const Voice = RatingFacts.shape.source;
export type Voice = z.infer<typeof Voice>;
export const voices: readonly Voice[] = Voice.options;
export const voiceInWords: Readonly<Record<Voice, string>> = { sro: 'its SRO', assurance: 'assurance' };

export const RatedOrNot = z.union([RatingName, z.literal('out-of-date'), z.literal('not-rated')]);
export type RatedOrNot = z.infer<typeof RatedOrNot>;
const RatingCount = z.object({ rating: RatedOrNot, share: Share });
const Said = z.object({ by: Voice, on: LocalDate, outOfDate: z.boolean() });

const inWords = z.object({ rating: RatingName, words: z.string() }).nullable();
/** What a voice last said of a review, in its words. `outOfDate`: too long ago, or no return came: not to be shown as today's. */
export const LastRating = z
  .object({
    rating: RatingName,
    on: LocalDate,
    outOfDate: z.boolean(),
    words: z.string(),
    forwardLook: Rating.shape.forwardLook.unwrap().nullable(),
    time: inWords,
    cost: inWords,
    benefits: inWords,
    risk: inWords,
  })
  .meta({ id: 'LastRating' });
export type LastRating = z.infer<typeof LastRating>;

/**
 * The worse of what the voices say of a review, and who says so; undefined where neither says anything that holds. A Green that is out
 * of date is no rating of today: then it may be worse than is said (docs/meaning.md CONFIDENCE-20).
 */
export const leadingRating = (
  last: { readonly [V in Voice]: Pick<LastRating, 'rating' | 'on' | 'outOfDate'> | null },
  ofBoth: boolean,
) => {
  const given = (ofBoth ? voices : (['sro'] as const)).flatMap((by) => {
    const said = last[by];
    return said === null ? [] : [{ by, rating: said.rating, on: said.on, outOfDate: said.outOfDate }];
  });
  const taken = given.filter((one) => !(one.outOfDate && one.rating === 'green'));
  const rating = RatingName.options.findLast((name) => taken.some((one) => one.rating === name));
  const said = taken.filter((one) => one.rating === rating).map(({ by, on, outOfDate }) => ({ by, on, outOfDate }));
  return { rating, said, mayBeWorse: taken.length < given.length };
};

const RatingsPart = z.object({
  scheme: z.enum(['three-point', 'five-point']),
  sro: z.array(RatingCount),
  assurance: z.array(RatingCount),
  /**
   * The worst overall rating, and the reviews that make it so, with who says so and when; reports by `rules-1` take the SROs' alone.
   * `atLeast`: a rating that is out of date may have become worse.
   */
  worst: z
    .object({
      rating: RatingName,
      atLeast: z.boolean().optional(),
      because: listedOf(ReportSubject.extend({ said: z.array(Said).optional() })),
    })
    .nullable(),
  /** The ratings that are too old, or of a review whose return is missing. */
  outOfDate: listedOf(ReportSubject.extend({ by: Voice, rating: RatingName, on: LocalDate })).optional(),
  /** Of which reviews a rating is another than in the report before. */
  changed: listedOf(ReportSubject.extend({ by: Voice, was: RatedOrNot, is: RatedOrNot })).optional(),
  /** What the reviews of each SRO rating plan for the month's financial year; shares are of low ends. */
  valueWeighted: z.array(z.object({ rating: RatedOrNot, planned: Total, share: Share })),
  /** Over how many reviews and figures `valueWeighted` is taken. */
  weighedBy: z.string(),
  differ: listedOf(
    ReportSubject.extend({
      sro: RatingName,
      assurance: RatingName,
      sroOn: LocalDate.optional(),
      assuranceOn: LocalDate.optional(),
    }),
  ),
});

export const rating = declareRegister({
  kind: 'rating',
  purpose: 'How confident the SRO and assurance are that a review delivers.',
  scopes: ['review'],
  writers: ['sro', 'assurance'],
  record: Rating,
  facts: RatingFacts,
  byActOnly: true,
  problems: ['review.not-the-sro', 'review.own-assurance', 'rating.own-review'],
  columns: ['on', 'overall', 'forwardLook'],
  entryName: ({ on }, id) => `the rating by ${id.startsWith('sro-') ? 'the SRO' : 'assurance'} of ${dateInWords(on)}`,
  position: section('ratings', RatingsSection, { sro: null, assurance: null }),
  report: firstReportPart('ratings', RatingsPart),
  example: {
    on: '2026-01-31',
    overall: { rating: 'amber', words: 'The notice is late, and the new lease is not signed.' },
    time: { rating: 'amber', words: 'A month behind its plan.' },
    forwardLook: 'improving',
  },
  exampleId: 'sro-2026-01-31',
});
