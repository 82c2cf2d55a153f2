import * as z from 'zod';
import { Instant, ReportMonth } from '#language/time.ts';
import { View } from './exemption.ts';
import { Id, KnownSubject } from './ids.ts';
import { ReportContent } from './report.ts';
import { DraftDigest } from './report-run.ts';

/** A draft of a month's report (docs/meaning.md PUBLISH-24): the report as it would be, unpublished, kept for some days. */
export const ReportDraft = z
  .object({
    status: z.literal('draft').meta({ description: 'It is not published, and boards cannot read it' }),
    programme: Id,
    month: ReportMonth,
    revision: z.int().meta({ description: 'Of the report that it is a draft of' }),
    digest: DraftDigest.meta({ description: 'Publishing may name it, and then publishes nothing else' }),
    madeAt: Instant,
    madeBy: z
      .object({ subject: KnownSubject, name: z.string() })
      .meta({ description: 'Who made the first draft that says this' }),
    keptUntil: Instant,
    recordedSince: z.boolean().meta({
      description:
        'Whether anything was recorded in the programme since: a draft that is made now may say something else',
    }),
    differences: z
      .array(z.string())
      .nullable()
      .meta({ description: 'What differs in words from the latest published revision of the month; null: none is' }),
    view: View.optional().meta({ description: 'Where text is withheld from the public view: which view this is' }),
    content: ReportContent,
  })
  .meta({ id: 'ReportDraft', description: 'A report as it would be, unpublished' });
export type ReportDraft = z.infer<typeof ReportDraft>;
