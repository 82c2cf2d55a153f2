import { stepsOfRules } from './next-steps.ts';

/** What is asked of an owner by the record itself, and so not by its finding. */
const askedOfOwners: Readonly<Record<string, { readonly who: string; readonly what: string }>> = {
  'CON-02': { who: "The milestone's owner", what: 'Say that it is done or missed, or when it will be done' },
  'CON-19': { who: 'Whoever it was handed over to', what: 'Report on what was handed over' },
  'CON-39': { who: "The action's owner", what: 'Finish what was agreed' },
};

/** Who can mend what a rule finds, and what they are asked to do next; undefined of no rule of the report. */
export const stepOfRule = (rule: string): { readonly who: string; readonly what: string } | undefined =>
  stepsOfRules[rule] ?? askedOfOwners[rule];
