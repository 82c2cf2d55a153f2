// @module-tag long
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { cellListsOf } from '#functions/files/cell-lists.ts';
import { readFile } from '#functions/files/read-file.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { ownedId, sheetsOfBook } from '#web/workbook/book.ts';
import { addressOf, type ReadSheet, type WrittenColumn } from '#web/workbook/sheet.ts';
import { bookOf, planned } from '../../../support/book-of-registers.ts';
import {
  type Done,
  editedInLibreOffice,
  withoutLibreOffice,
} from '../../../support/libreoffice/edited-in-libreoffice.ts';

/* The workbook of a programme, opened, changed and saved by LibreOffice (docs/meaning.md WRITE-34, WRITE-36). */

/** A workbook in which each entry has a day of its own by which it is due. */
const bookOfDays = () => {
  const book = bookOf();
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      entries: sheet.entries.map((one, n) =>
        sheet.register === 'risks' ? { ...one, computed: { ...one.computed, nextReviewOn: `2026-0${n + 1}-02` } } : one,
      ),
    })),
  };
};

const broughtBack = async (done: readonly Done[]) => {
  const book = bookOfDays();
  const bytes = await workbookToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z');
  const saved = await editedInLibreOffice(bytes, done);
  const read = readFile(saved, 'all.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  return { book, saved, sheets: read.sheets, plan: planned(book, read.sheets) };
};

/** The colour behind a cell, and whether its letters are italic, in a workbook as it was saved. */
const shownIn = (saved: Uint8Array) => {
  const parts = unzipSync(saved);
  const xml = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  const each = (within: string, one: RegExp): readonly string[] =>
    (new RegExp(`<${within}[ >].*?</${within}>`, 's').exec(xml('xl/styles.xml'))?.[0].match(one) ?? []).map(String);
  const [fonts, fills] = [each('fonts', /<font>.*?<\/font>/gs), each('fills', /<fill>.*?<\/fill>/gs)];
  const styles = each('cellXfs', /<xf [^>]*>/g);
  return {
    validations: (sheet: number): readonly string[] =>
      xml(`xl/worksheets/sheet${sheet}.xml`).match(/<dataValidation .*?<\/dataValidation>/gs) ?? [],
    cell: (sheet: number, at: string) => {
      const style = Number(
        new RegExp(`<c r="${at}" s="(\\d+)"`).exec(xml(`xl/worksheets/sheet${sheet}.xml`))?.[1] ?? Number.NaN,
      );
      const of = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(styles[style] ?? '')?.[1]);
      return {
        behind: /<fgColor rgb="FF([0-9A-F]{6})"/i.exec(fills[of('fillId')] ?? '')?.[1]?.toLowerCase(),
        isItalic: /<i val="true"/.test(fonts[of('fontId')] ?? ''),
      };
    },
  };
};
const columnAt = (sheet: ReadSheet | undefined, head: string): number => sheet?.rows[0]?.cells.indexOf(head) ?? -1;

it('Saved as it was it changes nothing', async ({ skip }) => {
  const reason = withoutLibreOffice();
  if (reason !== undefined) skip(reason);
  const { book, plan } = await broughtBack([]);
  expect(plan).toEqual({
    ...{ added: [], changed: [], faults: [], clashes: [], notes: [], leftOut: 0 },
    unchanged: book.sheets.reduce((sum, { entries }) => sum + entries.length, 0),
  });
}, 180_000);

it('Changed, sorted, its sheets moved and taken out, it changes what somebody typed and nothing else', async ({
  skip,
}) => {
  const reason = withoutLibreOffice();
  if (reason !== undefined) skip(reason);
  const { book, plan } = await broughtBack([
    ['type', 'Risks', 'home-care/first', 'Owner', 'Estates'],
    ['type', 'Risks', 'property/first', 'Current score: Impact', 2],
    ['type', 'Risks', 6, 'Review', 'Property (property-2)'],
    ['type', 'Risks', 6, 'Title', 'The roof leaks'],
    ['sort', 'Risks', 'Title', 5],
    ['formula', 'Milestones', 'home-care/first', 'Title', '=CONCATENATE("Made ";"of two")'],
    ['type', 'Savings', 'property/first', '2026/27: Forecast', '£1.2m'],
    ['move', 'Savings', 3],
    ['remove', 'Decisions'],
  ]);
  const decisions = book.sheets.find(({ register }) => register === 'decisions')?.entries.length;
  expect(plan).toMatchObject({
    ...{ faults: [], clashes: [], leftOut: decisions },
    added: ['property-2/risks/the-roof-leaks of row 2'],
    notes: ['One cell holds a formula: its value was read, as the sheet “Milestones” shows it.'],
  });
  expect(plan.changed.toSorted()).toEqual([
    'home-care/milestones/first 2: Title Made of two',
    'home-care/risks/first 2: Owner Estates',
    'property/risks/first 3: Current score: Impact 2',
    'property/savings/first 3: 2026/27: Forecast £1,200,000',
  ]);
}, 180_000);

