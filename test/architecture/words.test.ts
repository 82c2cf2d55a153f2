import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { filesOf, sourceRooms, textOf } from './source.ts';

/*
 * docs/words.md is the one list of words that are not written, and of those that are instead.
 */

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(root, 'docs/words.md'), 'utf8');

/** The words of the first column of the table under a heading. */
const wordsUnder = (heading: string): readonly string[] => {
  const [, after = ''] = page.split(`## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).flatMap((row) => (row.split('|')[1] ?? '').split(',').map((word) => word.trim()));
};
const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\w-])(?:${words.map((word) => word.replaceAll('.', '\\.')).join('|')})(?![\\w-])`, 'i');

const nowhere = wordsUnder('Not in anything that ships');
const notRead = anyOf([...nowhere, ...wordsUnder('Not in what people read')]);

/** The samples speak as councils do, who tell and are told. */
const rooms = [...sourceRooms.filter((room) => room !== 'examples'), 'bench'];
const dialect = anyOf(nowhere);
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
])('%s does too', (document) => {
  const lines = readFileSync(resolve(root, document), 'utf8').split('\n');
  expect(lines.filter((line) => dialect.test(line))).toEqual([]);
});

/** Sentences that reports by `rules-1` were published with, which are made by the same code. */
const keptByRules1 = new Set(['Forecast the saving anew, or confirm that the forecast holds']);

/** What is quoted as code keeps the names that it has there. */
const prose = (text: string): string => text.replaceAll(/`[^`]*`/g, '').replaceAll(/<[^>]*>/g, ' ');

/** The pieces of text in a source file that are read as words: those with a space in them, and single words with a capital. */
const textsIn = (file: string): readonly string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    // Reports by `rules-1` keep the words that they had.
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'ofRules1') return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      if (/\s|^[A-Z]/.test(node.text)) found.push(prose(node.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
};

const ofPeople = [
  ...['web', 'registers'].flatMap(filesOf),
  ...filesOf('domain').filter((file) => !file.startsWith('domain/report/rule-sets/')),
  'schemas/problems.ts',
  'schemas/ways-out.ts',
];

it('docs/words.md lists the words, each with what is written instead', () => {
  expect(nowhere).toEqual(expect.arrayContaining(['told', 'thing']));
  expect(wordsUnder('Not in what people read')).toEqual(expect.arrayContaining(['anew', 'e.g.', 'click']));
  for (const line of page.split('\n').filter((one) => one.startsWith('| ')))
    expect(line.split('|').filter((cell) => cell.trim() !== '')).toHaveLength(3);
});

it('finds a word by itself, whatever its case, and not within another or in code', () => {
  for (const text of ['Read it anew.', 'Click here', 'by post, e.g. on Monday'])
    expect(notRead.test(prose(text))).toBe(true);
  for (const text of ['A new one', 'double-click', 'every year', '`request.invalid`', 'a trivial one'])
    expect(notRead.test(prose(text))).toBe(false);
});

it('pages, problems, what registers ask and the sentences of reports keep to docs/words.md', () => {
  const found = ofPeople.flatMap((file) =>
    textsIn(file).flatMap((text) => (notRead.test(text) && !keptByRules1.has(text) ? [`${file}: ${text.trim()}`] : [])),
  );
  expect(ofPeople.length).toBeGreaterThan(200);
  expect(found).toEqual([]);
});

/** What the API's document says of itself, in words. */
const saidIn = (value: unknown, name = ''): readonly string[] => {
  if (typeof value === 'string') return ['summary', 'description', 'title'].includes(name) ? [value] : [];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => saidIn(one, key))
    : [];
};

it('the descriptions of the API keep to docs/words.md', () => {
  const said = saidIn(JSON.parse(readFileSync(resolve(root, 'docs/reference/openapi.json'), 'utf8')));
  expect(said.length).toBeGreaterThan(1000);
  expect([...new Set(said)].filter((text) => notRead.test(prose(text)))).toEqual([]);
});
