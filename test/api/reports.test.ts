import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditedContentDigest } from '../support/auditor.ts';
import { exportedLines } from '../support/exported.ts';
import { from, tomorrow } from '../support/one-programme.ts';
import { records } from '../support/records.ts';
import { pullMonth, runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startReportedProgramme();
});
afterAll(() => tracker.stop());

it('runReport answers 202 with the address of a run that getReportRun follows until it is published', async () => {
  const asked = await runMonth(tracker, '2026-01');
  expect({ status: asked.status, body: asked.body }).toMatchObject({
    status: 202,
    body: { id: '2026-01-r1', state: 'waiting' },
  });
  expect(asked.headers.location).toBe('/programmes/tomorrow/report-runs/2026-01-r1');
  const followed = await tracker.must('getReportRun', {
    as: people.office,
    params: { ...tomorrow, runId: '2026-01-r1' },
  });
  expect(tracker.failures).toEqual([]);
  expect(followed.body).toMatchObject({
    state: 'published',
    reviewsDone: 3,
    report: '/programmes/tomorrow/reports/2026-01',
  });
});

it('getReport answers the position at the last instant of the month, from facts effective by then', async () => {
  const { body } = await pullMonth(tracker, '2026-01');
  expect(body.content).toMatchObject({
    month: '2026-01',
    observationEnd: '2026-01-31T23:59:59.999Z',
    revision: 1,
    flow: { opening: 1, closing: 2, reconciles: true },
    risks: { open: 1, byBand: { low: 0, medium: 1, high: 0 } },
    returns: { received: { numerator: 1, denominator: 2 }, nothingChanged: 1 },
    counts: { counted: 2, notCounted: expect.arrayContaining([{ lifecycle: 'potential', count: 1 }]) },
  });
  expect(body.content.savings.years[0]).toMatchObject({
    year: '2026/27',
    plan: { low: 400_000, high: 400_000, count: 1 },
  });
  expect(
    body.content.findings.rows.map(
      (one: { rule: string; subject: { review: string } }) => `${one.rule} ${one.subject.review}`,
    ),
  ).toEqual(expect.arrayContaining(['GAP-01 libraries', 'GAP-03 libraries', 'GAP-04 libraries']));
});

it('getReport offers JSON, HTML and CSV, and answers 304 to whoever has it already', async () => {
  const json = await pullMonth(tracker, 'latest', { accept: 'application/json' });
  const html = await pullMonth(tracker, 'latest', { accept: 'text/html,*/*;q=0.1' });
  const csv = await pullMonth(tracker, 'latest', { accept: 'text/csv' });
  expect(html.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'Accept, Authorization',
  });
  expect(html.text).toContain('January 2026');
  expect(csv.text).toContain('property');
  expect(new Set([json.headers.etag, html.headers.etag, csv.headers.etag]).size).toBe(3);
  const again = await pullMonth(tracker, 'latest', { accept: 'text/html', 'if-none-match': html.headers.etag ?? '' });
  expect(again).toMatchObject({ status: 304, text: '' });
  const none = await pullMonth(tracker, 'latest', { accept: 'image/png' });
  expect(none).toMatchObject({ status: 406, body: { code: 'answer.not-acceptable' } });
});

it('getReportLines gives one line a review, and listReports what is published', async () => {
  const lines = await tracker.must('getReportLines', { as: people.board, params: { ...tomorrow, month: '2026-01' } });
  expect(lines.body.lines.map((one: { review: string }) => one.review)).toEqual(['libraries', 'parking', 'property']);
  const csv = await tracker.must('getReportLines', {
    as: people.board,
    params: { ...tomorrow, month: '2026-01' },
    headers: { accept: 'text/csv' },
  });
  expect(csv.text).toContain('libraries');
  const list = await tracker.must('listReports', { as: people.board, params: tomorrow });
  expect(list.body.items).toMatchObject([{ month: '2026-01', revision: 1 }]);
});

it('what getReport and getReportLines answer comes to the content digest, by the secret in the full export', async () => {
  const report = (await pullMonth(tracker, '2026-01')).body;
  const { lines } = (
    await tracker.must('getReportLines', { as: people.board, params: { ...tomorrow, month: '2026-01' } })
  ).body;
  const exported = (await exportedLines(tracker, tomorrow, 'full')).map((line) => JSON.parse(line));
  const { salts } = exported.find((line) => line.kind === 'report' && line.content.month === '2026-01');
  expect(auditedContentDigest(lines, report.content, salts.secret)).toBe(report.publication.contentDigest);
});

