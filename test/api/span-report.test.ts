import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '#schemas/report.ts';
import { SpanReport } from '#schemas/span-report.ts';
import { inShort } from '#web/report/in-short/in-short.ts';
import { readCsv } from '../support/archive-reader.ts';
import { from, of, openReview, tomorrow } from '../support/one-programme.ts';
import { expectProblem } from '../support/problem.ts';
import { saving } from '../support/records.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* REPORT-34 and REPORT-35: the report of a span, of three months that are published one after the other. */

let tracker: TestTracker;
const months = ['2026-01', '2026-02', '2026-03'];
const quarter = 'from=2026-01&to=2026-03';

const act = async (reviewId: string, body: object, day: string) => {
  const { headers } = await tracker.must('getReview', { params: of(reviewId) });
  const named = { 'if-match': headers.etag ?? '', 'effective-at': day };
  await tracker.must('changeLifecycle', { params: of(reviewId), body, headers: named });
};
const ask = (query = quarter, headers: Record<string, string> = {}) =>
  tracker.ask('getSpanReport', { as: people.board, params: tomorrow, query, headers });
const spanOf = async (query = quarter): Promise<SpanReport> => SpanReport.parse((await ask(query)).body);
const monthly = async (month: string): Promise<Report> =>
  Report.parse(
    (await tracker.must('getReport', { as: people.board, params: { ...tomorrow, month }, query: 'rows=all' })).body,
  );

beforeAll(async () => {
  tracker = await startReportedProgramme();
  await openReview(tracker, 'catering', { title: 'catering' }, '2026-02-03');
  const rent = { params: of('libraries', 'rent'), body: saving, headers: from('2026-01-16') };
  await tracker.must('putSaving', rent);
  await act('libraries', { kind: 'stop', reason: 'Nobody wants it' }, '2026-03-10');
  await act('property', { kind: 'pause', reason: 'The lease is in dispute' }, '2026-03-12');
  for (const month of months) await runMonth(tracker, month);
  expect(tracker.failures).toEqual([]);
}, 600_000);
afterAll(() => tracker.stop());

