import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { registers } from '#registers/all.ts';
import { fieldsOf } from '#registers/fields.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import type { Figure } from '#schemas/figures.ts';
import { dateStatementOf } from '#web/forms/date-statement-boxes.ts';
import { figureOf } from '#web/forms/figure-boxes.ts';
import { columnsOf } from '#web/workbook/columns.ts';
import { dateStatementBoxesOf, dateStatementText } from '#web/workbook/date-text.ts';
import { figureBoxesOf, figureText } from '#web/workbook/figure-text.ts';
import { planOf } from '#web/workbook/plan.ts';
import type { ReadSheet } from '#web/workbook/sheet.ts';
import { sheetToFillIn } from '#web/workbook/sheet-to-fill-in.ts';
import { workedOutOf } from '#web/workbook/worked-out.ts';
import { records } from '../../../support/records.ts';
import { computedOf } from '../../../support/worked-out.ts';

const today = '2026-04-10';

const placeOf = (kind: string) => {
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(kind);
  const record: Readonly<Record<string, unknown>> = { ...Object(register.example), ...Object(records[kind]) };
  const computed = computedOf(register, record);
  const entries = [
    { id: 'first', title: String(record.title), version: 3, record, computed },
    { id: 'second', title: 'Another', version: 1, record: { ...record, title: 'Another' }, computed },
  ];
  const fields = fieldsOf(register.record);
  const columns = columnsOf(
    fields,
    entries.map((one) => one.record),
    today,
    () => [],
  );
  const workedOut = workedOutOf(fieldsOf(register.computed), today);
  return { noun: register.noun, fields, columns, workedOut, entries };
};

const readBack = async (place: ReturnType<typeof placeOf>): Promise<readonly ReadSheet[]> => {
  const bytes = await workbookToFillIn([sheetToFillIn('Entries', place)], '2026-04-10T12:00:00.000Z');
  const read = readFile(bytes, 'entries.xlsx');
  if ('refused' in read) throw new Error(read.refused);
  return read.sheets;
};

const offered = registers.filter(({ reviewedNoChange, across }) => reviewedNoChange === true && across !== undefined);

describe.each(offered.map(({ kind }) => kind))('A workbook of the register %s', (kind) => {
  it('comes back as it went out: nothing is changed', async () => {
    const place = placeOf(kind);
    expect(planOf(place, await readBack(place))).toMatchObject({
      ...{ added: [], changed: [], unchanged: 2, leftOut: [], faults: [], notes: [] },
    });
  });
});

describe('What one cell says', () => {
  const pounds = fc.integer({ min: 1, max: 999_999_999 });
  const words = fc.constantFrom('the tender is out', 'fewer complaints', 'the first two depots');
  const figure: fc.Arbitrary<Figure> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('amount' as const, 'about' as const, 'nearly' as const, 'over' as const),
      pounds,
    }),
    fc.tuple(pounds, pounds).map(([one, more]) => ({ kind: 'range' as const, low: one, high: one + more })),
    fc.record({ kind: fc.constant('part-known' as const), pounds, covers: words }),
    fc.record({ kind: fc.constant('to-be-confirmed' as const), reason: words }),
    fc.record({ kind: fc.constant('non-financial' as const), words }),
    fc.constant({ kind: 'not-stated' as const }),
  );
  it('is the figure that was written into it', () => {
    fc.assert(
      fc.property(figure, (given) => {
        const read = figureBoxesOf('plan', figureText(given));
        expect('boxes' in read && figureOf(read.boxes, 'plan', undefined)).toEqual({ kind: 'value', value: given });
      }),
    );
  });

  it.each([
    { kind: 'date', date: '2026-03-31' },
    { kind: 'by', date: '2026-03-31' },
    { kind: 'month', month: '2026-03' },
    { kind: 'months', from: '2026-03', to: '2026-05' },
    { kind: 'season', season: 'spring', year: 2026 },
    { kind: 'quarter', quarter: 2, year: '2026/27' },
    { kind: 'financial-year', year: '2026/27' },
    { kind: 'words', words: 'after the election' },
    { kind: 'to-be-confirmed', reason: 'the site is not chosen' },
    { kind: 'not-stated' },
  ] as const)('is the date as it is stated: %o', (stated) => {
    const read = dateStatementBoxesOf('due', dateStatementText(DateStatement.parse(stated)));
    expect('boxes' in read && dateStatementOf(read.boxes, 'due', undefined)).toEqual({ kind: 'value', value: stated });
  });

  it.each([
    ['£1.2m', { kind: 'amount', pounds: 1_200_000 }],
    ['1,200,000', { kind: 'amount', pounds: 1_200_000 }],
    ['(500)', { kind: 'amount', pounds: -500 }],
    ['c. 500k', { kind: 'about', pounds: 500_000 }],
    ['circa £500,000', { kind: 'about', pounds: 500_000 }],
    ['~2m', { kind: 'about', pounds: 2_000_000 }],
    ['approx £2m', { kind: 'about', pounds: 2_000_000 }],
    ['almost 3 million', { kind: 'nearly', pounds: 3_000_000 }],
    ['£1m+', { kind: 'over', pounds: 1_000_000 }],
    ['more than £1m', { kind: 'over', pounds: 1_000_000 }],
    ['£1m - £2m', { kind: 'range', low: 1_000_000, high: 2_000_000 }],
    ['£1m to £2m', { kind: 'range', low: 1_000_000, high: 2_000_000 }],
    ['TBC: the tender is out', { kind: 'to-be-confirmed', reason: 'the tender is out' }],
    ['tbc - the tender is out', { kind: 'to-be-confirmed', reason: 'the tender is out' }],
    ['Not stated', { kind: 'not-stated' }],
    ['non-financial: fewer complaints', { kind: 'non-financial', words: 'fewer complaints' }],
  ])('%s', (text, value) => {
    const read = figureBoxesOf('plan', text);
    expect('boxes' in read && figureOf(read.boxes, 'plan', undefined)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['TBC', 'must say why it is to be confirmed'],
    ['n/a', 'must be an amount, "not stated"'],
    ['-', 'must be an amount, "not stated"'],
    ['1-2m', 'must have both amounts in full'],
    ['lots', 'must be an amount of money'],
    ['12.345', 'must be whole pounds'],
    ['non-financial', 'must say it in words'],
  ])('%s is refused in words', (text, why) => {
    const read = figureBoxesOf('plan', text);
    expect('fault' in read ? read.fault : read).toContain(why);
  });
});
