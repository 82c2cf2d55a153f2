import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const costPage = readFileSync(resolve(import.meta.dirname, '../..', 'docs/cost.md'), 'utf8');

/** The cells of the tables under a heading of docs/cost.md, without the first row. */
export const rowsUnder = (heading: string): readonly (readonly string[])[] =>
  (costPage.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
    .map((line) => line.slice(2, -2).split(' | '))
    .slice(1);

export const numberIn = (cell: string | undefined): number => Number((cell ?? '').replaceAll(/[,*]/g, ''));
