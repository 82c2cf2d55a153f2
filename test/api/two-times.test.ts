import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { idOfEntry } from '../support/id-of-entry.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A risk of a review, told in January, corrected after January's report; the review renamed and the programme's settings
 * changed late, too. Then January is published again.
 */

let tracker: TestTracker;
const place = { programmeId: 'tomorrow', reviewId: 'property' };
const late = { ...place, entryId: 'late' };
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const change = (version: number, day: string) => ({ 'if-match': `"${version}"`, 'effective-at': day });
const instants = { start: '', beforeReport: '', beforeCorrection: '' };
/** An instant that lies after all that was told, and before all that is told next. */
const pause = async (): Promise<string> => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 5));
  await wait();
  const now = new Date().toISOString();
  await wait();
  return now;
};
const put = (id: string, params: object, body: unknown, headers: Record<string, string>) =>
  tracker.must(id, { as: people.office, params: params as Record<string, string>, body, headers });
const report = async (operation: string, params: Record<string, string>, body: object): Promise<void> => {
  await tracker.must(operation, { as: people.office, params, body });
  await tracker.settled();
};

beforeAll(async () => {
  tracker = await startTestTracker();
  instants.start = await pause();
  await put('putProgramme', place, programme, from('2026-01-01'));
  await put('putReview', place, review, from('2026-01-02'));
  await put('putRisk', late, risk, from('2026-01-10'));
  await put('putOption', { ...place, entryId: 'first-option' }, records.option, from('2026-01-10'));
  const criteria = [{ id: 'cost', name: 'Cost', group: 'viability', weight: 100 }];
  await put('putAppraisal', place, { criteria }, from('2026-01-11'));
  await tracker.must('moveStage', {
    params: place,
    body: { to: 'service-baseline' },
    headers: change(1, '2026-01-12'),
  });
  instants.beforeReport = await pause();
  await report('runReport', place, { month: '2026-01' });
  instants.beforeCorrection = await pause();
  await tracker.must('correctRisk', {
    params: late,
    body: {
      corrects: 2,
      effectiveAt: '2026-01-15',
      record: { ...risk, current: { likelihood: 5, impact: 5 } },
      reason: 'The lease had run out',
    },
  });
  await put('putReview', place, { ...review, title: 'Land and buildings' }, change(2, '2026-01-20'));
  const milder = { lowUpTo: 6, mediumUpTo: 24 };
  const body = (await tracker.must('getProgramme', { params: place })).body.record;
  const settings = { ...body, riskMatrix: { ...body.riskMatrix, ...milder } };
  await put('putProgramme', place, settings, change(1, '2026-02-10'));
  await report('reviseReport', { ...place, month: '2026-01' }, { reason: 'The risk was corrected' });
});
afterAll(() => tracker.stop());

const riskAt = async (query: string) => {
  const { status, body, headers } = await tracker.ask('getRisk', { params: late, query });
  return status === 200
    ? { likelihood: body.record.current.likelihood, band: body.computed.currentBand, etag: headers.etag }
    : { status, code: body.code };
};

describe('what was true of a risk, and who could know it', () => {
  it.each([
    ['asAt=2026-01-31, as now known', 'asAt=2026-01-31', 5],
    ['asAt=2026-01-14, before the correction holds', 'asAt=2026-01-14', 3],
    ['knownAt=2026-01/1, as the first report knew it', 'knownAt=2026-01/1', 3],
    ['knownAt=2026-01, as the latest revision knew it', 'knownAt=2026-01', 5],
    ['knownAt=2026-01/2 of an earlier day', 'knownAt=2026-01/2&asAt=2026-01-14', 3],
  ])('getRisk with %s', async (_, query, likelihood) => {
    expect(await riskAt(query)).toMatchObject({ likelihood, etag: undefined });
  });

  it('getRisk with an instant as knownAt answers by what was told by then, and nothing from before it was told', async () => {
    expect(await riskAt(`knownAt=${instants.beforeCorrection}`)).toMatchObject({ likelihood: 3 });
    expect(await riskAt(`knownAt=${instants.beforeCorrection}&asAt=2026-01-09`)).toMatchObject({ status: 404 });
    expect(await riskAt(`knownAt=${new Date().toISOString()}`)).toMatchObject({ likelihood: 5 });
    expect(await riskAt(`knownAt=${instants.start}`)).toEqual({ status: 404, code: 'programme.unknown' });
  });

  it('getRisk judges a band by the risk matrix then in force, as the report of the month does', async () => {
    expect(await riskAt('asAt=2026-01-31')).toMatchObject({ band: 'high' });
    expect(await riskAt('asAt=2026-02-28')).toMatchObject({ band: 'high' });
    expect(await riskAt('')).toMatchObject({ band: 'high' });
    expect(await riskAt('knownAt=2026-01/1')).toMatchObject({ band: 'medium' });
    expect((await tracker.must('getProgramme', { params: place, query: 'asAt=2026-02-09' })).body).toMatchObject({
      record: { riskMatrix: { mediumUpTo: 15 } },
    });
  });
});

