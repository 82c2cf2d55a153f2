import { expect, it } from 'vitest';
import { pageOfOldLink } from '#web/enhance/old-links.ts';

const reports = '/pages/programmes/facing-the-challenge/reports';

it.each([
  ['#/facing-the-challenge', reports],
  ['#/facing-the-challenge/', reports],
  ['#/facing-the-challenge/latest', reports],
  ['#/facing-the-challenge/2014-04', `${reports}/2014-04`],
  ['#/facing-the-challenge/2014-04/public', `${reports}/2014-04?view=public`],
  ['', undefined],
  ['#', undefined],
  ['#/', undefined],
  ['#main-content', undefined],
  ['#/facing-the-challenge/2014-13', undefined],
  ['#/Facing', undefined],
  ['#/../programmes', undefined],
  ['#//elsewhere.example', undefined],
  ['#/a/2014-04/x', undefined],
])('an address that ends with "%s" leads to %s', (hash, page) => {
  expect(pageOfOldLink(hash)).toBe(page);
});
