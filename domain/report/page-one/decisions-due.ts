import { listed } from '#language/in-words.ts';
import type { DecisionsSection } from '#registers/decision/record.ts';
import { dateStatementKey, isPast } from '#schemas/date-statement.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import { mostOnPageOne, type PageOne } from '#schemas/page-one.ts';
import { reviewKey } from '../in-order.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '../review-in-report.ts';
import { Rows } from '../rows.ts';

type ToDecide = NonNullable<PageOne['decide']>['rows'][number];

/** What is put forward: the delivery model that the decision adopts, else what its review prefers. */
const recommendedOf = (decision: DecisionsSection[number], { position }: ReviewInReport): string | null => {
  const adopts = position.deliveryModels.find(({ id }) => id === decision.deliveryModel);
  if (adopts !== undefined) return `To adopt: ${deliveryModelInWords(adopts.model)}`;
  const preferred = position.options.options.filter(({ disposition }) => disposition === 'preferred');
  if (preferred.length === 0) return null;
  const options = preferred.map(({ label, deliveryModel }) => `${label} (${deliveryModelInWords(deliveryModel)})`);
  return `Preferred by the review: ${listed(options)}`;
};

/** The decisions that are due, of the programme and of reviews whose results stand: the earliest first. */
export const decisionsDue = (setting: ReportSetting, { lastDay }: ReportedMonth) => {
  const rows = new Rows<ToDecide>((one) => [dateStatementKey(one.dueOn), reviewKey(one), one.id], mostOnPageOne);
  const take = (subject: SubjectOfRow, section: DecisionsSection, review: ReviewInReport | null): void => {
    for (const one of section) {
      const { id, title, body, kind, status, dueOn } = one;
      if (status !== 'due' && status !== 'deferred') continue;
      const recommended = review === null ? null : recommendedOf(one, review);
      rows.add({ ...subject, id, decision: title, body, kind, dueOn, overdue: isPast(dueOn, lastDay), recommended });
    }
  };
  take({ review: null, title: setting.programme.name }, setting.programmeWide.decisions, null);
  return {
    add: (review: ReviewInReport): void => {
      if (review.inResults) take(subjectOf(review), review.position.decisions, review);
    },
    close: () => rows.listed(),
  };
};
