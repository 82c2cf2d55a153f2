import { expect } from 'vitest';
import { expectNotice, expectRefused, expectText, fillDay, type Month, month, reviewPage, storedBy } from './month.ts';

/* What the SRO decides: the outcome of the case, the gate, the returns; and what finance and assurance say of it. */

/** In four steps; on what was read, and on nothing that was changed meanwhile. */
export const theSroApprovesTheCase = async (at: Month): Promise<void> => {
  const { sro } = at.people;
  await sro.open(`${at.base}${reviewPage()}/business-cases`);
  await sro.follow('Full case for a libraries trust');
  await sro.follow('Record the outcome of this case');
  await sro.choose('outcome', 'approved-with-conditions');
  await sro.press('Continue');
  await sro.type('body', 'Transformation Board');
  await fillDay(sro, 'on', ['32', 'Nov', '2025']);
  await sro.press('Continue');
  await expectRefused(sro, 'must be a real date');
  await sro.type('on-day', '20');
  await sro.press('Continue');
  await sro.type('conditions-0-text', 'The charity is registered');
  await sro.type('conditions-0-owner', 'Head of libraries');
  await fillDay(sro, 'conditions-0-dueOn', ['31', '1', '2026']);
  await sro.press('Continue');
  await expectText(sro, 'Check the outcome before you record it');
  await storedBy(at).changeFullCase({ costs: { kind: 'amount', pounds: 900_000 } });
  await sro.press('Record this outcome');
  await expectRefused(sro, 'This has changed since you read it');
  await expectText(sro, '£900,000');
  expect((await storedBy(at).fullCase()).facts).toMatchObject({ outcomes: [] });
  // It is read again from the first step on, and what was filled in is there.
  await sro.press('Continue');
  expect(await sro.page.inputValue('#body')).toBe('Transformation Board');
  await sro.press('Continue');
  expect(await sro.page.inputValue('#conditions-0-text')).toBe('The charity is registered');
  await sro.press('Continue');
  await sro.press('Record this outcome');
  await expectNotice(sro, 'The outcome was recorded: approved with conditions.');
  expect((await storedBy(at).fullCase()).facts).toMatchObject({
    outcomes: [
      {
        ...{ outcome: 'approved-with-conditions', on: '2025-11-20', ofVersion: 2 },
        by: 'director-of-customer-and-communities',
        conditions: [{ id: 'the-charity-is-registered', status: 'open', dueOn: '2026-01-31' }],
      },
    ],
  });
};

/** An approved case holds what was approved; its condition is met by the team. */
export const theTeamMeetsTheCondition = async (at: Month): Promise<void> => {
  const { team } = at.people;
  const { id } = await storedBy(at).fullCase();
  const here = `${at.base}${reviewPage()}/business-cases/${id}`;
  await team.open(`${here}/_change`);
  await team.type('costs-amount-pounds', '19m');
  await team.press('Save');
  await expectRefused(team, 'approved');
  expect((await storedBy(at).fullCase()).record.costs).toMatchObject({ pounds: 900_000 });
  await team.open(`${here}/_conditions`);
  await team.follow('The charity is registered');
  await team.choose('status', 'met');
  await team.press('Save');
  expect((await storedBy(at).fullCase()).facts).toMatchObject({
    outcomes: [{ conditions: [{ id: 'the-charity-is-registered', status: 'met' }] }],
  });
};

/** Shut, mended by the team, waived in part, and passed. */
export const theSroTakesTheReviewThroughItsGate = async (at: Month): Promise<void> => {
  const { sro, team } = at.people;
  const gate = `${at.base}${reviewPage()}/stage`;
  await sro.open(gate);
  await sro.follow('Move it to another stage');
  await expectText(sro, 'Not yet to Decision');
  await sro.choose('to', 'options-appraisal');
  await sro.press('Move the review');
  await expectRefused(sro, 'must say why it goes back');

  await team.open(gate);
  await team.follow('The status of the equality impact assessment is recorded.');
  await team.choose('equalityImpact/status', 'not-required');
  await team.press('Save');
  await expectRefused(team, 'why');
  await team.choose('equalityImpact/status', 'screened');
  await team.press('Save');
  await expectText(team, 'What is needed before Decision');

  await sro.open(gate);
  await sro.follow('Waive this: The status of consultation is recorded.');
  await sro.press('Waive this criterion');
  await expectRefused(sro, 'why');
  await sro.type('reason', 'Members were asked in six towns');
  await sro.press('Waive this criterion');
  await expectText(sro, 'Waived: Members were asked in six towns');
  await sro.follow('Move to Decision');
  await sro.press('Move the review');
  await expectNotice(sro, 'The review is at Decision now.');
  const { facts } = await storedBy(at).review();
  expect(facts).toMatchObject({ stage: 'decision' });
  expect(facts.moves?.at(-1)).toMatchObject({
    ...{ to: 'decision', direction: 'forward', by: 'director-of-customer-and-communities' },
    waived: [{ criterion: 'GATE-34' }],
  });
};

