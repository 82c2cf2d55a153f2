import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportComparison } from '#schemas/report-comparison.ts';
import { from, of, openReview, tomorrow } from '../support/one-programme.ts';
import { expectProblem } from '../support/problem.ts';
import { risk } from '../support/records.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* REPORT-36: two published reports beside each other. */

let tracker: TestTracker;
const ask = (query = '', headers: Record<string, string> = {}) =>
  tracker.ask('compareReports', { as: people.board, params: tomorrow, query, headers });
const compared = async (query = ''): Promise<ReportComparison> => ReportComparison.parse((await ask(query)).body);

beforeAll(async () => {
  tracker = await startReportedProgramme();
  await runMonth(tracker, '2026-01');
  await openReview(tracker, 'catering', { title: 'catering' }, '2026-02-03');
  await tracker.must('putRisk', {
    params: of('libraries', 'roof'),
    body: { ...risk, title: 'The roof leaks' },
    headers: from('2026-02-05'),
  });
  for (const month of ['2026-02', '2026-03']) await runMonth(tracker, month);
  expect(tracker.failures).toEqual([]);
}, 600_000);
afterAll(() => tracker.stop());

describe('compareReports', () => {
  it('says of each review and each row what differs between two months that are not neighbours', async () => {
    const comparison = await compared('from=2026-01&to=2026-03');
    expect(comparison).toMatchObject({
      before: { month: '2026-01', revision: 1 },
      after: { month: '2026-03', revision: 1 },
      figures: { before: { counted: 2, openRisks: 1 }, after: { counted: 3, openRisks: 3 } },
      between: { from: '2026-02', to: '2026-03' },
    });
    expect(comparison.reviews?.rows.map(({ review, change }) => [review, change])).toContainEqual(['catering', 'new']);
    const libraries = comparison.reviews?.rows.find(({ review }) => review === 'libraries');
    expect(libraries?.fields).toContainEqual({ what: 'Risks part', before: '0', after: '1' });
    const said = comparison.reviews?.rows.flatMap(({ fields }) => fields.map(({ what }) => what));
    expect(said).not.toContain('In figures');
    const risks = comparison.parts.find(({ title }) => title === 'Risks');
    expect(risks?.figures).toContainEqual({ what: 'Open', before: '1', after: '3' });
    expect(risks?.rows.rows).toContainEqual(
      expect.objectContaining({ row: expect.stringContaining('The roof leaks'), change: 'new' }),
    );
  });

  it('compares the latest report with the one before it unless said, and backwards where that is asked for', async () => {
    expect(await compared()).toMatchObject({ before: { month: '2026-02' }, after: { month: '2026-03' } });
    const backwards = await compared('from=2026-03&to=2026-01');
    expect(backwards).toMatchObject({ before: { month: '2026-03' }, after: { month: '2026-01' }, between: null });
    expect(backwards.reviews?.rows).toContainEqual({
      review: 'catering',
      title: 'catering',
      change: 'gone',
      fields: [],
    });
  });

  it('finds nothing in a report beside itself, and says so', async () => {
    expect(await compared('from=2026-03&to=2026-03')).toMatchObject({
      parts: [],
      reviews: { total: 0, rows: [] },
      inShort: [expect.stringContaining('Nothing that both reports count differs')],
    });
  });

  it('compares two revisions of a month, and answers 304 to whoever has it', async () => {
    const query = 'from=2026-02&fromRevision=1&to=2026-02';
    const { etag = '' } = (await ask(query)).headers;
    expect(await ask(query, { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
    await openReview(tracker, 'parks', { title: 'parks' }, '2026-02-10');
    const late = { as: people.office, params: { ...tomorrow, month: '2026-02' }, body: { reason: 'Parks was late' } };
    await tracker.must('reviseReport', late);
    await tracker.settled();
    const told = await ask(query, { 'if-none-match': etag });
    expect(told).toMatchObject({ status: 200, body: { before: { revision: 1 }, after: { revision: 2 } } });
    expect(ReportComparison.parse(told.body).reviews?.rows).toEqual([
      { review: 'parks', title: 'parks', change: 'new', fields: [] },
    ]);
  });

  it.each([
    ['from=2026-01&to=2027-01', 404, 'report.unpublished'],
    ['to=2026-01', 404, 'report.unpublished'],
    ['from=2026-01&fromRevision=7&to=2026-02', 404, 'report.unpublished'],
    ['from=first', 400, 'request.invalid'],
    ['view=full', 403, 'view.not-allowed'],
  ])('%s is refused', async (query, status, code) => {
    const told = await ask(query);
    expectProblem(told);
    expect(told).toMatchObject({ status, body: { code } });
  });
});
