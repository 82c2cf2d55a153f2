import { expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const rated = (rating: string) => ({ rating, on: '2026-10-31' });
const review = (id: string, title: string, ratings: object, more: object = {}) => ({
  ...{ id, title, services: [], stage: 'decision', stageName: 'Decision', lifecycle: 'active', tier: '1' },
  ...{ portfolio: 'places', directorate: null, theme: null, sros: [], version: 1, ratings },
  ...more,
});
const reviews = [
  review('parking', 'Parking', { sro: rated('green'), assurance: rated('red') }),
  review('meals', 'Meals', { sro: rated('green'), assurance: null }, { portfolio: 'people' }),
  review('libraries', 'Libraries', { sro: null, assurance: null }, { lifecycle: 'paused' }),
  review('depot', 'Depot', { sro: rated('red'), assurance: null }, { lifecycle: 'completed' }),
];
const portfolios = [
  { id: 'places', name: 'Places' },
  { id: 'people', name: 'People' },
];
const answers = () => ({
  '/programmes/p': {
    body: {
      id: 'p',
      record: { name: 'A programme', council: 'Marlshire', portfolios },
      computed: { nextReport: '2026-10', nextReportDueOn: '2026-11-10' },
    },
  },
  '/programmes/p/reviews': { body: { items: reviews, next: null } },
  '/programmes/p/reports': { body: { items: [] } },
});

it('A programme today says how its reviews under way are rated, by the worse of both, and names those in trouble by portfolio', async () => {
  const screens = screensBefore(answers, ['board']);
  const markup = String((await screens.opened('/pages/programmes/p')).body);
  const text = markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Red 1 , Green 1 , not rated 1 The worse of SRO and assurance, of 3 reviews active or paused');
  expect(text).toContain('Places 2 Parking People 1 None');
  expect(markup).toContain('href="/pages/programmes/p/reviews/parking"');
  expect(text).not.toContain('Depot');
});