describe('getSpanReport', () => {
  it('names each report that it is made from, and puts the main figures of each month side by side as that report has them', async () => {
    const report = await spanOf();
    const published = await Promise.all(months.map(monthly));
    expect(report.madeFrom).toEqual(
      published.map(({ content, publication }) => ({
        month: content.month,
        revision: 1,
        contentDigest: publication.contentDigest,
        publishedAt: publication.publishedAt,
        ruleSet: content.ruleSet,
        supersededBy: null,
      })),
    );
    expect(report.months.map(({ counted, findings, returnsExpected }) => [counted, findings, returnsExpected])).toEqual(
      published.map(({ content }) => [content.counts.counted, content.findings.total, content.returns.expected]),
    );
    expect(report.months[0]?.money?.achievable).toEqual(published[0]?.content.pageOne?.money?.achievable);
    expect(report).toMatchObject({ before: null, notPublished: [], superseded: false });
  });

  it('has volumes that reconcile over the whole, with each movement by name', async () => {
    const { volumes } = await spanOf();
    expect(volumes).toMatchObject({ opening: 1, closing: 2, reconciles: true });
    expect(volumes.ways.filter(({ change }) => change !== 0)).toEqual([
      {
        way: 'approved',
        name: 'Approved',
        change: 2,
        months: [
          { month: '2026-01', change: 1 },
          { month: '2026-02', change: 1 },
        ],
      },
      { way: 'stopped', name: 'Stopped', change: -1, months: [{ month: '2026-03', change: -1 }] },
    ]);
    expect(volumes.movements.rows.map(({ review, way, on }) => [review, way, on])).toEqual([
      ['libraries', 'approved', '2026-01-15'],
      ['catering', 'approved', '2026-02-03'],
      ['libraries', 'stopped', '2026-03-10'],
    ]);
    expect(volumes.pauses?.rows).toEqual([
      { review: 'property', title: 'property', month: '2026-03', change: 'paused' },
    ]);
  });

  it('has the reviews whose planned savings came, went or are others, which come to what the plan of each year changed by', async () => {
    const { savings } = await spanOf('from=2026-02&to=2026-03');
    expect(savings?.byReview?.rows.map(({ review, start, end }) => [review, start?.low ?? null, end])).toEqual([
      ['libraries', expect.any(Number), null],
    ]);
    for (const { year, start, end } of savings?.years ?? []) {
      const rows = savings?.byReview?.rows.filter((one) => one.year === year) ?? [];
      const changed = rows.reduce((sum, one) => sum + (one.end?.low ?? 0) - (one.start?.low ?? 0), 0);
      expect(changed).toBe((end?.plan.low ?? 0) - (start?.plan.low ?? 0));
    }
  });

  it('begins where the report ended that the first month follows', async () => {
    const report = await spanOf('from=2026-02&to=2026-03');
    expect(report).toMatchObject({ before: { month: '2026-01', revision: 1 }, volumes: { opening: 2, closing: 2 } });
    expect(report.savings?.years[0]?.start?.plan).toEqual((await monthly('2026-01')).content.savings.years[0]?.plan);
  });

  it('says which months have no published report, and nothing of them', async () => {
    const report = await spanOf('from=2025-11&to=2026-05');
    expect(report.notPublished).toEqual(['2025-11', '2025-12', '2026-04', '2026-05']);
    expect(report.months.map(({ month }) => month)).toEqual(months);
    const html = await ask('from=2025-11&to=2026-05', { accept: 'text/html' });
    expect(html.text).toContain('November 2025, December 2025, April 2026 and May 2026 have no published report');
  });

  it('answers the questions of a board: of its end as its last report does, and of what came to be over all its months', async () => {
    const { answers } = await spanOf();
    const last = await monthly('2026-03');
    const asMonthly = new Map(inShort(last.content).map(({ question, words }) => [question, words]));
    expect(answers.map(({ question, month }) => [question, month])).toEqual([
      ['Are we on track?', '2026-03'],
      ['What must we decide?', '2026-03'],
      ['What is in trouble, and why?', '2026-03'],
      ['What does assurance say?', '2026-03'],
      ['What changed?', null],
      ['How much is saved this year?', '2026-03'],
      ['Will we make it?', '2026-03'],
      ['What is done about the top risk?', '2026-03'],
      ['Do the numbers agree from month to month?', null],
      ['Who has not reported?', null],
    ]);
    for (const { question, answer, month } of answers)
      if (month !== null) expect(answer).toContain(asMonthly.get(question));
    const answerTo = new Map(answers.map(({ question, answer }) => [question, answer]));
    expect(answerTo.get('What changed?')).toBe('Since December 2025: 2 reviews came in and 1 left.');
    expect(answerTo.get('Do the numbers agree from month to month?')).toBe(
      'Yes, the number of reviews adds up. 1 review at the end of December 2025; entered: 2 approved; left: 1 stopped; 2 at the end of March 2026: this reconciles.',
    );
    expect(answerTo.get('Who has not reported?')).toMatch(/^Of \d+ returns due in 3 months /);
  });

  it('is of the financial year up to the latest month unless said', async () => {
    expect(await spanOf('')).toMatchObject({ from: '2025-04', to: '2026-03', madeFrom: { length: 3 } });
  });

  it.each([
    ['from=2026-03&to=2026-01', 400, 'request.invalid'],
    ['from=2020-01&to=2026-03', 400, 'request.invalid'],
    ['from=2024-01&to=2024-03', 404, 'report.unpublished'],
    ['from=January', 400, 'request.invalid'],
    [`${quarter}&section=parking`, 400, 'request.invalid'],
    [`${quarter}&view=full`, 403, 'view.not-allowed'],
  ])('%s is refused', async (query, status, code) => {
    const told = await ask(query);
    expectProblem(told);
    expect(told).toMatchObject({ status, body: { code } });
  });

  it('is of a programme that has published nothing refused, and in a format that is not offered', async () => {
    const nowhere = { as: people.board, params: { programmeId: 'nowhere' } };
    expect(await tracker.ask('getSpanReport', nowhere)).toMatchObject({
      status: 404,
      body: { code: 'report.unpublished' },
    });
    expect(await ask(quarter, { accept: 'image/png' })).toMatchObject({
      status: 406,
      body: { code: 'answer.not-acceptable' },
    });
  });

  it('has in every format what its JSON has', async () => {
    const report = await spanOf();
    expect((await ask()).body).toEqual(report);
    const html = await ask(quarter, { accept: 'text/html' });
    const [head, ...rows] = readCsv((await ask(quarter, { accept: 'text/csv' })).text);
    const values = rows.map((row) => row.at(-1));
    expect(head).toEqual(['Programme', 'From', 'To', 'Section', 'Row', 'Item', 'Value']);
    for (const { question, answer } of report.answers) {
      expect(html.text).toContain(question);
      expect(html.text).toContain(answer.replaceAll("'", '&#39;'));
      expect(values).toContain(answer);
    }
    for (const { contentDigest } of report.madeFrom) {
      expect(html.text).toContain(contentDigest);
      expect(rows.some((row) => row.at(-1) === contentDigest)).toBe(true);
    }
    const section = await ask(`${quarter}&section=volumes`, { accept: 'text/csv' });
    expect(section.headers['content-disposition']).toBe(
      'attachment; filename="tomorrow-2026-01-to-2026-03-volumes.csv"',
    );
    expect(readCsv(section.text).some((row) => row.includes('libraries') && row.includes('stopped'))).toBe(true);
    for (const type of ['application/pdf', 'application/zip']) {
      const told = await ask(quarter, { accept: type });
      expect(told).toMatchObject({ status: 200, headers: { 'content-type': type } });
      expect(told.bytes.length).toBeGreaterThan(1_000);
    }
  });
});

