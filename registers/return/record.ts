import * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { Share } from '#schemas/figures.ts';
import { keptWords, Narrative, Sentence, Subject } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section } from '../declaration.ts';
import { exempt } from '../field-kinds.ts';

/** A review's return of a month: words, or "reviewed, nothing changed". The month is its id. */
export const MonthlyReturn = z
  .strictObject({
    nothingChanged: z.boolean().default(false).meta({
      title: 'Nothing changed',
      description: 'Yes where the review was looked at and nothing has changed since the last return',
    }),
    narrative: Narrative.optional().meta({
      title: 'What changed',
      description: 'The month in words; needed unless nothing changed',
    }),
    exempt,
  })
  .refine((given) => given.nothingChanged || given.narrative !== undefined, {
    path: ['narrative'],
    message: 'must say what changed, unless "nothingChanged" is true',
  })
  .meta({ id: 'MonthlyReturn' });
export type MonthlyReturn = z.infer<typeof MonthlyReturn>;

export const ConfirmReturn = z
  .strictObject({
    words: Sentence.optional().meta({ title: 'In words', description: 'What the SRO adds to the return' }),
  })
  .meta({ id: 'ConfirmReturn' });
export type ConfirmReturn = z.infer<typeof ConfirmReturn>;

export const MonthlyReturnFacts = z
  .object({
    submittedAt: Instant.meta({ description: 'When its present words were recorded' }),
    confirmed: z
      .object({
        at: Instant.meta({ description: 'When it was confirmed' }),
        by: Subject.meta({ description: 'The SRO who confirmed it' }),
        ofVersion: z.int().meta({ description: 'The version of the return that was confirmed' }),
        words: keptWords.optional().meta({ description: 'What the SRO added' }),
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
  problems: ['return.already-confirmed'],
  columns: ['nothingChanged', 'narrative'],
  entryName: (_, id) => `the return of ${monthInWords(id)}`,
  position: section('returns', ReturnsSection, []),
  report: firstReportPart('returns', ReturnsPart),
  example: { narrative: 'The notice to the landlord went out; the move is on course.' },
  exampleId: '2026-01',
});
