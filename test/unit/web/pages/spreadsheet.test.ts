import { beforeEach, expect, it } from 'vitest';
import { sheetOf } from '../../../support/mapped-table.ts';
import { formIn, formOfStep } from './forms-in-page.ts';
import { screensBefore } from './screen-under-test.ts';

/* A tracker of the council's own, from the file to what is recorded (docs/meaning.md WRITE-28, 29). */

const api = '/programmes/p';
const list = (items: readonly unknown[]) => ({ body: { items, next: null } });
let risks: Record<string, unknown[]> = {};
let mappings: unknown[] = [];
const stored = (id: string, record: object) => ({
  ...{ id, record, facts: {}, computed: {}, version: 1, struckOut: null },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});
const screens = screensBefore(
  () => ({
    [api]: {
      body: {
        record: { name: 'Futures', reporting: { returnsDueDay: 5 }, portfolios: [] },
        computed: { nextReport: '2026-12', nextReportDueOn: '2027-01-31' },
      },
    },
    [`${api}/reviews`]: list([
      { id: 'home-care', title: 'Home care' },
      { id: 'property', title: 'Property' },
    ]),
    [`${api}/spreadsheet-mappings`]: list(mappings),
    [`${api}/reviews/home-care/risks`]: list(risks['home-care'] ?? []),
    [`${api}/risks`]: list([]),
    [`${api}/reviews/property/risks`]: list(risks.property ?? []),
  }),
  ['transformation-team'],
);
const path = '/pages/programmes/p/from-a-spreadsheet';
beforeEach(() => {
  screens.sent.length = 0;
  risks = {};
  mappings = [];
});

const row = (n: number, review: string, status: string) =>
  [`R ${n}`, review, `Risk ${n}`, 'Pay', 'Posts are empty', 'Work waits', 3, 4, status] as const;
const fileOf = (rows: readonly (readonly (string | number)[])[]) =>
  JSON.stringify({
    name: 'log.xlsx',
    sheets: [
      sheetOf('Log', [
        ['Our risk log'],
        ['Ref', 'Service', 'Risk', 'Cause', 'Event', 'Consequence', 'Likelihood', 'Impact', 'Status'],
        ...rows,
      ]),
    ],
  });

/** The form that goes on with what waits. */
const goingOn = (body: string): Record<string, string> => formIn(body, (form) => form.includes('_packed/waiting'));
const pageAfter = async (values: Record<string, string>, given: Parameters<typeof screens.reply>[3] = {}) => {
  const page = screens.pageOf(await screens.reply(path, values, '', given));
  return { ...page, body: String(page.body), faults: (page.faults ?? []).map(({ message }) => message) };
};

const mapped = async (rows: readonly (readonly (string | number)[])[]) => {
  const columns = await pageAfter({ step: 'file', what: 'new:risks', file: fileOf(rows) });
  expect(columns.title).toBe('Which column is which');
  const words = await pageAfter({
    ...formOfStep(columns.body, 'columns'),
    'mapping-title': 'Our risk log',
    'always/inherent.2.toBeConfirmed': 'The log has none',
    'always/target.2.toBeConfirmed': 'The log has none',
  });
  expect([words.title, words.faults]).toEqual(['What your words mean', []]);
  return words;
};

it('A log becomes risks of two reviews: columns guessed, words said once, the mapping kept, then recorded review by review', async () => {
  const words = await mapped([row(1, 'Home care', 'Live'), row(2, 'Property', 'Live')]);
  const checked = await pageAfter(formOfStep(words.body, 'words'));
  expect([checked.title, checked.faults]).toEqual(['Check what would be recorded', []]);
  expect(screens.sent).toEqual([]);
  const done = await pageAfter(formOfStep(checked.body, 'record'));
  expect(screens.sent.slice(2)).toMatchObject([
    {
      ...{ method: 'PUT', path: `${api}/spreadsheet-mappings/our-risk-log`, version: 'new' },
      body: { title: 'Our risk log', register: 'risks', words: [{ field: 'status', word: 'Live', means: 'open' }] },
    },
  ]);
  expect(done.title).toBe('2 rows recorded');
  expect(screens.sent.slice(0, 2)).toMatchObject([
    { path: `${api}/reviews/home-care/risks`, body: { entries: [{ id: 'r-1', record: { status: 'open' } }] } },
    { path: `${api}/reviews/property/risks`, body: { entries: [{ id: 'r-2' }] } },
  ]);
});