it('a month that is run again changes nothing, byte for byte, whether by hand or by a message that comes twice', async () => {
  const before = await tracker.stored('PUBLISHED#council#tomorrow');
  const again = await runMonth(tracker, '2026-01');
  expect(again).toMatchObject({ status: 202, body: { state: 'published' } });
  const message = {
    kind: 'roll-up-month',
    organisation: 'council',
    programme: 'tomorrow',
    month: '2026-01',
    revision: 1,
    run: '2026-01-r1',
  };
  tracker.queue.send(JSON.stringify(message), 0);
  tracker.queue.send(JSON.stringify(message), 0);
  await tracker.settled();
  expect(await tracker.stored('PUBLISHED#council#tomorrow')).toEqual(before);
});

it('the pull answers from what was stored: positions and registers that are spoilt afterwards change nothing', async () => {
  const before = [await pullMonth(tracker, '2026-01'), await pullMonth(tracker, '2026-01', { accept: 'text/html' })];
  const stored = [
    ...(await tracker.stored('ORG#council#PROGRAMME#tomorrow#REVIEWS')),
    ...(await tracker.stored('ORG#council#PROGRAMME#tomorrow#POSITIONS')),
  ];
  expect(stored.length).toBeGreaterThan(1);
  const put = (item: Record<string, AttributeValue>) =>
    tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item: item }));
  for (const item of stored) await put({ ...item, body: { S: '{"spoilt": true}' } });
  expect([await pullMonth(tracker, '2026-01'), await pullMonth(tracker, '2026-01', { accept: 'text/html' })]).toEqual(
    before,
  );
  for (const item of stored) await put(item);
});

it('runReport refuses a month that has not ended, is not reported, comes out of order, or whose report day has not come', async () => {
  const refusal = async (month: string) =>
    (await tracker.ask('runReport', { as: people.office, params: tomorrow, body: { month } })).body.code;
  expect([await refusal('2199-01'), await refusal('2025-06'), await refusal('2026-05')]).toEqual([
    'month.not-ended',
    'month.not-reported',
    'month.out-of-order',
  ]);
});

it('reviseReport publishes revision 2 with its reason, getReportRevision keeps both, and nothing else makes one', async () => {
  const first = await pullMonth(tracker, '2026-01');
  const late = await tracker.must('putIssue', {
    params: { ...tomorrow, reviewId: 'libraries', entryId: 'roof' },
    body: { ...(records.issue as object), raisedOn: '2026-01-20' },
    headers: from('2026-01-20'),
  });
  expect(late.status).toBe(201);
  const asked = await tracker.ask('reviseReport', {
    as: people.office,
    params: { ...tomorrow, month: '2026-01' },
    body: { reason: 'An issue was told late' },
  });
  await tracker.settled();
  expect(asked).toMatchObject({ status: 202, body: { id: '2026-01-r2' } });
  const second = await pullMonth(tracker, '2026-01');
  expect(second.body.content).toMatchObject({
    revision: 2,
    revisionReason: 'An issue was told late',
    issues: { open: 1 },
  });
  const kept = await tracker.must('getReportRevision', {
    as: people.board,
    params: { ...tomorrow, month: '2026-01', revision: '1' },
  });
  expect(kept.body).toEqual(first.body);
  expect(kept.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  const list = await tracker.must('listReports', { as: people.board, params: tomorrow });
  expect(list.body.items).toMatchObject([
    { revision: 2, reason: 'An issue was told late' },
    { revision: 1, reason: null },
  ]);
});

it('the daily schedule catches up every month that is due, each beginning where the last one closed', async () => {
  const handed = await tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-05-06T05:00:00Z' });
  await tracker.settled();
  expect(handed).toEqual({ handedOver: 1 });
  expect(tracker.failures).toEqual([]);
  const [february, march, april] = [
    await pullMonth(tracker, '2026-02'),
    await pullMonth(tracker, '2026-03'),
    await pullMonth(tracker, '2026-04'),
  ];
  expect(april.status).toBe(200);
  expect(february.body.content.risks.open).toBe(2);
  expect(february.body.content.previous).toMatchObject({ month: '2026-01', revision: 2 });
  expect(march.body.content.flow.opening).toBe(february.body.content.flow.closing);
  expect(april.body.content).toMatchObject({ recordedInMonth: 0 });
  expect(await pullMonth(tracker, '2026-05')).toMatchObject({ status: 404, body: { code: 'report.unpublished' } });
  const nothing = await tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-05-06T05:00:00Z' });
  expect(nothing).toEqual({ handedOver: 0 });
});
