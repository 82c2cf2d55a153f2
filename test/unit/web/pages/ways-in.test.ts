import { expect, it } from 'vitest';
import { Review } from '#schemas/review.ts';
import { screensBefore } from './screen-under-test.ts';

/* The ways from a programme and a review to what is in them. */

const published = (...months: readonly string[]) =>
  months.map((month) => ({ month, revision: 1, publishedAt: '2026-11-10T00:00:00.000Z' }));

const programmeOf = (nextReport: string | null, ...months: readonly string[]) => ({
  '/programmes/p': {
    body: {
      id: 'p',
      record: { name: 'Futures', council: 'Marlshire' },
      computed: { nextReport, nextReportDueOn: null },
    },
  },
  '/programmes/p/reviews': { body: { items: [], next: null } },
  '/programmes/p/reports': { body: { items: published(...months) } },
});

const programmePage = async (given: ReturnType<typeof programmeOf>): Promise<string> =>
  String((await screensBefore(() => given, ['programme-office']).opened('/pages/programmes/p')).body);

const roomOf = (month: string): string => `href="/pages/programmes/p/month-end/${month}"`;

it('A programme leads to the month that is due, never to one that has not begun', async () => {
  const due = await programmePage(programmeOf('2026-11', '2026-10'));
  expect(due).toContain('Month end of November 2026: returns, draft and publication');
  expect(due).toContain(roomOf('2026-11'));
  expect(await programmePage(programmeOf('2027-01'))).not.toContain('/month-end');
});

it('A programme that has ended leads to the month that was reported last, so that it can be revised', async () => {
  const text = await programmePage(programmeOf(null, '2025-09', '2025-10'));
  expect(text).toContain('Month end of October 2025, the last that was reported');
  expect(text).toContain(roomOf('2025-10'));
});

it('A programme names its registers by the alphabet', async () => {
  const text = await programmePage(programmeOf(null));
  const names = [...text.matchAll(/href="\/pages\/programmes\/p\/own\/[^"]*">([^<]*)</g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(15);
  expect(names).toEqual(names.toSorted());
});

it('The reports of a programme lead back to all programmes', async () => {
  const { crumbs } = await screensBefore(() => programmeOf(null, '2025-10'), ['board']).opened(
    '/pages/programmes/p/reports',
  );
  expect(crumbs).toEqual([
    { text: 'Programmes', to: '/pages/programmes' },
    { text: 'Futures', to: '/pages/programmes/p' },
  ]);
});

it('A review leads back to its programme by the name of the programme', async () => {
  const review = {
    id: 'r',
    record: Review.parse({ title: 'Home care', services: ['Home care'], sros: [] }),
    facts: {
      stage: 'decision',
      stageSince: '2026-10-01T00:00:00.000Z',
      stageWork: null,
      moves: [],
      waivers: [],
      lifecycles: [],
    },
    computed: {
      stageName: 'Decision',
      nextStage: null,
      sroState: 'none',
      counted: true,
      sentence: 'It is at Decision.',
    },
    struckOut: null,
  };
  const given = { ...programmeOf(null), '/programmes/p/reviews/r': { body: review } };
  const { crumbs } = await screensBefore(() => given, ['sro']).opened('/pages/programmes/p/reviews/r');
  expect(crumbs.map(({ text }) => text)).toEqual(['Programmes', 'Futures', 'Reviews']);
});
