import { counted as countOf, listed } from '#language/in-words.ts';
import { type HandedKind, handedTo } from '#registers/handover/report.ts';
import { dueInWords, expectedOn, isOutstanding } from '#registers/milestone/expected.ts';
import { highestBandOf } from '#registers/risk/risk-matrix.ts';
import type { EndedReviews } from '#schemas/ended-reviews.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';

type Row<L extends 'risks' | 'issues' | 'milestones' | 'conditions' | 'savings'> = EndedReviews[L]['rows'][number];
type Unrealised = NonNullable<EndedReviews['unrealised']>['rows'][number];

const severities = ['high', 'medium', 'low'];

/** What is open, by kind, in the order of the page. */
const openLists = (month: ReportedMonth) => {
  const risks = new Rows<Row<'risks'>>((one) => [-one.score, reviewKey(one), one.risk]);
  const issues = new Rows<Row<'issues'>>((one) => [severities.indexOf(one.severity), reviewKey(one), one.issue]);
  const milestones = new Rows<Row<'milestones'>>((one) => [one.dueOn ?? '9999', reviewKey(one)]);
  const conditions = new Rows<Row<'conditions'>>((one) => [one.dueOn, reviewKey(one)]);
  const savings = new Rows<Row<'savings'>>((one) => [reviewKey(one), one.saving, one.year]);
  const unrealised = new Rows<Unrealised>((one) => [reviewKey(one), one.what]);
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      const { position } = review;
      const to = handedTo(position);
      const owned = (kind: HandedKind, id: string | undefined, owner: string | undefined) => ({
        ...subject,
        owner: owner ?? null,
        handedTo: to(kind, id),
      });
      for (const { id, title, score, band, owner } of position.risks.open)
        risks.add({ ...owned('risks', id, owner), risk: id, riskTitle: title, score, band });
      for (const { id, title, owner } of position.risks.unscored)
        risks.add({ ...owned('risks', id, owner), risk: id, riskTitle: title, score: 0, band: 'not-scored' });
      for (const { id, title, severity, owner } of position.issues.filter(({ status }) => status === 'open'))
        issues.add({ ...owned('issues', id, owner), issue: id, issueTitle: title, severity });
      for (const one of position.milestones.filter(isOutstanding)) {
        const handed = { handedTo: to('milestones', one.id) };
        milestones.add({
          ...subject,
          milestone: one.title,
          due: dueInWords(one).replace(/^on /, ''),
          dueOn: expectedOn(one) ?? null,
          ...handed,
        });
      }
      for (const { text, owner, dueOn } of position.businessCases.flatMap((one) => one.openConditions))
        conditions.add({ ...subject, condition: text, owner, dueOn });
      for (const { id, title, years } of position.savings.lines)
        for (const { year, plan } of years.filter((one) => one.year >= month.financialYear && one.plan !== 0)) {
          const stays = { inTotals: review.inResults, handedTo: to('savings', id) };
          savings.add({ ...subject, saving: title, year, pounds: plan, ...stays });
        }
      for (const { id, what, owner } of position.review.unrealisedBenefits ?? [])
        unrealised.add({ ...owned('unrealised', id, owner), what });
    },
    close: () => ({
      risks: risks.listed(),
      issues: issues.listed(),
      milestones: milestones.listed(),
      conditions: conditions.listed(),
      savings: savings.listed(),
      unrealised: unrealised.listed(),
    }),
  };
};

const sentenceOf = (
  reviews: number,
  paused: number,
  open: Omit<EndedReviews, 'reviews' | 'paused' | 'sentence' | 'highRisks'>,
): string => {
  if (reviews === 0) return 'No review has ended.';
  const parts = [
    { count: open.risks.total, noun: 'risk' },
    { count: open.issues.total, noun: 'issue' },
    { count: open.milestones.total, noun: 'milestone' },
    { count: open.conditions.total, noun: 'condition of an approval', plural: 'conditions of approvals' },
    { count: open.savings.total, noun: 'yearly saving' },
    { count: open.unrealised?.total ?? 0, noun: 'unrealised benefit' },
  ].flatMap(({ count, noun, plural }) => (count === 0 ? [] : [countOf(count, noun, plural)]));
  const ended = listed([
    ...(reviews === paused ? [] : [countOf(reviews - paused, 'review has ended', 'reviews have ended')]),
    ...(paused === 0
      ? []
      : [countOf(paused, 'review is paused and not counted', 'reviews are paused and not counted')]),
  ]);
  return parts.length === 0 ? `${ended}; nothing of them is open.` : `${ended}; still open of them: ${listed(parts)}.`;
};

/**
 * What completed, stopped and transferred reviews leave open, and paused ones where these do not count: it ends when it is closed or handed over, and not with its review
 * (docs/meaning.md REPORT-22). Reports by `rules-1` have no such part.
 */
export const endedReviewsPart = ({ programme }: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const highest = highestBandOf(programme.riskMatrix);
  const open = openLists(month);
  let reviews = 0;
  let paused = 0;
  let highRisks = 0;
  return {
    add: (review: ReviewInReport): void => {
      if (!review.ended) return;
      reviews += 1;
      if (review.position.review.lifecycle === 'paused') paused += 1;
      highRisks += review.position.risks.open.filter(({ band }) => band === highest).length;
      open.add(review);
    },
    close: (): Pick<ReportContent, 'ended'> => {
      if (!isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
      const lists = open.close();
      const ofPaused = paused === 0 ? {} : { paused };
      return { ended: { reviews, ...ofPaused, highRisks, ...lists, sentence: sentenceOf(reviews, paused, lists) } };
    },
  };
};
