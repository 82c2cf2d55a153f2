import { expect, it } from 'vitest';
import { buildSection } from '#domain/position/sections.ts';
import { programme, recordRef } from '../domain/perfect-review.ts';

const given = (on: string, overall: string) =>
  recordRef(
    'rating',
    `sro-${on}`,
    { on, overall: { rating: overall, words: 'So' } },
    { source: 'sro', by: 'ann-lee', ofReviewVersion: 3 },
  );

it.each([
  [
    '2014-03-31',
    [given('2014-01-31', 'red'), given('2014-02-28', 'amber'), given('2014-03-31', 'red'), given('2014-04-14', 'red')],
  ],
  ['2014-04-14', [given('2014-03-31', 'green'), given('2014-04-14', 'red')]],
  ['2014-04-14', [given('2014-04-14', 'red')]],
])('a rating is so since %s, the first of those in a row that say the same overall', (since, ratings) => {
  expect(buildSection('ratings', ratings, programme())).toMatchObject({ sro: { since, id: 'sro-2014-04-14' } });
});
