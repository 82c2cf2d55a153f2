import type { ReportMonth } from '#language/time.ts';
import type { Notice, NoticeKind } from '#schemas/notices.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Duty, dutiesInReview } from './addressed.ts';
import { noticesOfReview } from './notices-of-review.ts';

/** What waits and is no return: those are answered apart, with who sent them back. */
const waiting: ReadonlySet<NoticeKind> = new Set(['outcome-wanted', 'gate-waits', 'review-overdue', 'action-overdue']);

/** What of a review waits for somebody with these duties, by the rule that messages go by too. */
export const waitsOfReview = (
  asked: { readonly programmeId: string; readonly reviewId: string; readonly position: ReviewPosition },
  by: {
    readonly programme: Programme;
    readonly settingsOf: (month: ReportMonth) => Programme;
    readonly now: string;
  },
  duties: readonly Duty[],
): readonly Notice[] =>
  noticesOfReview({ ...asked, recordedAt: by.now }, by).flatMap(({ notice }) =>
    waiting.has(notice.kind) && dutiesInReview(notice.kind).some((duty) => duties.includes(duty)) ? [notice] : [],
  );
