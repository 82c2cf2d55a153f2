import { NoFacts } from '#registers/declaration.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import type { JsonObject, RecordState } from '#schemas/history.ts';
import type { Programme } from '#schemas/programme.ts';
import type { RuleSentence } from '../content-rule.ts';
import type { CommandContext, Decided } from '../decided.ts';
import { defineRules, type OfReview } from './define-rules.ts';

const rules = defineRules(
  { kind: 'appraisal', noun: 'appraisal', record: Appraisal, facts: NoFacts, position: undefined },
  {},
);

/** The content rules of the appraisal, as the published page lists them. */
export const appraisalRuleSentences: readonly RuleSentence[] = rules.sentences;

/**
 * How a review's options are judged; each review has one appraisal. What follows from it and from the options is
 * `appraise`, which is asked with both.
 */
export const putAppraisal = (c: {
  readonly programme: Programme;
  readonly review: OfReview;
  readonly before: RecordState | null;
  /** Parsed by the schema of the appraisal already. */
  readonly record: JsonObject;
  readonly command: CommandContext;
}): Decided<RecordState> => rules.put({ ...c, id: 'appraisal' });
