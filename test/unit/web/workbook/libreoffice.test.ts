// @module-tag long
import { expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { sheetsOfBook } from '#web/workbook/book.ts';
import { bookOf, planned } from '../../../support/book-of-registers.ts';
import {
  type Done,
  editedInLibreOffice,
  withoutLibreOffice,
} from '../../../support/libreoffice/edited-in-libreoffice.ts';

/* The workbook of a programme, opened, changed and saved by LibreOffice (docs/meaning.md WRITE-34). */

const broughtBack = async (done: readonly Done[]) => {
  const book = bookOf();
  const bytes = await workbookToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z');
  const read = readFile(await editedInLibreOffice(bytes, done), 'all.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  return { book, plan: planned(book, read.sheets) };
};

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
