import { dayOf, type Instant, type LocalDate, type ReportMonth } from '#language/time.ts';
import { stepsOfReturns } from '#schemas/notices.ts';
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

/** Of each month how many returns are past their day and not confirmed, by what the reviews ask of people. */
export const returnsOverdue = (
  { programmeId, title }: OfProgramme,
  ofReviews: readonly Known[],
  now: Instant,
): readonly Known[] => {
  const late = ofReviews.filter(
    ({ notice: { kind, dueOn } }) => stepsOfReturns.has(kind) && dueOn !== undefined && dueOn < dayOf(now),
  );
  return [...Map.groupBy(late, ({ notice }) => notice.month)].map(([month, some]) => ({
    notice: {
      ...{ kind: 'returns-overdue', programmeId, title, month, count: some.length },
      dueOn: some[0]?.notice.dueOn,
    },
    recordedAt: now,
  }));
};

/** How many reviews that count are rated red by SRO or assurance; undefined where none is. */
export const reviewsRed = ({ programmeId, title }: OfProgramme, count: number, now: Instant): Known | undefined =>
  count === 0 ? undefined : { notice: { kind: 'reviews-red', programmeId, title, count }, recordedAt: now };
