import { businessCasesPart } from '#registers/business-case/report.ts';
import { decisionsPart } from '#registers/decision/report.ts';
import { deliveryModelsPart } from '#registers/delivery-model/report.ts';
import { issuesPart } from '#registers/issue/report.ts';
import { engagementPart } from '#registers/market-engagement/report.ts';
import { milestonesPart } from '#registers/milestone/report.ts';
import { optionsPart } from '#registers/option/report.ts';
import { ratingsPart } from '#registers/rating/report.ts';
import { returnsPart } from '#registers/return/report.ts';
import { risksPart } from '#registers/risk/report.ts';
import { savingsPart } from '#registers/saving/report.ts';
import { statedFigures } from '#registers/stated-position/stated-figures.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { changesSince, type MeasuredContent } from './changes.ts';
import { countsPart } from './counts.ts';
import { findingsPart, type UnreadableChain } from './findings.ts';
import { flowPart } from './flow.ts';
import { headlineOf } from './headline.ts';
import { nextStepsPart } from './next-steps.ts';
import { reportLine } from './report-line.ts';
import { type ReportSetting, type ReviewAtEnd, reportedMonthOf } from './report-setting.ts';
import { reviewInReport } from './review-in-report.ts';
import { stageMovesPart } from './stage-moves.ts';

export type { ReportSetting, ReviewAtEnd } from './report-setting.ts';

/** The rules that a report's content was made by; a change of any figure or sentence of the content is a new rule set. */
export const ruleSet = 'rules-1';

/** A report in the making: every review once, in any order, then closed. Holds rows and counts, never the positions. */
export interface ReportFold {
  /** Takes a review in and answers its line. */
  readonly add: (review: ReviewAtEnd) => ReportLine;
  /** Something stored that could not be read: it is in no total and is found by rule UNR-01. */
  readonly addUnreadable: (place: UnreadableChain) => void;
  /** Events of the programme's own chain that belong to the month. */
  readonly recordProgrammeWide: (recordedInMonth: number) => void;
  readonly close: () => ReportContent;
}

const previousOf = ({ previous }: ReportSetting): ReportContent['previous'] =>
  previous === null
    ? null
    : { month: previous.content.month, revision: previous.content.revision, contentDigest: previous.contentDigest };

const programmeOf = ({ programme, programmeId }: ReportSetting): ReportContent['programme'] => ({
  id: programmeId,
  name: programme.name,
  phase: programme.phase ?? null,
  council: programme.council,
  fictional: programme.fictional,
  services: [...programme.services],
  source: programme.source ?? null,
});

/**
 * Opens the report of a month: the position of a programme as at the month's last instant, as a fold over its reviews.
 * A pure function of the setting and the reviews; the order in which reviews are added changes nothing.
 */
export const openReport = (setting: ReportSetting): ReportFold => {
  const month = reportedMonthOf(setting);
  const { programme, programmeWide } = setting;
  const stated = statedFigures(programmeWide.statedPositions);
  const nextSteps = nextStepsPart(setting, month);
  const parts = {
    counts: countsPart(programme),
    flow: flowPart(setting, month),
    stageMoves: stageMovesPart(programme, month),
    engagement: engagementPart(programmeWide.engagement),
    options: optionsPart(),
    deliveryModels: deliveryModelsPart(month),
    businessCases: businessCasesPart(month),
    savings: savingsPart(stated),
    risks: risksPart(setting, month),
    milestones: milestonesPart(setting, month),
    decisions: decisionsPart(setting, month),
    issues: issuesPart(programmeWide.issues),
    ratings: ratingsPart(programme, month),
    returns: returnsPart(programme, month),
    findings: findingsPart(setting, month, stated, nextSteps.addFound),
    nextSteps,
  };
  let lines = 0;
  let told = 0;

  return {
    add: ({ id, position, recordedInMonth }) => {
      const review = reviewInReport(id, position);
      for (const part of Object.values(parts)) part.add(review);
      lines += 1;
      told += recordedInMonth;
      return reportLine(review, programme, month);
    },
    addUnreadable: parts.findings.addUnreadable,
    recordProgrammeWide: (recordedInMonth) => {
      told += recordedInMonth;
    },
    close: () => {
      const measured: MeasuredContent = {
        programme: programmeOf(setting),
        month: setting.month,
        observationEnd: month.end,
        revision: setting.revision,
        revisionReason: setting.revisionReason,
        early: setting.early,
        ruleSet,
        previous: previousOf(setting),
        recordedInMonth: told,
        counts: parts.counts.close(),
        flow: parts.flow.close(),
        ...parts.stageMoves.close(),
        engagement: parts.engagement.close(),
        options: parts.options.close(),
        deliveryModels: parts.deliveryModels.close(),
        ...parts.businessCases.close(),
        savings: parts.savings.close(),
        risks: parts.risks.close(),
        milestones: parts.milestones.close(),
        decisions: parts.decisions.close(),
        issues: parts.issues.close(),
        ratings: parts.ratings.close(),
        returns: parts.returns.close(),
        ...parts.findings.close(),
        totals: {
          ...parts.flow.totals(),
          ...parts.stageMoves.totals(),
          ...parts.engagement.totals(),
          ...parts.options.totals(),
          ...parts.businessCases.totals(),
          ...parts.savings.totals(),
          ...parts.risks.totals(),
          ...parts.milestones.totals(),
          ...parts.decisions.totals(),
          ...parts.ratings.totals(),
          ...parts.returns.totals(),
          ...parts.findings.totals(),
          ...nextSteps.totals(),
        },
        lines,
      };
      return {
        ...measured,
        headline: headlineOf(measured, month.financialYear),
        changes: changesSince(measured, setting.previous?.content ?? null),
        nextSteps: nextSteps.close(),
      };
    },
  };
};
