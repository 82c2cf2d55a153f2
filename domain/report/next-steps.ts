import { dateInWords, monthInWords } from '#language/in-words.ts';
import { addMonths, lastDayOf } from '#language/time.ts';
import type { CheckpointsSection } from '#registers/assurance-checkpoint/record.ts';
import { isCheckpointOverdue } from '#registers/assurance-checkpoint/report.ts';
import type { DecisionsSection } from '#registers/decision/record.ts';
import type { HandoversSection } from '#registers/handover/record.ts';
import { nextUpdateOf } from '#registers/handover/record.ts';
import { isUpdateOverdue } from '#registers/handover/report.ts';
import type { IssuesSection } from '#registers/issue/record.ts';
import { overdueActionsOf } from '#registers/issue/report.ts';
import { isActionOverdue, openActionsOf } from '#registers/meeting/actions.ts';
import type { MeetingsSection } from '#registers/meeting/record.ts';
import { dueInWords, expectedOn, type Milestone } from '#registers/milestone/expected.ts';
import { isPastDue } from '#registers/milestone/report.ts';
import type { RecommendationsSection } from '#registers/recommendation/record.ts';
import { isOverdue } from '#registers/recommendation/report.ts';
import { returnState } from '#registers/return/report.ts';
import type { RisksSection } from '#registers/risk/projections.ts';
import { rowInReport } from '#registers/risk/report.ts';
import { dateStatementInWords, dateStatementKey } from '#schemas/date-statement.ts';
import type { Finding, ReportContent } from '#schemas/report.ts';
import { mostSteps } from '#schemas/row-lists.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { reviewKey } from './in-order.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';
import { stepOfFinding } from './step-of-rule.ts';

type Step = ReportContent['nextSteps']['rows'][number];

/** Most urgent first. */
const urgency = {
  'cannot be read': 0,
  'nobody answers for it': 1,
  'overdue condition': 2,
  'overdue milestone': 3,
  'overdue risk': 4,
  'overdue issue': 4,
  'overdue handover': 4,
  'overdue action': 4,
  'overdue recommendation': 5,
  'overdue checkpoint': 5,
  'return outstanding': 6,
  contradiction: 7,
  'decision due': 8,
  'data gap': 9,
} as const;
type Urgency = keyof typeof urgency;
type Ranked = Step & { readonly rank: number; readonly date: string };

const team = 'Transformation team';
const office = 'Programme office';
const assurance = 'Assurance';

/** Takes a step; the date ranks it among the equally urgent, and is empty where there is none. */
type Push = (urgent: Urgency, date: string, who: string, what: string, subject: SubjectOfRow) => void;

const pushMilestones = (
  push: Push,
  month: ReportedMonth,
  subject: SubjectOfRow,
  milestones: readonly Milestone[],
): void => {
  for (const milestone of milestones.filter((one) => isPastDue(one, month))) {
    const dueOn = expectedOn(milestone) ?? month.lastDay;
    const due = dueInWords(milestone).replace(/^on /, '');
    const what = `Say that "${milestone.title}", due ${due}, is done or missed, or when it will be done`;
    push('overdue milestone', dueOn, milestone.owner ?? team, what, subject);
  }
};

const pushRisks = (
  push: Push,
  { month, ruleSet }: { readonly month: ReportedMonth; readonly ruleSet: RuleSetName },
  subject: SubjectOfRow,
  risks: RisksSection,
): void => {
  for (const risk of [...risks.open.map((open) => rowInReport(open, ruleSet)), ...risks.unscored]) {
    const who = risk.owner ?? team;
    if (risk.nextReviewOn !== null && risk.nextReviewOn < month.lastDay) {
      const what = `Review the risk "${risk.title}", due ${dateInWords(risk.nextReviewOn)}`;
      push('overdue risk', risk.nextReviewOn, who, what, subject);
    }
    for (const action of risk.openActionsDue.filter((one) => one.dueOn < month.lastDay)) {
      const what = `Finish "${action.what}" on the risk "${risk.title}", due ${dateInWords(action.dueOn)}`;
      push('overdue risk', action.dueOn, who, what, subject);
    }
  }
};

const pushIssues = (push: Push, month: ReportedMonth, subject: SubjectOfRow, issues: IssuesSection): void => {
  for (const issue of issues)
    for (const { what, owner, dueOn } of overdueActionsOf(issue, month)) {
      const asked = `Finish "${what}" on the issue "${issue.title}", due ${dateInWords(dueOn)}`;
      push('overdue issue', dueOn, owner ?? issue.owner ?? team, asked, subject);
    }
};

const pushHandovers = (push: Push, month: ReportedMonth, subject: SubjectOfRow, handovers: HandoversSection): void => {
  for (const one of handovers.filter((handed) => isUpdateOverdue(handed, month))) {
    const dueOn = nextUpdateOf(one);
    push('overdue handover', dueOn, one.to, `Report on "${one.title}", due ${dateInWords(dueOn)}`, subject);
  }
};

