import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '#schemas/report.ts';
import { differencesOf } from '../support/compare-tables.ts';
import { from, of, tomorrow } from '../support/one-programme.ts';
import { pullsFrom, xlsx } from '../support/pulled-report.ts';
import { saving } from '../support/records.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';
import { readWorkbookOf } from '../support/workbook-reader.ts';

/* What the finance ledger shows, in the report of a month (docs/meaning.md SAVINGS-33). */

let tracker: TestTracker;
const params = { ...tomorrow, month: '2026-01' };
const send = (period: string, day: string, lines: readonly object[]) =>
  tracker.must('putProgrammeLedgerPeriod', {
    ...{ as: people.finance, params: { ...tomorrow, entryId: period }, body: { lines } },
    headers: { 'effective-at': day },
  });
const pulled = (accept: string) => pullsFrom(tracker).pull(params, accept, 'rows=all', people.board);

beforeAll(async () => {
  tracker = await startReportedProgramme();
  for (const [id, code] of [
    ['rents', 'PRO-1'],
    ['fleet', 'FLE-1'],
  ] as const)
    await tracker.must('putProgrammeBudgetLine', {
      ...{ as: people.finance, params: { ...tomorrow, entryId: id }, headers: from('2026-01-05') },
      body: { title: `Line ${code}`, year: '2025/26', code },
    });
  const claim = async (id: string, budgetLine: string, claimedActual: number) =>
    tracker.must('putSaving', {
      ...{ params: of('property', id), headers: from('2026-01-12') },
      body: { ...saving, title: `Claim ${id}`, budgetLine, years: [{ year: '2025/26', plan: 400_000, claimedActual }] },
    });
  await claim('leases', 'Line PRO-1', 210_000);
  await claim('elsewhere', 'Library stock', 90_000);
  await send('2025-26-p09', '2026-01-15', [
    { code: 'PRO-1', actual: 2_800_000, saved: 210_000 },
    { code: 'FLE-1', actual: 10, saved: 5_000 },
  ]);
  // What a later month records is not of this one.
  await send('2025-26-p10', '2026-02-06', [{ code: 'PRO-1', actual: 2_900_000, saved: 1 }]);
  await runMonth(tracker, '2026-01');
});
afterAll(() => tracker.stop());

describe('runReport and getReport', () => {
  it('have what the ledger showed by the end of the month, beside claim and validation and in no total', async () => {
    const { body } = await pulled('application/json');
    const { savings } = body.content;
    expect(savings.ledger).toMatchObject([
      {
        ...{ year: '2025/26', period: '2025-26-p09', agrees: 1, differs: 0 },
        ...{ saved: { pounds: 215_000, stated: 2 }, claimed: { pounds: 210_000, stated: 1 } },
        ...{ notInLedger: { pounds: 90_000, stated: 1 }, notClaimed: { pounds: 5_000, stated: 1 } },
        lines: {
          total: 2,
          rows: [
            { budgetLine: 'fleet', claimed: null, saved: 5_000, state: 'not-claimed' },
            { budgetLine: 'rents', claimed: 210_000, validated: null, saved: 210_000, state: 'agrees' },
          ],
        },
      },
    ]);
    const isYear = ({ year }: { year: string }) => year === '2025/26';
    expect(savings.years.find(isYear)).toMatchObject({ claimedPounds: 300_000, linesStated: { validated: 0 } });
  });

  it.each(['text/html', 'text/csv'])('have it in %s', async (accept) => {
    const { text } = await pulled(accept);
    for (const words of ['Line PRO-1', 'Claim leases', 'By December 2025, the last period of 2025/26'])
      expect(text).toContain(words);
  });

  it('have it in the workbook', async () => {
    const { body } = await pulled('application/json');
    const { bytes } = await pulled(xlsx);
    const lines = await pullsFrom(tracker).linesOf(params, 'public', people.board);
    expect(differencesOf(Report.parse(body), lines, await readWorkbookOf(bytes))).toEqual([]);
  });
});

describe('getReportFigure', () => {
  it('answers which budget lines make what the ledger shows', async () => {
    const { body } = await tracker.must('getReportFigure', {
      ...{ as: people.board, params: { ...params, figure: 'savings.2025-26.ledger-saved' } },
    });
    expect(body).toMatchObject({
      ...{ value: 215_000, rule: { id: 'SAVINGS-33' } },
      rows: [
        { register: 'budget-line', entry: 'fleet', amount: 5_000 },
        { register: 'budget-line', entry: 'rents', amount: 210_000 },
      ],
    });
  });
});