/** Two are confirmed; one goes back with a comment, which the team finds at the return. */
export const theSroConfirmsTwoReturnsAndSendsOneBack = async (at: Month): Promise<void> => {
  const { sro, team } = at.people;
  for (const [review, title] of [
    ['customer-contact', 'Customer contact'],
    ['registration-and-ceremonies', 'Registration and ceremonies'],
  ] as const) {
    await sro.open(`${at.base}/pages`);
    await sro.follow(`Confirm the November 2025 return of ${title}`);
    await sro.press('Confirm this return');
    await expectNotice(sro, 'You confirmed the return of November 2025.');
    expect((await storedBy(at).returnOf(review)).facts).toMatchObject({
      confirmed: { by: 'director-of-customer-and-communities', ofVersion: 1 },
    });
  }
  await sro.open(`${at.base}/pages`);
  await sro.follow('Confirm the November 2025 return of Libraries and archives');
  await expectText(sro, 'The trust has a name');
  await sro.follow('Send it back with a comment');
  await sro.press('Send it back');
  await expectRefused(sro, 'say what the team is to change');
  await sro.type('comment', 'Say by when it is registered');
  await sro.press('Send it back');
  await expectNotice(sro, 'You sent the return of November 2025 back to the team.');
  const { facts } = await storedBy(at).returnOf('libraries-and-archives');
  expect(facts).toMatchObject({ sentBack: { comment: 'Say by when it is registered' } });
  await team.open(`${at.base}${reviewPage()}/returns/${month}`);
  await team.follow('The figures of this return');
  await expectText(team, 'Say by when it is registered');
};

/** As claimed, and another amount with the reason; nothing that was claimed anew while it was read. */
export const financeValidatesTwoClaims = async (at: Month): Promise<void> => {
  const { finance } = at.people;
  const stored = storedBy(at);
  await finance.open(`${at.base}/pages`);
  await finance.follow('to validate in Exampleshire Futures');
  await expectText(finance, 'Transformation lead');
  await finance.follow('Branch 2');
  await finance.choose('amount', 'claimed');
  await finance.press('Validate');
  await expectNotice(finance, '£90,000 of 2025/26 was validated: Branch 2.');
  await finance.follow('Branch 3');
  await finance.choose('amount', 'other');
  await finance.type('pounds', '£7k');
  await finance.press('Validate');
  await expectRefused(finance, 'why');
  expect(await finance.page.inputValue('#pounds')).toBe('£7k');
  await finance.type('note', 'One branch of the two');
  await stored.changeSaving('line-3', (record: { years: readonly object[] }) => ({
    ...record,
    years: [{ ...record.years[0], claimedActual: 9_000 }],
  }));
  await finance.press('Validate');
  await expectRefused(finance, 'This has changed since you read it');
  await expectText(finance, '£9,000, as claimed');
  expect(await finance.page.inputValue('#note')).toBe('One branch of the two');
  await finance.press('Validate');
  await expectNotice(finance, '£7,000 of 2025/26 was validated');
  expect((await stored.saving('line-3')).facts).toMatchObject({
    validations: [{ year: '2025/26', pounds: 7_000, note: 'One branch of the two', by: 'finance-business-partner' }],
  });
};

export const assuranceRatesTheReview = async (at: Month): Promise<void> => {
  const { assurance } = at.people;
  await assurance.open(`${at.base}${reviewPage()}/ratings/_new`);
  await fillDay(assurance, 'on', ['28', '11', '2025']);
  await assurance.choose('overall/rating', 'amber-red');
  await assurance.press('Record');
  await expectRefused(assurance, 'Overall, in words is required');
  await assurance.type('overall-words', 'The charity is not registered yet');
  await assurance.press('Record');
  expect((await storedBy(at).ratings()).find(({ record }) => record.on === '2025-11-28')).toMatchObject({
    ...{ recordedBy: 'head-of-programme-assurance' },
    record: { overall: { rating: 'amber-red', words: 'The charity is not registered yet' } },
  });
};
