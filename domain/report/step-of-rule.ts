import type { FindingRule } from '#schemas/finding-settings.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';

type StepOfRule = readonly [who: string, what: string];

/** Who can mend what each rule of the report finds, and what they are asked to do next. */
const steps: Readonly<Record<FindingRule | 'UNR-01', StepOfRule>> = {
  'CON-01': ['SRO', 'Explain why it is Green overall while its savings are Red'],
  'CON-02': ["The milestone's owner", 'Say that it is done or missed, or when it will be done'],
  'CON-03': ['Transformation team', 'Open the risk again, or close the issue that came from it'],
  'CON-04': ['Finance partner', 'Check the actual against its forecast'],
  'CON-05': ['Transformation team', 'Update the forecast, or confirm that it still holds'],
  'CON-06': ['Programme office', 'Decide which of the stated figures is right'],
  'CON-07': ['Programme office', 'Give the notice, move the meeting, or record the urgency'],
  'CON-08': ['Finance partner', 'Validate what is delivered, or correct it'],
  'CON-09': ['Transformation team', 'Correct the claim, or agree another plan'],
  'CON-10': ['Transformation team', 'Take the claim back until its year has begun'],
  'CON-11': ['Transformation team', 'Split the saving, or say why it is not counted twice'],
  'CON-12': ['Programme office', 'Decide which of the reviews comes first'],
  'CON-13': ['Transformation team', 'Complete the review, or say what is still to be done'],
  'CON-14': ['Transformation team', 'Score the risk again'],
  'CON-15': ['Transformation team', 'Say whether it can still be reached'],
  'CON-16': ['Transformation team', 'Correct the reading, or its parts'],
  'CON-17': ['Finance partner', 'Decide which of the figures is right'],
  'CON-18': ['Finance partner', 'Find the line that is missing or wrong'],
  'CON-19': ['Whoever it was handed over to', 'Report on what was handed over'],
  'CON-20': ['Finance partner', 'Decide what is left, or find what is missing'],
  'CON-21': ['Finance partner', 'Find the share that is missing or wrong'],
  'CON-22': ['Transformation team', 'Have it met, agree another day, or close it'],
  'CON-23': ['Transformation team', 'Say that it is met, or what is needed instead'],
  'CON-24': ['Transformation team', 'Move the baseline as it was agreed, or have the change withdrawn'],
  'CON-25': ['SRO', 'Say what makes the date hold now'],
  'CON-26': ['Programme office', 'Treat it as key, or say why it is not'],
  'CON-27': ['Programme office', 'Record when that body took it up, or why it was left out'],
  'CON-28': ['Programme office', 'Decide, or record what was decided'],
  'CON-29': ['Transformation team', 'Name the contract that it now comes from, or correct the plan'],
  'CON-30': ['Transformation team', 'Have the change agreed and recorded, or correct the forecast'],
  'CON-32': ['Finance partner', 'Find the part that is missing or wrong'],
  'CON-33': ['SRO', 'Confirm what the report shows: the return is corrected first'],
  'CON-36': ['Programme office', 'Decide which of the papers is right'],
  'CON-37': ['Transformation team', 'Complete the review, or state another end date'],
  'CON-39': ["The action's owner", 'Finish what was agreed'],
  'CON-40': ['Programme office', 'Correct the minutes or the register of decisions'],
  'CON-41': ['Transformation team', 'Say which of the reviews is the whole'],
  'CON-42': ['Finance partner', 'Correct the validation, or have the ledger put right'],
  'GAP-01': ['Programme office', 'Name one SRO'],
  'GAP-02': ['Transformation team', 'State the end date'],
  'GAP-03': ['Programme office', 'Confirm the tier'],
  'GAP-04': ['Transformation team', 'State the savings in figures'],
  'GAP-05': ['SRO and assurance', 'Rate the review again'],
  'GAP-06': ['Transformation team', 'Assess the rest of the plan'],
  'GAP-07': ['Programme office', 'Name an owner and a date'],
  'GAP-08': ['Transformation team', 'Score the risk by the matrix that is now in force'],
  'GAP-09': ['Programme office', 'Have it decided'],
  'GAP-10': ['Programme office', 'Name an owner and a date'],
  'GAP-11': ['Transformation team', 'Hand it over to whoever goes on reporting, or close it'],
  'GAP-12': ['Assurance', 'Plan a checkpoint'],
  'GAP-13': ['Transformation team', 'State the cost and the benefit, or why they are to be confirmed'],
  'GAP-14': ['Programme office', 'Name a baseline that is there, or none'],
  'GAP-15': ['Programme office', 'Name who is to mend it'],
  'GAP-17': ['Programme office', 'Record the minutes, or that the meeting was cancelled'],
  'GAP-18': ['Programme office', 'Name an owner and a date'],
  'UNR-01': ['Programme office', 'Get the record repaired that cannot be read'],
};

/** What is asked of an owner by the record itself, and so not by its finding. */
const askedByTheRecord: readonly string[] = ['CON-02', 'CON-19', 'CON-39'];

/** The words that some of them had by `rules-1`. */
const askedByRules1: Readonly<Record<string, string>> = {
  'UNR-01': 'Have the record mended that cannot be read',
  'GAP-01': 'See that exactly one SRO is named',
  'CON-01': 'Say how Green overall goes with red savings',
  'CON-05': 'Forecast the saving anew, or confirm that the forecast holds',
  'CON-06': 'Settle which of the stated figures holds',
};

const isRule = (rule: string): rule is keyof typeof steps => Object.hasOwn(steps, rule);

/** undefined of no rule of the report. */
export const stepOfRule = (rule: string): { readonly who: string; readonly what: string } | undefined => {
  if (!isRule(rule)) return undefined;
  const [who, what] = steps[rule];
  return { who, what };
};

const urgencyOf = (rule: string) =>
  rule === 'UNR-01'
    ? 'cannot be read'
    : rule === 'GAP-01'
      ? 'nobody answers for it'
      : rule.startsWith('CON-')
        ? 'contradiction'
        : 'data gap';

/** What a finding asks for by a rule set, and how urgent that is; undefined where the record asks for it itself. */
export const stepOfFinding = (rule: string, ruleSet: RuleSetName) => {
  const step = askedByTheRecord.includes(rule) ? undefined : stepOfRule(rule);
  if (step === undefined) return undefined;
  const asked = isInRuleSet({ until: 'rules-1' }, ruleSet) ? askedByRules1[rule] : undefined;
  return { who: step.who, what: asked ?? step.what, urgent: urgencyOf(rule) } as const;
};
