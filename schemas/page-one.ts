import * as z from 'zod';
import { FinancialYear, LocalDate } from '#language/time.ts';
import { LastRating, RatedOrNot, Voice } from '#registers/rating/record.ts';
import { Gap } from '#registers/saving/projections.ts';
import { DateStatement } from './date-statement.ts';
import { Figure, Total } from './figures.ts';
import { Id } from './ids.ts';
import { RatingName } from './rating-names.ts';
import { Tier } from './review.ts';
import { listedOf, ReportSubject } from './row-lists.ts';

/** The most reviews, decisions and risks that page one keeps of a list. */
export const mostOnPageOne = 10;

/** A decision that is due, with what is put forward to it as far as that is recorded. */
const ToDecide = ReportSubject.extend({
  id: Id,
  decision: z.string(),
  body: z.string(),
  kind: z.string(),
  dueOn: DateStatement,
  overdue: z.boolean(),
  recommended: z.string().nullable().meta({
    description: 'The delivery model that it adopts, else the preferred options of its review; null: none is recorded',
  }),
});

/** A review of which the ratings are another, or are such that a board asks why. */
const RatedOnPageOne = ReportSubject.extend({
  tier: Tier,
  stageName: z.string(),
  rating: RatingName.nullable().meta({ description: "The worse of the SRO's and assurance's; null: neither rates it" }),
  /** What each voice says otherwise than in the report before. */
  moved: z.array(z.object({ by: Voice, was: RatedOrNot, is: RatedOrNot })),
  /** What each voice last said, in its words. */
  said: z.array(
    LastRating.pick({ rating: true, on: true, outOfDate: true, words: true, forwardLook: true }).extend({
      by: Voice,
      since: LocalDate.optional().meta({ description: 'The day since which this voice rates it so' }),
    }),
  ),
  returnWords: z.string().nullable().meta({ description: 'The return of the month in its words' }),
});
export type RatedOnPageOne = z.infer<typeof RatedOnPageOne>;

const RiskOnPageOne = ReportSubject.extend({
  risk: Id,
  riskTitle: z.string(),
  score: z.int(),
  band: z.string(),
  direction: z.enum(['new', 'up', 'down', 'same']),
  owner: z.string().nullable(),
  cause: z.string().nullable(),
  controls: z.array(z.string()),
  actions: z.array(z.string()),
  escalatedTo: z.string().nullable(),
});

/** The money of one financial year: the figures are those of the savings of that year. */
const Money = z.object({
  year: FinancialYear,
  required: Figure.nullable(),
  achievable: Total.meta({ description: 'What is identified: planned, and not unachievable' }),
  claimedPounds: z.int().nullable().meta({ description: 'Null where nothing is claimed' }),
  validatedPounds: z.int().nullable().meta({ description: 'Null where nothing is validated' }),
  stillToFind: Gap.nullable(),
  /** Required; achievable and validated; still to find, and how sure that is. */
  sentences: z.array(z.string()),
  /** The years after it, one sentence each. */
  later: z.array(z.string()),
  before: z
    .object({
      claimedPounds: z.int().nullable(),
      validatedPounds: z.int().nullable(),
      stillToFind: Gap.nullable(),
    })
    .optional()
    .meta({ description: 'The same of the report before; absent where it says nothing of the year' }),
});

/**
 * What a board reads first. Every figure is one of a section: page one says nothing of its own. A part is null where its section
 * is left out or could not be made.
 */
export const PageOne = z
  .object({
    decide: listedOf(ToDecide)
      .extend({ besides: z.array(z.string()) })
      .nullable(),
    /** Rated Red or Amber/Red by either voice, or worse than in the report before. */
    worse: listedOf(RatedOnPageOne).nullable(),
    worseBesides: z.array(z.string()),
    /** Better than in the report before, and not among the others. */
    better: listedOf(RatedOnPageOne).nullable(),
    betterBesides: z.array(z.string()),
    money: Money.nullable(),
    reconciles: z.object({ reviews: z.boolean(), sentence: z.string() }),
    returns: z.object({ notIn: z.int(), sentences: z.array(z.string()) }).nullable(),
    /** Where no review is in trouble or worse: those of the worst rating, unless that is Green. */
    worstRated: listedOf(RatedOnPageOne).nullable().optional(),
    position: z
      .object({
        rating: RatingName.nullable().meta({
          description: 'The worst that SROs and assurance say; null: nobody rated',
        }),
        ratings: z.array(z.object({ rating: RatedOrNot, count: z.int() })).meta({
          description: 'The counted reviews, each by the worse of its two ratings',
        }),
        assurance: z
          .array(z.object({ rating: RatedOrNot, titles: z.array(z.string()) }))
          .optional()
          .meta({ description: 'At most three reviews of each rating that assurance gave, the worst rating first' }),
        sentences: z.array(z.string()),
      })
      .nullable(),
    /** The highest; the total is of all open risks with a score. */
    risks: listedOf(RiskOnPageOne).nullable(),
  })
  .meta({
    id: 'PageOne',
    description: 'What a board reads first; a part is null where its section is not in the report',
  });
export type PageOne = z.infer<typeof PageOne>;
