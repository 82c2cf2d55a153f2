import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { Report } from '#schemas/report.ts';
import { reportShape } from '#store/reports/stored-report.ts';

/** Of each shape that a report has had, what its schema says of it, digested. */
const shapes: Readonly<Record<number, string>> = {
  1: '2d3cf66f7941af051d0227d769a4427cbfe6d7c60ba710c362265df4c18d2794',
};

it('a report whose schema changes has a shape of its own, so that no summary of another is handed on unread', () => {
  const said = JSON.stringify(z.toJSONSchema(Report));
  expect(createHash('sha256').update(said).digest('hex')).toBe(shapes[reportShape]);
});
