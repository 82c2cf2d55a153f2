import { dayOf, type LocalDate } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { decisionKey, factsHeldOfProgramme, moveKey, outcomeKey, standingOf } from './facts-held.ts';
import { reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';
import { stageNamer } from './stage-names.ts';

type Row = NonNullable<ReportContent['inLaterReports']>['rows'][number];

/**
 * What a revision knows and does not take in, because the report of a later month holds it: said with that month. And which facts of
 * the programme's own records this report holds.
 */
export const inLaterReportsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const rows = new Rows<Row>((one) => [one.month, reviewKey(one), one.on ?? '']);
  const stageName = stageNamer(setting.programme);
  const take = (subject: SubjectOfRow, what: string, key: string, on: LocalDate): void => {
    const standing = standingOf(setting, month, subject.review, { key, on });
    if (typeof standing === 'object') rows.add({ ...subject, what, on, month: standing.inLater });
  };
  const takeDecisions = (subject: SubjectOfRow, decisions: ReviewInReport['position']['decisions']): void => {
    for (const { id, title, status, takenOn } of decisions)
      if (takenOn !== undefined) take(subject, `Decision "${title}"`, decisionKey(id, status), takenOn);
  };
  takeDecisions({ review: null, title: setting.programme.name }, setting.programmeWide.decisions);
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      const { position } = review;
      takeDecisions(subject, position.decisions);
      for (const move of position.review.moves)
        take(subject, `Move from ${stageName(move.from)} to ${stageName(move.to)}`, moveKey(move), dayOf(move.at));
      for (const { id, title, outcomes } of position.businessCases)
        for (const { number, at } of outcomes)
          take(subject, `Outcome of "${title}"`, outcomeKey(id, number), dayOf(at));
    },
    close: (): Pick<ReportContent, 'inLaterReports' | 'facts'> =>
      isInRuleSet({ since: 'rules-2' }, ruleSet)
        ? { inLaterReports: rows.listed(), facts: factsHeldOfProgramme(setting, month) }
        : {},
  };
};
