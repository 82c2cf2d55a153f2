import { datesRule, orderRule } from './dates-of-facts.ts';
import { exemptionRule } from './exemption/exemption-rule.ts';
import { programmeRules } from './programme.ts';
import { appraisalRuleSentences } from './registers/appraisal.ts';
import { registerRuleSentences } from './registers/rules.ts';
import { rulesOfConfidence } from './report/figures/confidence-figures.ts';
import { rulesOfCounts } from './report/figures/counts-and-flow.ts';
import { rulesOfFlowByPlace } from './report/figures/flow-by-place.ts';
import { rulesOfContent } from './report/figures/in-content.ts';
import { declaredFigures } from './report/figures/in-figures.ts';
import { rulesOfSavings } from './report/figures/savings-figures.ts';
import { reportRules } from './report/rules.ts';
import { stepOfRule } from './report/step-of-rule.ts';
import { gateRules } from './review/gate.ts';
import { reviewRules } from './review/put-review.ts';

/** What records must keep to besides their schemas. */
export const recordRules: readonly { readonly id: string; readonly sentence: string }[] = [
  ...programmeRules,
  ...reviewRules,
  ...registerRuleSentences,
  ...appraisalRuleSentences,
  exemptionRule,
  datesRule,
  orderRule,
];

/** A rule as people look it up. */
export interface LookedUpRule {
  readonly id: string;
  /** What it judges: leaving a stage, a record, the records of a report together; or what a figure of a report is. */
  readonly of: 'gate' | 'record' | 'finding' | 'figure';
  /** More than one where it makes several figures. */
  readonly sentences: readonly string[];
  /** Of a criterion: the stage that is left, where it is not of every one. */
  readonly stage?: string;
  /** Of a finding. */
  readonly kind?: string;
  /** Of a finding: who can mend it, and how. */
  readonly who?: string;
  readonly what?: string;
}

const figureRules = [
  ...rulesOfCounts,
  ...rulesOfSavings,
  ...rulesOfConfidence,
  ...declaredFigures.flatMap(({ rules }) => rules),
  ...rulesOfContent,
  ...rulesOfFlowByPlace,
];

/** Every rule that pages and reports name, each once. */
export const everyRule = (): readonly LookedUpRule[] => [
  ...gateRules.map(
    ({ id, sentence, stage }): LookedUpRule => ({
      id,
      of: 'gate',
      sentences: [sentence],
      ...(stage === 'any' ? {} : { stage }),
    }),
  ),
  ...recordRules.map(({ id, sentence }): LookedUpRule => ({ id, of: 'record', sentences: [sentence] })),
  ...reportRules.map(
    ({ id, kind, sentence }): LookedUpRule => ({ id, of: 'finding', sentences: [sentence], kind, ...stepOfRule(id) }),
  ),
  ...[...Map.groupBy(figureRules, ({ id }) => id)].map(
    ([id, those]): LookedUpRule => ({
      id,
      of: 'figure',
      sentences: [...new Set(those.map(({ sentence }) => sentence))],
    }),
  ),
];
