import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { PapersPart, PapersSection } from './record.ts';

type Row = PapersPart['rows']['rows'][number];

/** Papers of the programme, of the reviews under way and of those that have ended; the latest first. */
export const papersPart = ({ programme, programmeWide }: ReportSetting) => {
  const rows = new Rows<Row>((one) => [-Date.parse(one.dated), reviewKey(one), one.paper]);
  const take = (subject: SubjectOfRow, papers: PapersSection): void =>
    rows.add(...papers.map(({ id, title, ...one }) => ({ ...subject, paper: id, paperTitle: title, ...one })));
  take({ review: null, title: programme.name }, programmeWide.papers);
  return {
    add: (review: ReviewInReport): void => {
      if (review.counted || review.ended) take(subjectOf(review), review.position.papers);
    },
    close: (): PapersPart => ({ total: rows.total, rows: rows.listed() }),
  };
};
