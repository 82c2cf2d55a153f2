import { expect } from 'vitest';
import { saving } from '#registers/saving/record.ts';
import { answered } from '../../support/running-tracker.ts';
import type { Hands } from './hands.ts';
import {
  expectNotice,
  expectRefused,
  expectText,
  fillDay,
  libraries,
  type Month,
  programmePage,
  reviewPage,
  storedBy,
} from './month.ts';
import { read } from './people.ts';

/* What the team records at the end of the month: savings, risks, a case, returns. */

const lines = Array.from({ length: 17 }, (_, n) => ({
  id: `line-${n + 1}`,
  record: {
    ...Object(saving.example),
    title: `Branch ${n + 1}`,
    budgetLine: `Libraries: branch ${n + 1}`,
    years: [{ year: '2025/26', plan: 100_000, forecast: 100_000 }],
  },
}));

/** The review of libraries has twenty savings lines of the year: with its own three, one for each of seventeen branches. */
export const recordBranches = async ({ otherTeam }: Month): Promise<void> => {
  // Whoever asks who they are is known by name from then on.
  await answered(otherTeam.GET('/me'));
  await answered(
    otherTeam.POST('/programmes/{programmeId}/reviews/{reviewId}/savings', {
      params: { path: libraries, header: { 'Idempotency-Key': 'branches', 'Effective-At': '2025-11-03' } },
      body: { entries: lines } as never,
    }),
  );
};

export const theOfficeOpensTheMonth = async ({ base, people: { office } }: Month): Promise<void> => {
  await office.open(`${base}/pages`);
  expect(await read(office.page)).not.toContain('of Exampleshire Futures');
  await office.open(`${base}${programmePage}/set-up`);
  await office.follow('Report dates');
  await office.type('reporting-lastMonth-month', 'November');
  await office.type('reporting-lastMonth-year', '2024');
  await office.press('Save');
  await expectRefused(office, 'must not be before the first month');
  await office.type('reporting-lastMonth-year', '2025');
  await office.press('Save');
  await expectNotice(office, 'Report dates: saved.');
  await office.open(`${base}/pages`);
  await office.follow('Close November 2025 of Exampleshire Futures');
  await expectText(office, '0 of 11 confirmed; due 5 December 2025');
};