it.each([
  ['knownAt=2026-02', 404, 'No report of February 2026 is published: what it was made from is not fixed.'],
  ['knownAt=2026-01/3', 404, 'No revision 3 of January 2026 is published: what it was made from is not fixed.'],
  [
    'knownAt=2199-01-01',
    400,
    'knownAt must not be later than now: what will be recorded by 1 January 2199 is not known yet.',
  ],
])('getRisk with %s answers %i and says why', async (query, status, detail) => {
  expect(await tracker.ask('getRisk', { params: late, query })).toMatchObject({ status, body: { detail } });
});

it('getRisk with the report of a programme that is not there says that there is no such programme', async () => {
  const told = await tracker.ask('getRisk', { params: { ...late, programmeId: 'nowhere' }, query: 'knownAt=2026-01' });
  expect(told).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
});

const takes = (operation: Operation, name: string): boolean => name in operation.query.shape;
const reads = operations.filter((one) => one.method === 'GET' && one.path.startsWith('/programmes'));

/** What says what waits for people today: lists over all reviews, the returns of a month, what a meeting is to take up, what the ledger shows beside claims. */
const isOfToday = ({ path }: Operation): boolean =>
  /\/(across|returns-of-month|agenda|ledger-figures)(\/|$)/.test(path);

it('every register, review, programme view and report answers asAt; figures to confirm, what changed since a baseline, a search, the calendar, two reports or days compared, drafts, runs, histories, the export and the tables for tools have their own times', () => {
  expect(reads.filter((one) => !takes(one, 'asAt') && !isOfToday(one)).map((one) => one.id)).toEqual([
    'getReturnFigures',
    'getReviewSinceBaseline',
    'searchProgramme',
    'getCalendar',
    'getReportDraft',
    'getReportRun',
    'compareReports',
    'getDaysComparison',
    'getReviewHistory',
    'getProgrammeHistory',
    'exportProgramme',
    'listFeeds',
    'getFeed',
    'getODataService',
    'getODataResource',
  ]);
});

it.each(reads.filter((one) => takes(one, 'knownAt')).map((one) => [one.id, one] as const))(
  '%s answers as the report of January knew it, without an ETag, and knows nothing from before the first word',
  async (id, operation) => {
    const kind = operation.register?.kind;
    const entryId = kind === 'option' ? 'first-option' : idOfEntry(kind, 'late');
    const params = { ...place, entryId };
    const then = await tracker.ask(id, { params, query: 'knownAt=2026-01/1' });
    const registerIsEmpty =
      operation.useCase === 'get-entry' && !['risk', 'option'].includes(operation.register?.kind ?? '');
    const programmeWide = operation.scope === 'programme' && operation.useCase === 'get-entry';
    expect(then.status).toBe(registerIsEmpty || programmeWide ? 404 : 200);
    expect(then.headers.etag).toBeUndefined();
    expect(await tracker.ask(id, { params, query: `knownAt=${instants.start}` })).toMatchObject({
      status: 404,
      body: { code: 'programme.unknown' },
    });
  },
);

