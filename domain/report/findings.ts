import type { Finding, StatedFigure } from '#schemas/report.ts';
import { inOrder, reviewKey } from './in-order.ts';
import type { Found, RuleInWords } from './report-rule.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';
import { judgingRules, reportRules, unreadableRule } from './rules.ts';

const finding = (rule: RuleInWords, subject: SubjectOfRow, found: Found): Finding => ({
  rule: rule.id,
  kind: rule.kind,
  sentence: rule.sentence,
  subject: { ...subject, register: found.register, id: found.id },
  because: found.because,
  evidence: found.evidence,
});

const ruleOrder = new Map(reportRules.map((rule, n) => [rule.id, n]));

/** The same finding in two reports: same rule, same record. */
export const findingKey = ({ rule, subject }: Finding): string =>
  [rule, reviewKey(subject), subject.register, subject.id].join(' ');

/** Where something stored could not be read: in a review, or in the programme where `review` is null. */
export interface UnreadablePlace {
  readonly review: string | null;
  readonly what: string;
}

/** Judges every review whose results stand and the programme itself, by the rules; what could not be read is found too. */
export const openFindings = (setting: ReportSetting, month: ReportedMonth, stated: readonly StatedFigure[]) => {
  const programme: SubjectOfRow = { review: null, title: setting.programme.name };
  const titles = new Map<string, string>();
  const unreadable: UnreadablePlace[] = [];
  const findings: Finding[] = judgingRules.flatMap((rule) =>
    (rule.ofProgramme?.(setting.programmeWide, month, stated) ?? []).map((found) => finding(rule, programme, found)),
  );
  const unreadableFinding = ({ review, what }: UnreadablePlace): Finding => {
    const title = review === null ? programme.title : (titles.get(review) ?? review);
    const found: Found = {
      register: review === null ? 'programme' : 'review',
      id: review ?? setting.programmeId,
      because: `${what} of ${title} cannot be read, and is in no total of this report.`,
      evidence: [{ what: 'Cannot be read', value: what }],
    };
    return finding(unreadableRule, { review, title }, found);
  };
  return {
    add: (review: ReviewInReport): void => {
      titles.set(review.id, review.title);
      if (!review.stands) return;
      for (const rule of judgingRules) {
        const found = rule.ofReview?.(review, month) ?? [];
        findings.push(...found.map((one) => finding(rule, subjectOf(review), one)));
      }
    },
    addUnreadable: (place: UnreadablePlace): void => {
      unreadable.push(place);
    },
    close: (): Finding[] =>
      inOrder([...findings, ...unreadable.map(unreadableFinding)], (one) => [
        ruleOrder.get(one.rule) ?? reportRules.length,
        reviewKey(one.subject),
        one.subject.register,
        one.subject.id,
        one.because,
      ]),
  };
};
