import { expect, it } from 'vitest';
import { accessPatterns } from '#store/access-patterns.ts';
import { filesOf, textOf } from './source.ts';

it('every access pattern has an id of its own and a question', () => {
  const ids = accessPatterns.map((one) => one.id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(accessPatterns.filter((one) => !/^A\d{2}$/.test(one.id) || !one.question.endsWith('?'))).toEqual([]);
});

it('every access pattern names functions of the store that are there', () => {
  const store = filesOf('store').map(textOf).join('\n');
  const absent = accessPatterns
    .flatMap((one) => one.by.split(', '))
    .filter((name) => !new RegExp(`export (?:const|(?:async )?function\\*?) ${name}\\b`).test(store));
  expect(absent).toEqual([]);
});