it('getReview, listReviews, getAppraisal and getReviewGate tell the same story of the same two times', async () => {
  const ask = async (id: string, query: string) => (await tracker.must(id, { params: place, query })).body;
  expect((await ask('getReview', 'knownAt=2026-01/1')).record.title).toBe('Property');
  expect((await ask('getReview', 'knownAt=2026-01')).record.title).toBe('Land and buildings');
  expect((await ask('listReviews', 'knownAt=2026-01/1')).items).toMatchObject([{ title: 'Property' }]);
  expect((await ask('listReviews', 'asAt=2026-01-31')).items).toMatchObject([{ title: 'Land and buildings' }]);
  expect((await ask('listReviews', 'asAt=2026-01-01')).items).toEqual([]);
  expect(await ask('getReviewGate', 'asAt=2026-01-11')).toMatchObject({ stage: 'identified' });
  expect(await ask('getReviewGate', 'knownAt=2026-01')).toMatchObject({ stage: 'service-baseline' });
  expect(await ask('getReviewGate', `knownAt=${new Date().toISOString()}`)).toEqual(await ask('getReviewGate', ''));
  expect(await ask('getAppraisal', 'knownAt=2026-01/1')).toMatchObject({ version: 1 });
  expect(await tracker.ask('getReviewGate', { params: place, query: 'asAt=2026-01-01' })).toMatchObject({
    status: 404,
    body: { code: 'review.unknown' },
  });
});

it('getProgramme tells which report was owed next then', async () => {
  const owed = async (query: string) => (await tracker.must('getProgramme', { params: place, query })).body.computed;
  expect(await owed(`knownAt=${instants.beforeReport}`)).toMatchObject({ nextReport: '2026-01' });
  expect(await owed(`knownAt=${instants.beforeCorrection}`)).toMatchObject({ nextReport: '2026-02' });
  expect(await owed('')).toMatchObject({ nextReport: '2026-02' });
});

describe('a list as at an instant comes in pages of the same two times', () => {
  beforeAll(async () => {
    for (const id of ['a', 'b', 'c'])
      await put('putIssue', { ...place, entryId: id }, records.issue, from('2026-03-01'));
  });

  it('listIssues knows on its second page what it knew on its first', async () => {
    const query = 'asAt=2026-03-31&limit=2';
    const first = await tracker.must('listIssues', { params: place, query });
    await pause();
    await put('putIssue', { ...place, entryId: 'd' }, records.issue, from('2026-03-02'));
    const second = await tracker.must('listIssues', { params: place, query: `${query}&cursor=${first.body.next}` });
    expect([...first.body.items, ...second.body.items].map((one: { id: string }) => one.id)).toEqual(['a', 'b', 'c']);
    expect(second.body.next).toBeNull();
  });

  it('listReviews of the latest report keeps to its revision when another is published between two pages', async () => {
    await put('putReview', { ...place, reviewId: 'roads' }, { ...review, title: 'Roads' }, from('2026-01-03'));
    await report('reviseReport', { ...place, month: '2026-01' }, { reason: 'Roads were missing' });
    const query = 'knownAt=2026-01&limit=1';
    const first = await tracker.must('listReviews', { params: place, query });
    await put('putReview', { ...place, reviewId: 'roads' }, { ...review, title: 'Streets' }, change(1, '2026-01-04'));
    await report('reviseReport', { ...place, month: '2026-01' }, { reason: 'Roads are streets' });
    const second = await tracker.must('listReviews', { params: place, query: `${query}&cursor=${first.body.next}` });
    expect(second.body.items).toMatchObject([{ title: 'Roads' }]);
  });

  it.each([
    ['another asAt', 'asAt=2026-03-30&limit=1', 'asAt=2026-03-31&limit=1'],
    ['a knownAt that the first page had not', 'asAt=2026-03-31&limit=1', 'asAt=2026-03-31&knownAt=2026-01&limit=1'],
    ['no asAt', 'asAt=2026-03-31&limit=1', 'limit=1'],
    ['an asAt, of a list of today', 'limit=1', 'asAt=2026-03-31&limit=1'],
  ])('listIssues refuses a cursor with %s', async (_, query, other) => {
    const first = await tracker.must('listIssues', { params: place, query });
    const told = await tracker.ask('listIssues', { params: place, query: `${other}&cursor=${first.body.next}` });
    expect(told).toMatchObject({
      status: 400,
      body: {
        faults: [
          {
            pointer: '/cursor',
            message: 'belongs to a list with another asAt or knownAt: send the same with each page',
          },
        ],
      },
    });
  });
});
