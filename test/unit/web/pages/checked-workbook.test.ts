import { beforeEach, expect, it } from 'vitest';
import { records } from '../../../support/records.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

/* What a workbook would record is judged by the rules before anybody confirms it (docs/meaning.md WRITE-45). */

const entry = (id: string, title: string) => ({
  ...{ id, record: { ...Object(records.risk), title }, facts: {}, computed: {}, version: 1, struckOut: null },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});
const list = (...items: readonly unknown[]) => ({ body: { items, next: null } });
const others = ['savings', 'issues', 'milestones', 'decisions', 'handovers', 'delivery-models', 'change-requests'];
const [staff, lease] = [entry('staff', 'Staff leave'), entry('lease', 'The lease runs on')];
const screens = screensBefore(
  () => ({
    '/programmes/p': {
      body: {
        record: { name: 'Futures', reporting: { returnsDueDay: 5 }, portfolios: [] },
        computed: { nextReport: '2026-10', nextReportDueOn: '2026-11-30' },
      },
    },
    '/programmes/p/reviews': list(
      { id: 'home-care', title: 'Home care', portfolio: null },
      { id: 'property', title: 'Property', portfolio: null },
    ),
    ...Object.fromEntries(others.map((path) => [`/programmes/p/across/${path}`, list()])),
    '/programmes/p/across/risks': list(
      { review: { id: 'home-care' }, entry: staff },
      { review: { id: 'property' }, entry: lease },
    ),
    '/programmes/p/reviews/property': { body: { record: { title: 'Property' } } },
    '/programmes/p/reviews/property/risks': list(lease, entry('roof', 'The roof')),
  }),
  ['transformation-team'],
);
const [book, risks] = ['/pages/programmes/p/_workbook', '/pages/programmes/p/reviews/property/risks/_workbook'];
beforeEach(() => {
  screens.sent.length = 0;
});

const sheetOf = (...rows: readonly (readonly string[])[]) => ({
  ...{ name: 'Risks', merged: [], formulas: 0 },
  rows: rows.map((cells, n) => ({ number: n + 1, hidden: false, cells })),
});
const broughtAt = async (of: string, ...rows: readonly (readonly string[])[]) => {
  const reply = await screens.reply(of, { file: JSON.stringify({ name: 'risks.xlsx', sheets: [sheetOf(...rows)] }) });
  const page = screens.pageOf(reply);
  return {
    status: reply.kind === 'page' ? reply.status : 0,
    faults: (page.faults ?? []).map(({ message }) => message),
    ...{ title: page.title, body: String(page.body), held: heldBy(page) },
  };
};
const problem = (status: number, ...faults: readonly (readonly [pointer: string, message: string])[]) => ({
  ...{ status, title: 'It breaks a rule', code: 'content.breaks-rule' },
  faults: faults.map(([pointer, message]) => ({ in: 'body' as const, pointer, message })),
});
const heads = ['Id', 'Owner', 'Current score: Likelihood'];

it('All that rules refuse of a row is said before it is recorded, by cell, column and title, and nothing can be recorded', async () => {
  screens.refuseChecks(
    problem(400, ['/entries/1/record/title', 'is required']),
    problem(
      422,
      ['/entries/0/record/current/likelihood', 'must be 1 to 4'],
      ['/entries/0/record/owner', 'must be a post'],
    ),
  );
  const { status, title, faults, body } = await broughtAt(
    risks,
    heads,
    ['lease', 'Estates', '7'],
    ['roof', 'Estates', '2'],
  );
  expect([status, title]).toEqual([422, 'The workbook has something to put right']);
  expect(faults).toEqual([
    'Row 3, The roof, Title: is required',
    'Cell C2 (“Current score: Likelihood” of “The lease runs on”): must be 1 to 4',
    'Cell B2 (“Owner” of “The lease runs on”): must be a post',
  ]);
  expect(body).toContain('Nothing was recorded. Put these cells right');
  expect(body).not.toContain('Record 2 rows');
  expect(screens.sent).toEqual([]);
});

it('Of many reviews the one that rules refuse is stopped and said; the others can be recorded', async () => {
  const rows = [
    ['Id', 'Owner'],
    ['home-care/staff', 'HR'],
    ['property/lease', 'Estates'],
  ];
  screens.refuseChecks(problem(422, ['/entries/0/record/owner', 'must be a post']));
  const { status, title, faults, body, held } = await broughtAt(book, ...rows);
  expect([status, title]).toEqual([422, 'Check what the workbook changes']);
  expect(faults).toEqual(['Sheet “Risks”, cell B2 (“Owner” of “Staff leave”): must be a post']);
  expect(body).toMatch(/Home care.*Stopped with 1 row, as rules do not allow.*Property.*Can be recorded/s);
  expect(body).toContain('Record 1 row');
  const done = screens.pageOf(await screens.reply(book, { ...held, _from: 'now' }));
  expect(screens.sent.map(({ path }) => path)).toEqual(['/programmes/p/reviews/property/risks/changes']);
  expect(done.faults).toEqual([
    { message: 'Home care: Sheet “Risks”, cell B2 (“Owner” of “Staff leave”): must be a post' },
  ]);
});

it('What is refused as it is recorded is in a red box, with the way to bring the file again, and no word of other reviews', async () => {
  const { status, held } = await broughtAt(book, ['Id', 'Owner'], ['property/lease', 'Estates']);
  expect(status).toBe(200);
  screens.refuseOnce(
    problem(422, ['/entries/0/record/owner', 'must be a post'], ['/entries/0/record/cause', 'is required']),
  );
  const done = screens.pageOf(await screens.reply(book, { ...held, _from: 'now' }));
  expect(done.title).toBe('Nothing was recorded');
  expect((done.faults ?? []).map(({ message }) => message)).toEqual([
    'Sheet “Risks”, cell B2 (“Owner” of “The lease runs on”): must be a post',
    'Sheet “Risks”, row 2, The lease runs on, Cause: is required',
  ]);
  expect(String(done.body)).toContain(`<a class="govuk-link" href="${book}">bring it again</a>`);
  expect(String(done.body)).not.toContain('the other reviews went on');
});

it('What somebody else changed in the moment, and what is not true from the day that is chosen, stops no check', async () => {
  const rows = [heads.slice(0, 2), ['lease', 'Estates']];
  for (const refusal of [
    { ...problem(412, ['/entries/0/version', 'is not the version']), code: 'version.stale' },
    { ...problem(422, ['/entries/0', 'was last changed later']), code: 'effective.out-of-order' },
  ]) {
    screens.refuseChecks(refusal);
    const { status, body } = await broughtAt(risks, ...rows);
    expect([status, body]).toEqual([200, expect.stringContaining('Record 1 row')]);
  }
});

it('Rows that were not reached, as the service is busy, are counted, and can be recorded', async () => {
  screens.refuseChecks({ status: 503, title: 'The service is busy' });
  const { status, body } = await broughtAt(risks, heads.slice(0, 2), ['lease', 'Estates']);
  expect(status).toBe(200);
  expect(body).toContain('1 row could not be judged by the rules in the time that a page has');
  expect(body).toContain('Record 1 row');
});
