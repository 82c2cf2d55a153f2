// @module-tag long
import { expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { pack } from '#functions/pages/packed-values.ts';
import { mostEntries } from '#web/pages/workbook/book-at.ts';
import { waitingOf } from '#web/pages/workbook/checked-book.ts';
import { chosenInReview } from '#web/pages/workbook/chosen-in-review.ts';
import { type Book, ownersOf, sheetsOfBook } from '#web/workbook/book.ts';
import { planOfBook } from '#web/workbook/book-plan.ts';
import { offered, sheetFor } from '../../../support/book-of-registers.ts';
import { records } from '../../../support/records.ts';
import { computedOf } from '../../../support/worked-out.ts';

/* The largest workbook of a programme keeps to what a function of the pages has: ten seconds, 256 MB, files of 4 MB (docs/meaning.md WRITE-34). */

const reviews = Array.from({ length: 65 }, (_, n) => ({ id: `review-${n}`, title: `Review ${n}` }));
const owners = ownersOf(reviews, 'with-programme');
const lists = offered.map((register) => {
  const sample = { ...Object(register.example), ...Object(records[register.kind]) };
  const computed = computedOf(register, sample);
  return {
    register,
    entries: Array.from({ length: Math.floor(mostEntries / offered.length) }, (_, n) => {
      const title = `${register.noun} ${n}`;
      // Each risk refers to a savings line of its own review.
      const record = { ...sample, title, ...(register.kind === 'risk' ? { threatensSaving: `entry-${n}` } : {}) };
      return { id: `entry-${n}`, title, version: 1, review: `review-${n % reviews.length}`, record, computed };
    }),
  };
});
const chosen = chosenInReview(lists);
const book: Book = {
  isOverReviews: true,
  sheets: lists.map(({ register, entries }) => ({ ...sheetFor(register, entries, chosen), owners })),
};

it('Of five thousand entries it is written, read and planned, every one of them changed, well within these', async () => {
  const began = process.threadCpuUsage();
  const { heapUsed } = process.memoryUsage();
  let most = 0;
  const noted = <T>(made: T): T => {
    most = Math.max(most, process.memoryUsage().heapUsed);
    return made;
  };
  const bytes = noted(await workbookToFillIn(sheetsOfBook(book), '2026-04-10T12:00:00.000Z'));
  expect(bytes.length).toBeLessThan(2 * 1_024 * 1_024);
  const read = noted(readFile(bytes, 'all.xlsx'));
  if ('refused' in read) throw new Error(read.refused);
  const shown = new Set(book.sheets.map(({ title }) => title));
  const sheets = read.sheets.map((sheet) => {
    const at = sheet.rows[0]?.cells.indexOf('Title') ?? -1;
    const rows = sheet.rows.map((row, n) =>
      n === 0 ? row : { ...row, cells: row.cells.map((cell, m) => (m === at ? `${cell} now` : cell)) },
    );
    return shown.has(sheet.name) ? { ...sheet, rows } : sheet;
  });
  const plan = noted(planOfBook(book, sheets));
  const waiting = noted(waitingOf({ name: 'all.xlsx' }, plan));
  expect(waiting.streams.reduce((sum, { of }) => sum + of, 0)).toBeGreaterThan(mostEntries - offered.length);
  // The form that goes on with it: an answer has 6 MB.
  expect(pack(JSON.stringify(waiting)).length).toBeLessThan(1_000_000);
  const { user, system } = process.threadCpuUsage(began);
  expect((user + system) / 1_000_000).toBeLessThan(10);
  expect((most - heapUsed) / 1_024 / 1_024).toBeLessThan(256);
});
