import { afterAll, beforeAll, expect, it } from 'vitest';
import { from, of, tomorrow } from '../support/one-programme.ts';
import { published } from '../support/published-month.ts';
import { records } from '../support/records.ts';
import { startReportedProgramme } from '../support/reported-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';

const january = { ...tomorrow, month: '2026-01' };
const reason = 'A saving was recorded late.';
const first = { ...january, revision: '1' };
const second = { ...january, revision: '2' };

let tracker: TestTracker;
const pull = async (operation: string, params: object): Promise<string> =>
  (await tracker.must(operation, { as: people.board, params: { ...params } })).text;
const before: Record<string, string> = {};

beforeAll(async () => {
  tracker = await startReportedProgramme();
  await published(tracker, 'tomorrow', '2026-01');
  const plan = { ...first, figure: 'savings.2026-27.plan' };
  before.lines = await pull('getRevisionLines', first);
  before.figures = await pull('listRevisionFigures', first);
  before.plan = await pull('getRevisionFigure', plan);
  await tracker.must('putSaving', {
    params: of('property', 'late'),
    body: { ...Object(records.saving), title: 'Recorded late' },
    headers: from('2026-01-20'),
  });
  await tracker.must('reviseReport', { as: people.office, params: january, body: { reason } });
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
});
afterAll(() => tracker.stop());

it('getRevisionLines, listRevisionFigures and getRevisionFigure answer of a superseded revision what they did before', async () => {
  expect(await pull('getRevisionLines', first)).toBe(before.lines);
  expect(await pull('listRevisionFigures', first)).toBe(before.figures);
  expect(await pull('getRevisionFigure', { ...first, figure: 'savings.2026-27.plan' })).toBe(before.plan);
  expect(await pull('getRevisionLines', second)).not.toBe(before.lines);
  const { body, headers } = await tracker.must('getRevisionFigure', {
    as: people.office,
    params: { ...second, figure: 'savings.2026-27.plan' },
  });
  expect(body.rows.map((row: { entryTitle: string }) => row.entryTitle)).toContain('Recorded late');
  expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
});

it('getRevisionLines answers what getReportLines does of the latest, and leads on at its own address', async () => {
  expect(await pull('getRevisionLines', second)).toBe(await pull('getReportLines', january));
  const told = await tracker.must('getRevisionLines', { as: people.board, params: first, query: 'limit=1' });
  expect(told.headers.link).toMatch(/^<\/programmes\/tomorrow\/reports\/2026-01\/revisions\/1\/lines\?cursor=/);
});

it('getReportRun says who asked for a revision', async () => {
  const { body } = await tracker.must('getReportRun', {
    as: people.office,
    params: { ...tomorrow, runId: '2026-01-r2' },
  });
  expect(body).toMatchObject({ reason, askedBy: people.office.subject });
});
