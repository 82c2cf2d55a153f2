import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { cellListsOf } from '#functions/files/cell-lists.ts';
import { readFile } from '#functions/files/read-file.ts';
import { textsToFillIn } from '#functions/files/texts-to-fill-in.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { chosenInReview } from '#web/pages/workbook/chosen-in-review.ts';
import { type Book, sheetsOfBook } from '#web/workbook/book.ts';
import { addressOf, type ReadCell, type ReadSheet } from '#web/workbook/sheet.ts';
import { offered, planned, sheetFor } from '../../../support/book-of-registers.ts';

/* What rows over many reviews refer to is chosen among the entries of their own review (docs/meaning.md WRITE-37). */

const registerOf = (kind: string) => {
  const found = offered.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found;
};
const entry = (review: string | null, id: string, title: string) => ({ review, id, title });
const chosen = chosenInReview([
  {
    register: registerOf('saving'),
    entries: [
      entry('home-care', 'rota', 'One rota'),
      entry('home-care', 'vans', 'Fewer vans'),
      entry('property', 'depot', 'Sell the depot'),
      entry('property', 'depot-2', 'Sell the depot'),
      entry('property', 'rent', 'Rent; and rates'),
    ],
  },
  { register: registerOf('issue'), entries: [] },
]);

/** Risks and handovers: a risk threatens a saving, a handover has several. */
const bookOf = (given: Readonly<Record<string, object>> = {}): Book => ({
  isOverReviews: true,
  sheets: ['risk', 'handover'].map((kind) => {
    const sheet = sheetFor(registerOf(kind), undefined, chosen);
    return {
      ...sheet,
      entries: sheet.entries.map((one) => ({
        ...one,
        record: { ...one.record, ...given[`${kind} of ${one.review}`] },
      })),
    };
  }),
});
const readBack = async (book: Book): Promise<readonly ReadSheet[]> => {
  const read = readFile(await workbookToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z'), 'all.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  return read.sheets;
};
const cellAt = (read: readonly ReadSheet[], name: string, row: number, head: string): ReadCell | undefined => {
  const rows = read.find((one) => one.name === name)?.rows ?? [];
  return rows.find(({ number }) => number === row)?.cells[rows[0]?.cells.indexOf(head) ?? -1];
};
const typed = (read: readonly ReadSheet[], name: string, row: number, head: string, value: ReadCell) =>
  read.map((sheet) => {
    const at = sheet.rows[0]?.cells.indexOf(head) ?? -1;
    const put = (cells: readonly ReadCell[]): ReadCell[] =>
      Array.from({ length: Math.max(cells.length, at + 1) }, (_, n) => (n === at ? value : (cells[n] ?? null)));
    return sheet.name !== name
      ? sheet
      : { ...sheet, rows: sheet.rows.map((one) => (one.number === row ? { ...one, cells: put(one.cells) } : one)) };
  });

const given = {
  'risk of home-care': { threatensSaving: 'vans' },
  'risk of property': { threatensSaving: 'depot-2' },
  'risk of property-2': { threatensSaving: 'gone' },
  'handover of property': { savings: ['rent', 'depot'] },
};
// Row 2 is of the programme itself, then home care, property and the other property.
const [homeCare, property, other] = [3, 4, 5];

it('A cell says the title, of two alike with its id, and what is there no more by its id; untouched it changes nothing', async () => {
  const book = bookOf(given);
  const read = await readBack(book);
  const threatens = [homeCare, property, other].map((row) => cellAt(read, 'Risks', row, 'Threatens saving'));
  expect(threatens).toEqual(['Fewer vans', 'Sell the depot (depot-2)', 'gone']);
  expect(cellAt(read, 'Handovers', property, 'Savings')).toBe('rent; Sell the depot (depot)');
  expect(planned(book, read)).toMatchObject({ added: [], changed: [], faults: [], clashes: [], notes: [] });
  const texts = unzipSync(textsToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z'));
  expect(strFromU8(texts['Risks.csv'] ?? new Uint8Array())).toContain(',Sell the depot (depot-2),');
});

it.each([
  ['Risks', homeCare, 'Threatens saving', 'One rota', 'home-care/risks/first 2: Threatens saving One rota'],
  ['Risks', homeCare, 'Threatens saving', 'ROTA', 'home-care/risks/first 2: Threatens saving One rota'],
  ['Risks', homeCare, 'Threatens saving', null, 'home-care/risks/first 2: Threatens saving '],
  ['Risks', property, 'Threatens saving', 'depot', 'property/risks/first 3: Threatens saving Sell the depot (depot)'],
  ['Handovers', homeCare, 'Savings', 'fewer vans; rota', 'home-care/handovers/first 2: Savings Fewer vans; One rota'],
])('%s, row %i: %s %s', async (sheet, row, head, value, change) => {
  const book = bookOf(given);
  const { faults, changed } = planned(book, typed(await readBack(book), sheet, row, head, value));
  expect({ faults, changed }).toEqual({ faults: [], changed: [change] });
});

it.each([
  [
    ...(['Risks', homeCare, 'Threatens saving', 'Sell the depot'] as const),
    'must name one of the savings of “Home care”, by its title or id, and “Sell the depot” is none of them: they are One rota, Fewer vans',
  ],
  [
    ...(['Risks', property, 'Threatens saving', 'Sell the depot'] as const),
    'names several among the savings of “Property (property)”: put the one that is meant, Sell the depot (depot) or Sell the depot (depot-2)',
  ],
  [
    ...(['Risks', homeCare, 'Issue', 'X'] as const),
    'must be empty: nothing is recorded yet among the issues of “Home care”',
  ],
  [
    ...(['Handovers', homeCare, 'Savings', 'rota; depot'] as const),
    'must name one of the savings of “Home care”, by its title or id, and “depot” is none of them: they are One rota, Fewer vans; several are divided by semicolons',
  ],
])('%s, row %i: %s %s is said by its cell', async (sheet, row, head, value, why) => {
  const book = bookOf(given);
  const read = await readBack(book);
  const at = addressOf(read.find(({ name }) => name === sheet)?.rows[0]?.cells.indexOf(head) ?? -1, row);
  expect(planned(book, typed(read, sheet, row, head, value)).faults).toEqual([`${sheet} ${at} ${why}`]);
});

it('A new row names an entry of the review that it names', async () => {
  const book = bookOf(given);
  const read = (await readBack(book)).map((sheet) => {
    const heads = sheet.rows[0]?.cells ?? [];
    const cells = heads.map(
      (head): ReadCell =>
        ({ Review: 'Home care', Title: 'The vans are old', 'Threatens saving': 'Fewer vans' })[String(head)] ?? null,
    );
    return sheet.name === 'Risks' ? { ...sheet, rows: [...sheet.rows, { number: 9, hidden: false, cells }] } : sheet;
  });
  expect(planned(book, read)).toMatchObject({ faults: [], added: ['home-care/risks/the-vans-are-old of row 9'] });
});

it('A cell offers the entries of the review that its row names, wherever it is sorted to', async () => {
  const parts = unzipSync(await workbookToFillIn(sheetsOfBook(bookOf(given)), '2026-04-10T12:00:00.000Z'));
  const xml = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  const place = `LOOKUP(2,1/('Lists by review'!$1:$1=&quot;savings: &quot;&amp;$B2),COLUMN($1:$1))`;
  expect(xml('xl/worksheets/sheet1.xml')).toContain(
    `<formula1>OFFSET('Lists by review'!$A$3,0,${place}-1,INDEX('Lists by review'!$2:$2,1,${place}),1)</formula1>`,
  );
  expect(xml('xl/workbook.xml')).toMatch(/<sheet state="veryHidden" [^>]*name="Lists by review"/);
});

it('What finds the list of a row is no longer than the 255 characters that Excel takes', () => {
  const columns = offered.map(({ path }) => ({
    ...{ head: path, hint: path },
    choicesBy: { those: path.replaceAll('-', ' '), lists: new Map([['Home care', ['One']]]), at: 700 },
  }));
  const lengths = [...cellListsOf(columns).formulas.values()].map(({ length }) => length);
  expect(lengths).toHaveLength(offered.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(255);
});
