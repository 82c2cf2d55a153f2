import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, soundFiles } from './source.ts';

const everyFile = [...soundFiles, ...filesOf('test')];

it('every file has a name in kebab-case', () => {
  expect(everyFile.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?\.ts$/.test(basename(file)))).toEqual([]);
});

it('no file has a name that says nothing', () => {
  const empty = /^(?:utils?|helpers?|common|shared|misc|types?|index|lib)\.ts$/;
  expect(everyFile.filter((file) => empty.test(basename(file)) || /\/(?:utils|helpers|common)\//.test(file))).toEqual(
    [],
  );
});