it('What is needed and has no column is said at its control, and nothing that was chosen is lost', async () => {
  const columns = await pageAfter({ step: 'file', what: 'new:risks', file: fileOf([row(1, 'Property', 'Live')]) });
  const again = await pageAfter({
    ...formOfStep(columns.body, 'columns'),
    'mapping-title': '',
    'column/category': 'Ref',
  });
  expect(again.faults).toEqual([
    'Give the mapping a name',
    'Inherent score: choose a column, or write what every new row says: a risk has to have it',
    'Target score: choose a column, or write what every new row says: a risk has to have it',
  ]);
  expect(formOfStep(again.body, 'columns')).toMatchObject({ 'column/category': 'Ref', 'column/title': 'Risk' });
});

const planned = async (many: readonly (readonly (string | number)[])[]) => {
  const columns = await pageAfter({ step: 'file', what: 'new:risks', file: fileOf(many) });
  return pageAfter({
    ...formOfStep(columns.body, 'columns'),
    'mapping-title': 'Our risk log',
    'always/inherent.2.toBeConfirmed': 'The log has none',
    'always/target.2.toBeConfirmed': 'The log has none',
  });
};
const rowsOf = (homeCare: number, property: number) =>
  Array.from({ length: homeCare + property }, (_, n) => row(n + 1, n < homeCare ? 'Home care' : 'Property', 'Open'));
/** The parts, without the mapping that is kept after the first. */
const partsSent = () => screens.sent.filter(({ method }) => method === 'POST');
const entriesSent = () => partsSent().map(({ body }) => (body as { entries: { id: string }[] }).entries);
/** A clock by which each part takes a second. */
const secondsByParts = () => ({
  clock: () => new Date(Date.parse('2026-11-28T12:00:00.000Z') + partsSent().length * 1_000).toISOString(),
});

it('More rows than a request records go on from page to page; what one review refuses stops that review alone', async () => {
  const checked = await planned(rowsOf(490, 10));
  screens.sent.length = 0;
  const first = await pageAfter(formOfStep(checked.body, 'record'), secondsByParts());
  expect(first.title).toBe('Recording the rows');
  const recorded = entriesSent().flat().length;
  expect(first.body).toContain(`${recorded} of 500 rows recorded so far`);
  expect(first.body).toContain(
    '<form method="post" action="/pages/programmes/p/from-a-spreadsheet" novalidate data-goes-on="0">',
  );
  screens.sent.length = 0;
  screens.refuseOnce({
    status: 409,
    title: 'Refused',
    faults: [{ in: 'body', pointer: '/entries/0', message: 'is not for this stage' }],
  });
  const last = await pageAfter(goingOn(first.body), secondsByParts());
  expect(last.body).toContain(`Row ${recorded - 10 + 3}, Risk ${recorded - 10 + 1}: is not for this stage`);
  expect(last.title).toBe(`${recorded} rows recorded`);
});

