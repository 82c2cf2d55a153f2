import { beforeEach, expect, it } from 'vitest';
import { sheetOf } from '../../../support/mapped-table.ts';
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

/** The form of a page that has a step, as a browser would send it: its last one, unless said. */
const formOf = (body: string, step?: string): Record<string, string> => {
  const forms = body
    .split('<form')
    .slice(1)
    .map((one) => one.split('</form>')[0] ?? '');
  const form = forms.find((one) => one.includes(`name="step" value="${step}"`)) ?? '';
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const values: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g))
    values[plain(name)] = plain(value);
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    values[plain(name)] = plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return values;
};
const pageAfter = async (values: Record<string, string>) => {
  const page = screens.pageOf(await screens.reply(path, values));
  return { ...page, body: String(page.body), faults: (page.faults ?? []).map(({ message }) => message) };
};

const mapped = async (rows: readonly (readonly (string | number)[])[]) => {
  const columns = await pageAfter({ step: 'file', what: 'new:risks', file: fileOf(rows) });
  expect(columns.title).toBe('Which column is which');
  const words = await pageAfter({
    ...formOf(columns.body, 'columns'),
    'mapping-title': 'Our risk log',
    'always/inherent.2.toBeConfirmed': 'The log has none',
    'always/target.2.toBeConfirmed': 'The log has none',
  });
  expect([words.title, words.faults]).toEqual(['What your words mean', []]);
  return words;
};

it('A log becomes risks of two reviews: columns guessed, words said once, the mapping kept, then recorded review by review', async () => {
  const words = await mapped([row(1, 'Home care', 'Live'), row(2, 'Property', 'Live')]);
  const checked = await pageAfter(formOf(words.body, 'words'));
  expect([checked.title, checked.faults]).toEqual(['Check what would be recorded', []]);
  expect(screens.sent).toMatchObject([
    {
      ...{ method: 'PUT', path: `${api}/spreadsheet-mappings/our-risk-log`, version: 'new' },
      body: { title: 'Our risk log', register: 'risks', words: [{ field: 'status', word: 'Live', means: 'open' }] },
    },
  ]);
  const done = await pageAfter(formOf(checked.body, 'record'));
  expect(done.title).toBe('2 rows recorded');
  expect(screens.sent.slice(1)).toMatchObject([
    { path: `${api}/reviews/home-care/risks`, body: { entries: [{ id: 'r-1', record: { status: 'open' } }] } },
    { path: `${api}/reviews/property/risks`, body: { entries: [{ id: 'r-2' }] } },
  ]);
});

it('What is needed and has no column is said at its control, and nothing that was chosen is lost', async () => {
  const columns = await pageAfter({ step: 'file', what: 'new:risks', file: fileOf([row(1, 'Property', 'Live')]) });
  const again = await pageAfter({ ...formOf(columns.body, 'columns'), 'mapping-title': '', 'column/category': 'Ref' });
  expect(again.faults).toEqual([
    'Give the mapping a name',
    'Inherent score: choose a column, or write what every new row says: a risk has to have it',
    'Target score: choose a column, or write what every new row says: a risk has to have it',
  ]);
  expect(formOf(again.body, 'columns')).toMatchObject({ 'column/category': 'Ref', 'column/title': 'Risk' });
});

it('More rows than a request records go on from page to page; what one review refuses stops that review alone', async () => {
  const many = Array.from({ length: 500 }, (_, n) => row(n + 1, n < 490 ? 'Home care' : 'Property', 'Open'));
  const columns = await pageAfter({ step: 'file', what: 'new:risks', file: fileOf(many) });
  const checked = await pageAfter({
    ...formOf(columns.body, 'columns'),
    'mapping-title': 'Our risk log',
    'always/inherent.2.toBeConfirmed': 'The log has none',
    'always/target.2.toBeConfirmed': 'The log has none',
  });
  screens.sent.length = 0;
  const first = await pageAfter(formOf(checked.body, 'record'));
  expect(first.title).toBe('Recording the rows');
  const sent = screens.sent.map(({ body }) => (body as { entries: { id: string; record: object }[] }).entries);
  expect(sent.length).toBeLessThanOrEqual(12);
  risks['home-care'] = sent
    .flat()
    .flatMap(({ id, record }) => (Number(id.slice(2)) <= 490 ? [stored(id, record)] : []));
  const recorded = risks['home-care'].length;
  screens.sent.length = 0;
  screens.refuseOnce({
    status: 409,
    title: 'Refused',
    faults: [{ in: 'body', pointer: '/entries/0', message: 'is not for this stage' }],
  });
  const last = await pageAfter(formOf(first.body, 'record'));
  expect(last.body).toContain(`Row ${recorded + 3}, Risk ${recorded + 1}: is not for this stage`);
  expect(last.title).toMatch(/rows recorded$/);
});

it('Where the service is busy nothing is lost: the same page goes on', async () => {
  const words = await mapped([row(1, 'Home care', 'Live')]);
  const checked = await pageAfter(formOf(words.body, 'words'));
  screens.refuseOnce({ status: 503, title: 'The service is busy' });
  const busy = await pageAfter(formOf(checked.body, 'record'));
  expect(busy.faults).toEqual(['The service is busy: record the next rows in a moment']);
  expect((await pageAfter(formOf(busy.body, 'record'))).title).toBe('1 row recorded');
});

it('Next month the kept mapping leads from the file to what changed', async () => {
  const words = await mapped([row(1, 'Home care', 'Live'), row(2, 'Property', 'Live')]);
  const checked = await pageAfter(formOf(words.body, 'words'));
  mappings = [stored('our-risk-log', screens.sent[0]?.body as object)];
  await pageAfter(formOf(checked.body, 'record'));
  const [, first, second] = screens.sent.map(
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
