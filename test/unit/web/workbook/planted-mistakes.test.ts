import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { planOf } from '#web/workbook/plan.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { examplePlace } from '../../../support/example-place.ts';
import { sheetOf } from '../../../support/mapped-table.ts';

/*
 * Mistakes that people make in spreadsheets, each refused by its cell with the sentence that they read, and nothing recorded: docs/meaning.md WRITE-25.
 * Of those in a spreadsheet that is mapped: test/unit/web/mapping/planted-mistakes.test.ts; together they are forty kinds and more.
 */

type Typed = Readonly<Record<string, ReadCell>>;
const rowsUnder = (heads: readonly string[], rows: readonly Typed[]): readonly (readonly ReadCell[])[] => [
  heads,
  ...rows.map((row) => heads.map((head) => row[head] ?? null)),
];

/** What is said of a workbook whose rows have this in their cells. */
const saidOf = (
  path: string,
  rows: readonly Typed[],
  asItWas: readonly Typed[] = [],
  merged: readonly string[] = [],
) => {
  const heads = [...new Set(rows.flatMap(Object.keys))];
  const kept =
    asItWas.length === 0 ? [] : [sheetOf('As it was', rowsUnder([...new Set(asItWas.flatMap(Object.keys))], asItWas))];
  const { faults, added, changed } = planOf(examplePlace(path), [
    sheetOf('Sheet', rowsUnder(heads, rows), merged),
    ...kept,
  ]);
  expect(faults.length > 0 || added.length + changed.length === 0).toBe(true);
  return faults.map(({ cell, message }) => `${cell} ${message}`);
};
const first = (cells: Typed): readonly Typed[] => [{ Id: 'first', ...cells }];

