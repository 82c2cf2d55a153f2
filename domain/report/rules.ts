import { baselineGaps } from './baseline-gaps.ts';
import { budgetContradictions } from './budget-contradictions.ts';
import { changeContradictions, changeGaps } from './change-findings.ts';
import { checkpointGaps } from './checkpoint-gaps.ts';
import { confirmedFigures } from './confirmed-figures.ts';
import { contractContradictions } from './contract-contradictions.ts';
import { contradictionRules } from './contradictions.ts';
import { costContradictions, costGaps } from './cost-findings.ts';
import { dataGapRules } from './data-gaps.ts';
import { dependencyContradictions, dependencyGaps } from './dependency-findings.ts';
import { handoverContradictions, handoverGaps } from './handover-findings.ts';
import { indicatorContradictions } from './indicator-contradictions.ts';
import { issueGaps } from './issue-gaps.ts';
import { keyDecisionRules } from './key-decisions.ts';
import { ledgerContradictions } from './ledger-contradictions.ts';
import { meetingContradictions, meetingGaps } from './meeting-findings.ts';
import { papersDiffer } from './papers-differ.ts';
import { recommendationGaps } from './recommendation-gaps.ts';
import type { ReportRule, RuleInWords } from './report-rule.ts';
import { riskContradictions, riskGaps } from './risk-findings.ts';
import { savingsContradictions, savingsGaps } from './savings-findings.ts';
import { waitsAndEnds } from './waits-and-ends.ts';
import { walkContradictions } from './walk-contradictions.ts';

/** The rules that judge reviews and the programme, in the order of the report. */
export const judgingRules: readonly ReportRule[] = [
  ...contradictionRules,
  ...keyDecisionRules,
  ...savingsContradictions,
  ...ledgerContradictions,
  ...waitsAndEnds,
  ...dependencyContradictions,
  ...changeContradictions,
  ...riskContradictions,
  ...indicatorContradictions,
  ...budgetContradictions,
  ...walkContradictions,
  ...confirmedFigures,
  ...contractContradictions,
  ...costContradictions,
  ...handoverContradictions,
  ...papersDiffer,
  ...meetingContradictions,
  ...dataGapRules,
  ...savingsGaps,
  ...recommendationGaps,
  ...checkpointGaps,
  ...dependencyGaps,
  ...changeGaps,
  ...baselineGaps,
  ...riskGaps,
  ...issueGaps,
  ...costGaps,
  ...handoverGaps,
  ...meetingGaps,
];

export const unreadableRule: RuleInWords = {
  id: 'UNR-01',
  kind: 'unreadable',
  sentence: 'A stored record cannot be read, and is in no total.',
};

/** Every rule of the report with its sentence: the page that is published of them is made from this list. */
export const reportRules: readonly RuleInWords[] = [...judgingRules, unreadableRule].map(({ id, kind, sentence }) => ({
  id,
  kind,
  sentence,
}));
