import { facingTheChallenge } from './facing-the-challenge/scenario.ts';
import { productivityPlan } from './productivity-plan/scenario.ts';
import type { Scenario } from './step.ts';
import { workedExample } from './worked-example/scenario.ts';

/** The sample programmes that `npm start` records, in that order: two of published papers, and a fictional one. */
export const samples: readonly Scenario[] = [facingTheChallenge, productivityPlan, workedExample];
