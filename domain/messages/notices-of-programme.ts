import type { Instant, LocalDate, ReportMonth } from '#language/time.ts';
import type { Known } from './moments.ts';

/** What a programme asks of its office, and what was published of it. */
export const noticesOfProgramme = ({
  programmeId,
  title,
  due,
  published,
  now,
}: {
  readonly programmeId: string;
  readonly title: string;
  /** The month to be reported next; undefined where none is. */
  readonly due: { readonly month: ReportMonth; readonly on: LocalDate } | undefined;
  /** The report that was published last. */
  readonly published: { readonly month: ReportMonth; readonly revision: number; readonly at: Instant } | undefined;
  readonly now: Instant;
}): readonly Known[] => [
  ...(due === undefined
    ? []
    : [
        {
          notice: { kind: 'month-to-close' as const, programmeId, title, month: due.month, dueOn: due.on },
          recordedAt: now,
        },
      ]),
  ...(published === undefined
    ? []
    : [
        {
          notice: {
            kind: 'report-published' as const,
            programmeId,
            title,
            month: published.month,
            revision: published.revision,
          },
          recordedAt: published.at,
        },
      ]),
];
