import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';

const sheet = {
  title: 'Risks',
  columns: [
    { head: 'Id', hint: '', hidden: true },
    { head: 'Title', hint: 'What could go wrong & how' },
    { head: 'Plan', hint: '', choices: ['<High>', 'Low'] },
    { head: 'On', hint: '' },
  ],
  rows: [
    ['a', 'Words & "more" <of> them\nin two lines', { pounds: 1_200_000 }, { day: '2026-03-31' }],
    ['b', '=1+1', 12.5, { day: '1999-12-31' }],
  ],
} as const;
const made = await workbookToFillIn([sheet], '2026-04-01T12:00:00.000Z');

const rowsOf = (bytes: Uint8Array, name = 'a.xlsx', at = 0): readonly (readonly ReadCell[])[] => {
  const read = readFile(bytes, name);
  if ('refused' in read) throw new Error(read.refused);
  return read.sheets[at]?.rows.map(({ cells }) => cells) ?? [];
};
const refusedFor = (bytes: Uint8Array): string => {
  const read = readFile(bytes, 'a.xlsx');
  return 'refused' in read ? read.refused : 'it was read';
};
const withParts = (change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
  const parts = unzipSync(made);
  change(parts);
  return zipSync(parts);
};
const withPart = (name: string, bytes: Uint8Array): Uint8Array =>
  withParts((parts) => {
    parts[name] = bytes;
  });
const withSheet = (xml: string): Uint8Array =>
  withParts((parts) => {
    parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet>${xml}</worksheet>`);
  });

describe('A workbook', () => {
  it('has its cells as they were written, texts that look like formulas among them', () => {
    expect(rowsOf(made)).toEqual([
      ['Id', 'Title', 'Plan', 'On'],
      ['a', 'Words & "more" <of> them\nin two lines', 1_200_000, { day: '2026-03-31' }],
      ['b', '=1+1', 12.5, { day: '1999-12-31' }],
    ]);
  });

  it('is read as another reader reads it', async () => {
    const sheets = await readExcelFile(Buffer.from(made), { trim: false });
    const theirs = sheets.map(({ data }) =>
      data.map((row) => row.map((cell) => (cell instanceof Date ? { day: cell.toISOString().slice(0, 10) } : cell))),
    );
    expect(theirs[0]).toEqual(rowsOf(made));
    expect(theirs[1]).toEqual(rowsOf(made, 'a.xlsx', 1));
    expect(sheets.map((one) => one.sheet)).toEqual(['Risks', 'As it was', 'Lists']);
  });

  it('keeps its ids, its lists and what was there out of sight, and says what belongs into a cell', () => {
    const parts = unzipSync(made);
    const part = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
    expect(part('xl/workbook.xml').match(/state="veryHidden"/g)).toHaveLength(2);
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<col hidden="1" min="1"/);
    expect(part('xl/worksheets/sheet1.xml')).toContain('prompt="What could go wrong &amp; how"');
    expect(part('xl/worksheets/sheet1.xml')).toContain('<formula1>Lists!$A$1:$A$2</formula1>');
  });

  it('keeps heads and titles in sight, and has a filter on each column', () => {
    const parts = unzipSync(made);
    const part = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
    expect(part('xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1" xSplit="2" topLeftCell="C2"');
    expect(part('xl/worksheets/sheet1.xml')).toContain('</sheetData><autoFilter ref="A1:D3"/><dataValidations');
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Risks'!$A$1:$D$3</definedName>`,
    );
    expect(part('xl/worksheets/sheet2.xml')).not.toContain('autoFilter');
  });

  it('cuts a long head at its end, where it stands above what is said beside a cell', async () => {
    const head = '2026/27: Claimed, to be validated';
    const long = { title: 'Savings', columns: [{ head, hint: 'By finance', workedOut: true as const }], rows: [] };
    const parts = unzipSync(await workbookToFillIn([long], '2026-04-01T12:00:00.000Z'));
    const xml = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    expect(/promptTitle="([^"]*)"/.exec(xml)?.[1]).toBe('2026/27: Claimed, to be validat…');
  });

  it('of the same cells and instant has the same bytes', async () => {
    expect(await workbookToFillIn([sheet], '2026-04-01T12:00:00.000Z')).toEqual(made);
  });

  it('says which cells are merged, which rows hidden, and how many cells held a formula, whose values it takes', () => {
    const read = readFile(
      withSheet(
        '<sheetData><row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>"a"</f><v>a</v></c></row><row r="7" hidden="1"><c r="B7" t="b"><v>1</v></c></row><row r="9"><c r="A9" s="1"/></row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
      ),
      'a.xlsx',
    );
    expect('sheets' in read && read.sheets[0]).toEqual({
      name: 'Risks',
      rows: [
        { number: 2, hidden: false, cells: [2, null, 'a'] },
        { number: 7, hidden: true, cells: [null, true] },
      ],
      merged: ['A2:B2'],
      formulas: 2,
    });
  });

  it('counts days from 1904 where it says so, and takes off what a computation adds to a number', () => {
    const of1904 = withParts((parts) => {
      parts['xl/workbook.xml'] = strToU8(
        Buffer.from(parts['xl/workbook.xml'] ?? [])
          .toString('utf8')
          .replace('<workbookPr/>', '<workbookPr date1904="1"/>'),
      );
    });
    expect(rowsOf(of1904)[1]?.[3]).toEqual({ day: '2030-04-01' });
    expect(
      rowsOf(withSheet('<sheetData><row r="1"><c r="A1"><v>0.30000000000000004</v></c></row></sheetData>')),
    ).toEqual([[0.3]]);
  });
});

