import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, soundFiles, sourceFiles, textOf } from './source.ts';

const everyFile = [...soundFiles, ...filesOf('test')];

it('every file has a name in kebab-case', () => {
  expect(everyFile.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.ts$/.test(basename(file)))).toEqual([]);
});

it('no file has a name that says nothing', () => {
  const empty = /^(?:utils?|helpers?|common|shared|misc|types?|index|lib)\.ts$/;
  expect(everyFile.filter((file) => empty.test(basename(file)) || /\/(?:utils|helpers|common)\//.test(file))).toEqual(
    [],
  );
});

it('every file can be read in one go: at most 300 lines', () => {
  const limit = 300;
  // Still to be made shorter; none may be added.
  const longer = new Set([
    'schemas/openapi.ts',
    'schemas/operations.ts',
    'schemas/report.ts',
    'store/positions/cards.ts',
    'functions/http/http-api.ts',
    'examples/worked-example/cases-and-decisions.ts',
    'examples/worked-example/reviews-for-places-and-council.ts',
    'test/support/report-fixture.ts',
  ]);
  const held = [...sourceFiles, ...filesOf('test/support'), ...filesOf('test/proofs')];
  expect(held.filter((file) => !longer.has(file) && textOf(file).split('\n').length > limit + 1)).toEqual([]);
});
