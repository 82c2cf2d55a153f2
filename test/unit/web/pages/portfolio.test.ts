import { expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

/* The page of a portfolio (docs/meaning.md LIST-11). */

const api = '/programmes/p';
const rated = (rating: string, on = '2026-10-31') => ({ rating, on });
const review = (id: string, given: object = {}) => ({
  ...{ id, title: `Title of ${id}`, services: [], stage: 'decision', stageName: 'Decision', lifecycle: 'active' },
  ...{ tier: '1', portfolio: 'adults', directorate: null, theme: null, sros: [{ subject: 's', name: 'Sam Sro' }] },
  ...{ ratings: { sro: null, assurance: null }, version: 1 },
  ...given,
});
const entry = (id: string, title: string) => ({
  ...{ id, record: { title }, facts: {}, computed: {}, version: 1, struckOut: null },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});
const of = (id: string) => ({ id, title: `Title of ${id}` });

const opened = async (reviews: readonly object[], next: string | null = null) => {
  const screens = screensBefore(
    () => ({
      [api]: { body: { record: { name: 'Futures', portfolios: [{ id: 'adults', name: 'Adults and health' }] } } },
      [`${api}/reviews`]: { body: { items: reviews, next: null } },
      [`${api}/across/milestones`]: {
        body: {
          items: [
            { review: of('red'), dueOn: '2026-11-01', entry: entry('m', 'Contract awarded') },
            { review: of('elsewhere'), dueOn: '2026-11-01', entry: entry('n', 'Of another portfolio') },
          ],
          next,
        },
      },
      [`${api}/across/actions`]: {
        body: {
          items: [
            { review: of('calm'), dueOn: '2026-10-01', kind: 'issue', entry: { id: 'roof' }, what: 'Mend the roof' },
            { review: null, dueOn: '2026-10-01', kind: 'risk', entry: { id: 'own' }, what: 'Of the programme' },
          ],
          next: null,
        },
      },
    }),
    ['board'],
  );
  const page = await screens.opened('/pages/programmes/p/portfolios/adults');
  return { page, text: String(page.body).replaceAll(/<[^>]+>/g, ' '), markup: String(page.body), asked: screens.asked };
};

it('names what the worse of SRO and assurance rates red, of reviews that count, and what is late, the longest first', async () => {
  const { page, text, markup, asked } = await opened([
    review('red', { ratings: { sro: rated('green'), assurance: rated('red', '2026-11-10') } }),
    review('nearly', { ratings: { sro: rated('amber-red'), assurance: null } }),
    review('calm', { ratings: { sro: rated('amber'), assurance: rated('green') } }),
    review('over', { lifecycle: 'stopped', ratings: { sro: rated('red'), assurance: null } }),
    review('new'),
  ]);
  expect(page).toMatchObject({ title: 'Adults and health', caption: 'Futures' });
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(
    /Title of red Red SRO: Green, 31 October 2026; assurance: Red, 10 November 2026 Sam Sro Title of nearly Amber\/Red/,
  );
  expect(text).toContain('of which 4 are active or paused, 1 of them not rated by anybody');
  expect(text).not.toMatch(/Title of over|Title of new|Of another portfolio|Of the programme/);
  expect(text.indexOf('Mend the roof')).toBeGreaterThan(0);
  expect(text.indexOf('Mend the roof')).toBeLessThan(text.indexOf('Contract awarded'));
  expect(markup).toContain('href="/pages/programmes/p/reviews/red/milestones/m"');
  expect(markup).toContain('href="/pages/programmes/p/reviews/calm/issues/roof"');
  expect(asked.find(({ path }) => path === `${api}/reviews`)?.query).toMatchObject({ portfolio: 'adults' });
});

it('says where nothing is in trouble or late, and where there is more than it lists', async () => {
  const { text } = await opened([review('new')]);
  expect(text).toContain('No review that counts is rated Red or Amber/Red.');
  expect(text).toContain('No milestone and no action of these reviews is late.');
  expect(text).not.toContain('There is more than is listed here');
  expect((await opened([review('red')], 'more')).text).toContain('There is more than is listed here');
});
