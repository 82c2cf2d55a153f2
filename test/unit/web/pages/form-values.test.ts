import { describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { milestone } from '#registers/milestone/record.ts';
import { risk } from '#registers/risk/record.ts';
import { saving } from '#registers/saving/record.ts';
import { dayOf, financialYearOf } from '#web/forms/day.ts';
import { formValuesOf } from '#web/forms/form-values.ts';
import { poundsInBox, poundsOf } from '#web/forms/money.ts';
import { recordOf } from '#web/forms/record-of.ts';
import { valuesOf } from '#web/forms/record-values.ts';
import { keepsake } from '../../../support/throw-away-register/record.ts';

describe('an amount of money', () => {
  it.each([
    ['£1.2m', 1_200_000],
    ['1,200,000', 1_200_000],
    ['1.2 million', 1_200_000],
    ['5k', 5_000],
    ['£5', 5],
    ['-£250', -250],
    ['0.25 bn', 250_000_000],
    ['19.5m', 19_500_000],
    ['15.665m', 15_665_000],
  ])('written %s is %d pounds', (text, pounds) => {
    expect(poundsOf(text)).toBe(pounds);
  });

  it.each(['about £5', '1.2.3', '£1,20,000', '5 apples', '12.50'])('is not %s', (text) => {
    expect(poundsOf(text)).toEqual(expect.stringMatching(/^must be/));
  });

  it('that is not written is none, and one that is is written with its commas', () => {
    expect(poundsOf('  ')).toBeUndefined();
    expect(poundsInBox(-1_200_000)).toBe('-1,200,000');
  });
});

describe('a date', () => {
  const on = (day: string, month: string, year: string) =>
    dayOf({ 'on/day': day, 'on/month': month, 'on/year': year }, 'on');

  it.each([
    ['31', '3', '2026', '2026-03-31'],
    ['1', 'sep', '2025', '2025-09-01'],
    ['09', 'February', '25', '2025-02-09'],
  ])('of %s %s %s is read', (day, month, year, date) => {
    expect(on(day, month, year)).toEqual({ kind: 'value', value: date });
  });

  it('says which part is missing, and whether there is such a day', () => {
    expect(on('', '3', '')).toEqual({ kind: 'fault', message: 'must have a day and a year' });
    expect(on('31', '2', '2026')).toEqual({ kind: 'fault', message: 'must be a real date, like 31 March 2026' });
    expect(on('', '', '')).toEqual({ kind: 'empty' });
  });

  it('may be a financial year, in any way that people write it', () => {
    for (const text of ['2025/26', '2025-26', '2025/2026', '25/26'])
      expect(financialYearOf(text)).toEqual({ kind: 'value', value: '2025/26' });
    expect(financialYearOf('2025/27').kind).toBe('fault');
  });
});

describe('a form', () => {
  it('has boxes of one name on lines of their own, and the line ends of this side', () => {
    expect(formValuesOf('a=1&a=2&b=x%0D%0Ay')).toEqual({ a: '1\n2', b: 'x\ny' });
  });

  it.each([...registers, keepsake].map((register: Register) => [register.noun, register] as const))(
    'of %s gives back the record that it shows',
    (_, register) => {
      const fields = fieldsOf(register.record);
      const record = register.record.parse(register.example);
      const read = recordOf(fields, valuesOf(fields, record), record);
      expect([...read.faults]).toEqual([]);
      expect(register.record.parse(read.record)).toEqual(record);
    },
  );

  it('that is new makes the ids of the items of a list from their first words, each once', () => {
    const fields = fieldsOf(keepsake.record);
    const values = { 'steps/0/what': 'Ask them', 'steps/1/what': 'Ask them!', 'steps/2/what': ' ' };
    expect(recordOf(fields, values, {}).record.steps).toEqual([
      { id: 'ask-them', what: 'Ask them' },
      { id: 'ask-them-2', what: 'Ask them!' },
    ]);
  });

  it('keeps what it does not ask for: what another paper says of a figure', () => {
    const fields = fieldsOf(keepsake.record);
    const worth = {
      kind: 'about',
      pounds: 20_000,
      conflicts: [{ value: { kind: 'amount', pounds: 1 }, source: 'Another paper' }],
    };
    const before = { worth };
    const values = { ...valuesOf(fields, before), 'worth/kind': 'amount', 'worth/amount/pounds': '£25k' };
    expect(recordOf(fields, values, before).record.worth).toEqual({ ...worth, kind: 'amount', pounds: 25_000 });
  });

  it('takes an amount that is typed for the kind whose box it is in, and asks where there are two', () => {
    const fields = fieldsOf(keepsake.record);
    const read = (values: Record<string, string>) => recordOf(fields, values, {});
    expect(read({ 'worth/about/pounds': '£25k' }).record.worth).toEqual({ kind: 'about', pounds: 25_000 });
    expect(read({ 'worth/amount/pounds': ' ' }).record).not.toHaveProperty('worth');
    const both = read({ 'worth/about/pounds': '£25k', 'worth/amount/pounds': '£20k' });
    expect(both.faults.get('worth')).toBe('must be of one kind: choose how well the figure is known');
    // What is chosen is what counts, whatever was typed under another before.
    const chosen = { 'worth/kind': 'about', 'worth/about/pounds': '£25k', 'worth/amount/pounds': '£20k' };
    expect(read(chosen).record.worth).toEqual({ kind: 'about', pounds: 25_000 });
  });

  it.each([
    [risk, 'current', 'current/form'],
    [milestone, 'missed', 'missed'],
    [saving, 'years/0/plan', 'years/0/plan/kind'],
    [milestone, 'forecastStated', 'forecastStated/kind'],
  ])('says of a choice that is not offered that one of these is to be chosen: %#', (register, field, name) => {
    const read = recordOf(fieldsOf(register.record), { [name]: 'not-offered' }, {});
    expect(read.faults.get(field)).toBe('choose one of these');
  });
});
