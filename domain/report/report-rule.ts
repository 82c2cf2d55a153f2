import type { Finding, StatedFigure } from '#schemas/report.ts';
import type { ProgrammeWide } from '../position/sections.ts';
import type { ReportedMonth } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';

/** What a rule found: the record it is about, why here in names and values, and the evidence. */
export interface Found {
  readonly register: string;
  readonly id: string;
  readonly because: string;
  readonly evidence: Finding['evidence'];
}

/** Rule sets are numbered in the order of the releases that they were frozen with. */
export type RuleSetName = `rules-${number}`;

/** The rule sets that something of a report belongs to: left out, from the first on and up to the newest. */
export interface InRuleSets {
  readonly since?: RuleSetName;
  readonly until?: RuleSetName;
}

const numberOf = (name: RuleSetName): number => Number(name.slice('rules-'.length));

export const isInRuleSet = ({ since, until }: InRuleSets, name: RuleSetName): boolean =>
  (since === undefined || numberOf(since) <= numberOf(name)) &&
  (until === undefined || numberOf(name) <= numberOf(until));

/** A rule of the report as a page may publish it. */
export interface RuleInWords {
  readonly id: string;
  readonly kind: Finding['kind'];
  readonly sentence: string;
}

/** A rule with its predicates: over one review, over what belongs to the programme itself, or both. */
export interface ReportRule extends RuleInWords, InRuleSets {
  readonly ofReview?: (review: ReviewInReport, month: ReportedMonth) => readonly Found[];
  readonly ofProgramme?: (
    programmeWide: ProgrammeWide,
    month: ReportedMonth,
    stated: readonly StatedFigure[],
  ) => readonly Found[];
}
