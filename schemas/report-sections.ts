import { choiceOf } from './choices.ts';

/*
 * The parts of a report that a programme may leave out of its page. How many reviews there are, what moved, what was found and what
 * is to be done next is always in it. A test holds that every part of a register is here.
 */

/** By the names that they have in the content of a report. */
export const reportSections = [
  'engagement',
  'options',
  'deliveryModels',
  'businessCases',
  'costsAndBenefits',
  'savings',
  'risks',
  'issues',
  'milestones',
  'dependencies',
  'changeRequests',
  'sinceBaseline',
  'decisions',
  'meetings',
  'budgetLines',
  'inYearWalks',
  'performanceIndicators',
  'contracts',
  'assuranceCheckpoints',
  'recommendations',
  'lessons',
  'papers',
  'ratings',
  'returns',
  'statedMeasures',
  'handovers',
  'ended',
  'lastConfirmed',
] as const;
export const ReportSection = choiceOf(reportSections, (name) => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
});
export type ReportSection = (typeof reportSections)[number];
