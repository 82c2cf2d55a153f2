import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, sourceRooms, textOf } from './source.ts';

/*
 * The field's words: a change is recorded, a record is current, a question is asked as of a time. Words that this house once
 * had for them do not come back.
 */

/** The samples speak as councils do, who tell and are told. */
const rooms = [...sourceRooms.filter((room) => room !== 'examples'), 'bench'];
const dialect = /\b(?:told|tells?|telling|things?)\b/i;
/** An identifier counts by its words: `toldLate` as `told late`. */
const inWords = (text: string): string => text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');

it('what ships says recorded and record, in names, comments and sentences', () => {
  const found = rooms.flatMap(filesOf).flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, n) => (dialect.test(inWords(line)) ? [`${file}:${n + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

it.each([
  'docs/reference/openapi.json',
  'docs/reference/rules.md',
  'docs/reference/registers.md',
  'docs/runbook.md',
  'docs/security.md',
  'docs/deploy.md',
])('%s does too', (page) => {
  const lines = readFileSync(resolve(import.meta.dirname, '../..', page), 'utf8').split('\n');
  expect(lines.filter((line) => dialect.test(line))).toEqual([]);
});