it('What the tracker works out is grey, refuses typing, sorts with its row, and comes back without a word', async ({
  skip,
}) => {
  const reason = withoutLibreOffice();
  if (reason !== undefined) skip(reason);
  const { book, saved, sheets, plan } = await broughtBack([['sort', 'Risks', 'Next review due', 4]]);
  expect(plan).toMatchObject({ added: [], changed: [], faults: [], clashes: [], notes: [], leftOut: 0 });
  const [savings, risks] = sheets;
  expect([savings?.name, risks?.name]).toEqual(['Savings', 'Risks']);
  // The workbook has a day of its own for each: the latest comes first.
  const due = risks?.rows.slice(1).map(({ cells }) => [cells[0], cells[columnAt(risks, 'Next review due')]]);
  expect(due?.map(([, day]) => day)).toEqual([4, 3, 2, 1].map((month) => ({ day: `2026-0${month}-02` })));
  expect(due?.map(([id]) => id)).toEqual(book.sheets[1]?.entries.toReversed().map((one) => ownedId(one)));
  const shown = shownIn(saved);
  for (const [n, sheet] of [savings, risks].entries())
    for (const { label } of book.sheets[n]?.workedOut ?? []) {
      const at = columnAt(sheet, label);
      expect(shown.cell(n + 1, addressOf(at, 1)), label).toEqual({ behind: 'd0d0d0', isItalic: true });
      for (const row of [2, 5])
        expect(shown.cell(n + 1, addressOf(at, row)), label).toEqual({ behind: 'e6e6e6', isItalic: false });
      const [own] = shown.validations(n + 1).filter((one) => one.includes(`sqref="${addressOf(at, 1)}:`));
      // LibreOffice writes FALSE as 0.
      expect(own, label).toMatch(/type="custom".*<formula1>0<\/formula1>/);
      expect(own, label).toMatch(/errorStyle="stop".*showErrorMessage="true"/);
      expect(own, label).toContain('error="The tracker works this out: ');
      expect(own, label).toContain('prompt="The tracker works this out, and does not read what is typed here. ');
    }
  expect(shown.cell(2, addressOf(columnAt(risks, 'Owner'), 2))).toEqual({ behind: undefined, isItalic: false });
}, 180_000);

it('What somebody typed there all the same is not read, and that is said', async ({ skip }) => {
  const reason = withoutLibreOffice();
  if (reason !== undefined) skip(reason);
  const { plan } = await broughtBack([
    ['type', 'Risks', 'home-care/first', 'Band', 'Low'],
    ['type', 'Savings', 'property/first', '2026/27: Validated', 5],
    ['type', 'Milestones', 1, 'Slip in days', 'Late'],
  ]);
  expect(plan).toMatchObject({
    ...{ added: [], changed: [], faults: [], clashes: [], leftOut: 0 },
    notes: [
      'One cell was changed that the tracker works out: it is not read (“2026/27: Validated” of the sheet “Savings”).',
      'One cell was changed that the tracker works out: it is not read (“Band” of the sheet “Risks”).',
      'The column “Late” of the sheet “Milestones” stands where one of what the tracker works out stood, and was not read.',
    ],
  });
}, 180_000);

it('What is chosen within a review is listed for the row, sorted as it may be', async ({ skip }) => {
  const reason = withoutLibreOffice();
  if (reason !== undefined) skip(reason);
  const { saved, plan } = await broughtBack([
    ['sort', 'Risks', 'Next review due', 4],
    ['type', 'Risks', 'home-care/first', 'Threatens saving', 'savings line 1'],
    // What its list begins with, found as the cell finds it; its row is the third by then.
    [
      ...(['formula', 'Risks', 'home-care/first', 'Owner'] as const),
      `=OFFSET($'Lists by review'.$A$3;0;MATCH("savings: "&$B4;$'Lists by review'.$A$1:$ZZ$1;0)-1;1;1)`,
    ],
  ]);
  expect(plan).toMatchObject({
    ...{ added: [], faults: [], clashes: [] },
    changed: ['home-care/risks/first 2: Owner savings line 1,Threatens saving savings line 1'],
  });
  const lists = shownIn(saved)
    .validations(2)
    .filter((one) => one.includes('savings: '));
  expect(lists).toEqual([
    expect.stringMatching(/type="list".*<formula1>OFFSET\(&apos;Lists by review&apos;!\$A\$3,0,LOOKUP\(2,1\//),
  ]);
  expect(lists[0]).toContain('&amp;$B2)');
}, 180_000);

it('A review finds its list whatever letters its title has', async ({ skip }) => {
  const reason = withoutLibreOffice();
  if (reason !== undefined) skip(reason);
  const reviews = ['Care*', 'Care?', 'Care~', 'Care~*', 'Care?s', 'Cares', 'Is it "Care"?'];
  const saving: WrittenColumn = {
    ...{ head: 'Saving', hint: 'What it threatens' },
    choicesBy: { those: 'savings', lists: new Map(reviews.map((one) => [one, [`Saving of ${one}`]])), at: 0 },
  };
  const columns: WrittenColumn[] = [{ head: 'Review', hint: 'Which' }, saving];
  const sheet = { title: 'Risks', columns, rows: reviews.map((one) => [one, null]) };
  // As LibreOffice writes it.
  const formula = (cellListsOf(columns).formulas.get(saving) ?? '')
    .replaceAll("'Lists by review'!", () => "$'Lists by review'.")
    .replaceAll(',', ';');
  const saved = await editedInLibreOffice(
    await workbookToFillIn([sheet], '2026-04-10T12:00:00.000Z'),
    reviews.map((_, n) => [
      ...(['formula', 'Risks', n + 2, 'Saving'] as const),
      `=INDEX(${formula.replaceAll('$A2', () => `$A${n + 2}`)};1)`,
    ]),
  );
  const read = readFile(saved, 'all.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  expect(read.sheets[0]?.rows.slice(1).map(({ cells }) => cells[1])).toEqual(reviews.map((one) => `Saving of ${one}`));
}, 180_000);
