import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { Gap } from '#registers/saving/projections.ts';
import { Total } from './figures.ts';
import { Id } from './ids.ts';
import { ofWhichRegister } from './in-figures.ts';

export const FigureUnit = z.enum(['reviews', 'records', 'pounds']);
export type FigureUnit = z.infer<typeof FigureUnit>;

/** The name of a figure: words joined by full stops and hyphens (`savings.2014-15.plan`). */
export const FigureName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*){1,5}$/, 'must be the name of a figure, such as counts.counted')
  .max(200, 'must be the name of a figure, such as counts.counted')
  .meta({
    description: 'The name of a figure, as the list of them has it',
    example: 'counts.counted',
  });

const NamedFigure = z.object({
  figure: z.string().meta({ description: 'Its name, by which it is asked' }),
  title: z.string(),
  part: z.string().meta({ description: 'The name of the part of the report that it stands in' }),
  unit: FigureUnit,
  value: z
    .union([z.int(), Total, Gap])
    .nullable()
    .meta({ description: 'What it is, as it was published; null where there is none' }),
  rule: z.object({
    id: z.string().meta({ description: 'The rule that makes it, in docs/meaning.md' }),
    sentence: z.string(),
  }),
});

/** What a record gives to a figure. */
export const FigureRow = z
  .object({
    review: Id.nullable().meta({ description: 'Of which review; null of the programme itself' }),
    title: z.string().meta({ description: 'The title of the review or of the programme' }),
    register: z.string().meta({ description: ofWhichRegister }),
    entry: Id,
    entryTitle: z.string().nullable().meta({ description: 'The title of the record; null of the review itself' }),
    amount: z.int().nullable().meta({
      description: 'What it gives: whole pounds by the low end, or so many; null where it is left out',
    }),
    total: Total.optional().meta({ description: 'The same with its coverage, where it is no exact amount' }),
    how: z.enum(['included', 'left-out']),
    because: z.string().nullable().meta({ description: 'Why it is left out, or in what way it is included' }),
    record: z.string().nullable().meta({ description: 'Its address; null for those who do not read the registers' }),
  })
  .meta({ id: 'FigureRow', description: 'What a record gives to a figure, and how' });
export type FigureRow = z.infer<typeof FigureRow>;

/** The figures of a report that can be asked. */
export const ReportFigures = z
  .object({
    month: ReportMonth,
    revision: z.int(),
    contentDigest: z.string(),
    figures: z.array(
      NamedFigure.extend({
        row: FigureRow.optional().meta({ description: 'Where one record is asked about: what it gives' }),
      }),
    ),
  })
  .meta({ id: 'ReportFigures' });
export type ReportFigures = z.infer<typeof ReportFigures>;

/** A figure of a report with what made it. */
export const ReportFigure = NamedFigure.extend({
  month: ReportMonth,
  revision: z.int(),
  contentDigest: z.string(),
  madeOf: z
    .array(
      NamedFigure.pick({ figure: true, title: true, value: true }).extend({
        sign: z.union([z.literal(1), z.literal(-1)]),
      }),
    )
    .optional()
    .meta({ description: 'The figures that it is made of, added up (1) or taken off (-1)' }),
  from: z
    .object({ month: ReportMonth, revision: z.int(), figure: z.string() })
    .optional()
    .meta({ description: 'The figure of the report before from which it is taken over' }),
  rows: z.array(FigureRow).meta({
    description:
      'The records that made it, some at a time: a page may hold none and yet lead on. Those that are included add up to the figure.',
  }),
  rowsNotKept: z
    .int()
    .meta({ description: 'How many rows more there were, of which the report keeps the number alone' }),
  next: z.string().nullable(),
}).meta({ id: 'ReportFigure' });
export type ReportFigure = z.infer<typeof ReportFigure>;
