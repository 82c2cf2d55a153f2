// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered } from '../support/running-tracker.ts';
import { create, type PagesTracker, save, startPages } from './pages-tracker.ts';

const review = { programmeId: 'futures', reviewId: 'home-care' };
const issues = '/pages/programmes/futures/reviews/home-care/issues';
let pages: PagesTracker;
beforeAll(async () => {
  pages = await startPages();
}, 180_000);
afterAll(() => pages?.stop());

describe.each([false, true])('What was entered by mistake (script: %s)', (withScript) => {
  const id = `mistaken-${withScript}`;
  const path = { ...review, entryId: id };
  const read = () =>
    answered(pages.team.GET('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', { params: { path } }));

  it('is undone, corrected from an earlier day, struck out and put back, and its history keeps all of it', async () => {
    await answered(
      pages.team.PUT('/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}', {
        params: { path, header: create },
        body: { title: 'The lease', description: 'Lost', severity: 'low', raisedOn: '2026-11-02' } as never,
      }),
    );
    const { page, context } = await pages.signIn(withScript, 'transformation-team', 'Una Team');
    const here = `${pages.base}${issues}/${id}`;
    await page.goto(`${here}/_change`);
    await page.fill('#description', 'Burnt');
    await save(page);
    await page.click('.govuk-notification-banner a:has-text("Undo")');
    expect(await page.textContent('main table')).toMatch(/Description.*Lost.*Burnt/s);
    await page.click('main button.govuk-button');
    expect(await read()).toMatchObject({ record: { description: 'Lost' } });

    await page.click('main a:has-text("History")');
    expect(await page.textContent('main')).toMatch(/Reason: Entered by mistake.*Changed.*Recorded/s);
    await page.click('main .govuk-summary-card:last-of-type a:has-text("This was wrong")');
    await page.fill('#title', 'The lease of the annexe');
    await save(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('Why was it wrong: must say why');
    await page.fill('#correction-reason', 'It was never the whole lease');
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe('The correction was recorded.');
    expect(await page.textContent('main')).toMatch(
      /which corrects change \d+\. *Reason: It was never the whole lease/s,
    );

    await page.goto(here);
    await page.click('main a:has-text("Strike it out")');
    await page.fill('#reason', 'It is a matter of another review');
    await page.click('main button.govuk-button');
    expect(await page.textContent('main')).toContain('Struck out: it is in no total');
    await page.click('main a:has-text("Put it back")');
    await page.fill('#reason', 'It was of this one after all');
    await page.click('main button.govuk-button');
    expect(await read()).toMatchObject({ struckOut: null });

    await page.goto(here);
    await page.click('summary:has-text("See it as at a day")');
    await page.fill('#asAt-day', '9');
    await page.fill('#asAt-month', 'November');
    await page.fill('#asAt-year', '2026');
    await page.click('main button:has-text("Apply")');
    expect(await page.textContent('main')).toContain('as at the end of 9 November 2026.');
    await context.close();
  });
});

describe.each([false, true])('A review (script: %s)', (withScript) => {
  it('is opened with its SRO, changed, approved, paused with a reason, and struck out by its team', async () => {
    const { page, context } = await pages.signIn(withScript, 'transformation-team', 'Rita Team');
    const title = `Day care ${withScript}`;
    await page.goto(`${pages.base}/pages/programmes/futures/reviews`);
    await page.click('a.govuk-button:has-text("Open a review")');
    await save(page);
    expect(await page.textContent('.govuk-error-summary')).toContain('Title is required');
    await page.fill('#title', title);
    await page.selectOption('#sros-0-subject', 'sam-sro');
    await save(page);
    expect(await page.textContent('.govuk-notification-banner__heading')).toBe(`${title} was opened.`);
    const here = page.url();
    const path = { programmeId: 'futures', reviewId: new URL(here).pathname.split('/').at(-1) ?? '' };
    const read = () => answered(pages.team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } }));
    expect(await read()).toMatchObject({
      record: { sros: [{ subject: 'sam-sro', name: 'Sam Sro' }], tier: 'to-be-confirmed' },
    });

    await page.click('main a:has-text("Change")');
    await page.fill('#services', 'Day centres\nTransport');
    await save(page);
    expect(await read()).toMatchObject({
      record: { services: ['Day centres', 'Transport'], sros: [{ subject: 'sam-sro' }] },
    });

    const happens = async (act: string, reason: string) => {
      await page.click('main a:has-text("What happens to this review")');
      await page.click(`main a:has-text("${act}")`);
      await page.fill('#reason', reason);
      await save(page);
    };
    await happens('Approve', 'Agreed by the board');
    await happens('Pause', 'Waits for the new framework');
    expect(await read()).toMatchObject({
      record: { lifecycle: 'paused', lifecycleReason: 'Waits for the new framework' },
    });

    await page.click('main a:has-text("Strike it out")');
    await page.fill('#reason', 'It is a part of another review');
    await page.click('main button.govuk-button');
    expect(await page.textContent('main')).toContain('It is a part of another review');
    await context.close();
  });
});

it('The office adds a person, names a deputy, passes on and erases; nobody else is offered it', async () => {
  const { page, context } = await pages.signIn(false, 'programme-office', 'Olive Office');
  await page.click('nav a:has-text("People")');
  await page.click('a.govuk-button:has-text("Add a person")');
  await page.fill('#name', 'Della Deputy');
  await page.fill('#post', 'Head of Care');
  await save(page);
  expect(await page.textContent('.govuk-notification-banner__heading')).toBe('Della Deputy was added.');
  await page.click('nav a:has-text("People")');
  await page.click('main a:has-text("Sam Sro")');
  await page.click('main a.govuk-button:has-text("Change")');
  await page.click('button[value="add deputies"]');
  await page.selectOption('#deputies-0-person', { label: 'Della Deputy, Head of Care' });
  for (const [part, value] of [
    ['day', '1'],
    ['month', '12'],
    ['year', '2026'],
  ] as const) {
    await page.fill(`#deputies-0-from-${part}`, value);
    await page.fill(`#deputies-0-until-${part}`, part === 'day' ? '31' : value);
  }
  await save(page);
  expect(await page.textContent('main dl')).toContain('Della Deputy');
  await page.click('main a:has-text("Pass on all that they answer for")');
  await page.selectOption('#to', { label: 'Della Deputy, Head of Care' });
  await page.fill('#reason', 'Left the council');
  await save(page);
  expect(await page.textContent('.govuk-notification-banner__heading')).toContain('passed on.');
  await page.click('main a:has-text("Erase their name")');
  await page.click('input[name=ground] >> nth=0');
  await save(page);
  expect(await page.textContent('main')).toContain('Their name, post and address were erased');
  await context.close();
  const board = await pages.signIn(false, 'board', 'Bea Board');
  expect(await board.page.$('nav a:has-text("People")')).toBeNull();
  await board.context.close();
});
