import { expect } from 'vitest';
import { risk } from '../../support/records.ts';
import { answered } from '../../support/running-tracker.ts';
import {
  expectNotice,
  expectRefused,
  expectText,
  fillDay,
  lookUntil,
  type Month,
  month,
  programmeId,
  programmePage,
  storedBy,
} from './month.ts';
import { read } from './people.ts';

/* The office reads the draft, has its contradiction mended, publishes the month and revises it; the board reads it. */

const room = `${programmePage}/month-end/${month}`;

const makeDraft = async ({ people: { office } }: Month, again = false): Promise<void> => {
  await office.press(again ? 'Make the draft again' : 'Make the draft');
  await expectNotice(office, 'Nothing is published.');
};

export const theOfficeReadsTheDraft = async (at: Month): Promise<void> => {
  const { office, board } = at.people;
  await office.open(`${at.base}${room}`);
  await expectText(office, '2 of 11 confirmed');
  await expectText(office, 'Say by when it is registered');
  expect(await office.page.locator('main a', { hasText: /^Publish$/ }).count()).toBe(0);
  await office.follow('Draft report');
  await makeDraft(at);
  await lookUntil(office, 'Draft: not published.');
  await expectText(
    office,
    '"Two libraries open without staff" was due on 29 August 2025 and is neither done nor missed.',
  );
  await board.open(`${at.base}${room}/draft`);
  await expectText(board, 'No draft of this month is kept.');
};

/** From the finding itself, as it was in the month that has ended. */
export const theTeamMendsWhatContradicts = async (at: Month): Promise<void> => {
  const { office, team } = at.people;
  const contradictions = async (): Promise<number> =>
    Number(/What contradicts \((\d+)\)/.exec(await read(office.page))?.[1]);
  const before = await contradictions();
  await team.open(`${at.base}${room}/draft`);
  await team.follow('Correct the milestone as it was in November 2025: Libraries and archives');
  await team.follow('This was wrong');
  await fillDay(team, 'correction-from', ['20', '11', '2025']);
  await fillDay(team, 'actual', ['20', '11', '2025']);
  await team.press('Save');
  await expectRefused(team, 'must say why');
  await team.type('correction-reason', 'Both have been open since 20 November');
  await team.type('delayReason', 'The doors came late');
  await team.press('Save');
  await expectNotice(team, 'The correction was recorded.');
  expect(await storedBy(at).milestone('open-access-pilot')).toMatchObject({ record: { actual: '2025-11-20' } });
  await office.open(`${at.base}${room}/draft`);
  await expectText(office, 'Something was recorded in this programme since the draft was made.');
  await makeDraft(at, true);
  await lookUntil(office, `What contradicts (${before - 1})`);
  expect(await read(office.page)).not.toContain('"Two libraries open without staff" was due');
};

export const theOfficePublishesTheMonth = async (at: Month): Promise<void> => {
  const { office, board } = at.people;
  await office.open(`${at.base}${room}`);
  await office.follow('Publish');
  await expectText(office, 'Publishing cannot be undone.');
  await office.press('Publish this report');
  await lookUntil(office, 'The first report of the month');
  await board.open(`${at.base}${programmePage}/reports/${month}`);
  await expectText(board, 'Board report for November 2025');
  await board.open(`${at.base}${room}`);
  expect(await board.page.locator('main a', { hasText: /^(?:Publish|Revise)$/ }).count()).toBe(0);
};

const recordLate = ({ otherTeam }: Month, entryId: string, day: string) =>
  answered(
    otherTeam.PUT('/programmes/{programmeId}/reviews/{reviewId}/risks/{entryId}', {
      params: {
        path: { programmeId, reviewId: 'customer-contact', entryId },
        header: { 'If-None-Match': '*', 'Effective-At': day },
      },
      body: { ...risk, title: `Recorded late: ${entryId}`, lastReviewedOn: day } as never,
    }),
  );

/** A draft that the record has left behind publishes nothing, and a revision takes a reason. */
export const theOfficeRevisesTheMonth = async (at: Month): Promise<void> => {
  const { office, board } = at.people;
  await recordLate(at, 'first', '2025-11-20');
  await office.open(`${at.base}${room}/draft`);
  await makeDraft(at);
  await lookUntil(office, 'From revision 1, which is published');
  await recordLate(at, 'second', '2025-11-21');
  await office.follow('Go on to publish the revision');
  await office.press('Publish this revision');
  await expectRefused(office, 'why');
  await office.type('reason', 'A risk was recorded late');
  await office.press('Publish this revision');
  await lookUntil(office, 'nothing was published');
  await office.follow('Draft report');
  await makeDraft(at, true);
  await lookUntil(office, 'Open risks: 39, was 37.');
  await office.follow('Go on to publish the revision');
  await office.type('reason', 'Two risks were recorded late');
  await office.press('Publish this revision');
  await lookUntil(office, 'Two risks were recorded late');
  await board.open(`${at.base}${programmePage}/reports/${month}`);
  await expectText(board, 'Two risks were recorded late');
};

/** What the month says, by the report itself. */
export const theReportSaysWhatWasRecorded = async (at: Month): Promise<void> => {
  const { content } = Object(await storedBy(at).report());
  const year = content.savings.years.find((one: { year: string }) => one.year === '2025/26');
  expect({ revision: content.revision, reason: content.revisionReason, open: content.risks.open }).toEqual({
    ...{ revision: 2, reason: 'Two risks were recorded late', open: 39 },
  });
  // Of the seventeen branches sixteen are forecast as before, and the first at £250,000.
  expect([year.lines, year.forecast.low, year.claimedPounds]).toEqual([60, 12_961_000 + 1_850_000, 2_190_000 + 99_000]);
  expect(content.returns).toMatchObject({ expected: 11, missing: { total: 8 } });
  const { items } = await answered(
    at.office.GET('/programmes/{programmeId}/reports', { params: { path: { programmeId } } }),
  );
  expect(items.slice(0, 2)).toMatchObject([
    { month, revision: 2 },
    { month, revision: 1 },
  ]);
};
