import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { readFile } from '#functions/files/read-file.ts';
import { textsToFillIn } from '#functions/files/texts-to-fill-in.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { fieldsOf } from '#registers/fields.ts';
import { Total } from '#schemas/figures.ts';
import { sheetsOfFile } from '#web/pages/workbook/book-of-texts.ts';
import { type Book, sheetsOfBook } from '#web/workbook/book.ts';
import { planOf } from '#web/workbook/plan.ts';
import { addressOf, type ReadCell, type ReadSheet } from '#web/workbook/sheet.ts';
import { sheetToFillIn } from '#web/workbook/sheet-to-fill-in.ts';
import { workedOutOf } from '#web/workbook/worked-out.ts';
import { bookOf, offered, planned, sheetFor } from '../../../support/book-of-registers.ts';
import { computedOf } from '../../../support/worked-out.ts';

/* What the tracker works out stands in a workbook beside what is filled in, and nothing is read of it (docs/meaning.md WRITE-36). */

const writtenAt = '2026-04-10T12:00:00.000Z';
const writtenOf = (kind: string, more: object = {}, today = '2026-04-10') => {
  const register = offered.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(kind);
  const computed = computedOf(register, { ...Object(register.example), ...more });
  return Object.fromEntries(
    workedOutOf(fieldsOf(register.computed), today).map(({ label, cell }) => [label, cell(computed)]),
  );
};

it('Each register that has a workbook has such columns, under heads and with notes of their own', () => {
  for (const register of offered) {
    const { columns, workedOut = [], entries } = sheetFor(register);
    const heads = ['Id', 'Review', ...[...columns, ...workedOut].map(({ label }) => label)];
    if (register.computed !== undefined) expect(workedOut.length, register.kind).toBeGreaterThan(0);
    expect(heads.filter((head, n) => heads.indexOf(head) !== n)).toEqual([]);
    for (const { hint, label } of workedOut) expect([label, hint.length > 10]).toEqual([label, true]);
    for (const { cell } of workedOut) expect(String(cell(entries[0]?.computed ?? {}))).not.toBe('undefined');
  }
});

it('They say what lists and reports say: money as amounts, days as days', () => {
  expect(writtenOf('risk', { lastReviewedOn: '2026-01-02' })).toEqual({
    ...{ 'Inherent score': 16, 'Current score': 12, Band: 'Medium', 'Target score': 6 },
    'Next review due': { day: '2026-03-02' },
    'Next review due: days overdue': 39,
    'What is missing': '',
  });
  expect(writtenOf('saving')).toEqual({
    '2026/27: Outturn': { pounds: 120_000 },
    '2026/27: Validated': { pounds: 120_000 },
    '2026/27: Net new': { pounds: 300_000 },
    '2026/27: Claimed, to be validated': null,
  });
  expect(
    writtenOf('saving', { years: [{ year: '2025/26', plan: { kind: 'about', pounds: 5 } }] }, '2025-05-01'),
  ).toMatchObject({ '2025/26: Outturn': 'no figure (1 not stated)', '2025/26: Validated': { pounds: 0 } });
  expect(writtenOf('milestone')).toEqual({
    'Due by': { day: '2026-07-31' },
    'Due by: days overdue': null,
    'Slip in days': 31,
  });
  expect(writtenOf('milestone', { actual: '2026-01-31', forecast: undefined, delayReason: undefined })).toEqual({
    ...{ 'Due by': null, 'Due by: days overdue': null, 'Slip in days': -150 },
  });
  expect(writtenOf('issue', {}, '2026-10-01')).toEqual({
    'Next action due': { day: '2026-09-30' },
    'Next action due: days overdue': 1,
  });
  expect(writtenOf('decision', {}, '2026-08-01')).toMatchObject({
    'Due by': { day: '2026-07-31' },
    'Due by: days overdue': 1,
    'May be taken from': { day: '2026-05-30' },
    'Key by the test': 'Not known',
  });
  expect(writtenOf('handover', { status: 'realised', closedOn: '2026-02-01' })).toEqual({
    'Next update due': null,
    'Next update due: days overdue': null,
  });
});

const xmlOf = async (book: Book, sheet: number): Promise<string> => {
  const parts = unzipSync(await workbookToFillIn(sheetsOfBook(book), writtenAt));
  return strFromU8(parts[`xl/worksheets/sheet${sheet + 1}.xml`] ?? new Uint8Array());
};

