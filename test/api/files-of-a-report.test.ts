// @module-tag long
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#functions/reports/report-files.ts';
import { Report } from '#schemas/report.ts';
import { readReport } from '#store/reports/reports.ts';
import type { SectionTable } from '#web/tables/report-tables.ts';
import { monthsOf, programmesOf, putItems, releasedVersions } from '../released/released-version.ts';
import { readArchiveOf, readCsv } from '../support/archive-reader.ts';
import { differencesOf } from '../support/compare-tables.ts';
import { expectProblem } from '../support/problem.ts';
import { office, pullsFrom, titlesOf, views, xlsx, zip } from '../support/pulled-report.ts';
import { tellRecord } from '../support/role-record.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { readWorkbookOf } from '../support/workbook-reader.ts';

/*
 * The files of a published report, pulled as a board pulls them and read back: what each says is what its JSON says, in both
 * views. Those of every report of the samples are read in test/proofs/report-files.test.ts.
 */

const version = releasedVersions.at(-1) ?? '';

let tracker: TestTracker;
let pull: ReturnType<typeof pullsFrom>['pull'];
let linesOf: ReturnType<typeof pullsFrom>['linesOf'];
beforeAll(async () => {
  tracker = await startTestTracker();
  ({ pull, linesOf } = pullsFrom(tracker));
  await putItems({ client: tracker.client, name: tracker.tableName }, version);
  await tellRecord(tracker);
}, 120_000);
afterAll(() => tracker.stop());

describe('The report of a programme with an entry in every register', () => {
  it.each(views)('has every number, date and text of its JSON in its files in the %s view', async (view) => {
    const params = { programmeId: 'tomorrow', month: '2026-01' };
    const { body } = await pull(params, 'application/json', `rows=all&view=${view}`, people.office);
    const lines = await linesOf(params, view, people.office);
    const told = await pull(params, xlsx, `view=${view}`, people.office);
    expect(lines.length).toBeGreaterThan(0);
    const report = Report.parse(body);
    expect(differencesOf(report, lines, await readWorkbookOf(told.bytes))).toEqual([]);
    const archive = await pull(params, zip, `view=${view}`, people.office);
    expect(differencesOf(report, lines, readArchiveOf(archive.bytes, titlesOf(report, lines)))).toEqual([]);
  });
});

describe('A report of more than one answer has room for', () => {
  const [programmeId = ''] = programmesOf(version);
  const month = monthsOf(version, programmeId).at(-1) ?? '';
  /** A writer whose files have so many bytes for a row. */
  const fileWith = async (bytesOfRow: number) => {
    const programmeRef = { organisation: office.organisation, programme: programmeId };
    const stored = await readReport(tracker.table, programmeRef, { month, revision: undefined, by: undefined });
    if (stored === undefined) throw new Error('it is not there');
    const tried: (readonly SectionTable[])[] = [];
    const made = await fileOf(
      {
        table: tracker.table,
        fonts: new URL('file:///nowhere/'),
        loadPaper: () => import('#functions/files/paper.ts'),
        loadWriters: async () => ({
          archive: () => Buffer.alloc(0),
          workbook: async (tables) => {
            tried.push(tables);
            return Buffer.alloc(bytesOfRow * tables.reduce((sum, { rows }) => sum + rows.length, 0));
          },
        }),
      },
      { programmeRef, stored, shown: { view: 'full', on: '2026-01-01' }, type: xlsx, everyRow: false },
      () => null,
    );
    return { made, tried };
  };

  it('has fewer rows of each list in its file, which says so', async () => {
    const rowsOf = (tables: readonly SectionTable[]) => tables.reduce((sum, { rows }) => sum + rows.length, 0);
    const [whole = []] = (await fileWith(1)).tried;
    const { made, tried } = await fileWith(Math.ceil((4.6 * 1024 * 1024) / rowsOf(whole)));
    expect(made.kind).toBe('done');
    expect(tried.length).toBeGreaterThan(1);
    expect(tried.at(-1)?.[0]?.rows).toContainEqual([
      'Shortened',
      expect.stringContaining('One answer has no room for every row of this report'),
    ]);
  });

  it('is refused as a file where even that is too much, in a sentence that names the format to ask for', async () => {
    const { made } = await fileWith(50_000);
    expect(made).toMatchObject({
      kind: 'refused',
      refusal: { code: 'answer.too-large', detail: expect.stringContaining('ask for the whole of it as text/csv') },
    });
  });
});

describe('A workbook', () => {
  const [programmeId = ''] = programmesOf(version);
  const params = { programmeId, month: monthsOf(version, programmeId).at(-1) ?? '' };

  it('is a file to be saved, with an entity tag of its own, and is not sent again to whoever has it', async () => {
    const { headers, bytes } = await pull(params, xlsx);
    expect(headers).toMatchObject({
      'content-type': xlsx,
      'content-disposition': `attachment; filename="${programmeId}-${params.month}-r1.xlsx"`,
      vary: 'Accept, Authorization',
    });
    expect(headers.etag).not.toBe((await pull(params, 'text/csv')).headers.etag);
    expect(Buffer.compare((await pull(params, xlsx)).bytes, bytes)).toBe(0);
    const again = await tracker.ask('getReport', {
      as: office,
      params,
      headers: { accept: xlsx, 'if-none-match': headers.etag ?? '' },
    });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('of a revision is the same as that of its month, and may be kept', async () => {
    const one = await tracker.must('getReportRevision', {
      as: office,
      params: { ...params, revision: '1' },
      headers: { accept: xlsx },
    });
    expect(one.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(Buffer.compare(one.bytes, (await pull(params, xlsx)).bytes)).toBe(0);
  });
});

describe('One section alone', () => {
  const [programmeId = ''] = programmesOf(version);
  const params = { programmeId, month: monthsOf(version, programmeId).at(-1) ?? '' };

  it('is the file that the archive has of it, each of them, and says in each row of which report it is', async () => {
    const files = Object.entries(unzipSync((await pull(params, zip)).bytes));
    expect(files.length).toBeGreaterThan(10);
    for (const [name, file] of files) {
      const section = name.replace(/\.csv$/, '');
      const told = await pull(params, 'text/csv', `section=${section}`);
      expect(Buffer.compare(told.bytes, Buffer.from(file))).toBe(0);
      expect(told.headers['content-disposition']).toBe(
        `attachment; filename="${programmeId}-${params.month}-r1-${section}.csv"`,
      );
      const [, ...rows] = readCsv(told.text);
      for (const row of rows) expect(row.slice(0, 3)).toEqual([programmeId, params.month, '1']);
    }
  });

  it('that no report has is refused with the names of those there are', async () => {
    const told = await tracker.ask('getReport', { as: office, params, query: 'section=parking' });
    expectProblem(told);
    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid', faults: [{ pointer: '/section' }] } });
    expect(told.body.detail).toContain('figures, ');
  });

  it('is offered as CSV and as nothing else', async () => {
    const query = 'section=savings';
    const told = await tracker.ask('getReport', { as: office, params, query, headers: { accept: xlsx } });
    expectProblem(told);
    expect(told).toMatchObject({ status: 406, body: { facts: { offered: ['text/csv'] } } });
    expect((await tracker.must('getReport', { as: office, params, query })).headers['content-type']).toMatch(
      'text/csv',
    );
  });
});