const pushActions = (push: Push, month: ReportedMonth, subject: SubjectOfRow, meetings: MeetingsSection): void => {
  for (const { body, minutes } of meetings)
    for (const { words, owner, due } of openActionsOf({ minutes })) {
      if (due === undefined || !isActionOverdue({ due }, month.lastDay)) continue;
      const what = `Finish "${words}", agreed by ${body}, due ${dateStatementInWords(due)}`;
      push('overdue action', dateStatementKey(due), owner ?? office, what, subject);
    }
};

const pushRecommendations = (
  push: Push,
  month: ReportedMonth,
  subject: SubjectOfRow,
  recommendations: RecommendationsSection,
): void => {
  for (const { title, owner, due } of recommendations.filter((one) => isOverdue(one, month))) {
    const what = `Act on the recommendation "${title}", due ${dateStatementInWords(due)}`;
    push('overdue recommendation', dateStatementKey(due), owner ?? office, what, subject);
  }
};

const pushCheckpoints = (
  push: Push,
  month: ReportedMonth,
  subject: SubjectOfRow,
  checkpoints: CheckpointsSection,
): void => {
  for (const { title, planned } of checkpoints.filter((one) => isCheckpointOverdue(one, month))) {
    const what = `Carry out the checkpoint "${title}", planned ${dateStatementInWords(planned)}, or cancel it`;
    push('overdue checkpoint', dateStatementKey(planned), assurance, what, subject);
  }
};

/** Decisions due by the end of the next month. */
const pushDecisions = (push: Push, month: ReportedMonth, subject: SubjectOfRow, decisions: DecisionsSection): void => {
  const dueBy = lastDayOf(addMonths(month.month, 1));
  for (const { status, dueOn, title, body } of decisions) {
    const date = dateStatementKey(dueOn);
    if ((status !== 'due' && status !== 'deferred') || date > dueBy) continue;
    push('decision due', date, body, `Decide "${title}", due ${dateStatementInWords(dueOn)}`, subject);
  }
};

const pushConditions = (push: Push, month: ReportedMonth, review: ReviewInReport): void => {
  for (const { text, owner, dueOn } of review.position.businessCases.flatMap((one) => one.openConditions)) {
    if (dueOn >= month.lastDay) continue;
    const what = `Meet the condition "${text}", due ${dateInWords(dueOn)}`;
    push('overdue condition', dueOn, owner, what, subjectOf(review));
  }
};

const pushReturn = (push: Push, setting: ReportSetting, month: ReportedMonth, review: ReviewInReport): void => {
  const state = returnState(review, setting.programme, month);
  const named = `the return of ${monthInWords(month.returnsMonth)}`;
  if (state === 'missing') push('return outstanding', '', team, `Submit ${named}`, subjectOf(review));
  if (state === 'unconfirmed') push('return outstanding', '', 'SRO', `Confirm ${named}`, subjectOf(review));
};

/** Who must do what next: at most fifty steps, the most urgent first, earlier dates before later ones. */
export const nextStepsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const ofRules2 = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const steps = new Rows<Ranked>(
    (step) => [step.rank, step.date, reviewKey(step.subject), step.who, step.what],
    mostSteps,
  );
  const push: Push = (urgent, date, who, what, subject) =>
    steps.add({ who, what, subject, rank: urgency[urgent], date });

  const wide = setting.programmeWide;
  const programme: SubjectOfRow = { review: null, title: setting.programme.name };
  pushMilestones(push, month, programme, wide.milestones);
  pushRisks(push, { month, ruleSet }, programme, wide.risks);
  pushDecisions(push, month, programme, wide.decisions);
  if (ofRules2) {
    pushIssues(push, month, programme, wide.issues);
    pushRecommendations(push, month, programme, wide.recommendations);
    pushCheckpoints(push, month, programme, wide.assuranceCheckpoints);
    pushActions(push, month, programme, wide.meetings);
  }

  return {
    add: (review: ReviewInReport): void => {
      if (!review.inResults && !(ofRules2 && review.ended)) return;
      const subject = subjectOf(review);
      if (ofRules2) pushRecommendations(push, month, subject, review.position.recommendations);
      const { milestones, risks, issues, decisions, assuranceCheckpoints, handovers } = review.position;
      if (ofRules2 && (review.counted || review.ended)) {
        pushIssues(push, month, subject, issues);
        pushHandovers(push, month, subject, handovers);
      }
      if (ofRules2 && review.counted) pushCheckpoints(push, month, subject, assuranceCheckpoints);
      pushConditions(push, month, review);
      pushMilestones(push, month, subject, milestones);
      if (review.counted || (ofRules2 && review.ended)) pushRisks(push, { month, ruleSet }, subject, risks);
      if (!review.inResults) return;
      pushDecisions(push, month, subject, decisions);
      pushReturn(push, setting, month, review);
    },
    /** What a finding asks for. */
    addFound: ({ rule, because, subject: { review, title } }: Finding): void => {
      const step = stepOfFinding(rule, ruleSet);
      if (step !== undefined) push(step.urgent, '', step.who, `${step.what}: ${because}`, { review, title });
    },
    close: (): ReportContent['nextSteps'] => {
      const { total, rows } = steps.listed();
      return { total, rows: rows.map(({ who, what, subject }) => ({ who, what, subject })) };
    },
  };
};
