// @module-tag long
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, ReportLine } from '#schemas/report.ts';
import { ReportDraft } from '#schemas/report-draft.ts';
import { tablesOf } from '#web/tables/report-tables.ts';
import { readArchiveOf, readCsv } from '../support/archive-reader.ts';
import { differencesOf, type ReadFile } from '../support/compare-tables.ts';
import { differencesOnPaper, readPaper } from '../support/paper-reader.ts';
import { expectProblem } from '../support/problem.ts';
import { pdf, pullsFrom, views, xlsx, zip } from '../support/pulled-report.ts';
import { records } from '../support/records.ts';
import { tellRecord } from '../support/role-record.ts';
import { type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { readWorkbookOf } from '../support/workbook-reader.ts';

/*
 * PUBLISH-24: the formats of a draft, read back by readers of another's making. What each says is what its JSON says, in both views, and
 * each says that it is a draft.
 */

let tracker: TestTracker;
const params = { programmeId: 'tomorrow', month: '2026-01' };
const said = /DRAFT\. Made \d+ \w+ \d{4} at \d+:\d\d[ap]m; not published; figures may change/;

const draftAs = (accept: string, view = 'full', as: Person = people.office) =>
  tracker.must('getReportDraft', { as, params, query: `view=${view}`, headers: { accept } });
const jsonOf = async (view = 'full') => ReportDraft.parse((await draftAs('application/json', view)).body);

/** Of the month that is drafted, as the comparison of files has a report. */
const asReport = ({ content }: ReportDraft) => ({ content }) as Report;

/** The lines that a draft had, from the revision that published it. */
const lines = new Map<string, readonly ReportLine[]>();
interface Pulled {
  readonly json: ReportDraft;
  readonly files: ReadonlyMap<string, Awaited<ReturnType<typeof draftAs>>>;
}
/** In each view, before it was published. */
const drafts = new Map<string, Pulled>();
const types = ['text/html', 'text/csv', xlsx, zip, pdf];
const pulled = (view: string, type: string) => {
  const { json, files } = drafts.get(view) ?? {};
  const file = files?.get(type);
  if (json === undefined || file === undefined) throw new Error(`no ${type} was pulled in the ${view} view`);
  return { json, file, lines: lines.get(view) ?? [] };
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellRecord(tracker);
  await tracker.must('putIssue', {
    as: people.office,
    params: { programmeId: 'tomorrow', reviewId: 'property', entryId: 'secret' },
    body: {
      ...(records.issue as object),
      ...{ title: 'The bidder named Xanthippe', severity: 'high', raisedOn: '2026-01-10' },
      exempt: { fields: ['title'], ground: 3 },
    },
    headers: { 'if-none-match': '*', 'effective-at': '2026-01-11' },
  });
  await tracker.must('draftReport', { as: people.office, params, body: {} });
  await tracker.settled();
  for (const view of views) {
    const files = new Map<string, Awaited<ReturnType<typeof draftAs>>>();
    for (const type of types) files.set(type, await draftAs(type, view));
    drafts.set(view, { json: await jsonOf(view), files });
  }
  const { digest } = await jsonOf();
  const body = { reason: 'An issue was recorded late', draft: digest };
  await tracker.must('reviseReport', { as: people.office, params, body });
  await tracker.settled();
  for (const view of views) lines.set(view, await pullsFrom(tracker).linesOf(params, view, people.office));
}, 120_000);
afterAll(() => tracker.stop());

/** The sheets under the titles of their sections, which their names cut off. */
const withoutMark = (file: ReadFile, { content }: ReportDraft, of: readonly ReportLine[]): ReadFile => {
  const titles = ['Report', ...tablesOf({ content }, of).map(({ title }) => title)];
  const sheets = [...file.tables];
  expect(sheets.every(([name]) => name.startsWith('DRAFT '))).toBe(true);
  expect(sheets.length).toBe(titles.length);
  return { ...file, tables: new Map(sheets.map(([, rows], n) => [titles[n] ?? '', rows])) };
};

