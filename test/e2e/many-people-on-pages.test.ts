// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PageWalker, Walked } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/* Whoever is in the directory can be chosen, however many there are (docs/adr/0104-people-are-found-by-name.md). */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const path = { programmeId: 'futures', reviewId: 'home-care' };
const change = '/pages/programmes/futures/reviews/home-care/_change';

let pages: PagesForWalkers;
let team: Client;
let tara: PageWalker;

const add = async (office: Client, personId: string, name: string, post: string) =>
  answered(
    office.PUT('/people/{personId}', {
      params: { path: { personId }, header: create },
      body: { name, post } as never,
    }),
  );

beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  const office = await pages.client('programme-office', 'olive-office');
  await recordFutures(office, team);
  for (let n = 0; n < 250; n += 1) await add(office, `person-${String(n).padStart(3, '0')}`, `Person ${n}`, 'Officer');
  await add(office, 'zz-last', 'Zoë Ünal', 'Director of Adult Services');
  tara = await pages.walker('transformation-team', 'Tara Team');
});
afterAll(() => pages?.stop());

const choicesOf = ({ markup }: Walked, name: string): readonly string[] => {
  const [, options = ''] = new RegExp(`<select [^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(markup) ?? [];
  return [...options.matchAll(/>([^<]+)<\/option>/g)].map(([, label = '']) => label);
};
const review = () => answered(team.GET('/programmes/{programmeId}/reviews/{reviewId}', { params: { path } }));

it('one beyond the first two hundred is found by some words of their name and post, chosen, and named in the review', async () => {
  const form = await tara.open(change);
  expect(choicesOf(form, 'sros/0/subject')).toEqual(['Choose one', 'Sam Sro']);
  const finding = await tara.send(form, { 'sros/0/subject/find': 'zoe adult', _pressed: 'find sros/0/subject' });
  expect(choicesOf(finding, 'sros/0/subject')).toEqual([
    'Choose one',
    'Sam Sro',
    'Zoë Ünal, Director of Adult Services',
  ]);
  await tara.send(finding, { 'sros/0/subject': 'zz-last', _pressed: '' });
  expect((await review()).record.sros).toEqual([{ subject: 'zz-last', name: 'Zoë Ünal' }]);
});

it('nothing is recorded of somebody who was looked for and not chosen', async () => {
  const form = await tara.open(change);
  const before = (await review()).version;
  const asked = await tara.send(form, { 'sros/0/subject': '', 'sros/0/subject/find': 'Person 17' });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('choose one of those found');
  const found = choicesOf(asked, 'sros/0/subject');
  expect(found).toHaveLength(14);
  expect(found.slice(1).filter((one) => !/^Person \d*17\d*, Officer$/.test(one))).toEqual([]);
  const none = await tara.send(form, {
    ...{ 'sros/0/subject': '', 'sros/0/subject/find': 'nobody' },
    _pressed: 'find sros/0/subject',
  });
  expect(choicesOf(none, 'sros/0/subject')).toEqual(['None is called so: look for other words']);
  expect((await review()).version).toBe(before);
});
