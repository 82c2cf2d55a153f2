import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Client } from '../../support/running-tracker.ts';
import { openBrowser } from '../pages-browser.ts';
import {
  theOfficePublishesTheMonth,
  theOfficeReadsTheDraft,
  theOfficeRevisesTheMonth,
  theReportSaysWhatWasRecorded,
  theTeamMendsWhatContradicts,
} from './closing.ts';
import {
  assuranceRatesTheReview,
  financeValidatesTwoClaims,
  theSroApprovesTheCase,
  theSroConfirmsTwoReturnsAndSendsOneBack,
  theSroTakesTheReviewThroughItsGate,
  theTeamMeetsTheCondition,
} from './deciding.ts';
import {
  recordBranches,
  theOfficeOpensTheMonth,
  theTeamAddsTheFullCase,
  theTeamReviewsThreeRisks,
  theTeamSubmitsReturns,
  theTeamUpdatesTwentyLines,
  twentyLinesAreStored,
} from './keeping-up.ts';
import type { Month } from './month.ts';
import { signInAll, type Ways } from './people.ts';

interface WorkedExample {
  readonly base: string;
  readonly office: Client;
  readonly otherTeam: Client;
}

const steps: readonly (readonly [title: string, step: (at: Month) => Promise<void>])[] = [
  ['the office opens the month', theOfficeOpensTheMonth],
  ['the team updates twenty savings lines in one form', theTeamUpdatesTwentyLines],
  ['all twenty are stored, as of the end of the month', twentyLinesAreStored],
  ['the team reviews three risks', theTeamReviewsThreeRisks],
  ['the team adds the full case', theTeamAddsTheFullCase],
  ['the SRO approves the case as it was read, with a condition', theSroApprovesTheCase],
  ['the team finds the case locked, and meets its condition', theTeamMeetsTheCondition],
  ['the SRO takes the review through its gate', theSroTakesTheReviewThroughItsGate],
  ['the team submits three returns', theTeamSubmitsReturns],
  ['the SRO confirms two returns and sends one back', theSroConfirmsTwoReturnsAndSendsOneBack],
  ['finance validates two claims', financeValidatesTwoClaims],
  ['assurance rates the review', assuranceRatesTheReview],
  ['the office reads the draft, which no board sees', theOfficeReadsTheDraft],
  ['the team mends what contradicts', theTeamMendsWhatContradicts],
  ['the office publishes the month, and the board reads it', theOfficePublishesTheMonth],
  ['the office revises the month', theOfficeRevisesTheMonth],
  ['the report says what was recorded', theReportSaysWhatWasRecorded],
];

/** Six people close November 2025 of the worked example, each in their role and in their way, through pages alone. */
export const itClosesAMonthOnPages = (example: () => Promise<WorkedExample>, inWords: string, ways: Ways): void => {
  describe(`A month of the worked example, closed by six people ${inWords}`, () => {
    let browser: Browser;
    let at: Month;
    beforeAll(async () => {
      browser = await openBrowser();
      const given = await example();
      at = { ...given, people: await signInAll(browser, given.base, ways) };
      await recordBranches(at);
    }, 900_000);
    afterAll(() => browser?.close());
    for (const [title, step] of steps) it(title, () => step(at), 900_000);
  });
};
