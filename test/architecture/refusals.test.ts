import { expect, it } from 'vitest';
import { filesOf, textOf } from './source.ts';

const files = ['domain', 'registers', 'functions'].flatMap(filesOf);

it.each([
  ['a closed programme', "code: 'programme.closed'", 'domain/programme.ts'],
  ['an unknown programme', "code: 'programme.unknown'", 'functions/queries/unknown-chain.ts'],
  ['an unknown review', "code: 'review.unknown'", 'functions/queries/unknown-chain.ts'],
  ['a cursor that is none', "pointer: '/cursor'", 'functions/http/paging.ts'],
])('the refusal of %s is worded in one place', (_, text, place) => {
  const places = files.flatMap((file) =>
    textOf(file)
      .split(text)
      .slice(1)
      .map(() => file),
  );
  expect(places).toEqual([place]);
});

it('every refusal is tried: a test names its code', () => {
  const codes = files.flatMap((file) =>
    [...textOf(file).matchAll(/\bcode: '([a-z.-]+)'/g)].map(([, code = '']) => code),
  );
  const tests = filesOf('test').map(textOf).join('\n');
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
});

/** The faults that rules find, as they are written in the code. */
const faultsIn = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/\bmessage:\s*(?:\w+ === '[^']*'\s*\?\s*)?(['`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(
    ([, , message = '']) => message,
  );

it('every fault says what must be: which values are taken, or what is left out', () => {
  const found = ['domain', 'registers']
    .flatMap(filesOf)
    .flatMap((file) => faultsIn(file).map((message) => [file, message]));
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(([, message]) => !/^must |^\$\{/.test(message ?? ''))).toEqual([]);
});
