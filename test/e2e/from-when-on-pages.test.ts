// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addMonths, endOfMonth, lastDayOf, monthOf } from '#language/time.ts';
import type { PageWalker, Walked } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create } from './pages-tracker.ts';

/*
 * From when a form is true, by the pages, the API and the engine as deployed: the month before this one is open
 * (docs/adr/0103-from-when-a-form-is-true.md).
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const month = addMonths(monthOf(new Date().toISOString()), -1);
const [firstDay, lastDay] = [`${month}-01`, lastDayOf(month)];
const programme = { programmeId: 'backlog' };
const path = { ...programme, reviewId: 'home-care' };
const issues = '/pages/programmes/backlog/reviews/home-care/issues';
const url = '/programmes/{programmeId}/reviews/{reviewId}/issues/{entryId}' as const;

let pages: PagesForWalkers;
let team: Client;
let tara: PageWalker;

const from = (day: string) => ({ ...create, 'Effective-At': day });
const record = { title: 'The survey', description: 'Missing', severity: 'low', raisedOn: firstDay } as const;

beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  const office = await pages.client('programme-office', 'olive-office');
  await answered(
    office.PUT('/programmes/{programmeId}', {
      params: { path: programme, header: from(firstDay) },
      body: { name: 'Backlog', council: 'Marlshire', reporting: { firstMonth: month, returnsDueDay: 1 } } as never,
    }),
  );
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path, header: from(firstDay) },
      body: { title: 'Home care', services: ['Home care'], sros: [] } as never,
    }),
  );
  for (const entryId of ['survey', 'lease'])
    await answered(
      team.PUT(url, { params: { path: { ...path, entryId }, header: from(`${month}-02`) }, body: record as never }),
    );
  tara = await pages.walker('transformation-team', 'Tara Team');
});
afterAll(() => pages?.stop());

const issue = (entryId: string, asAt?: string) =>
  answered(
    team.GET(url, { params: { path: { ...path, entryId }, ...(asAt === undefined ? {} : { query: { asAt } }) } }),
  );
const chosenOn = ({ forms }: Walked) => forms.findLast(({ method }) => method === 'POST')?.values._from;

it('what is saved as of the end of the open month is so at its end, and the forms after it begin so too', async () => {
  const form = await tara.open(`${issues}/survey/_change`);
  const saved = await tara.send(form, { owner: 'Estates', _from: lastDay });
  expect(saved.text).toMatch(/The survey was saved\. It is true from \d+ \w+ \d{4}\./);
  expect(await issue('survey')).toMatchObject({ effectiveAt: endOfMonth(month), record: { owner: 'Estates' } });
  const next = await tara.open(`${issues}/lease/_change`);
  expect(chosenOn(next)).toBe(lastDay);
  expect(next.text).toContain('what you save here is true from');
});

it('what is chosen for one form holds for those after it, and for nobody else', async () => {
  const form = await tara.open(`${issues}/lease/_change`);
  await tara.send(form, { owner: 'Legal', _from: 'now' });
  expect((await issue('lease')).effectiveAt > endOfMonth(month)).toBe(true);
  expect(chosenOn(await tara.open(`${issues}/survey/_change`))).toBe('now');
  const tom = await pages.walker('transformation-team', 'Tom Team');
  const other = await tom.open(`${issues}/survey/_change`);
  await tom.send(other, { owner: 'Estates and Legal', _from: lastDay });
  expect(chosenOn(await tara.open(`${issues}/survey/_change`))).toBe('now');
});

it('what was changed since is corrected, with what was filled in; what was recorded of later days stays', async () => {
  const form = await tara.open(`${issues}/lease/_change`);
  const asked = await tara.send(form, { description: 'It runs on', owner: 'Landlord', _from: lastDay });
  expect(asked.status).toBe(409);
  expect(asked.text).toContain('What was so on');
  expect((await issue('lease')).version).toBe(2);
  const corrected = await tara.send(asked, { 'correction-reason': 'The landlord wrote late' });
  expect(corrected.text).toContain('The correction was recorded.');
  expect((await issue('lease')).record).toMatchObject({ description: 'Missing', owner: 'Legal' });
  expect((await issue('lease', lastDay)).record).toMatchObject({ description: 'It runs on', owner: 'Landlord' });
});

it('or is recorded from now, by the one button that asks for that', async () => {
  const form = await tara.open(`${issues}/lease/_change`);
  const asked = await tara.send(form, { description: 'It ran out', _from: lastDay });
  const instead = asked.forms.find(({ values }) => values._from === 'now');
  await tara.send({ ...asked, forms: instead === undefined ? [] : [instead] });
  expect((await issue('lease')).record).toMatchObject({ description: 'It ran out', owner: 'Legal' });
  expect((await issue('lease', lastDay)).record).toMatchObject({ description: 'It runs on' });
});

it('nothing of a review is dated before the review: the form says so, and offers now', async () => {
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: { ...programme, reviewId: 'new-one' }, header: create },
      body: { title: 'New one', services: ['Home care'], sros: [] } as never,
    }),
  );
  const adding = await tara.open('/pages/programmes/backlog/reviews/new-one/issues/_new');
  const [year, of, day] = firstDay.split('-');
  const filled = {
    ...{ title: 'Too early', description: 'x', severity: 'low', _from: lastDay },
    ...{ 'raisedOn/day': day ?? '', 'raisedOn/month': of ?? '', 'raisedOn/year': year ?? '' },
  };
  const asked = await tara.send(adding, filled);
  expect(asked.text).toContain('Nothing was recorded, as it cannot be true from');
  expect(chosenOn(asked)).toBe('now');
  expect((await tara.send(asked)).text).toContain('Too early was added.');
});
