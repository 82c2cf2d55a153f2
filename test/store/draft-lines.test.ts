import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReportLine } from '#schemas/report.ts';
import { DraftLines, forgetDrafts, readDraftLines } from '#store/reports/drafts.ts';
import { richLines } from '../support/report-samples.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';

/* PUBLISH-24: the lines that are kept with a draft, for its files. */

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const keptUntil = '2150-01-01T00:00:00.000Z';
const [line] = richLines;

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const linesFrom = (first: number, count: number, over: Partial<ReportLine> = {}): readonly ReportLine[] => {
  if (line === undefined) throw new Error('there is a line');
  return Array.from({ length: count }, (_, n) => ({ ...line, review: `review-${first + n}`, ...over }));
};
const keep = async (run: string, ...chunks: readonly (readonly ReportLine[])[]): Promise<number> => {
  const lines = new DraftLines(tracker.table, programmeRef, { run, keptUntil });
  for (const chunk of chunks) await lines.keep(chunk);
  return lines.count;
};
const read = (run: string, lines?: number) => readDraftLines(tracker.table, programmeRef, { run, lines });

it('are read back in their order, of the run that made them', async () => {
  const all = linesFrom(0, 25);
  expect(await keep('one', all.slice(0, 10), all.slice(10))).toBe(25);
  expect(await read('one', 25)).toEqual(all);
  expect(await read('another', 25)).toEqual([]);
});

it('are those of the last try, whatever one before it left behind', async () => {
  await keep('twice', linesFrom(100, 4), linesFrom(104, 4), linesFrom(108, 4));
  const count = await keep('twice', linesFrom(0, 8));
  expect((await read('twice', count)).map(({ review }) => review)).toEqual(linesFrom(0, 8).map(({ review }) => review));
});

it('are none of a draft that was made before any were kept', async () => {
  expect(await read('one')).toEqual([]);
});

it('are no more than a file has room for', async () => {
  const large = linesFrom(0, 1, { returnWords: 'w'.repeat(300_000) });
  expect(await keep('large', large, large, large, large, large, large)).toBe(4);
  expect(await read('large', 4)).toHaveLength(4);
});

it('are left of no draft once words were taken out of the record', async () => {
  await forgetDrafts(tracker.table, programmeRef);
  for (const run of ['one', 'twice', 'large']) expect(await read(run, 25)).toEqual([]);
});
