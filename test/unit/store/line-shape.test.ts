import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { ReportLine } from '#schemas/report.ts';
import { lineShape } from '#store/reports/report-lines.ts';

/** Of each shape that a line has had, what its schema says of it, digested. */
const shapes: Readonly<Record<number, string>> = {
  1: 'f98d39c20f6afe094cc517e92edfdb20fbde743f6ba542aa03bbc0e217e82e66',
};

it('a line whose schema changes has a shape of its own, so that no chunk of another is handed on unread', () => {
  const said = JSON.stringify(z.toJSONSchema(ReportLine));
  expect(createHash('sha256').update(said).digest('hex')).toBe(shapes[lineShape]);
});
