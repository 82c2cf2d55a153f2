import { expect, it } from 'vitest';
import { withRowsThatFit } from '#functions/reports/rows-that-fit.ts';
import { everyRow } from '#schemas/row-lists.ts';

const whole = { rowsAtMost: everyRow, list: { total: 300, rows: Array.from({ length: 300 }, (_, n) => n) }, note: 'x' };
const made = (most: number) =>
  withRowsThatFit(
    whole,
    ({ list, rowsAtMost }) => ({ rows: list.rows.length, total: list.total, rowsAtMost }),
    ({ rows }) => rows <= most,
    'Ask for less.',
  );

it.each([
  [300, { rows: 300, total: 300, rowsAtMost: everyRow }],
  [250, { rows: 200, total: 300, rowsAtMost: 200 }],
  [30, { rows: 20, total: 300, rowsAtMost: 20 }],
  [0, { rows: 0, total: 300, rowsAtMost: 0 }],
])('an answer with room for %i rows holds as many as are tried, and how many there are', async (most, result) => {
  expect(await made(most)).toEqual({ kind: 'done', result });
});

it('an answer with room for none is refused in words', async () => {
  expect(await made(-1)).toMatchObject({
    kind: 'refused',
    refusal: { code: 'answer.too-large', detail: 'Ask for less.' },
  });
});
