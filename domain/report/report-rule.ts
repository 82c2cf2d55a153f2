import type { StatedFigure } from '#registers/stated-position/record.ts';
import type { ProgrammeWide } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Finding } from '#schemas/report.ts';
import type { InRuleSets, RuleSetName } from '#schemas/rule-set-name.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import type { ReviewInReport, SubjectOfRow } from './review-in-report.ts';

/** What a rule found: the record it is about, why here in names and values, and the evidence. */
export interface Found {
  readonly register: string;
  readonly id: string;
  readonly because: string;
  readonly evidence: Finding['evidence'];
  /** Of a rule about money: how large what it found is. */
  readonly pounds?: number;
}

/** A rule of the report as a page may publish it. */
export interface RuleInWords {
  readonly id: string;
  readonly kind: Finding['kind'];
  readonly sentence: string;
}

/** What a rule found of a review, or of the programme itself. */
export interface FoundOf {
  readonly subject: SubjectOfRow;
  readonly found: Found;
}

/** What a rule sees of every review before it judges: a circle, or one budget line in two reviews. */
export interface AcrossReviews {
  /** It takes those too whose results are not the programme's. */
  readonly ofEveryReview?: true;
  readonly add: (review: ReviewInReport) => void;
  readonly close: () => readonly FoundOf[];
}

/** What a rule sees besides the review, or what belongs to the programme itself, that it judges. */
export interface SeenByRule {
  readonly month: ReportedMonth;
  readonly programme: Programme;
  readonly programmeWide: ProgrammeWide;
  readonly stated: readonly StatedFigure[];
  readonly ruleSet: RuleSetName;
}

/** A rule with its predicates: over one review, over what belongs to the programme itself, or over all reviews together. */
export interface ReportRule extends RuleInWords, InRuleSets {
  /** What its sentence was up to a rule set, where it is worded otherwise since. */
  readonly worded?: { readonly until: RuleSetName; readonly sentence: string };
  /** It judges what is open of every review that has ended, of those too whose results are not the programme's. */
  readonly alsoOfEnded?: true;
  readonly ofReview?: (review: ReviewInReport, seen: SeenByRule) => readonly Found[];
  readonly ofProgramme?: (programmeWide: ProgrammeWide, seen: SeenByRule) => readonly Found[];
  readonly acrossReviews?: (month: ReportedMonth, setting: ReportSetting) => AcrossReviews;
}
