import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { Figure } from '#schemas/figures.ts';
import { distinct, Id, Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { declareRegister, section } from '../declaration.ts';
import { exempt, reference } from '../field-kinds.ts';

/** What a stated figure is about. */
export const Measure = choice({
  'savings-required': 'Savings required',
  'savings-identified': 'Savings identified',
  'savings-unidentified': 'Savings yet to be identified',
  'savings-expected': 'Savings expected',
  'savings-expected-a-year': 'Savings expected a year',
  'already-in-mtfp': 'Already in the medium-term financial plan',
  'gross-expenditure': 'Gross expenditure',
  'net-budget': 'Net budget',
  other: 'Other',
});
export type Measure = z.infer<typeof Measure>;

/**
 * A money position that a paper states, for the whole programme or for a part of it, with its source, date and conflicts in the figure.
 * `follows` says that it should be another stated figure divided by that one's period: the report checks it.
 */
export const StatedPosition = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is stated, in a few words' }),
    measure: Measure.meta({ title: 'Measure', description: 'What the figure is about' }),
    scope: Title.optional().meta({
      title: 'Scope',
      description: 'What it is of, as a portfolio or a tier, where it is not the whole programme',
    }),
    year: FinancialYear.optional()
      .meta({ title: 'Financial year', description: 'The year that it is stated for' })
      .register(neededIf, { words: 'savings required, identified or unidentified are stated' }),
    mtfp: Id.optional().meta({
      title: 'MTFP',
      description: 'The version of the medium-term financial plan that states it; the first one unless it is said',
    }),
    periodYears: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .meta({ title: 'Period in years', description: 'Where it is stated for several years: how many' }),
    figure: Figure.meta({
      title: 'Figure',
      description: 'What is stated, with its source, its date and what contradicts it',
    }),
    follows: z
      .strictObject({
        from: reference('stated-position').meta({
          title: 'From',
          description: 'The stated figure of the whole period',
        }),
        by: choice({ 'average-a-year': 'Average a year' }).meta({
          title: 'By',
          description: 'How the one comes from the other',
        }),
      })
      .optional()
      .meta({
        title: 'Follows from',
        description: 'Another stated figure that this one should come from; the report checks whether it does',
      }),
    parts: distinct(reference('stated-position'), 40).optional().meta({
      title: 'Total of',
      description: 'The stated figures that it is the total of; the report checks whether they come to it',
    }),
    words: Sentence.optional().meta({ title: 'In words', description: 'How the paper puts it' }),
    exempt,
  })
  .meta({ id: 'StatedPosition' });
export type StatedPosition = z.infer<typeof StatedPosition>;

/** A stated figure as the report shows it, checked against the one that it should follow from. */
export const StatedFigure = z
  .object({
    id: Id,
    title: z.string(),
    measure: Measure,
    year: FinancialYear.nullable(),
    periodYears: z.int().nullable(),
    figure: Figure,
    /** For a figure that should follow from another: what it would then be, in whole pounds a year. */
    follows: z.object({ from: Id, low: z.int(), high: z.int(), agrees: z.boolean(), sentence: z.string() }).nullable(),
    words: z.string().nullable(),
    /** What it is of, where it is not the whole programme: then it is in no figure of the programme. */
    scope: z.string().optional(),
    /** The ids of the figures that it is the total of. */
    parts: z.array(Id).optional(),
    /** The version of the MTFP, by id and name; only of a programme that lists versions. */
    mtfp: z.object({ id: Id, name: z.string() }).optional(),
  })
  .meta({ id: 'StatedFigure' });
export type StatedFigure = z.infer<typeof StatedFigure>;

export const statedPosition = declareRegister({
  kind: 'stated-position',
  purpose:
    'Money that papers state for the programme, a portfolio, a tier or a period, with sources and contradictions.',
  scopes: ['programme'],
  writers: ['programme-office', 'finance'],
  record: StatedPosition,
  columns: ['title', 'measure', 'scope', 'year', 'figure'],
  entryName: ({ title }) => `the stated position "${title}"`,
  position: section('statedPositions', z.array(z.object({ id: Id, record: StatedPosition })), []),
  example: {
    title: 'Savings required in 2026/27',
    measure: 'savings-required',
    year: '2026/27',
    figure: { kind: 'amount', pounds: 5_000_000, source: 'Budget book' },
  },
  exampleId: 'required-2026-27',
});
