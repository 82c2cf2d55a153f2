import { expect, it } from 'vitest';
import { isShort, type Row } from '../../bench/row.ts';
import { figuresInWords, goalsInWords, tableOf } from '../../bench/table.ts';

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

it('figures beside each other say their unit and their goal once where it is the same', () => {
  const [eight, ten] = [counted(8), counted(10)];
  expect([figuresInWords([eight, ten]), goalsInWords([eight, ten])]).toEqual([
    '8 / 10 write units',
    'at most 14 write units',
  ]);
  const bytes: Row = { name: 'the summary', count: { value: 5_000, unit: 'bytes' }, goal: 8_192 };
  expect([figuresInWords([eight, bytes]), goalsInWords([eight, bytes])]).toEqual([
    '8 write units / 5000 bytes',
    'at most 14 write units / 8192 bytes',
  ]);
  expect(goalsInWords([{ ...counted(0), count: { value: 0, unit: 'of 500' }, goal: 0 }])).toBe('at most 0');
});
