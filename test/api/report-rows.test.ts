import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { itemBytes } from '#store/table/items.ts';
import { summariesOfMonth } from '#store/table/keys.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { auditedContentDigest } from '../support/auditor.ts';
import { exportedLines } from '../support/exported.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow', month: '2026-01' };
const reviews = 300;

let tracker: TestTracker;
const pull = (query = '', headers: Record<string, string> = {}): Promise<Told> =>
  tracker.ask('getReport', { as: people.board, params, query, headers });

beforeAll(async () => {
  tracker = await startTestTracker();
  const headers = { 'if-none-match': '*', 'effective-at': '2026-01-01' };
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers });
  await tracker.must('putReview', {
    params: { ...params, reviewId: 'first' },
    body: { ...review, sros: [] },
    headers: { ...headers, 'effective-at': '2026-01-02' },
  });
  await growTo(tracker, programmeRef, reviews, programmeRef);
  await tracker.must('runReport', { as: people.office, params, body: { month: params.month } });
  await tracker.settled();
});
afterAll(() => tracker.stop());

describe(`getReport, of a programme of ${reviews} reviews`, () => {
  it('answers the summary within two read units, with the first rows of each list and the count of all', async () => {
    const range = summariesOfMonth(programmeRef, params.month);
    const stored = (await tracker.stored(range.pk)).find((item) => item.sk?.S?.startsWith(range.begins));
    expect(itemBytes(stored ?? {})).toBeLessThanOrEqual(8192);
    const { content, rowsAtMost } = Report.parse((await pull()).body);
    expect(rowsAtMost).toBeLessThanOrEqual(10);
    expect(content.returns.missing.rows).toHaveLength(rowsAtMost);
    expect(content.returns.missing.total).toBe(reviews);
    expect(content.counts.counted).toBe(reviews);
  });

  it('answers every row that was published where rows=all is asked for, and these are what its digest is of', async () => {
    const { content, publication, rowsAtMost } = Report.parse((await pull('rows=all')).body);
    expect(rowsAtMost).toBe(everyRow);
    expect(content.returns.missing.rows).toHaveLength(200);
    const lines: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Told = await tracker.must('getReportLines', {
        as: people.board,
        params,
        query: cursor === '' ? '' : `cursor=${cursor}`,
      });
      lines.push(...page.body.lines);
      cursor = page.body.next;
    }
    const exported = await exportedLines(tracker, params, 'full');
    const { salts } = JSON.parse(exported.find((line) => line.startsWith('{"kind":"report"')) ?? '');
    expect(auditedContentDigest(lines, content, salts.secret)).toBe(publication.contentDigest);
  });

  it('knows the two apart by their ETags, and answers 304 without a body to either', async () => {
    const [summary, all] = [await pull(), await pull('rows=all')];
    expect(summary.headers.etag).not.toBe(all.headers.etag);
    for (const [query, told] of [
      ['', summary],
      ['rows=all', all],
    ] as const) {
      const again = await pull(query, { 'if-none-match': String(told.headers.etag) });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    const other = await pull('', { 'if-none-match': String(all.headers.etag) });
    expect(other.status).toBe(200);
  });

  it('refuses any other number of rows', async () => {
    expect(await pull('rows=7')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('makes the page from every row that was published, and says where a list goes on', async () => {
    const page = await pull('', { accept: 'text/html' });
    expect(page.text).toContain(`The first 200 of ${reviews} are listed; the counts hold them all.`);
  });
});
