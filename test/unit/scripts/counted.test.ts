import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/* That our own figures are what the pages take: test/e2e/counted-jobs.ts. */

const page = readFileSync('docs/counted.md', 'utf8');

interface Counted {
  readonly pages: number;
  readonly fields: number;
}

const countedIn = (cell: string): Counted => {
  const [pages = Number.NaN, fields = Number.NaN] = (/(\d+), (\d+)/.exec(cell) ?? []).slice(1).map(Number);
  return { pages, fields };
};

const [, table = ''] = page.split('|---|---|---|---|---|\n');
const rows = (table.split('\n\n')[0] ?? '').split('\n').map((line) => {
  const [, job = '', ours = '', openProject = '', spreadsheet = '', why = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const counts = { ours: countedIn(ours), openProject: countedIn(openProject), spreadsheet: countedIn(spreadsheet) };
  return { job, ...counts, why, sources: /\[([a-z, ]+)\]/.exec(openProject)?.[1]?.split(', ') ?? [] };
});
const jobs = rows.slice(0, -1);
const total = rows.at(-1);

describe('twelve jobs, counted', () => {
  it.each(jobs)('$job: where ours is not the lowest, it says why', ({ ours, openProject, spreadsheet, why }) => {
    const isLowest = [openProject, spreadsheet].every(
      (other) => ours.pages <= other.pages && ours.fields <= other.fields,
    );
    expect(why === '').toBe(isLowest);
  });

  it('are twelve, add up, and each names the document that it was counted from', () => {
    expect(jobs).toHaveLength(12);
    const sumOf = (of: 'ours' | 'openProject' | 'spreadsheet'): Counted => ({
      pages: jobs.reduce((sum, job) => sum + job[of].pages, 0),
      fields: jobs.reduce((sum, job) => sum + job[of].fields, 0),
    });
    expect(total).toMatchObject({
      ...{ ours: sumOf('ours'), openProject: sumOf('openProject'), spreadsheet: sumOf('spreadsheet') },
    });
    for (const { sources } of jobs) {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(page).toContain(`\n- [${source}] `);
    }
  });
});
