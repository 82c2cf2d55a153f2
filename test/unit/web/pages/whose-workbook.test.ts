import { expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { textsToFillIn } from '#functions/files/texts-to-fill-in.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { whoseSheet } from '#web/workbook/whose.ts';
import { records } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

/* A workbook says whose it is, and is read at no page of another (docs/meaning.md WRITE-39). */

const entry = (owner: string) => ({
  ...{
    id: 'market',
    record: { ...Object(records.risk), title: 'The market', owner },
    facts: {},
    computed: {},
    version: 1,
  },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
  struckOut: null,
});
const list = (...items: readonly unknown[]) => ({ body: { items, next: null } });
const registersOf = ['savings', 'issues', 'milestones', 'decisions', 'handovers', 'delivery-models', 'change-requests'];
const programme = {
  ...{ name: 'Futures', reporting: { returnsDueDay: 5 } },
  portfolios: [{ id: 'adults', name: 'Adult services' }],
};
const ofReview = (id: string, title: string, owner: string) => ({
  [`/programmes/p/reviews/${id}`]: { body: { record: { title } } },
  [`/programmes/p/reviews/${id}/risks`]: list(entry(owner)),
  ...Object.fromEntries(registersOf.map((path) => [`/programmes/p/reviews/${id}/${path}`, list()])),
});
const screens = screensBefore(
  () => ({
    '/programmes/p': {
      body: { record: programme, computed: { nextReport: '2026-10', nextReportDueOn: '2026-11-30' } },
    },
    '/programmes/p/reviews': list(
      { id: 'customer', title: 'One front door', portfolio: 'adults' },
      { id: 'fostering', title: 'Fostering', portfolio: null },
    ),
    ...Object.fromEntries(registersOf.map((path) => [`/programmes/p/across/${path}`, list()])),
    '/programmes/p/across/risks': list({
      review: { id: 'customer', title: 'One front door' },
      entry: entry('Digital'),
    }),
    ...ofReview('customer', 'One front door', 'Digital'),
    ...ofReview('fostering', 'Fostering', 'Children'),
  }),
  ['transformation-team'],
);
const [book, customer, fostering] = [
  '/pages/programmes/p/_workbook',
  '/pages/programmes/p/reviews/customer',
  '/pages/programmes/p/reviews/fostering',
];

/** The file that a page gives, as it is read when it comes back. */
const fileAt = async (of: string, as: 'file' | 'csv' = 'file') => {
  const reply = await screens.open(`${of}/${as}`);
  if (reply.kind !== 'workbook') throw new Error(`${of} has no workbook`);
  const [sheets, at] = [reply.sheets, '2026-11-28T12:00:00.000Z'];
  const bytes = as === 'csv' ? textsToFillIn(sheets, at, reply.whose) : await workbookToFillIn(sheets, at, reply.whose);
  const read = readFile(bytes, reply.name);
  if ('refused' in read) throw new Error(read.refused);
  return read;
};
const broughtAt = async (of: string, file: object) => {
  const page = screens.pageOf(await screens.reply(of, { file: JSON.stringify(file) }));
  return { faults: (page.faults ?? []).map(({ message }) => message), body: String(page.body) };
};

it('A workbook of the risks of a review is not read among those of another, and says where it comes back', async () => {
  const file = await fileAt(`${customer}/risks/_workbook`);
  const { faults, body } = await broughtAt(`${fostering}/risks/_workbook`, file);
  expect(faults).toEqual([
    'The workbook is that of the risks of “One front door”, and this page is of the risks of “Fostering”: nothing of it was read. Bring it back where it was downloaded',
  ]);
  expect(body).toContain(`href="${customer}/risks/_workbook"`);
  expect(body).not.toContain('Record 1 row');
  // Nor where somebody sends the form that records it.
  await screens.reply(`${fostering}/risks/_workbook`, { file: JSON.stringify(file), confirmed: 'yes' });
  expect(screens.sent).toEqual([]);
});

it('Nor is one workbook of a review read at another, as a workbook or as CSV files, nor one of a programme at a review', async () => {
  for (const as of ['file', 'csv'] as const) {
    const { faults } = await broughtAt(`${fostering}/_workbook`, await fileAt(`${customer}/_workbook`, as));
    expect(faults).toEqual([
      expect.stringContaining(
        'that of the registers of “One front door”, and this page is of the registers of “Fostering”',
      ),
    ]);
  }
  const { faults, body } = await broughtAt(`${fostering}/_workbook`, await fileAt(book));
  expect(faults).toEqual([expect.stringContaining('that of the reviews of the programme “Futures”')]);
  expect(body).toContain(`href="${book}"`);
});

it('It is read where it went out; that of a portfolio at its programme as well; and one that does not say whose it is', async () => {
  const file = await fileAt(`${customer}/risks/_workbook`);
  expect(file.sheets.map(({ name }) => name)).toContain(whoseSheet);
  expect(await broughtAt(`${customer}/risks/_workbook`, file)).toMatchObject({
    ...{ faults: [], body: expect.stringContaining('1 row as recorded already') },
  });
  const portfolio = await fileAt('/pages/programmes/p/portfolios/adults/_workbook');
  for (const read of [portfolio, await fileAt(book, 'csv')]) {
    const { faults, body } = await broughtAt(book, read);
    expect([faults, body]).toEqual([[], expect.not.stringContaining(whoseSheet)]);
  }
  const before = { ...file, sheets: file.sheets.filter(({ name }) => name !== whoseSheet) };
  expect((await broughtAt(`${fostering}/risks/_workbook`, before)).faults).toEqual([]);
});

it('An address in a file that is of no workbook is no link', async () => {
  const file = await fileAt(`${customer}/risks/_workbook`);
  const sheets = file.sheets.map((sheet) =>
    sheet.name === whoseSheet
      ? {
          ...sheet,
          rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.with(2, 'https://example.org/_workbook') })),
        }
      : sheet,
  );
  const { faults, body } = await broughtAt(`${fostering}/risks/_workbook`, { ...file, sheets });
  expect([faults.length, body]).toEqual([1, expect.not.stringContaining('example.org')]);
});
