import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { dateStatementKey, isPast } from '#schemas/date-statement.ts';
import type { RecommendationsPart, RecommendationsSection } from './record.ts';

type Row = RecommendationsPart['openRows']['rows'][number];
type Recommendation = RecommendationsSection[number];

/** Open, to be acted on, and past the last day that its date stands for. */
export const isOverdue = ({ status, response, due }: Recommendation, { lastDay }: ReportedMonth): boolean =>
  status === 'open' && response !== 'rejected' && isPast(due, lastDay);

/** Recommendations to the programme, to the reviews under way, and to those that have ended: they stay until they are closed. */
export const recommendationsPart = ({ programme, programmeWide }: ReportSetting, month: ReportedMonth) => {
  const open = new Rows<Row>((one) => [dateStatementKey(one.due), reviewKey(one), one.recommendation]);
  let overdue = 0;
  let total = 0;
  let awaitingResponse = 0;
  let rejected = 0;
  const take = (subject: SubjectOfRow, recommendations: RecommendationsSection): void => {
    for (const one of recommendations) {
      const { id, title, paper = null, number = null, owner = null, due, response } = one;
      total += 1;
      if (response === 'rejected') rejected += 1;
      if (one.status === 'closed') continue;
      if (response === 'awaited') awaitingResponse += 1;
      const late = isOverdue(one, month);
      if (late) overdue += 1;
      open.add({
        ...{ ...subject, recommendation: id, recommendationTitle: title, paper, number, owner, response, due },
        overdue: late,
      });
    }
  };
  take({ review: null, title: programme.name }, programmeWide.recommendations);
  return {
    add: (review: ReviewInReport): void => {
      if (review.counted || review.ended) take(subjectOf(review), review.position.recommendations);
    },
    close: (): RecommendationsPart => ({
      total,
      open: open.total,
      closed: total - open.total,
      awaitingResponse,
      rejected,
      overdue,
      openRows: open.listed(),
    }),
  };
};
