import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { textsToFillIn } from '#functions/files/texts-to-fill-in.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { sheetsOfFile } from '#web/pages/workbook/book-of-texts.ts';
import { type Book, sheetsOfBook } from '#web/workbook/book.ts';
import type { ReadCell, ReadSheet } from '#web/workbook/sheet.ts';
import { bookOf, offered, planned, sheetFor } from '../../../support/book-of-registers.ts';

/* Registers of many reviews as one workbook, out and back (docs/meaning.md WRITE-34, WRITE-35). */

const readBack = async (book: Book): Promise<readonly ReadSheet[]> => {
  const read = readFile(await workbookToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z'), 'all.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  return read.sheets;
};

/** The same as an archive of texts. */
const readBackAsTexts = (book: Book, change: (text: string) => string = (text) => text): readonly ReadSheet[] => {
  const parts = unzipSync(textsToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z'));
  const changed = Object.entries(parts).map(([name, bytes]) => [
    `sent back/${name}`,
    /^As it was/.test(name) ? bytes : strToU8(change(strFromU8(bytes))),
  ]);
  const read = readFile(zipSync(Object.fromEntries(changed)), 'all.zip');
  if ('refused' in read) throw new Error(read.refused);
  return sheetsOfFile(read);
};

type Typed = readonly [sheet: string, row: number, head: string, value: ReadCell];
/** The sheets after somebody typed into them; a row is counted from 1, below the heads. */
const typedInto = (sheets: readonly ReadSheet[], typed: readonly Typed[]): readonly ReadSheet[] =>
  sheets.map((sheet) => {
    const mine = typed.filter(([name]) => name === sheet.name);
    const rows = sheet.rows.map((row) => ({ ...row, cells: [...row.cells] }));
    for (const [, number, head, value] of mine) {
      const at = rows[0]?.cells.indexOf(head) ?? -1;
      if (at < 0) throw new Error(`${sheet.name} has no column ${head}`);
      let row = rows.find((one) => one.number === number + 1);
      if (row === undefined) {
        row = { number: number + 1, hidden: false, cells: [] };
        rows.push(row);
      }
      while (row.cells.length < at) row.cells.push(null);
      row.cells[at] = value;
    }
    return { ...sheet, rows };
  });

it('There are several registers in it, and none has a column of its own called as the review’s is', () => {
  expect(offered.length).toBeGreaterThan(4);
  for (const register of offered) expect(sheetFor(register).columns.map(({ label }) => label)).not.toContain('Review');
});

it('What comes back as it went out changes nothing, whatever it is of', async () => {
  for (const isOverReviews of [true, false]) {
    const whole = bookOf(isOverReviews);
    const book: Book = isOverReviews
      ? whole
      : {
          ...whole,
          sheets: whole.sheets.map((one) => ({
            ...one,
            owners: one.owners.slice(1, 2),
            entries: one.entries.slice(1, 2),
          })),
        };
    const read = await readBack(book);
    expect(read.map(({ name }) => name)).toEqual([
      ...book.sheets.map(({ title }) => title),
      ...book.sheets.map(({ title }) => `${title}, as it was`),
      ...['Lists', 'Lists by review'].slice(0, isOverReviews ? 2 : 1),
    ]);
    expect(planned(book, read)).toEqual({
      ...{ added: [], changed: [], faults: [], clashes: [], notes: [], leftOut: 0 },
      unchanged: book.sheets.reduce((sum, { entries }) => sum + entries.length, 0),
    });
  }
});

it('As CSV files it changes nothing as it went out, and what somebody typed where they typed', () => {
  for (const isOverReviews of [true, false]) {
    const book = bookOf(isOverReviews);
    const read = readBackAsTexts(book);
    expect(new Set(read.map(({ name }) => name))).toEqual(
      new Set(book.sheets.flatMap(({ title }) => [title, `${title}, as it was`])),
    );
    if (isOverReviews)
      expect(planned(book, read)).toEqual({
        ...{ added: [], changed: [], faults: [], clashes: [], notes: [], leftOut: 0 },
        unchanged: book.sheets.reduce((sum, { entries }) => sum + entries.length, 0),
      });
  }
  const book = bookOf();
  const typed = readBackAsTexts(book, (text) =>
    text.replace('home-care/first,Home care,risk 1', 'home-care/first,Home care,The roof leaks'),
  );
  expect(planned(book, typed)).toMatchObject({
    ...{ faults: [], clashes: [], added: [] },
    changed: ['home-care/risks/first 2: Title The roof leaks'],
  });
});

it('A text that a spreadsheet would take for a formula goes out and comes back as CSV as it is', () => {
  const whole = bookOf();
  const book: Book = {
    ...whole,
    sheets: whole.sheets.map((sheet) =>
      sheet.register === 'risks'
        ? {
            ...sheet,
            entries: sheet.entries.map((one) => ({
              ...one,
              title: '=SUM(A1)',
              record: { ...Object(one.record), title: '=SUM(A1)', cause: '@home, "quoted"\nand a line more' },
            })),
          }
        : sheet,
    ),
  };
  const [risks] = readBackAsTexts(book).filter(({ name }) => name === 'Risks');
  // Alone, without what it was: it is held against what is recorded.
  expect(planned(book, risks === undefined ? [] : [risks])).toMatchObject({ changed: [], faults: [], unchanged: 4 });
});

it('Each row changes the entry of its own review, and a new row goes to the review that it names', async () => {
  const book = bookOf();
  const sheets = typedInto(await readBack(book), [
    ['Risks', 2, 'Owner', 'Estates'],
    ['Risks', 1, 'Owner', 'The office'],
    ['Issues', 3, 'Title', 'Another title'],
    ['Milestones', 6, 'Review', 'Property (property-2)'],
    ['Milestones', 6, 'Title', 'The lease is signed'],
    ['Milestones', 7, 'Review', 'home-care'],
    ['Milestones', 7, 'Title', 'The lease is signed'],
    ['Risks', 8, 'Review', 'The programme itself'],
    ['Risks', 8, 'Title', 'Nobody has time'],
  ]);
  expect(planned(book, sheets)).toMatchObject({
    ...{ faults: [], clashes: [], leftOut: 0 },
    changed: expect.arrayContaining([
      'null/risks/first 1: Owner The office',
      'home-care/risks/first 2: Owner Estates',
      'property/issues/first 3: Title Another title',
    ]),
    added: expect.arrayContaining([
      'property-2/milestones/the-lease-is-signed of row 7',
      'home-care/milestones/the-lease-is-signed of row 8',
      'null/risks/nobody-has-time of row 9',
    ]),
  });
});

it('Rows and sheets that are gone leave their entries as they are, sheets in any order; what is of no register is said', async () => {
  const book = bookOf();
  const read = await readBack(book);
  const kept = read.filter(({ name }) => !name.startsWith('Savings')).toReversed();
  const fewer = kept.map((one) => (one.name === 'Risks' ? { ...one, rows: one.rows.slice(0, 3) } : one));
  const own = { name: 'My notes', merged: [], formulas: 0, rows: [{ number: 1, hidden: false, cells: ['ask Ann'] }] };
  expect(planned(book, [...fewer, own])).toMatchObject({
    ...{ added: [], changed: [], faults: [] },
    leftOut: 4 + 2,
    notes: ['The sheet “My notes” is of no register here, and was not read.'],
  });
});

it('Where both changed the same cell, it is said of its review, and the others are planned', async () => {
  const made = bookOf();
  const read = await readBack(made);
  const now: Book = {
    ...made,
    sheets: made.sheets.map((sheet) =>
      sheet.register === 'risks'
        ? {
            ...sheet,
            entries: sheet.entries.map((one) =>
              one.review === 'property' ? { ...one, version: 9, record: { ...one.record, owner: 'HR' } } : one,
            ),
          }
        : sheet,
    ),
  };
  const sheets = typedInto(read, [
    ['Risks', 2, 'Owner', 'Estates'],
    ['Risks', 3, 'Owner', 'Finance'],
  ]);
  expect(planned(now, sheets)).toMatchObject({
    ...{ faults: [], changed: expect.arrayContaining(['home-care/risks/first 2: Owner Estates']) },
    clashes: [expect.stringMatching(/^Property \(property\): Risks [A-Z]+4$/)],
  });
});

describe('What is wrong is said by sheet and cell', () => {
  const asOf = (sheet: ReadSheet, change: (cells: ReadCell[], row: number) => ReadCell[]): ReadSheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: change([...row.cells], row.number) })),
  });
  it.each<[string, readonly Typed[], RegExp]>([
    [
      'another review of a row that is there',
      [['Risks', 2, 'Review', 'Property (property)']],
      /^Risks B3 says “Property \(property\)”, and the row is of “Home care”/,
    ],
    [
      'a review that is none',
      [
        ['Risks', 6, 'Review', 'Highways'],
        ['Risks', 6, 'Title', 'X'],
      ],
      /^Risks B7 must name the review/,
    ],
    [
      'a title that two reviews have',
      [
        ['Risks', 6, 'Review', 'Property'],
        ['Risks', 6, 'Title', 'X'],
      ],
      /^Risks B7 must name the review/,
    ],
    ['no review', [['Issues', 6, 'Title', 'X']], /^Issues B7 must name the review/],
    ['the id of no review', [['Risks', 2, 'Id', 'gone/first']], /^Risks A3 names gone\/first, which is of no review/],
    ['an id without a review', [['Risks', 2, 'Id', 'first']], /^Risks A3 names first/],
    ['the id of no entry', [['Risks', 2, 'Id', 'home-care/gone']], /^Risks A3 names the risk gone/],
    [
      'two rows of one entry',
      [
        ['Risks', 3, 'Id', 'home-care/first'],
        ['Risks', 3, 'Review', 'Home care'],
      ],
      /^Risks A4 .*take one of them out/,
    ],
    ['a row of totals', [['Savings', 7, 'Review', 'Total']], /^Savings A8 looks like a row of totals/],
    ['no date', [['Risks', 2, 'Last reviewed on', '31/02/2026']], /^Risks [A-Z]+3 must be a real date/],
    [
      'words where a number belongs',
      [['Risks', 2, 'Current score: Impact', 'high']],
      /^Risks [A-Z]+3 must be a number/,
    ],
  ])('%s', async (_, typed, why) => {
    const book = bookOf();
    const { faults } = planned(book, typedInto(await readBack(book), typed));
    expect(faults).toEqual([expect.stringMatching(why)]);
  });

  it('a head of no column, two heads alike and merged cells keep their sheet alone from being read', async () => {
    const book = bookOf();
    const read = await readBack(book);
    const [risks] = read.filter(({ name }) => name === 'Risks');
    if (risks === undefined) throw new Error('no risks');
    const others = typedInto(
      read.filter(({ name }) => name !== 'Risks'),
      [['Issues', 2, 'Title', 'Another']],
    );
    for (const [wrong, why] of [
      [
        asOf(risks, (cells, row) => (row === 1 ? cells.map((head) => (head === 'Owner' ? 'Colour' : head)) : cells)),
        /is the head of no column here: “Colour”/,
      ],
      [{ ...risks, merged: ['B2:B3'] as string[] }, /^Risks B2:B3 are merged into one cell/],
    ] as const) {
      const plan = planned(book, [wrong, ...others]);
      expect(plan.faults).toEqual([expect.stringMatching(why)]);
      expect(plan.changed).toEqual(['home-care/issues/first 2: Title Another']);
    }
  });

  it('a new row where the column of reviews was taken out', async () => {
    const book = bookOf();
    const read = await readBack(book);
    const without = read.map((one) =>
      one.name === 'Risks' ? asOf(one, (cells) => [...cells.slice(0, 1), ...cells.slice(2)]) : one,
    );
    expect(planned(book, without)).toMatchObject({ faults: [], added: [], changed: [] });
    const typed = typedInto(without, [['Risks', 6, 'Title', 'X']]);
    expect(planned(book, typed).faults).toEqual([
      expect.stringMatching(/is of no review: the column “Review” is missing/),
    ]);
  });

  it('a file in which no sheet is called as a register is', () => {
    const sheet = { name: 'Sheet1', merged: [], formulas: 0, rows: [{ number: 1, hidden: false, cells: ['Title'] }] };
    expect(planned(bookOf(), [sheet]).faults).toEqual([
      expect.stringContaining('is of no register: give each sheet, or each file, the name that it had'),
    ]);
  });
});
