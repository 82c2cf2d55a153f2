// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { monthInWords } from '#language/in-words.ts';
import { addMonths, monthOf } from '#language/time.ts';
import type { PageWalker, Walked } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create } from './pages-tracker.ts';

/* A practice programme is made, filled with an example and practised in, through pages alone, by the functions as deployed (docs/meaning.md PROGRAMME-28). */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let office: PageWalker;
let client: Client;
const month = addMonths(monthOf(new Date().toISOString()), -1);
const openMonth = monthInWords(month);

beforeAll(async () => {
  pages = await startPagesForWalkers();
  // Whoever has signed in can be chosen.
  await pages.walker('sro', 'Sam Sro');
  await pages.walker('transformation-team', 'Tara Team');
  office = await pages.walker('programme-office', 'Olive Office');
  client = await pages.client('programme-office', 'olive-office');
});
afterAll(() => pages?.stop());

const setUp = async (name: string): Promise<Walked> =>
  office.send(await office.open('/pages/programmes/_new-practice'), { name, council: 'Marlshire' });
const example = (programmeId: string): string => `/pages/programmes/${programmeId}/set-up/example`;
const reviewsOf = async (programmeId: string) => {
  const { items } = await answered(
    client.GET('/programmes/{programmeId}/reviews', { params: { path: { programmeId } } }),
  );
  return Object.fromEntries(items.map(({ id, title }) => [id, title]));
};
/** How much was ever recorded, by the head of each chain. */
const recordedIn = async (programmeId: string): Promise<number> => {
  const { items } = await answered(
    client.GET('/programmes/{programmeId}/history', { params: { path: { programmeId }, query: { limit: '200' } } }),
  );
  const ofReviews = await Promise.all(
    Object.keys(await reviewsOf(programmeId)).map((reviewId) =>
      answered(
        client.GET('/programmes/{programmeId}/reviews/{reviewId}/history', {
          params: { path: { programmeId, reviewId }, query: { limit: '200' } },
        }),
      ),
    ),
  );
  return items.length + ofReviews.flatMap((one) => one.items).length;
};
const workOf = async (role: Parameters<PagesForWalkers['walker']>[0], name: string) => {
  const walker = await pages.walker(role, name);
  return { walker, work: await walker.open('/pages') };
};

it('The office makes one, fills it, and each role finds something to practise on', async () => {
  const empty = await setUp('First try');
  expect([empty.status, empty.path]).toEqual([200, example('practice-first-try')]);
  expect(empty.text).toContain(`A milestone of ${openMonth} that is neither done nor missed`);
  const filled = await office.send(empty, { sro: 'sam-sro', lead: 'tara-team' });
  expect([filled.status, filled.path]).toEqual([200, '/pages/programmes/practice-first-try']);
  expect(filled.markup).toContain('The example is recorded: four reviews');
  expect(await reviewsOf('practice-first-try')).toEqual({
    ...{
      'home-care-in-four-zones': 'Home care in four zones',
      'libraries-that-open-longer': 'Libraries that open longer',
    },
    ...{ 'street-lighting-with-led-lamps': 'Street lighting with LED lamps', 'community-meals': 'Community meals' },
  });

  const { walker: tara, work } = await workOf('transformation-team', 'Tara Team');
  expect(work.links.map(({ words }) => words)).toEqual(
    expect.arrayContaining([
      `Submit the ${openMonth} return of Home care in four zones`,
      `Submit the ${openMonth} return of Libraries that open longer`,
      `Submit the ${openMonth} return of Street lighting with LED lamps`,
    ]),
  );
  // The office submits no return; the team that fills it again adds that alone.
  const before = await recordedIn('practice-first-try');
  await tara.send(await tara.open(example('practice-first-try')), { sro: 'sam-sro' });
  expect(await recordedIn('practice-first-try')).toBe(before + 1);

  const { walker: sam, work: toConfirm } = await workOf('sro', 'Sam Sro');
  const confirming = await sam.follow(toConfirm, `Confirm the ${openMonth} return of Libraries that open longer`);
  expect((await sam.send(confirming)).markup).toContain(`You confirmed the return of ${openMonth}.`);

  const { work: toValidate } = await workOf('finance', 'Fay Finance');
  expect(toValidate.text).toMatch(/For practice.*1 claim to validate in First try/);
  const { walker: closing, work: toClose } = await workOf('programme-office', 'Olive Office');
  expect(toClose.text).toMatch(new RegExp(`For practice.*Close ${openMonth} of First try`));
  const monthEnd = await closing.follow(toClose, `Close ${openMonth} of First try`);
  expect(monthEnd.text).toContain('1 of 3 confirmed');
});

it('Filled again by somebody else, it has what it had; what somebody recorded at one of its ids stays theirs', async () => {
  await setUp('Second try');
  const team = await pages.client('transformation-team', 'tara-team');
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}', {
      params: { path: { programmeId: 'practice-second-try', reviewId: 'community-meals' }, header: create },
      body: { title: 'Meals of our own', lifecycle: 'active' } as never,
    }),
  );
  const filled = await office.send(await office.open(example('practice-second-try')));
  expect([filled.status, filled.path]).toEqual([200, '/pages/programmes/practice-second-try']);
  expect(await reviewsOf('practice-second-try')).toMatchObject({
    'community-meals': 'Meals of our own',
    'libraries-that-open-longer': 'Libraries that open longer',
  });
  const before = await recordedIn('practice-second-try');
  const other = await pages.walker('programme-office', 'Otto Office');
  const again = await other.send(await other.open(example('practice-second-try')), { sro: 'sam-sro' });
  expect([again.status, again.path]).toEqual([200, '/pages/programmes/practice-second-try']);
  expect(await recordedIn('practice-second-try')).toBe(before);
});

it('A real programme is never filled: there is nothing at that address', async () => {
  await answered(
    client.PUT('/programmes/{programmeId}', {
      params: { path: { programmeId: 'futures' }, header: create },
      body: { name: 'Futures', council: 'Marlshire', reporting: { firstMonth: month } } as never,
    }),
  );
  const there = await office.open(example('futures'));
  expect([there.status, there.forms]).toEqual([404, []]);
  expect(there.title).toContain('This is not a practice programme');
  expect(await reviewsOf('futures')).toEqual({});
});
