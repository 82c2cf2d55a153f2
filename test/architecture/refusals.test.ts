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
