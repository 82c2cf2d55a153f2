import type { StatedFigure } from '#registers/stated-position/record.ts';
import type { Finding, ReportContent } from '#schemas/report.ts';
import { mostFindings } from '#schemas/row-lists.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';
import { reviewKey } from './in-order.ts';
import type { PartsNotMade } from './not-made.ts';
import type { Found, ReportRule, RuleInWords, SeenByRule } from './report-rule.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';
import { unreadableRule } from './rules.ts';
import { setAsidePart } from './set-aside.ts';

const finding = (rule: RuleInWords, subject: SubjectOfRow, found: Found): Finding => ({
  rule: rule.id,
  kind: rule.kind,
  sentence: rule.sentence,
  subject: { ...subject, register: found.register, id: found.id },
  because: found.because,
  evidence: found.evidence,
});

/** The same finding in two reports: same rule, same record. */
export const findingKey = ({ rule, subject }: Finding): string =>
  [rule, reviewKey(subject), subject.register, subject.id].join(' ');

/** Where something stored could not be read: in a review, or in the programme where `review` is null. */
export interface UnreadableChain {
  readonly review: string | null;
  readonly what: string;
}

/** Findings in order of their rules, and how many each rule has: those included that the list is too long to keep. */
const collectFindings = (rules: readonly RuleInWords[]) => {
  const ruleOrder = new Map(rules.map((rule, n) => [rule.id, n]));
  const countOf = new Map<string, number>();
  const findings = new Rows<Finding>(
    (one) => [
      ruleOrder.get(one.rule) ?? rules.length,
      reviewKey(one.subject),
      one.subject.register,
      one.subject.id,
      one.because,
    ],
    mostFindings,
  );
  return {
    add: (one: Finding): void => {
      findings.add(one);
      countOf.set(one.rule, (countOf.get(one.rule) ?? 0) + 1);
    },
    listed: (): Pick<ReportContent, 'findings' | 'foundByRule'> => ({
      findings: findings.listed(),
      foundByRule: rules.flatMap(({ id, kind, sentence }) => {
        const count = countOf.get(id);
        return count === undefined ? [] : [{ rule: id, kind, sentence, count }];
      }),
    }),
  };
};

const unreadableFound = ({ review, what }: UnreadableChain, title: string, programmeId: string): Found => ({
  register: review === null ? 'programme' : 'review',
  id: review ?? programmeId,
  because: `${what} of ${title} cannot be read, and is in no total of this report.`,
  evidence: [{ what: 'Cannot be read', value: what }],
});

/** A rule that fails finds no more, and says so; the others go on. */
const guardedBy =
  (notMade: PartsNotMade) =>
  (rule: ReportRule, act: () => void): void => {
    const says = { part: `findings/${rule.id}`, title: `Findings of ${rule.id}` };
    if (notMade.has(says.part)) return;
    try {
      act();
    } catch (error) {
      notMade.byFault(says, error);
    }
  };

const acrossReviewsOf = (rules: readonly ReportRule[], month: ReportedMonth, setting: ReportSetting) =>
  rules.flatMap((rule) =>
    rule.acrossReviews === undefined ? [] : [{ rule, fold: rule.acrossReviews(month, setting) }],
  );

/**
 * Judges every review whose results stand and the programme itself, by the rules; what could not be read is found too.
 * `onFound` hears of every finding, those included that the list is too long to keep.
 */
export const findingsPart = (
  setting: ReportSetting,
  month: ReportedMonth,
  { name, rules }: { readonly name: RuleSetName; readonly rules: readonly ReportRule[] },
  stated: readonly StatedFigure[],
  { onFound, notMade }: { readonly onFound: (found: Finding) => void; readonly notMade: PartsNotMade },
) => {
  const { programmeWide } = setting;
  const programme: SubjectOfRow = { review: null, title: setting.programme.name };
  const titles = new Map<string, string>();
  const unreadable: UnreadableChain[] = [];
  const findings = collectFindings([...rules, unreadableRule]);
  const setAside = setAsidePart(setting, month);
  const take = (rule: RuleInWords, subject: SubjectOfRow, found: Found): void => {
    const one = finding(rule, subject, found);
    if (setAside.takes(one, found.pounds)) return;
    findings.add(one);
    onFound(one);
  };
  const guarded = guardedBy(notMade);
  const judge = (rule: ReportRule, subject: SubjectOfRow, by: () => readonly Found[]): void =>
    guarded(rule, () => {
      for (const found of by()) take(rule, subject, found);
    });
  const seen: SeenByRule = { month, programme: setting.programme, programmeWide, stated, ruleSet: name };
  for (const rule of rules) judge(rule, programme, () => rule.ofProgramme?.(programmeWide, seen) ?? []);
  const across = acrossReviewsOf(rules, month, setting);
  const takeUnreadable = (chain: UnreadableChain): void => {
    const { review } = chain;
    const title = review === null ? programme.title : (titles.get(review) ?? review);
    take(unreadableRule, { review, title }, unreadableFound(chain, title, setting.programmeId));
  };
  return {
    add: (review: ReviewInReport): void => {
      titles.set(review.id, review.title);
      for (const { rule, fold } of across)
        if (review.inResults || fold.ofEveryReview) guarded(rule, () => fold.add(review));
      for (const rule of rules)
        if (review.inResults || (review.ended && rule.alsoOfEnded))
          judge(rule, subjectOf(review), () => rule.ofReview?.(review, seen) ?? []);
    },
    addUnreadable: (place: UnreadableChain): void => {
      unreadable.push(place);
    },
    close: (): Pick<ReportContent, 'findings' | 'foundByRule' | 'setAside'> => {
      for (const place of unreadable.splice(0)) takeUnreadable(place);
      for (const { rule, fold } of across.splice(0))
        guarded(rule, () => {
          for (const { subject, found } of fold.close()) take(rule, subject, found);
        });
      return { ...findings.listed(), ...setAside.close(titles) };
    },
  };
};
