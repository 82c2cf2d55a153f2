import { beforeEach, describe, expect, it } from 'vitest';
import type { SpreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { sheetOf } from '../../../support/mapped-table.ts';
import { formOfStep } from './forms-in-page.ts';
import { screensBefore } from './screen-under-test.ts';

/* A savings tracker comes back in the next month, otherwise than it was (docs/meaning.md WRITE-28, 29, 40 to 43). */

const api = '/programmes/p';
const path = '/pages/programmes/p/from-a-spreadsheet';
const list = (items: readonly unknown[]) => ({ body: { items, next: null } });
const stored = (id: string, record: object, struckOut: object | null = null) => ({
  ...{ id, record, facts: {}, computed: {}, version: 1, struckOut },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});

let savings: Record<string, readonly unknown[]> = {};
let mappings: readonly unknown[] = [];
const screens = screensBefore(
  () => ({
    [api]: {
      body: {
        record: { name: 'Futures', reporting: { returnsDueDay: 5 }, portfolios: [] },
        computed: { nextReport: '2026-12', nextReportDueOn: '2027-01-31' },
      },
    },
    [`${api}/reviews`]: list([
      { id: 'archives', title: 'Archives' },
      { id: 'catering', title: 'Catering' },
      { id: 'highways', title: 'Highways' },
    ]),
    [`${api}/spreadsheet-mappings`]: list(mappings),
    ...Object.fromEntries(
      ['archives', 'catering', 'highways'].map((id) => [`${api}/reviews/${id}/savings`, list(savings[id] ?? [])]),
    ),
  }),
  ['transformation-team'],
);

const kept: SpreadsheetMapping = {
  ...{ title: 'Savings tracker', register: 'savings', reference: 'Ref', review: 'Service', words: [] },
  columns: [
    { field: 'title', head: 'Description' },
    { field: 'class', always: 'Cash-releasing' },
    { field: 'mechanism', always: 'Efficiency' },
    { field: 'recurrence', always: 'Recurring' },
    { field: 'firmness', always: 'Indicative' },
    { field: 'years.2026/27.plan', head: 'Saving 26/27 £k' },
    { field: 'years.2026/27.forecast', head: 'Forecast 26/27 £k' },
  ],
};
const saving = (title: string, plan: number, forecast: number) => ({
  ...{ title, class: 'cash-releasing', mechanism: 'efficiency', recurrence: 'recurring', firmness: 'indicative' },
  years: [
    {
      ...{ year: '2026/27', plan: { kind: 'amount', pounds: plan } },
      forecast: { kind: 'amount', pounds: forecast },
    },
  ],
});
beforeEach(() => {
  screens.sent.length = 0;
  mappings = [stored('savings-tracker', kept)];
  savings = {
    archives: [stored('t001', saving('Fewer boxes', 75_000, 75_000))],
    highways: [stored('t010', saving('One contract', 100_000, 100_000))],
  };
});

const heads = ['Ref', 'Service', 'Description', 'Saving 26/27 £k', 'Forecast 26/27 £k', 'Lead'];
const boxes: readonly ReadCell[] = ['T001', 'Archives', 'Fewer boxes', 75, 75, 'B Jones'];
const contract: readonly ReadCell[] = ['T010', 'Highways', 'One contract', 100, 100, 'C Smith'];
const fileOf = (rows: readonly (readonly ReadCell[])[], named: readonly string[] = heads) =>
  JSON.stringify({ name: 'tracker.xlsx', sheets: [sheetOf('Savings', [named, ...rows])] });

const pageAfter = async (values: Record<string, string>) => {
  const page = screens.pageOf(await screens.reply(path, values));
  return { ...page, body: String(page.body), faults: (page.faults ?? []).map(({ message }) => message) };
};
const brought = (rows: readonly (readonly ReadCell[])[], named?: readonly string[]) =>
  pageAfter({ step: 'file', what: 'kept:savings-tracker', file: fileOf(rows, named) });

describe('A column whose head is another by now', () => {
  const renamed = heads.map((head) => (head === 'Saving 26/27 £k' ? 'Savings 26/27 (£000)' : head));
  const changed = [['T001', 'Archives', 'Fewer boxes', 999, 70, 'B Jones'], contract];

  it('is said before anything is recorded, with the head that it may have and those that nothing is read from', async () => {
    const page = await brought(changed, renamed);
    expect(page.title).toBe('Which column is which');
    expect(page.faults).toEqual([
      '2026/27: Plan: the column “Saving 26/27 £k” is not in this spreadsheet. Choose the column that has it now, perhaps “Savings 26/27 (£000)”, or None where it is left out on purpose',
    ]);
    expect(page.body).toContain('Columns that nothing is read from: Savings 26/27 (£000), Lead.');
    const again = await pageAfter(formOfStep(page.body, 'columns'));
    expect([again.title, again.faults]).toEqual([page.title, page.faults]);
    expect(screens.sent).toEqual([]);
  });

  it('is read again once it is chosen', async () => {
    const page = await brought(changed, renamed);
    const checked = await pageAfter({
      ...formOfStep(page.body, 'columns'),
      'column/years.2026/27.plan': 'Savings 26/27 (£000)',
    });
    expect(checked.title).toBe('Check what would be recorded');
    expect(checked.body).toContain('2026/27: Plan: £75,000 becomes £999,000');
  });

  it('is left out where a person says so, and the check says that nothing is read from the one in its place', async () => {
    const page = await brought(changed, renamed);
    const checked = await pageAfter({ ...formOfStep(page.body, 'columns'), 'column/years.2026/27.plan': '' });
    expect(checked.title).toBe('Check what would be recorded');
    expect(checked.body).not.toContain('£999,000');
    expect(checked.body).toContain('Columns that nothing is read from: Savings 26/27 (£000), Lead.');
  });

  it.each([
    ['Ref', 'Reference', 'Reference no', 'Reference no'],
    ['Service', 'Review', 'Service area', 'Service area'],
    ['Description', 'Title', 'What', undefined],
  ])('%s, which says the %s, is asked for as the others are', async (before, label, now, candidate) => {
    const page = await brought(
      changed,
      heads.map((head) => (head === before ? now : head)),
    );
    expect(page.faults).toEqual([
      `${label}: the column “${before}” is not in this spreadsheet. Choose the column that has it now${candidate === undefined ? '' : `, perhaps “${candidate}”`}, or None where it is left out on purpose`,
    ]);
    expect(screens.sent).toEqual([]);
  });
});

describe('A row whose review is another by now', () => {
  const moved = (title: string): readonly ReadCell[] => ['T010', 'Catering', title, 100, 100, 'C Smith'];

  it('is refused before anything is recorded, with the review that has its record', async () => {
    const page = await brought([boxes, moved('One contract')]);
    expect(page.faults).toEqual([
      'Sheet “Savings”, cell B3: is “Catering”, and “T010” is recorded for “Highways”, as “One contract”. A savings line does not move to another review by a spreadsheet: put “Highways” back, or strike it out there first',
    ]);
    expect(page.body).not.toContain('name="step" value="record"');
    expect(page.body).not.toContain('They are other records');
  });

  it('is asked about where it has another title: it may be another record of the same reference', async () => {
    const page = await brought([boxes, moved('Fewer menus')]);
    expect(page.faults).toEqual([
      expect.stringContaining(
        'Where it is another savings line, give it a reference of its own, or say below that it is',
      ),
    ]);
    const checked = await pageAfter(formOfStep(page.body, 'others'));
    expect([checked.title, checked.faults]).toEqual(['Check what would be recorded', []]);
    expect(checked.body).toContain('Record 1 row');
  });

  it('is recorded where the record was struck out in the other review, or has a row of its own there', async () => {
    expect((await brought([contract, moved('One contract')])).faults).toEqual([]);
    const struckOut = { at: '2026-11-01T00:00:00.000Z', by: 's', reason: 'It moves to Catering' };
    savings = { ...savings, highways: [stored('t010', saving('One contract', 100_000, 100_000), struckOut)] };
    expect((await brought([boxes, moved('One contract')])).faults).toEqual([]);
  });
});

describe('A column whose head names a year', () => {
  const lastYear = ['Ref', 'Service', 'Description', 'Saving 25/26 £k', 'Forecast 25/26 £k', 'Lead'];
  const columnsOf = () => pageAfter({ step: 'file', what: 'new:savings', file: fileOf([boxes], lastYear) });

  it('is taken for the field of that year, last year as well', async () => {
    expect(formOfStep((await columnsOf()).body, 'columns')).toMatchObject({
      'column/years.2025/26.plan': 'Saving 25/26 £k',
      'column/years.2025/26.forecast': 'Forecast 25/26 £k',
    });
  });

  it('is not taken for the field of another', async () => {
    const chosen = formOfStep((await columnsOf()).body, 'columns');
    const page = await pageAfter({
      ...chosen,
      'column/years.2025/26.plan': '',
      'column/years.2026/27.plan': 'Saving 25/26 £k',
    });
    expect(page.faults).toContain(
      '2026/27: Plan: the column “Saving 25/26 £k” is of 2025/26. Choose it for 2025/26: Plan, or put its head right in the spreadsheet',
    );
  });

  it('is asked for by the field of a year where no column is chosen for any', async () => {
    const chosen = formOfStep((await columnsOf()).body, 'columns');
    const page = await pageAfter({ ...chosen, 'column/years.2025/26.plan': '', 'column/years.2025/26.forecast': '' });
    expect(page.faults).toContain(
      'Choose a column for at least one year, such as 2026/27: Plan: a savings line has to have one',
    );
  });
});

it('What is to be put right is said in the order of the sheet: row by row, and each from the left', async () => {
  mappings = [
    stored('savings-tracker', {
      ...kept,
      words: [{ field: 'years.2026/27.plan', word: 'n/a' }],
    }),
  ];
  const page = await brought([
    ['T002', 'Highways', 'Second', 'n/a', 'high', ''],
    ['T003', 'Archives', 'Third', 'low', 'high', ''],
    ['T004', 'Highways', 'Fourth', 1.0001, 1, ''],
    ['T004', 'Highways', 'Fifth', 1, 1, ''],
  ]);
  const checked = page.title === 'What your words mean' ? await pageAfter(formOfStep(page.body, 'words')) : page;
  expect(checked.faults.map((one) => /cell (\w+)/.exec(one)?.[1])).toEqual(['E2', 'D3', 'E3', 'D4', 'A5']);
});

it('A cell that is read as empty and has to say something is said with what it holds', async () => {
  mappings = [stored('savings-tracker', { ...kept, words: [{ field: 'years.2026/27.plan', word: 'n/a' }] })];
  const page = await brought([['T002', 'Highways', 'Second', 'n/a', 40, '']]);
  expect(page.faults).toEqual([
    'Sheet “Savings”, cell D2: 2026/27: Plan is required: “n/a” is read as empty, as the mapping has it',
  ]);
});

describe('The check', () => {
  it('has how many rows are new, changed and as recorded in all, and the money against the total of the sheet', async () => {
    const page = await brought([
      ['T001', 'Archives', 'Fewer boxes', 75, 70, ''],
      contract,
      ['T011', 'Catering', 'Fewer menus', 30, 30, ''],
      ['Total', '', '', 205, 210, ''],
    ]);
    const text = page.body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('All together 1 1 1');
    expect(text).toContain('2026/27: Plan Saving 26/27 £k £205,000 £205,000 in row 5: they agree');
    expect(text).toContain('2026/27: Forecast Forecast 26/27 £k £200,000 £210,000 in row 5: £10,000 less is read');
  });

  it('shows every row that would be recorded, five hundred a page', async () => {
    const rows = Array.from({ length: 620 }, (_, n) => [`N${n}`, 'Archives', `Idea ${n}`, 1, 1, '']);
    const first = await brought(rows);
    expect(first.body).toContain('Row by row: 1 to 500 of 620');
    const second = await pageAfter(formOfStep(first.body, 'rows'));
    expect(second.body).toContain('Row by row: 501 to 620 of 620');
    expect(second.body).toContain('621: Idea 619');
    expect((await pageAfter(formOfStep(second.body, 'rows'))).body).toContain('Row by row: 1 to 500 of 620');
  });
});

describe('A mapping that was tried', () => {
  const trial = async () => {
    mappings = [];
    const columns = await pageAfter({
      step: 'file',
      what: 'new:savings',
      file: fileOf([['T001', 'Archives', 'Fewer boxes', 'high', 75, '']]),
    });
    const words = await pageAfter({
      ...formOfStep(columns.body, 'columns'),
      'mapping-title': 'A trial',
      ...{ 'always/class': 'Cash-releasing', 'always/mechanism': 'Efficiency' },
      ...{ 'always/recurrence': 'Recurring', 'always/firmness': 'Indicative' },
    });
    return pageAfter(formOfStep(words.body, 'words'));
  };

  it('is not kept while its rows are to be put right, and the spreadsheet put right is read by it all the same', async () => {
    const refused = await trial();
    expect(refused.title).toBe('The spreadsheet has something to put right');
    const again = {
      ...formOfStep(refused.body, 'file'),
      file: fileOf([['T001', 'Archives', 'Fewer boxes', 80, 75, '']]),
    };
    const checked = await pageAfter(again);
    expect([checked.title, screens.sent.length]).toEqual(['Check what would be recorded', 0]);
    await pageAfter(formOfStep(checked.body, 'record'));
    expect(screens.sent.map(({ method, path: to }) => `${method} ${to}`)).toEqual([
      `POST ${api}/reviews/archives/savings/changes`,
      `PUT ${api}/spreadsheet-mappings/a-trial`,
    ]);
  });

  it('is kept where a person keeps it by its name', async () => {
    const refused = await trial();
    const kept = await pageAfter(formOfStep(refused.body, 'keep'));
    expect(screens.sent).toMatchObject([{ path: `${api}/spreadsheet-mappings/a-trial`, body: { title: 'A trial' } }]);
    expect(kept.title).toBe(refused.title);
    expect(kept.body).toContain('which is kept for next time');
    expect(kept.body).not.toContain('Keep the mapping');
  });

  it('has a name of its own, which is said before anything is recorded', async () => {
    const columns = await pageAfter({ step: 'file', what: 'new:savings', file: fileOf([boxes]) });
    const page = await pageAfter({ ...formOfStep(columns.body, 'columns'), 'mapping-title': 'Savings tracker' });
    expect(page.faults).toContain(
      'There is a mapping called “Savings tracker” already: begin with that one, or give this one another name',
    );
  });

  it('is not kept where nothing of it is recorded', async () => {
    const refused = await trial();
    const put = { ...formOfStep(refused.body, 'file'), file: fileOf([['T002', 'Archives', 'More boxes', 80, 75, '']]) };
    const checked = await pageAfter(put);
    screens.refuseOnce({ status: 409, title: 'Refused', detail: 'The review has ended' });
    const page = await pageAfter(formOfStep(checked.body, 'record'));
    expect(page.title).toBe('0 rows recorded');
    expect(screens.sent.map(({ method }) => method)).toEqual(['POST']);
  });
});
