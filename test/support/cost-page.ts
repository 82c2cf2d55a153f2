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

/** Capacity units of the table of sessions that a person takes in a working day: each page reads its session, which is written when its token is new. */
export const sessionUnitsADay = (): { readonly reads: number; readonly writes: number } => {
  const [, pages, reads, writes, times] =
    /opens (\d+) of the pages for people[\s\S]*?: (\d+) read units a page, and (\d+) write units (\d+) times a working day/.exec(
      costPage,
    ) ?? [];
  return { reads: numberIn(pages) * numberIn(reads), writes: numberIn(times) * numberIn(writes) };
};

export const numberIn = (cell: string | undefined): number => Number((cell ?? '').replaceAll(/[,*]/g, ''));
