// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileTypes } from '#schemas/operations.ts';
import type { ReportContent } from '#schemas/report.ts';
import { mostFindings, mostRows } from '#schemas/row-lists.ts';
import { packReport, publishSummary, storeWhole } from '#store/reports/reports.ts';
import { commit } from '#store/table/transaction.ts';
import { bytesHandedOn, mostHandedOn } from '../support/large-records.ts';
import { create, tomorrow } from '../support/one-programme.ts';
import { programme } from '../support/records.ts';
import { emptyReport, publication } from '../support/report-samples.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A published report never fails for its size: rows are counted and texts are not, so that the largest that may be published
 * has more bytes than one answer. It is shortened then, in every format, and says so.
 */

let tracker: TestTracker;
const quotes = '"'.repeat(4_000);
const row = { review: 'property', title: 'Property' };
const finding = {
  rule: 'CON-01',
  kind: 'contradiction' as const,
  sentence: 'Two statements cannot both hold.',
  subject: { ...row, register: 'review', id: 'property' },
  because: quotes,
  evidence: [],
};
/** Of each list as many rows as a report keeps, and of each text as much as a record takes, in the letters that take most room. */
const largest: ReportContent = {
  ...emptyReport.content,
  month: '2026-01',
  findings: { total: 600, rows: Array.from({ length: mostFindings }, () => finding) },
  foundByRule: [{ rule: 'CON-01', kind: 'contradiction', sentence: finding.sentence, count: 600 }],
  waiversInForce: {
    total: 300,
    rows: Array.from({ length: mostRows }, () => ({
      ...row,
      criterion: 'GATE-11',
      stage: 'identified',
      reason: quotes,
      on: '2026-01-10',
    })),
  },
} as never;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: tomorrow, body: programme, headers: create });
  const programmeRef = { organisation: 'council', programme: 'tomorrow' };
  const packed = packReport(programmeRef, { content: largest, publication }, 'a'.repeat(32));
  await storeWhole(tracker.table, packed);
  await commit(tracker.table, [publishSummary(tracker.table, packed)]);
});
afterAll(() => tracker.stop());

const pull = (accept: string, rows: string) =>
  tracker.ask('getReport', {
    as: people.board,
    params: { ...tomorrow, month: '2026-01' },
    query: rows,
    headers: { accept },
  });

describe('The largest report that may be published', () => {
  it.each([
    ['application/json', ''],
    ['application/json', 'rows=all'],
    ['text/html', ''],
    ['text/csv', ''],
    ...fileTypes.map((type) => [type, '']),
  ])('is answered as %s %s', async (accept = '', rows = '') => {
    const told = await pull(accept, rows);
    expect(told.status).toBe(200);
    expect(bytesHandedOn(told)).toBeLessThanOrEqual(mostHandedOn);
  });

  it('says on its page and in its CSV that it is shortened, and where every row is', async () => {
    for (const accept of ['text/html', 'text/csv']) {
      const { text } = await pull(accept, '');
      expect(text).toContain('One answer has no room for every row of this report');
      expect(text).toContain('the export of the programme’s record holds every row');
    }
  });

  it('says in its JSON how many rows of each list it shows, and counts them all', async () => {
    const { body } = await pull('application/json', 'rows=all');
    expect(body.rowsAtMost).toBeLessThan(mostFindings);
    expect(body.content.findings.rows).toHaveLength(body.rowsAtMost);
    expect(body.content.findings.total).toBe(600);
  });
});