/** A box has room for a figure on a desk and on a phone, also where nothing is claimed yet. */
const everyBoxHasRoom = async ({ page }: Hands): Promise<void> => {
  for (const width of [970, 800, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const widths = await page.$$eval('.tracker-in-cell input[type=text]', (all) =>
      all.map((one) => one.getBoundingClientRect().width),
    );
    expect(Math.min(...widths)).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
};

/** Twenty lines in one form: what is wrong at its box, what somebody else changed meanwhile, and then all of them together. */
export const theTeamUpdatesTwentyLines = async (at: Month): Promise<void> => {
  const { team } = at.people;
  const stored = storedBy(at);
  await team.open(`${at.base}${reviewPage()}/savings`);
  await team.follow('Month-end update of all lines');
  await team.select('year', '2025/26');
  await team.press('Apply');
  await everyBoxHasRoom(team);
  await team.unfold('Change from when it is true');
  await team.choose('_from', '2025-11-30');
  await team.type('lines-line-1-forecast', 'lots');
  await team.type('lines-line-2-claimed', '90k');
  await team.press('Save all');
  await expectRefused(team, 'Branch 1, forecast: must be an amount');
  expect((await stored.saving('line-2')).version).toBe(1);

  await stored.changeSaving('line-1', (record: object) => ({
    ...record,
    years: [{ ...lines[0]?.record.years[0], forecast: 77_000 }],
  }));
  await team.type('lines-line-1-forecast', '£0.25m');
  await team.type('lines-line-3-claimed', '8,000');
  await team.select('lines-line-3-state', 'atRisk');
  await team.press('Check the totals');
  expect(await team.page.textContent('output[data-total=claimed]')).toBe('£98,000');
  await team.choose('rest', 'yes');
  await team.press('Save all');
  await expectRefused(team, 'Branch 1, forecast: has changed since you read it: Tara Team changed it on');
  expect(await team.page.inputValue('#lines-line-3-claimed')).toMatch(/8,000/);
  expect((await stored.saving('line-2')).version).toBe(1);
  await team.press('Save all');
  await expectNotice(team, '20 savings lines were saved.');
};

export const twentyLinesAreStored = async (at: Month): Promise<void> => {
  const ids = ['line-1', 'line-2', 'line-3', 'line-17', 'open-access'];
  const [first, second, third, last, older] = await Promise.all(ids.map(storedBy(at).saving));
  expect(first).toMatchObject({
    version: 3,
    effectiveAt: '2025-11-30T23:59:59.999Z',
    record: { years: [{ forecast: 250_000 }] },
  });
  expect(second?.record.years).toMatchObject([{ claimedActual: 90_000 }]);
  expect(third?.record.years).toMatchObject([{ claimedActual: 8_000, states: { atRisk: 100_000 } }]);
  expect(last).toMatchObject({ version: 2, facts: { reviewedNoChange: { by: 'transformation-lead' } } });
  expect(older?.facts).toMatchObject({ reviewedNoChange: { by: 'transformation-lead' } });
};

export const theTeamReviewsThreeRisks = async (at: Month): Promise<void> => {
  const { team } = at.people;
  await team.open(`${at.base}${reviewPage()}/risks`);
  await team.follow('Reviewed, no change');
  await team.press('Save');
  await expectRefused(team, 'tick what was reviewed');
  // As chosen for the savings, for the rest of the session.
  expect(await team.page.textContent('main')).toContain('You are recording November 2025');
  for (const risk of ['charity', 'petition', 'shared-landlords']) await team.choose(`entries/${risk}/reviewed`, 'yes');
  await team.type('comment', 'With their owners');
  await team.press('Save');
  await expectNotice(team, '3 risks were recorded as reviewed, without a change.');
  const { items } = await storedBy(at).risks();
  const open = items.filter(({ id }) => ['charity', 'petition', 'shared-landlords'].includes(id));
  expect(open.map(({ facts }) => facts)).toMatchObject(
    open.map(() => ({ reviewedNoChange: { by: 'transformation-lead' } })),
  );
};

/** The three returns of the SRO's reviews; of one nothing is said at first. */
export const theTeamSubmitsReturns = async (at: Month): Promise<void> => {
  const { team } = at.people;
  for (const [review, words] of [
    ['libraries-and-archives', 'The trust has a name'],
    ['customer-contact', 'The portal serves two more services'],
    ['registration-and-ceremonies', 'The diary of the registrars is shared'],
  ] as const) {
    await team.open(`${at.base}${reviewPage(review)}/returns/_new`);
    await team.type('month-of-entry-month', 'November');
    await team.type('month-of-entry-year', '2025');
    if (review === libraries.reviewId) {
      await team.press('Submit');
      await expectRefused(team, 'must say what changed, unless nothing changed');
    }
    await team.type('narrative', words);
    await team.press('Submit');
    expect((await storedBy(at).returnOf(review)).record).toMatchObject({ narrative: words });
  }
};

export const theTeamAddsTheFullCase = async (at: Month): Promise<void> => {
  const { team } = at.people;
  await team.open(`${at.base}${reviewPage()}/business-cases/_new`);
  await team.type('title', 'Full case for a libraries trust');
  await team.choose('type', 'full');
  await team.type('caseVersion', '1.0');
  await fillDay(team, 'on', ['31', 'Nov', '2025']);
  await team.choose('costs/kind', 'amount');
  await team.type('costs-amount-pounds', '£0.7m');
  await team.choose('benefits/kind', 'about');
  await team.type('benefits-about-pounds', '2.9 million');
  await team.press('Save');
  await expectRefused(team, 'must be a real date');
  expect(await team.page.inputValue('#benefits-about-pounds')).toBe('2.9 million');
  await team.type('on-day', '12');
  await team.press('Save');
  await expectNotice(team, 'Full case for a libraries trust was added.');
  expect((await storedBy(at).fullCase()).record).toMatchObject({
    ...{ type: 'full', on: '2025-11-12' },
    ...{ costs: { kind: 'amount', pounds: 700_000 }, benefits: { kind: 'about', pounds: 2_900_000 } },
  });
};