describe('A text of rows', () => {
  const text = 'Id;Title\nlärm;"Noise; and ""dust""\nat night"\n\n;Ümlaut';
  const rows = [
    ['Id', 'Title'],
    ['lärm', 'Noise; and "dust"\nat night'],
    ['', 'Ümlaut'],
  ];
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16, little end first', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())],
    ['Windows-1252', latin],
  ])('is read in %s', (_, bytes) => {
    expect(rowsOf(bytes, 'a.csv')).toEqual(rows);
  });
  it.each([',', '\t'])('divided by "%s"', (sign) => {
    expect(rowsOf(new TextEncoder().encode(`Id${sign}Title\r\na${sign}b\r\n`), 'a.csv')).toEqual([
      ['Id', 'Title'],
      ['a', 'b'],
    ]);
  });
});

it('A file is known by the SHA-256 of its bytes', () => {
  const bytes = new TextEncoder().encode('Id,Title\nlease,The lease\n');
  expect(readFile(bytes, 'a.csv')).toMatchObject({ digest: createHash('sha256').update(bytes).digest('hex') });
});

describe('Refused without harm', () => {
  it.each([
    ['what is empty', new Uint8Array(), 'is empty'],
    ['what is too large', new Uint8Array(4 * 1_024 * 1_024 + 1), 'is larger than 4 MB'],
    ['an old workbook, or one with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), 'old workbook'],
    ['macros', withPart('xl/vbaProject.bin', new Uint8Array(8)), 'holds macros'],
    [
      'links to another workbook',
      withPart('xl/externalLinks/externalLink1.xml', strToU8('<a/>')),
      'linked to another workbook',
    ],
    [
      'an OpenDocument spreadsheet',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
      'OpenDocument',
    ],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'is no Excel workbook'],
    [
      'more rows than a register has',
      new TextEncoder().encode(`Id,Title\n${'a,lorem ipsum\n'.repeat(6_001)}`),
      'has a sheet of more than 6,000 rows',
    ],
    [
      'more letters than are read',
      new TextEncoder().encode(`Id,Title\n${`a${',b'.repeat(330)}\n`.repeat(5_900)}`),
      'holds more than is read',
    ],
    [
      'CSV files that unpack to more than is read',
      zipSync({ 'Risks.csv': new Uint8Array(60 * 1_024 * 1_024) }),
      'unpacks to more',
    ],
    [
      'more CSV files than any programme has',
      zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.csv`, strToU8('Id\n')]))),
      'has too many parts',
    ],
    [
      'a CSV file of more rows than a register has',
      zipSync({ 'Risks.csv': strToU8(`Id,Title\n${'a,b\n'.repeat(6_001)}`) }),
      'has a sheet of more than 6,000 rows',
    ],
    [
      'two CSV files of one name',
      zipSync({ 'a/Risks.csv': strToU8('Id\n'), 'b/Risks.csv': strToU8('Id\n') }),
      'holds two files called Risks.csv',
    ],
    ['an archive without a CSV file', zipSync({ 'Risks.pdf': strToU8('%PDF') }), 'is no Excel workbook'],
    ['half an archive', made.slice(0, made.length / 2), 'cannot be read'],
    [
      'what unpacks to more than is read',
      withPart('xl/worksheets/sheet9.xml', new Uint8Array(60 * 1_024 * 1_024)),
      'unpacks to more',
    ],
    [
      'entities of its own',
      withParts((parts) => {
        parts['xl/sharedStrings.xml'] = strToU8(
          '<!DOCTYPE sst [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
        );
      }),
      'cannot be read',
    ],
  ])('%s', (_, bytes, why) => {
    expect(refusedFor(bytes)).toContain(why);
  });
});
