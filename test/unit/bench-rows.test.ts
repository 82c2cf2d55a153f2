import { expect, it } from 'vitest';
import { isShort, type Row } from '../../bench/row.ts';
import { tableOf } from '../../bench/table.ts';

const counted = (value: number, more: Partial<Row> = {}): Row => ({
  name: 'move a stage',
  count: { value, unit: 'write units' },
  goal: 14,
  ...more,
});

it.each([
  ['a figure at its goal meets it', counted(14), false],
  ['a figure beyond its goal is short', counted(14.01), true],
  ['a figure at a goal that it is to be below is short', counted(14, { below: true }), true],
  ['a figure below such a goal meets it', counted(13.99, { below: true }), false],
  ['what could not be measured is short', counted(Number.NaN), true],
  ['what has no goal is never short', counted(1_000, { goal: null }), false],
])('%s', (_, row, short) => {
  expect(isShort(row)).toBe(short);
});

it('the table says short in a word, with the goal beside the figure', () => {
  const table = tableOf([{ title: 'Changes', rows: [counted(15)] }]);
  expect(table).toContain('| move a stage | 15 write units | at most 14 write units | short |');
});
