import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { isShort, Row } from './row.ts';

const MeasuredPart = z
  .object({ part: z.string(), title: z.string(), node: z.string(), rows: z.array(Row).readonly() })
  .readonly();
export type MeasuredPart = z.infer<typeof MeasuredPart>;
const Results = z.object({ parts: z.array(MeasuredPart) });

const file = fileURLToPath(new URL('results/latest.json', import.meta.url));

/** What was measured last, part by part; nothing where nothing was yet, or by a bench that kept it otherwise. */
export const latestResults = (): readonly MeasuredPart[] =>
  existsSync(file) ? (Results.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.parts ?? []) : [];

/** Keeps what a part measured in place of what it measured before; the other parts stay. */
export const keepResult = (measured: MeasuredPart): void => {
  const others = latestResults().filter(({ part }) => part !== measured.part);
  const rows = measured.rows.map((row) => ({ ...row, short: isShort(row) }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ parts: [...others, { ...measured, rows }] }, null, 2)}\n`);
};
