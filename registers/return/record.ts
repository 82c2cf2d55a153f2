import * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { Share, Total } from '#schemas/figures.ts';
import { keptWords, Narrative, Sentence, Subject } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { RatingName } from '#schemas/rating-names.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section } from '../declaration.ts';
import { exempt } from '../field-kinds.ts';
import { ChangedFigure, FiguresAsRead, FiguresRead, ReturnFigures } from './projections.ts';

/** A review's return of a month: words, or "reviewed, nothing changed". The month is its id. */
export const MonthlyReturn = z
  .strictObject({
    nothingChanged: z.boolean().default(false).meta({
      title: 'Nothing changed',
      description: 'Yes where the review was looked at and nothing has changed since the last return',
    }),
    narrative: Narrative.optional()
      .meta({
        title: 'What changed',
        description: 'The month in words; needed unless nothing changed',
      })
      .register(neededIf, { words: 'something has changed' }),
    exempt,
  })
  .refine((given) => given.nothingChanged || given.narrative !== undefined, {
    path: ['narrative'],
    message: 'must say what changed, unless nothing changed',
  })
  .meta({ id: 'MonthlyReturn' });
export type MonthlyReturn = z.infer<typeof MonthlyReturn>;

export const ConfirmReturn = z
  .strictObject({
    figures: FiguresRead.meta({
      title: 'Figures',
      description: 'What is confirmed, as it was read: `figures` of `.../returns/{month}/figures`',
    }),
    words: Sentence.optional().meta({ title: 'In words', description: 'What the SRO adds to the return' }),
  })
  .meta({ id: 'ConfirmReturn' });
export type ConfirmReturn = z.infer<typeof ConfirmReturn>;

export const SendReturnBack = z
  .strictObject({
    comment: Narrative.meta({
      title: 'Comment',
      description: 'What is missing or wrong, and what the team is to say instead',
    }),
  })
  .meta({ id: 'SendReturnBack', description: 'A return that its SRO does not confirm as it is' });
export type SendReturnBack = z.infer<typeof SendReturnBack>;

/** What a return of a month confirms, before it is confirmed. */
export const FiguresToConfirm = z
  .object({
    month: ReportMonth,
    asAt: FiguresAsRead.shape.asAt,
    figures: ReturnFigures,
    since: z
      .object({ month: ReportMonth, confirmedAt: Instant, figures: ReturnFigures })
      .nullable()
      .meta({ description: 'The last return before it that was confirmed; null where none was' }),
    changed: z.array(ChangedFigure).meta({ description: 'What is other than in that return' }),
    sentence: z.string(),
  })
  .meta({ id: 'FiguresToConfirm' });

export const MonthlyReturnFacts = z
  .object({
    submittedAt: Instant.meta({ description: 'When its present words were recorded' }),
    confirmed: z
      .object({
        at: Instant.meta({ description: 'When it was confirmed' }),
        by: Subject.meta({ description: 'The SRO who confirmed it' }),
        ofVersion: z.int().meta({ description: 'The version of the return that was confirmed' }),
        words: keptWords.optional().meta({ description: 'What the SRO added' }),
        figures: FiguresAsRead.optional().meta({
          description: 'The figures that were confirmed; returns confirmed under release 0.2.0 name none',
        }),
      })
      .nullable()
      .meta({ description: "The SRO's confirmation; null until it is given" }),
    confirmedBefore: z
      .object({
        at: Instant.meta({ description: 'When it was confirmed' }),
        by: Subject.meta({ description: 'The SRO who confirmed it' }),
        ofVersion: z.int().meta({ description: 'The version of the return that was confirmed' }),
      })
      .optional()
      .meta({ description: 'The confirmation of other words, which a correction took away' }),
    sentBack: z
      .object({
        at: Instant.meta({ description: 'When it was sent back' }),
        by: Subject.meta({ description: 'The SRO who sent it back' }),
        ofVersion: z.int().meta({ description: 'The version of the return that was sent back' }),
        comment: keptWords.meta({ description: 'What the SRO asks for' }),
      })
      .optional()
      .meta({ description: 'Set where its present words were sent back by an SRO; other words take it away' }),
  })
  .meta({ id: 'MonthlyReturnFacts' });
export type MonthlyReturnFacts = z.infer<typeof MonthlyReturnFacts>;

export const ReturnsSection = z.array(
  z.object({
    month: ReportMonth,
    nothingChanged: z.boolean(),
    narrative: z.string().optional(),
    submittedAt: Instant,
    confirmedAt: Instant.nullable(),
    /** When its SRO sent it back to the team; absent where they have not, or confirmed it since. */
    sentBackAt: Instant.optional(),
    /** Those that were confirmed. */
    figures: ReturnFigures.optional(),
  }),
);
export type ReturnsSection = z.infer<typeof ReturnsSection>;

const ReturnsPart = z.object({
  dueBy: LocalDate,
  expected: z.int(),
  received: Share,
  nothingChanged: z.int(),
  late: listedOf(ReportSubject.extend({ confirmedOn: LocalDate })),
  unconfirmed: listedOf(ReportSubject),
  missing: listedOf(ReportSubject.extend({ lastConfirmed: ReportMonth.nullable() })),
  /** What the SROs confirmed; reports before `rules-2` have none, and returns confirmed under release 0.2.0 name none. */
  confirmedFigures: listedOf(
    ReportSubject.extend({
      confirmedOn: LocalDate,
      stage: z.string(),
      sroRating: RatingName.nullable(),
      year: FinancialYear,
      planned: Total,
      forecast: Total,
      next: z.object({ milestone: z.string(), expectedOn: LocalDate }).nullable(),
    }),
  ).optional(),
  /** Returns of earlier months that were confirmed after the reports of these. */
  cameSince: listedOf(ReportSubject.extend({ month: ReportMonth, confirmedOn: LocalDate })).optional(),
});

export const monthlyReturn = declareRegister({
  kind: 'return',
  purpose: 'What each review says of a month, confirmed by its SRO.',
  scopes: ['review'],
  writers: ['transformation-team'],
  id: ReportMonth,
  ofMonth: true,
  record: MonthlyReturn,
  facts: MonthlyReturnFacts,
  problems: ['return.already-confirmed', 'return.something-changed'],
  columns: ['nothingChanged', 'narrative'],
  entryName: (_, id) => `the return of ${monthInWords(id)}`,
  position: section('returns', ReturnsSection, []),
  report: firstReportPart('returns', ReturnsPart),
  example: { narrative: 'The notice to the landlord went out; the move is on course.' },
  exampleId: '2026-01',
});
