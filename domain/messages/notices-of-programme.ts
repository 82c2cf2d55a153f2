import type { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import type { Known } from './moments.ts';

interface OfProgramme {
  readonly programmeId: string;
  readonly title: string;
}

/** The month that a programme's office has to close next. */
export const monthToClose = (
  { programmeId, title }: OfProgramme,
  { month, on: dueOn }: { readonly month: ReportMonth; readonly on: LocalDate },
  now: Instant,
): Known => ({ notice: { kind: 'month-to-close', programmeId, title, month, dueOn }, recordedAt: now });

/** A report that was published of a programme. */
export const reportPublished = (
  { programmeId, title }: OfProgramme,
  {
    month,
    revision,
    publishedAt,
  }: { readonly month: ReportMonth; readonly revision: number; readonly publishedAt: Instant },
): Known => ({ notice: { kind: 'report-published', programmeId, title, month, revision }, recordedAt: publishedAt });
