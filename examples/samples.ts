import { facingTheChallenge } from './facing-the-challenge/scenario.ts';
import { productivityPlan } from './productivity-plan/scenario.ts';
import { securingKentsFuture } from './securing-kents-future/scenario.ts';
import type { Scenario } from './step.ts';
import { workedExample } from './worked-example/scenario.ts';

/** The sample programmes that `npm start` records, in that order: three of published papers, and a fictional one. */
export const samples: readonly Scenario[] = [facingTheChallenge, securingKentsFuture, productivityPlan, workedExample];
