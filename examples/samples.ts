import { betterConnected } from './better-connected/scenario.ts';
import { facingTheChallenge } from './facing-the-challenge/scenario.ts';
import { productivityPlan } from './productivity-plan/scenario.ts';
import { scriptedYear } from './scripted-year/scenario.ts';
import { securingKentsFuture } from './securing-kents-future/scenario.ts';
import type { Scenario } from './step.ts';
import { workedExample } from './worked-example/scenario.ts';

/** The programmes of published papers. */
export const published: readonly Scenario[] = [facingTheChallenge, securingKentsFuture, productivityPlan];

/** What `npm start` records, in that order: three programmes of published papers, and the year of a fictional county. */
export const samples: readonly Scenario[] = [...published, scriptedYear];

/** The same with two small fictional programmes in the year's place, which are recorded in a few seconds: one has ended, of the other a month is open. */
export const smallSamples: readonly Scenario[] = [...published, workedExample, betterConnected];
