import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadCell } from '#web/workbook/sheet.ts';
import { formOfStep } from './forms-in-page.ts';
import {
  asBefore,
  boxes,
  brought,
  contract,
  fileOf,
  heads,
  pageAfter,
  recorded,
  saving,
  screens,
  stored,
} from './savings-tracker.ts';

/* A savings tracker comes back in the next month, otherwise than it was (docs/meaning.md WRITE-40 to 42). */

beforeEach(asBefore);

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
    recorded.savings = {
      ...recorded.savings,
      highways: [stored('t010', saving('One contract', 100_000, 100_000), struckOut)],
    };
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
