// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { businessCase } from '#registers/business-case/record.ts';
import { risk } from '#registers/risk/record.ts';
import { saving } from '#registers/saving/record.ts';
import type { PageWalker, Walked } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/*
 * A form that is sent twice is done once, and both answers lead to the same page, also where the second is read after the first was recorded: what a form
 * comes to rests on what it showed, not on what is recorded by then.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let team: Client;
const path = { programmeId: 'futures', reviewId: 'home-care' };
const review = '/pages/programmes/futures/reviews/home-care';
const reviewUrl = '/programmes/{programmeId}/reviews/{reviewId}';
const key = (name: string) => ({ 'Idempotency-Key': name });

beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  await recordFutures(await pages.client('programme-office', 'olive-office'), team);
  await answered(
    team.POST(`${reviewUrl}/savings`, {
      params: { path, header: key('lines') },
      body: {
        entries: [1, 2, 3].map((n) => ({
          id: `line-${n}`,
          record: { ...Object(saving.example), title: `Line ${n}`, years: [{ year: '2026/27', plan: 9_000 }] },
        })),
      } as never,
    }),
  );
  await answered(
    team.POST(`${reviewUrl}/risks`, {
      params: { path, header: key('risks') },
      body: {
        entries: [1, 2, 3].map((n) => ({
          id: `risk-${n}`,
          record: { ...Object(risk.example), title: `Risk ${n}`, current: { likelihood: n, impact: 4 } },
        })),
      } as never,
    }),
  );
});
afterAll(() => pages?.stop());

const noticeOf = ({ markup }: Walked): string =>
  /govuk-notification-banner__heading">([^<]*)/.exec(markup)?.[1]?.trim() ?? 'no notice';

/** Sends a form, and sends it again as it was; both come to the same page, which is answered. */
const twice = async (browser: PageWalker, form: Walked, filledIn: Readonly<Record<string, string>> = {}) => {
  const first = await browser.send(form, filledIn);
  const second = await browser.send(form, filledIn);
  expect([second.status, second.path, second.title]).toEqual([200, first.path, first.title]);
  expect([first, second].map(noticeOf)).not.toContain('no notice');
  return first;
};
const tara = () => pages.walker('transformation-team', 'Tara Team');
const savings = async () => (await answered(team.GET(`${reviewUrl}/savings`, { params: { path } }))).items;
const risks = async () => (await answered(team.GET(`${reviewUrl}/risks`, { params: { path } }))).items;

it('The month-end update of savings', async () => {
  const browser = await tara();
  const grid = await browser.open(`${review}/savings/_month-end`);
  const done = await twice(browser, grid, { _from: 'now', rest: 'yes', 'lines/line-2/forecast': '8k' });
  expect(noticeOf(done)).toBe('3 savings lines were saved.');
  expect((await savings()).map(({ version }) => version)).toEqual([2, 2, 2]);
});

it('What was reviewed and has not changed', async () => {
  const browser = await tara();
  const list = await browser.open(`${review}/risks/_reviewed`);
  const done = await twice(browser, list, { _from: 'now', all: 'yes' });
  expect(noticeOf(done)).toBe('3 risks were recorded as reviewed, without a change.');
  expect((await risks()).map(({ version }) => version)).toEqual([2, 2, 2]);
});

it('A change of which somebody else changed another field meanwhile', async () => {
  const browser = await tara();
  const form = await browser.open(`${review}/risks/risk-1/_change`);
  const other = await browser.open(`${review}/risks/risk-1/_change`);
  await browser.send(other, { _from: 'now', cause: 'Of somebody else' });
  await twice(browser, form, { _from: 'now', title: 'Risk 1, renamed' });
  const [now] = await risks();
  expect(now).toMatchObject({ version: 4, record: { title: 'Risk 1, renamed', cause: 'Of somebody else' } });
});

it('Savings of which somebody else changed others meanwhile', async () => {
  const browser = await tara();
  const grid = await browser.open(`${review}/savings/_month-end`);
  const form = await browser.open(`${review}/savings/line-3/_change`);
  await browser.send(form, { _from: 'now', budgetLine: 'Of somebody else' });
  await twice(browser, grid, { _from: 'now', 'lines/line-3/forecast': '7k' });
  expect((await savings()).find(({ id }) => id === 'line-3')).toMatchObject({
    version: 4,
    record: { budgetLine: 'Of somebody else', years: [{ forecast: 7_000 }] },
  });
});

it('A change of a review of which somebody else changed another field meanwhile', async () => {
  const browser = await tara();
  const form = await browser.open(`${review}/_change`);
  const other = await browser.open(`${review}/_change`);
  await browser.send(other, { _from: 'now', marketMaturity: 'mature' });
  await twice(browser, form, { _from: 'now', title: 'Care at home' });
  const { record, version } = await answered(team.GET(reviewUrl, { params: { path } }));
  expect({ record, version }).toMatchObject({
    version: 3,
    record: { title: 'Care at home', marketMaturity: 'mature' },
  });
});

it('An outcome that supersedes one with conditions', async () => {
  await answered(
    team.PUT(`${reviewUrl}/business-cases/{entryId}`, {
      params: { path: { ...path, entryId: 'outline' }, header: create },
      body: { ...Object(businessCase.example), type: 'outline' } as never,
    }),
  );
  const sro = await pages.walker('sro', 'Sam Sro');
  const address = `${review}/business-cases/outline/_outcome`;
  const condition = (n: number, text: string) => ({
    [`conditions/${n}/text`]: text,
    [`conditions/${n}/owner`]: 'Estates',
    ...{
      [`conditions/${n}/dueOn/day`]: '1',
      [`conditions/${n}/dueOn/month`]: '3',
      [`conditions/${n}/dueOn/year`]: '2027',
    },
  });
  const decision = { body: 'Cabinet', 'on/day': '2', 'on/month': '11', 'on/year': '2026' };
  const outcome = async (last: Readonly<Record<string, string>>) => {
    const first = await sro.send(await sro.open(address), { outcome: 'approved-with-conditions' });
    const second = await sro.send(first, decision);
    const third = await sro.send(second, last);
    expect(third.text).toContain('Record this outcome');
    return twice(sro, third);
  };
  await outcome(condition(0, 'The lease is signed'));
  await outcome(condition(0, 'The price is held'));
});

it('A review that moves to its next stage, and one that moves once where somebody else moved it meanwhile', async () => {
  const browser = await tara();
  const address = `${review}/stage/move`;
  const stage = async () => (await answered(team.GET(reviewUrl, { params: { path } }))).facts.stage;
  const tom = await pages.walker('transformation-team', 'Tom Team');
  const [form, other] = [await browser.open(address), await tom.open(address)];
  await twice(browser, form);
  expect(await stage()).toBe('service-baseline');
  const asked = await tom.send(other);
  expect(asked.text).toContain('This has changed since you read it, and nothing was recorded.');
  expect(await stage()).toBe('service-baseline');
});
