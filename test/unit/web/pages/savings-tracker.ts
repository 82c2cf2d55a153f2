import type { SpreadsheetMapping } from '#registers/spreadsheet-mapping/record.ts';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { sheetOf } from '../../../support/mapped-table.ts';
import { screensBefore } from './screen-under-test.ts';

/*
 * A savings tracker of three reviews that was mapped before, and the pages that read it again.
 */

export const api = '/programmes/p';
const path = '/pages/programmes/p/from-a-spreadsheet';
const list = (items: readonly unknown[]) => ({ body: { items, next: null } });
export const stored = (id: string, record: object, struckOut: object | null = null) => ({
  ...{ id, record, facts: {}, computed: {}, version: 1, struckOut },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});

/** What is recorded, which a test may change. */
export const recorded: { savings: Record<string, readonly unknown[]>; mappings: readonly unknown[] } = {
  savings: {},
  mappings: [],
};
export const screens = screensBefore(
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
    [`${api}/spreadsheet-mappings`]: list(recorded.mappings),
    ...Object.fromEntries(
      ['archives', 'catering', 'highways'].map((id) => [
        `${api}/reviews/${id}/savings`,
        list(recorded.savings[id] ?? []),
      ]),
    ),
  }),
  ['transformation-team'],
);

export const kept: SpreadsheetMapping = {
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
export const saving = (title: string, plan: number, forecast: number) => ({
  ...{ title, class: 'cash-releasing', mechanism: 'efficiency', recurrence: 'recurring', firmness: 'indicative' },
  years: [
    {
      ...{ year: '2026/27', plan: { kind: 'amount', pounds: plan } },
      forecast: { kind: 'amount', pounds: forecast },
    },
  ],
});
/** As it is before each test: one mapping is kept, and two savings lines are recorded. */
export const asBefore = (): void => {
  screens.sent.length = 0;
  recorded.mappings = [stored('savings-tracker', kept)];
  recorded.savings = {
    archives: [stored('t001', saving('Fewer boxes', 75_000, 75_000))],
    highways: [stored('t010', saving('One contract', 100_000, 100_000))],
  };
};

export const heads = ['Ref', 'Service', 'Description', 'Saving 26/27 £k', 'Forecast 26/27 £k', 'Lead'];
export const boxes: readonly ReadCell[] = ['T001', 'Archives', 'Fewer boxes', 75, 75, 'B Jones'];
export const contract: readonly ReadCell[] = ['T010', 'Highways', 'One contract', 100, 100, 'C Smith'];
export const fileOf = (rows: readonly (readonly ReadCell[])[], named: readonly string[] = heads) =>
  JSON.stringify({ name: 'tracker.xlsx', sheets: [sheetOf('Savings', [named, ...rows])] });

export const pageAfter = async (values: Record<string, string>) => {
  const page = screens.pageOf(await screens.reply(path, values));
  return { ...page, body: String(page.body), faults: (page.faults ?? []).map(({ message }) => message) };
};
export const brought = (rows: readonly (readonly ReadCell[])[], named?: readonly string[]) =>
  pageAfter({ step: 'file', what: 'kept:savings-tracker', file: fileOf(rows, named) });