describe('a span of which a month is revised', () => {
  it('is another from then on, and as at before it is the same again and says that it is superseded', async () => {
    const first = await ask();
    const told = first.headers.etag ?? '';
    expect(await ask(quarter, { 'if-none-match': told })).toMatchObject({ status: 304, text: '' });
    await openReview(tracker, 'parks', { title: 'parks' }, '2026-02-10');
    const revised = {
      as: people.office,
      params: { ...tomorrow, month: '2026-02' },
      body: { reason: 'Parks was late' },
    };
    await tracker.must('reviseReport', revised);
    await tracker.settled();
    const second = await ask(quarter, { 'if-none-match': told });
    expect(second).toMatchObject({
      status: 200,
      body: { superseded: false, volumes: { opening: 1, closing: 2, reconciles: true } },
    });
    expect(second.headers.etag).not.toBe(told);
    const { ways } = SpanReport.parse(second.body).volumes;
    expect(ways.find(({ way }) => way === 'revised')).toMatchObject({ change: -1, months: [{ month: '2026-03' }] });
    const { asAt } = SpanReport.parse(first.body);
    const then = await ask(`${quarter}&asAt=${asAt}`);
    expect(then.headers).toMatchObject({ 'cache-control': 'no-store' });
    const { superseded, madeFrom, ...same } = SpanReport.parse(then.body);
    expect(SpanReport.parse(first.body)).toMatchObject(same);
    expect({ superseded, by: madeFrom.map((one) => one.supersededBy) }).toEqual({
      superseded: true,
      by: [null, 2, null],
    });
    const html = await ask(`${quarter}&asAt=${asAt}`, { accept: 'text/html' });
    expect(html.text).toContain('Superseded: the report of February 2026 has a later revision.');
  });
});
