import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { View } from './exemption.ts';
import { listedOf, ReportSubject } from './row-lists.ts';
import { MadeFrom, SpanMonth, SpanReport } from './span-report.ts';

/* Two published reports of a programme beside each other (docs/meaning.md REPORT-36). */

/** One figure, in words, as each of the two has it. */
export const Differing = z.object({
  what: z.string(),
  before: z.string().nullable().meta({ description: 'Null where the words of after say it all' }),
  after: z.string(),
});
export type Differing = z.infer<typeof Differing>;

const RowDiffering = z.object({
  list: z.string(),
  row: z.string(),
  change: z.enum(['new', 'gone', 'changed']),
  fields: z.array(Differing),
});
export type RowDiffering = z.infer<typeof RowDiffering>;

export const ComparedPart = z
  .object({
    title: z.string(),
    figures: z.array(Differing),
    rows: listedOf(RowDiffering),
  })
  .meta({ id: 'ComparedPart' });
export type ComparedPart = z.infer<typeof ComparedPart>;

export const ComparedReview = ReportSubject.extend({
  change: z.enum(['new', 'gone', 'changed']),
  fields: z.array(Differing),
});
export type ComparedReview = z.infer<typeof ComparedReview>;

export const ReportComparison = z
  .object({
    programme: SpanReport.shape.programme,
    before: MadeFrom,
    after: MadeFrom,
    view: View.optional().meta({ description: 'Where text is withheld from the public view: which view this is' }),
    rowsAtMost: z.int().meta({ description: 'No list here holds more rows than this; its `total` counts them all' }),
    inShort: z.array(z.string()),
    figures: z.object({ before: SpanMonth, after: SpanMonth }).meta({ description: 'The main figures of both' }),
    parts: z.array(ComparedPart),
    reviews: listedOf(ComparedReview)
      .nullable()
      .meta({ description: 'Null where there are too many reviews to compare one by one' }),
    notCompared: z
      .array(z.object({ part: z.string(), why: z.enum(['left-out', 'not-made', 'only-in-one']) }))
      .meta({ description: 'Parts that one of the two has nothing of' }),
    between: z
      .object({ from: ReportMonth, to: ReportMonth })
      .nullable()
      .meta({ description: 'The months whose span says what happened between the two; null where there is none' }),
  })
  .meta({ id: 'ReportComparison', description: 'All that differs between two published reports of a programme' });
export type ReportComparison = z.infer<typeof ReportComparison>;