it('They come last; typing there is refused with what to do, from the head on, and their cells are no others’', async () => {
  const book = bookOf();
  for (const [n, sheet] of book.sheets.entries()) {
    const [written] = sheetsOfBook({ ...book, sheets: [sheet] });
    const own = written?.columns.flatMap(({ workedOut }, at) => (workedOut ? [at] : [])) ?? [];
    expect(own).toEqual(own.map((_, at) => (written?.columns.length ?? 0) - own.length + at));
    const xml = await xmlOf(book, n);
    const refused = [...xml.matchAll(/<dataValidation type="custom"([^>]*)><formula1>FALSE<\/formula1>/g)];
    expect(refused.map(([, said = '']) => /sqref="([^"]*)"/.exec(said)?.[1])).toEqual(
      own.map((at) => `${addressOf(at, 1)}:${addressOf(at, 1000)}`),
    );
    for (const [, said] of refused) {
      expect(said).toContain('error="The tracker works this out: ');
      expect(said).toContain('prompt="The tracker works this out, and does not read what is typed here. ');
      expect(said).not.toContain('errorStyle');
    }
  }
});

type Typed = readonly [head: string, row: number, value: ReadCell];
const typedInto = (sheet: ReadSheet, typed: readonly Typed[]): ReadSheet => {
  const heads = sheet.rows[0]?.cells ?? [];
  const rows = sheet.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (const [head, number, value] of typed) {
    const at = heads.indexOf(head);
    if (at < 0) throw new Error(`no column ${head}`);
    const row = rows.find((one) => one.number === number) ?? { number, hidden: false, cells: [] };
    if (!rows.includes(row)) rows.push(row);
    while (row.cells.length < at) row.cells.push(null);
    row.cells[at] = value;
  }
  return { ...sheet, rows };
};
const readBack = async (book: Book): Promise<readonly ReadSheet[]> => {
  const read = readFile(await workbookToFillIn(sheetsOfBook(book), writtenAt), 'all.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  return read.sheets;
};
const nothing = { added: [], changed: [], faults: [], clashes: [], leftOut: 0 };
const withRisks = (read: readonly ReadSheet[], change: (risks: ReadSheet) => ReadSheet): readonly ReadSheet[] =>
  read.map((one) => (one.name === 'Risks' ? change(one) : one));

it('Whatever is typed there, taken out, merged or in a row of its own changes nothing, is no mistake, and is said', async () => {
  const book = bookOf();
  const risks = withRisks(await readBack(book), (sheet) => {
    const at = (sheet.rows[0]?.cells ?? []).indexOf('Band');
    return {
      ...typedInto(sheet, [
        ['Band', 2, 'Low'],
        ['Current score', 3, null],
        ['Next review due', 4, '#REF!'],
        ['Band', 40, 'Total'],
      ]),
      merged: [`${addressOf(at, 3)}:${addressOf(at, 4)}`],
    };
  });
  expect(planned(book, risks)).toMatchObject({
    ...nothing,
    notes: [
      '4 cells were changed that the tracker works out: they are not read (“Current score”, “Band”, “Next review due” of the sheet “Risks”).',
    ],
  });
});

it('One that is renamed or taken out does no harm; a column of somebody’s own is named as before', async () => {
  const book = bookOf();
  const read = await readBack(book);
  const renamed = withRisks(read, (sheet) => typedInto(sheet, [['Band', 1, 'RAG']]));
  expect(planned(book, renamed)).toMatchObject({
    ...nothing,
    notes: [
      'The column “RAG” of the sheet “Risks” stands where one of what the tracker works out stood, and was not read.',
    ],
  });
  const all = withRisks(read, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, n) => ({
      ...row,
      cells: row.cells.map((cell, at) => (n === 0 && at >= row.cells.length - 7 ? `Mine ${at}` : cell)),
    })),
  }));
  expect(planned(book, all)).toMatchObject({ ...nothing, notes: Array.from({ length: 7 }, () => expect.any(String)) });
  const without = withRisks(read, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.slice(0, -7) })),
  }));
  expect(planned(book, without)).toMatchObject({ ...nothing, notes: [] });
  const own = withRisks(read, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, n) => ({ ...row, cells: [...row.cells, n === 0 ? 'My notes' : 'ask Ann'] })),
  }));
  expect(planned(book, own).faults).toEqual([expect.stringMatching(/is the head of no column here: “My notes”/)]);
  // A file that never had them: the head may be one of ours, misspelt.
  const rows = [
    ['Id', 'Title', 'Ownr'],
    ['home-care/first', 'risk 1', 'HR'],
  ].map((cells, n) => ({
    ...{ number: n + 1, hidden: false, cells },
  }));
  expect(planned(book, [{ name: 'Risks', merged: [], formulas: 0, rows }]).faults).toEqual([
    expect.stringMatching(/Risks C1 is the head of no column here: “Ownr”/),
  ]);
});