const inWorkbook: readonly (readonly [kind: string, said: () => readonly string[], sentence: string])[] = [
  [
    'a day that does not exist',
    () => saidOf('risks', first({ 'Last reviewed on': '31/02/2026' })),
    'B2 must be a real date, like 31 March 2026 or 31/3/2026',
  ],
  [
    'words for a day',
    () => saidOf('risks', first({ 'Last reviewed on': 'soon' })),
    'B2 must be a real date, like 31 March 2026 or 31/3/2026',
  ],
  [
    'a day as a number',
    () => saidOf('risks', first({ 'Last reviewed on': 46_000 })),
    'B2 is a number and must be a date, like 31 March 2026: give the cell the format of a date',
  ],
  [
    'a day for words',
    () => saidOf('risks', first({ Cause: { day: '2026-04-01' } })),
    'B2 is a date and must be words: give the cell the format of text',
  ],
  ['words for a number', () => saidOf('risks', first({ 'Current score: Impact': 'high' })), 'B2 must be a number'],
  [
    'a word that is not in the list',
    () => saidOf('risks', first({ Treatment: 'Ignore' })),
    'B2 must be one of: Treat, Tolerate, Transfer, Terminate',
  ],
  [
    'an error of a formula',
    () => saidOf('risks', first({ Owner: '#REF!' })),
    'B2 is #REF!, an error of a formula: put a value in its place',
  ],
  [
    'a division by nothing',
    () => saidOf('savings', first({ '2026/27: Plan': '#DIV/0!' })),
    'B2 is #DIV/0!, an error of a formula: put a value in its place',
  ],
  ['neither yes nor no', () => saidOf('milestones', first({ Missed: 'perhaps' })), 'B2 must be Yes or No'],
  [
    'a day for an amount',
    () => saidOf('savings', first({ '2026/27: Plan': { day: '2026-04-01' } })),
    'B2 is a date and must be an amount of money',
  ],
  [
    'words for an amount',
    () => saidOf('savings', first({ '2026/27: Plan': 'lots' })),
    'B2 must be an amount of money, like £1.2m, 1,200,000 or 5k',
  ],
  ['pence', () => saidOf('savings', first({ '2026/27: Plan': '£10.50' })), 'B2 must be whole pounds, without pence'],
  [
    'n/a for an amount',
    () => saidOf('savings', first({ '2026/27: Plan': 'n/a' })),
    'B2 must be an amount, "not stated", "TBC: why" or "not financial: what"; or leave the cell empty',
  ],
  [
    'TBC without why',
    () => saidOf('savings', first({ '2026/27: Plan': 'TBC' })),
    'B2 must say why it is to be confirmed, like TBC: the tender is out',
  ],
  [
    'not financial without words',
    () => saidOf('savings', first({ '2026/27: Plan': 'non-financial' })),
    'B2 must say it in words, like not financial: fewer complaints',
  ],
  [
    'half a range',
    () => saidOf('savings', first({ '2026/27: Plan': '1-2m' })),
    'B2 must have both amounts in full, like between £1m and £2m',
  ],
  [
    'words for when',
    () => saidOf('milestones', first({ 'Baseline as it is stated': 'whenever' })),
    'B2 must be a date as people state it',
  ],
  [
    'a row of totals',
    () => saidOf('risks', [{ Title: 'Grand total' }]),
    'A2 looks like a row of totals: take the row out',
  ],
  [
    'the id of no entry',
    () => saidOf('risks', [{ Id: 'gone', Owner: 'X' }]),
    'A2 names the risk gone, which is not in this register',
  ],
  [
    'two rows of one entry',
    () => saidOf('risks', [...first({ Owner: 'X' }), ...first({ Owner: 'Y' })]),
    'A3 is of “Savings are late”, as row 2 is: take one of them out',
  ],
  [
    'a new row without a title',
    () => saidOf('risks', [{ Id: null, Owner: 'X' }]),
    'B2 must have a title: it is a new risk',
  ],
  [
    'a new row that is there already',
    () => saidOf('risks', [{ Title: 'Savings are late', Owner: 'X' }]),
    'A2 is new here, and there is a risk called “Savings are late” already',
  ],
  [
    'merged cells',
    () => saidOf('risks', first({ Owner: 'X' }), [], ['B2:B3']),
    'B2:B3 are merged into one cell: divide them again',
  ],
  [
    'a head of no column',
    () => saidOf('risks', first({ Colour: 'red' })),
    'B1 is the head of no column here: “Colour”',
  ],
  [
    'two columns of one head',
    () => saidOf('risks', first({ Owner: 'X', 'owner ': 'Y' })),
    'C1 is the second column called “Owner”',
  ],
  [
    'a cell that somebody else changed since',
    () => saidOf('risks', first({ Cause: 'Mine' }), [{ Id: 'first', Cause: 'Before' }]),
    'B2 was “Before” when the workbook was made, is “The lease runs on” by now, and you put “Mine”',
  ],
  [
    'no heads',
    () => planOf(examplePlace('risks'), [sheetOf('Sheet', [])]).faults.map(({ cell, message }) => `${cell} ${message}`),
    'A1 must be the head of a column: the sheet is empty',
  ],
];

const zipped = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const saidOfFile = (bytes: Uint8Array): readonly string[] => {
  const read = readFile(bytes, 'file');
  return 'refused' in read ? [read.refused] : [];
};
const asFile: readonly (readonly [kind: string, bytes: () => Uint8Array, sentence: string])[] = [
  ['an empty file', () => new Uint8Array(), 'is empty'],
  ['a file that is too large', () => new Uint8Array(4 * 1_024 * 1_024 + 1), 'is larger than 4 MB'],
  [
    'an old workbook, or one with a password',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]),
    'is an old workbook (.xls), or needs a password',
  ],
  ['macros', () => zipped('xl/workbook.xml', 'xl/vbaProject.bin'), 'holds macros: save it without them'],
  [
    'links to another workbook',
    () => zipped('xl/workbook.xml', 'xl/externalLinks/externalLink1.xml'),
    'is linked to another workbook',
  ],
  ['an OpenDocument spreadsheet', () => zipped('content.xml'), 'is an OpenDocument spreadsheet'],
  ['a document that is none', () => zipped('word/document.xml'), 'is no Excel workbook'],
  ['a file that is cut off', () => zipped('xl/workbook.xml').slice(0, 30), 'cannot be read: open it in Excel'],
];

describe('Mistakes in a workbook that was filled in', () => {
  it.each(inWorkbook)('%s', (_, said, sentence) => {
    expect(said().join('\n')).toContain(sentence);
  });
});
describe('Files that are not taken', () => {
  it.each(asFile)('%s', (_, bytes, sentence) => {
    expect(saidOfFile(bytes()).join('\n')).toContain(sentence);
  });
});
