// @module-tag long
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answered } from '../support/running-tracker.ts';
import { follow, noticeOn } from './pages-browser.ts';
import { create, type PagesTracker, save, startPages } from './pages-tracker.ts';

const programme = '/pages/programmes/futures';
const review = `${programme}/reviews/home-care`;
const path = { programmeId: 'futures', reviewId: 'home-care' };

let pages: PagesTracker;
beforeAll(async () => {
  pages = await startPages();
}, 180_000);
afterAll(() => pages?.stop());

it('The team corrects what was recorded of a review from its history', async () => {
  const { page, context } = await pages.signIn(true, 'transformation-team', 'Tara Team');
  await page.goto(`${pages.base}${review}/history`);
  await page.click('main .govuk-summary-card:last-of-type a:has-text("This was wrong")');
  await page.fill('#title', 'Home care for adults');
  await page.fill('#correction-reason', 'The title of its paper is another');
  await save(page);
  expect(await noticeOn(page)).toBe('The correction was recorded.');
  expect(await page.textContent('main')).toMatch(/Corrected: review.*Reason: The title of its paper is another/s);
  const read = pages.team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } });
  expect(await answered(read)).toMatchObject({
    record: { title: 'Home care for adults', sros: [{ subject: 'sam-sro', name: 'Sam Sro' }] },
  });
  await context.close();
});

it('The office corrects the settings of a programme from its history', async () => {
  const { page, context } = await pages.signIn(true, 'programme-office', 'Olive Office');
  await page.goto(`${pages.base}${programme}/history`);
  await page.click('main .govuk-summary-card:last-of-type a:has-text("This was wrong")');
  await page.fill('#council', 'Marlshire County Council');
  await save(page);
  expect(await page.textContent('.govuk-error-summary')).toContain('Why was it wrong: must say why');
  await page.fill('#correction-reason', 'Its name was cut short');
  await save(page);
  expect(await noticeOn(page)).toBe('The correction was recorded.');
  await page.goto(`${pages.base}${programme}`);
  expect(await page.textContent('main')).toContain('Marlshire County Council');
  await context.close();
});

it('The team sets what options are judged by, and reads which comes first and what would change that', async () => {
  const option = (entryId: string, label: string, cost: number, access: number) =>
    answered(
      pages.team.PUT('/programmes/{programmeId}/reviews/{reviewId}/options/{entryId}', {
        params: { path: { ...path, entryId }, header: create },
        body: {
          ...{ label, deliveryModel: 'do-nothing', tests: [] },
          scores: [
            { criterion: 'cost-to-run', score: cost },
            { criterion: 'access', score: access },
          ],
        } as never,
      }),
    );
  await option('keep', 'Keep in house', 2, 5);
  await option('buy', 'Buy it', 4, 2);
  const { page, context } = await pages.signIn(true, 'transformation-team', 'Tara Team');
  await page.goto(`${pages.base}${review}`);
  await follow(page, 'Options appraisal');
  expect(await page.textContent('main')).toContain('No appraisal is set');
  await follow(page, 'Set criteria and weights');
  for (const [n, name, weight] of [
    [0, 'Cost to run', '3'],
    [1, 'Access', '1'],
  ] as const) {
    await page.click('button[value="add criteria"]');
    await page.fill(`#criteria-${n}-name`, name);
    await page.fill(`#criteria-${n}-weight`, weight);
  }
  await save(page);
  expect(await noticeOn(page)).toBe('The appraisal was saved.');
  expect(await page.textContent('main')).toMatch(/Buy it.*Ranks 1 of 2.*75%.*What would change first place/s);
  await follow(page, 'Change criteria and weights');
  await page.fill('#criteria-0-weight', '1');
  await page.fill('#criteria-1-weight', '3');
  await save(page);
  expect(await page.textContent('main')).toMatch(/Keep in house.*Ranks 1 of 2/s);
  await context.close();
});

it('An office hands a programme over, and the office of the other organisation accepts it for good', async () => {
  const { page, context } = await pages.signIn(true, 'programme-office', 'Olive Office');
  await page.goto(`${pages.base}${programme}/set-up`);
  await follow(page, 'Hand it over to another organisation');
  expect(await page.textContent('main')).toContain('it cannot be taken back');
  await page.fill('#to', 'medway');
  await page.fill('#reason', 'The councils are reorganised');
  for (const [part, value] of Object.entries({ day: '31', month: '3', year: '2150' }))
    await page.fill(`#until-${part}`, value);
  await save(page);
  expect(await page.textContent('main table')).toMatch(/Futures.*To medway.*Proposed/s);

  const other = await pages.signIn(true, 'programme-office', 'Mo Medway', 'medway');
  await other.page.goto(`${pages.base}/pages/programmes`);
  await follow(other.page, 'Transfers');
  await follow(other.page, 'Futures');
  const transfer = other.page.url();
  await other.page.goto(transfer);
  await follow(other.page, 'Accept');
  expect(await other.page.textContent('main')).toMatch(/nothing is recorded in it at .* cannot be taken back/);
  await save(other.page);
  expect(await noticeOn(other.page)).toBe('It was accepted, and is being copied.');
  await expect
    .poll(
      async () => {
        await other.page.goto(transfer);
        return other.page.textContent('main dl');
      },
      { timeout: 60_000, interval: 500 },
    )
    .toContain('Received');
  await follow(other.page, 'Open the programme');
  expect(await other.page.textContent('h1')).toBe('Futures');
  await page.goto(transfer);
  await follow(page, 'Read it as it was when it went');
  expect(await page.textContent('h1')).toBe('Futures');
  await Promise.all([context.close(), other.context.close()]);
});