it('What the tracker has worked out since is nothing that somebody changed', async () => {
  const book = bookOf();
  const read = await readBack(book);
  const later: Book = {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      workedOut: (sheet.workedOut ?? []).map((one) => ({ ...one, cell: () => 'something else by now' })),
    })),
  };
  expect(planned(later, read)).toMatchObject({ ...nothing, notes: [] });
});

it('As CSV they come last too and are not read, with what it was or alone, as Excel writes days and amounts', () => {
  const book = bookOf();
  const sheetsOf = (bytes: Uint8Array, name: string): readonly ReadSheet[] => {
    const read = readFile(bytes, name);
    if ('refused' in read) throw new Error(read.refused);
    return sheetsOfFile(read);
  };
  const parts = unzipSync(textsToFillIn(sheetsOfBook(book), writtenAt));
  const text = strFromU8(parts['Risks.csv'] ?? new Uint8Array());
  expect(text.slice(0, text.indexOf('\r')).endsWith('Next review due: days overdue,What is missing')).toBe(true);
  const alone = (change: (text: string) => string) => planned(book, sheetsOf(strToU8(change(text)), 'Risks.csv'));
  const leftOut = expect.any(Number);
  expect(alone((one) => one)).toMatchObject({ ...nothing, leftOut, notes: [] });
  expect(alone((one) => one.replaceAll('2026-03-02', '02/03/2026'))).toMatchObject({ ...nothing, leftOut, notes: [] });
  expect(alone((one) => one.replaceAll(',Medium,', ',High,').replaceAll(',39,', ',40,'))).toMatchObject({
    ...{ ...nothing, leftOut },
    notes: ['4 cells were changed that the tracker works out: they are not read (“Band” of the sheet “Risks”).'],
  });
});

it('A group that is no total has a column for each of its fields that has a title', () => {
  const fields = fieldsOf(
    z.object({
      spread: z
        .object({
          from: z.int().meta({ title: 'From' }),
          years: z.object({ most: z.int().meta({ title: 'Most' }) }).meta({ title: 'Years' }),
          unnamed: z.int(),
        })
        .meta({ title: 'Spread' }),
      total: Total.meta({ title: 'In total' }),
    }),
  );
  const total = { low: 5, high: 5, exact: true, count: 1, marked: [], excluded: [] };
  const columns = workedOutOf(fields, '2026-04-10').map(({ label, cell }) => [
    label,
    cell({ spread: { from: 3, years: { most: 7 }, unnamed: 1 }, total }),
  ]);
  expect(columns).toEqual([
    ['Spread: From', 3],
    ['Spread: Years: Most', 7],
    ['In total', { pounds: 5 }],
  ]);
});

it('So it is in the workbook of one register', async () => {
  const register = offered.find(({ kind }) => kind === 'saving');
  if (register === undefined) throw new Error('no savings');
  const place = sheetFor(register, sheetFor(register).entries.slice(1, 2));
  const read = readFile(await workbookToFillIn([sheetToFillIn('Savings', place)], writtenAt), 'savings.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  const [savings, ...others] = read.sheets;
  if (savings === undefined) throw new Error('no sheet');
  const plan = planOf(place, [typedInto(savings, [['2026/27: Validated', 2, 1_000_000]]), ...others]);
  expect(plan).toMatchObject({
    ...{ added: [], changed: [], unchanged: 1, faults: [], leftOut: [] },
    notes: [
      'One cell was changed that the tracker works out: it is not read (“2026/27: Validated” of the sheet “Savings”).',
    ],
  });
  expect(planOf(place, read.sheets)).toMatchObject({ unchanged: 1, notes: [] });
});