it.each([480, 960])(
  'Of %i rows a page that goes on reads what it did before, plans nothing, and records each row once',
  async (count) => {
    let page = await planned(rowsOf(count, 0));
    screens.sent.length = 0;
    page = await pageAfter(formOfStep(page.body, 'record'), secondsByParts());
    const askedByPage: number[] = [];
    const sentByPage: number[] = [partsSent().length];
    while (page.title === 'Recording the rows') {
      const form = goingOn(page.body);
      // Without the file and its mapping nothing can be planned anew.
      expect(Object.keys(form).toSorted()).toEqual(
        ['_from', '_packed/waiting', '_token'].filter((name) => name in form),
      );
      const [askedBefore, sentBefore] = [screens.asked.length, partsSent().length];
      const at = Date.parse('2026-11-28T12:00:00.000Z');
      page = await pageAfter(form, {
        clock: () => new Date(at + (partsSent().length - sentBefore) * 1_000).toISOString(),
      });
      askedByPage.push(screens.asked.length - askedBefore);
      sentByPage.push(partsSent().length - sentBefore);
    }
    expect(page.title).toBe(`${count} rows recorded`);
    expect(
      entriesSent()
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(
      rowsOf(count, 0)
        .map(([ref]) => ref.toLowerCase().replace(' ', '-'))
        .toSorted(),
    );
    expect(new Set(askedByPage)).toEqual(new Set([2]));
    expect(Math.max(...sentByPage)).toBeLessThanOrEqual(8);
  },
);

it('Where less than a second is left a page still records a part, so that it comes to an end', async () => {
  const checked = await planned(rowsOf(90, 0));
  screens.sent.length = 0;
  const late = { clock: () => '2026-11-28T12:01:00.000Z' };
  const first = await pageAfter(formOfStep(checked.body, 'record'), late);
  const second = await pageAfter(goingOn(first.body), late);
  expect([first, second].map(({ body }) => /\d+ of 90 rows/.exec(body)?.[0])).toEqual([
    '40 of 90 rows',
    '80 of 90 rows',
  ]);
  expect((await pageAfter(goingOn(second.body), late)).title).toBe('90 rows recorded');
});

it('Where the month that was chosen is not open any more nothing is recorded, and what waits is there to be recorded from now', async () => {
  const checked = await planned(rowsOf(3, 0));
  screens.sent.length = 0;
  const closed = await pageAfter({ ...formOfStep(checked.body, 'record'), _from: '2026-09-30' });
  expect(closed.faults).toEqual([expect.stringContaining('September 2026 is not open any more')]);
  expect([screens.sent.length, closed.body.includes('data-goes-on')]).toEqual([0, false]);
  expect((await pageAfter(goingOn(closed.body))).title).toBe('3 rows recorded');
  expect(partsSent()).toMatchObject([{ effectiveAt: undefined }]);
});

it('After signing in again what waits is shown, and nothing is recorded by itself', async () => {
  const checked = await planned(rowsOf(90, 0));
  const first = await pageAfter(formOfStep(checked.body, 'record'), { clock: () => '2026-11-28T12:01:00.000Z' });
  screens.sent.length = 0;
  const kept = Object.fromEntries(
    Object.entries(goingOn(first.body)).map(([name, value]) => [name.replace('_packed/', ''), value]),
  );
  const shown = await screens.opened(path, { kept });
  expect(String(shown.body)).toContain('40 of 90 rows recorded so far');
  expect(String(shown.body)).not.toContain('data-goes-on');
  expect(screens.sent).toEqual([]);
});

it('Where the service is busy nothing is lost: the same page goes on', async () => {
  const words = await mapped([row(1, 'Home care', 'Live')]);
  const checked = await pageAfter(formOfStep(words.body, 'words'));
  screens.refuseOnce({ status: 503, title: 'The service is busy' });
  const busy = await pageAfter(formOfStep(checked.body, 'record'));
  expect(busy.faults).toEqual(['The service is busy: record the next rows in a moment']);
  expect(busy.body).toContain('data-goes-on="3000"');
  expect((await pageAfter(goingOn(busy.body))).title).toBe('1 row recorded');
});

it('Next month the kept mapping leads from the file to what changed', async () => {
  const words = await mapped([row(1, 'Home care', 'Live'), row(2, 'Property', 'Live')]);
  const checked = await pageAfter(formOfStep(words.body, 'words'));
  await pageAfter(formOfStep(checked.body, 'record'));
  mappings = [stored('our-risk-log', screens.sent.at(-1)?.body as object)];
  const [first, second] = screens.sent.map(
    ({ body }) => (body as { entries: { record: object }[] }).entries?.[0]?.record,
  );
  risks = { 'home-care': [stored('r-1', { ...first })], property: [stored('r-2', { ...second })] };
  const again = await pageAfter({
    ...{ step: 'file', what: 'kept:our-risk-log' },
    file: fileOf([row(1, 'Home care', 'Closed'), row(2, 'Property', 'Live')]),
  });
  expect(again.title).toBe('Check what would be recorded');
  expect(again.body).toContain('Status: Open becomes Closed');
  expect(again.body).toContain('Record 1 row');
});