describe.each(views)('a draft in the %s view', (view) => {
  it('has every number, date and text of its JSON in its workbook, whose sheets are each named as of a draft', async () => {
    const { json, file, lines: of } = pulled(view, xlsx);
    expect(of.length).toBeGreaterThan(1);
    const book = withoutMark(await readWorkbookOf(file.bytes), json, of);
    expect(differencesOf(asReport(json), of, book)).toEqual([]);
    expect(book.tables.get('Report')).toContainEqual(['Status', expect.stringMatching(said)]);
    expect(book.tables.get('Report')).toContainEqual(['Digest of the draft', json.digest]);
  });

  it('has them in its archive of CSV too, where every row says that it is of a draft', () => {
    const { json, file, lines: of } = pulled(view, zip);
    const titles = new Map([['report', 'Report'], ...tablesOf(json, of).map(({ id, title }) => [id, title] as const)]);
    const archive = readArchiveOf(file.bytes, titles, 4);
    expect(differencesOf(asReport(json), of, archive)).toEqual([]);
    const files = Object.values(unzipSync(file.bytes));
    expect(files.length).toBeGreaterThan(10);
    for (const one of files) {
      const [head, ...rows] = readCsv(Buffer.from(one).toString('utf8'));
      expect(head?.slice(0, 4)).toEqual(['Programme', 'Month', 'Revision', 'Status']);
      for (const row of rows) expect(row[3]).toMatch(said);
    }
  });

  it('says on paper what its page says, tagged, and that it is a draft at the head of every page', async () => {
    const { json, file } = pulled(view, pdf);
    const paper = await readPaper(file.bytes);
    expect(differencesOnPaper(pulled(view, 'text/html').file.text, paper)).toEqual([]);
    expect(paper.astray).toBe(0);
    expect(paper.pages.length).toBeGreaterThan(3);
    for (const { unread } of paper.pages) expect(unread).toMatch(said);
    expect(paper.pages[0]?.read).toMatch(/DRAFT Made .* not published; figures may change\./);
    expect(paper.info).toMatchObject({
      Title: expect.stringMatching(/^DRAFT: /),
      Subject: expect.stringContaining(json.digest),
    });
  });

  it('says on its page and in each row of its CSV that it is one, and that nothing of it is published', () => {
    const page = pulled(view, 'text/html').file.text;
    expect(page).toMatch(/<title>DRAFT: /);
    expect(page).toMatch(/<body class="draft/);
    expect(page).toContain('not published; figures may change.');
    expect(page).not.toMatch(/Published \d|sealing digest|How to verify/i);
    const [head, ...rows] = readCsv(pulled(view, 'text/csv').file.text);
    expect(head?.slice(0, 5)).toEqual(['Programme', 'Month', 'Revision', 'Status', 'Section']);
    for (const row of rows) expect(row[3]).toMatch(said);
  });

  it('is named as a draft where it is saved, and is kept nowhere on the way', () => {
    const endings = { 'text/html': 'html', 'text/csv': 'csv', [xlsx]: 'xlsx', [zip]: 'zip', [pdf]: 'pdf' };
    for (const [type, ending] of Object.entries(endings)) {
      const { headers } = pulled(view, type).file;
      expect(headers['content-type']).toContain(type);
      expect(headers['content-disposition']).toContain(`filename="tomorrow-2026-01-r2-draft.${ending}"`);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers.etag).toBeUndefined();
    }
  });

  it('withholds in every format what its JSON withholds', async () => {
    const holds = async (type: string): Promise<boolean> => {
      const { bytes, text } = pulled(view, type).file;
      if (type === pdf) return (await readPaper(bytes)).pages.some(({ read }) => read.includes('Xanthippe'));
      if (type === xlsx || type === zip)
        return Object.values(unzipSync(bytes)).some((one) => Buffer.from(one).includes('Xanthippe'));
      return text.includes('Xanthippe');
    };
    const isFull = view === 'full';
    expect(JSON.stringify(pulled(view, pdf).json).includes('Xanthippe')).toBe(isFull);
    for (const type of types) expect([type, await holds(type)]).toEqual([type, isFull]);
    expect(pulled(view, 'text/html').file.text).toContain(isFull ? 'Full view: not for publication.' : 'Public view.');
  });
});

describe('getReportDraft', () => {
  it('refuses a board in every format, as it does in JSON', async () => {
    await tracker.must('draftReport', { as: people.office, params, body: {} });
    await tracker.settled();
    for (const accept of ['application/json', ...types]) {
      const answer = await tracker.ask('getReportDraft', { as: people.board, params, headers: { accept } });
      expectProblem(answer);
      expect(answer).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } });
    }
  });

  it('offers no other format, and says which it has', async () => {
    const answer = await tracker.ask('getReportDraft', {
      as: people.office,
      params,
      headers: { accept: 'application/msword' },
    });
    expectProblem(answer);
    expect(answer).toMatchObject({
      status: 406,
      body: { code: 'answer.not-acceptable', facts: { offered: ['application/json', ...types] } },
    });
  });

  it('keeps as JSON what it was, for whoever asks for nothing else', async () => {
    const { headers, body } = await tracker.must('getReportDraft', { as: people.team, params });
    expect(headers['content-type']).toBe('application/json');
    expect(ReportDraft.parse(body).status).toBe('draft');
  });
});
