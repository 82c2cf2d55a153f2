import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { readFile } from '#functions/files/read-file.ts';
import { textsToFillIn } from '#functions/files/texts-to-fill-in.ts';
import { workbookToFillIn } from '#functions/files/workbook-to-fill-in.ts';
import { records } from '../../../support/records.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

/* The registers of many reviews as one workbook, on its page (docs/meaning.md WRITE-34, WRITE-35). */

const api = '/programmes/p';
const entryOf = (id: string, record: object, version = 1) => ({
  ...{ id, record, facts: {}, computed: {}, version, struckOut: null },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});
const risk = (title: string, more: object = {}) => ({ ...Object(records.risk), title, ...more });
const list = (items: readonly unknown[], next: string | null = null) => ({ body: { items, next } });
const reviews = [
  { id: 'home-care', title: 'Home care', portfolio: 'adults' },
  { id: 'property', title: 'Property', portfolio: null },
  { id: 'mistake', title: 'Opened by mistake', portfolio: 'adults', struckOut: true },
];
interface Risk {
  readonly review: string | null;
  readonly id: string;
  readonly record: object;
  readonly version?: number;
}
let risks: Risk[] = [];
const across = () =>
  list(
    risks.map(({ review, id, record, version }) => ({
      review: review === null ? null : { id: review, title: review },
      entry: entryOf(id, record, version),
    })),
  );
const screens = screensBefore(
  () => ({
    [api]: {
      body: {
        record: {
          ...{ name: 'Futures', reporting: { returnsDueDay: 5 } },
          portfolios: [{ id: 'adults', name: 'Adult services' }],
        },
        computed: { nextReport: '2026-10', nextReportDueOn: '2026-11-30' },
      },
    },
    [`${api}/reviews`]: list(reviews),
    ...Object.fromEntries(
      ['savings', 'issues', 'milestones', 'decisions', 'handovers', 'delivery-models', 'change-requests'].map(
        (path) => [`${api}/across/${path}`, list([])],
      ),
    ),
    [`${api}/across/risks`]: across(),
    [`${api}/reviews/home-care`]: { body: { record: { title: 'Home care' } } },
    ...Object.fromEntries(
      ['savings', 'issues', 'milestones', 'decisions', 'handovers', 'risks'].map((path) => [
        `${api}/reviews/home-care/${path}`,
        list(
          path === 'risks'
            ? risks.filter(({ review }) => review === 'home-care').map(({ id, record }) => entryOf(id, record))
            : [],
        ),
      ]),
    ),
  }),
  ['transformation-team'],
);
const path = '/pages/programmes/p/_workbook';
beforeEach(() => {
  screens.sent.length = 0;
  risks = [
    { review: null, id: 'money', record: risk('Money runs out') },
    { review: 'home-care', id: 'staff', record: risk('Staff leave') },
    { review: 'property', id: 'lease', record: risk('The lease runs on') },
  ];
});

/** The workbook as it goes out. */
const sheetsAt = async (of: string) => {
  const address = `${of}/file`;
  const reply = await screens.open(address);
  if (reply.kind !== 'workbook') throw new Error(`${address} is no workbook`);
  const read = readFile(await workbookToFillIn(reply.sheets, '2026-11-28T12:00:00.000Z', reply.whose), reply.name);
  if ('refused' in read) throw new Error(read.refused);
  return read;
};
type Read = Awaited<ReturnType<typeof sheetsAt>>;
const typed = ({ sheets, ...file }: Read, sheet: string, id: string, head: string, value: string): Read => ({
  ...file,
  sheets: sheets.map((one) => {
    if (one.name !== sheet) return one;
    const at = one.rows[0]?.cells.indexOf(head) ?? -1;
    return {
      ...one,
      rows: one.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, n) => (row.cells[0] === id && n === at ? value : cell)),
      })),
    };
  }),
});
const brought = async (file: Read, of = path) => {
  const page = screens.pageOf(await screens.reply(of, { file: JSON.stringify(file) }));
  return {
    ...page,
    body: String(page.body),
    faults: (page.faults ?? []).map(({ message }) => message),
    held: heldBy(page),
  };
};
const bodies = () =>
  screens.sent.map(({ path: to, body }) => [
    to,
    (body as { entries: { id: string; version?: number }[] }).entries.map(({ id }) => id),
  ]);

it('A workbook of a programme goes out, is changed in two reviews, and each review is recorded by requests of its own', async () => {
  const file = await sheetsAt(path);
  expect(file.name).toBe('p.xlsx');
  const checked = await brought(
    typed(typed(file, 'Risks', 'home-care/staff', 'Owner', 'HR'), 'Risks', '(programme)/money', 'Owner', 'Finance'),
  );
  expect([checked.title, checked.faults]).toEqual(['Check what the workbook changes', []]);
  expect(checked.body).toContain('Record 2 rows');
  expect(screens.sent).toEqual([]);
  const done = screens.pageOf(await screens.reply(path, { ...checked.held, _from: 'now' }));
  expect(done.title).toBe('2 rows recorded');
  expect(file.digest).toMatch(/^[0-9a-f]{64}$/);
  // The file is known again in history (docs/meaning.md WRITE-33).
  for (const { body } of screens.sent) expect(body).toMatchObject({ fileDigest: file.digest });
  expect(bodies().toSorted()).toEqual([
    [`${api}/reviews/home-care/risks/changes`, ['staff']],
    [`${api}/risks/changes`, ['money']],
  ]);
});

it('The same goes out as CSV files and comes back, all of them or one alone, with what is wrong said by file and cell', async () => {
  const page = await screens.opened(path);
  expect(String(page.body)).toContain(`href="${path}/csv"`);
  const reply = await screens.open(`${path}/csv`);
  if (reply.kind !== 'workbook' || reply.as !== 'texts') throw new Error('it is no archive of texts');
  expect(reply.name).toBe('p.zip');
  const parts = unzipSync(textsToFillIn(reply.sheets, '2026-11-28T12:00:00.000Z', reply.whose));
  const risksText = strFromU8(parts['Risks.csv'] ?? new Uint8Array());
  const owned = (owner: string) =>
    risksText.replace(/(home-care\/staff,Home care,Staff leave[^\r]*?)Head of [^,]*/, `$1${owner}`);
  expect(owned('HR')).not.toBe(risksText);
  const zip = readFile(zipSync({ ...parts, 'Risks.csv': strToU8(owned('HR')) }), 'p.zip') as Read;
  const alone = readFile(strToU8(owned('HR')), 'Risks (1).csv') as Read;
  for (const file of [zip, alone]) {
    const checked = await brought(file);
    expect([checked.title, checked.faults]).toEqual(['Check what the workbook changes', []]);
    expect(checked.body).toContain('Record 1 row');
    // By itself it cannot say what others changed since.
    expect(checked.body.includes('A CSV file by itself does not keep how its cells were')).toBe(file === alone);
    await screens.reply(path, { ...checked.held, _from: 'now' });
  }
  expect(bodies()).toEqual([
    [`${api}/reviews/home-care/risks/changes`, ['staff']],
    [`${api}/reviews/home-care/risks/changes`, ['staff']],
  ]);
  const wrong = await brought(readFile(strToU8(risksText.replace(/,Treat,/, ',Ignore,')), 'Risks.csv') as Read);
  expect(wrong.faults).toEqual([
    expect.stringMatching(/^File “Risks\.csv”, cell [A-Z]+\d \(“Treatment” of “[^”]+”\) must be one of: /),
  ]);
  expect((await brought(readFile(strToU8(risksText), 'other.csv') as Read)).faults).toEqual([
    'File “other.csv”, cell A1 is of no register: give each sheet, or each file, the name that it had',
  ]);
});

it('What somebody else changed in the same cell stops that review, and the others are recorded', async () => {
  const file = typed(
    typed(await sheetsAt(path), 'Risks', 'home-care/staff', 'Owner', 'HR'),
    ...(['Risks', 'property/lease', 'Owner', 'Estates'] as const),
  );
  risks = risks.map((one) =>
    one.review === 'property' ? { ...one, version: 2, record: risk('The lease runs on', { owner: 'Legal' }) } : one,
  );
  const checked = await brought(file);
  expect(checked.faults).toEqual([]);
  expect(checked.body).toMatch(
    /Stopped with 1 row, as somebody else changed the same:.*Sheet “Risks”, cell [A-Z]+4 \(“Owner” of “The lease runs on”\) was/s,
  );
  expect(checked.body).toContain('Record 1 row');
  // What is stopped is not among what would be recorded, and what says nothing new is counted.
  const rows = checked.body.slice(checked.body.indexOf('Row by row'));
  expect(rows).toContain('Staff leave');
  expect(rows).not.toContain('The lease runs on');
  expect(checked.body).toContain('As recorded already, in reviews of which nothing is new or changed: 1 row.');
  const done = screens.pageOf(await screens.reply(path, { ...checked.held, _from: 'now' }));
  expect(bodies()).toEqual([[`${api}/reviews/home-care/risks/changes`, ['staff']]]);
  expect(String(done.body)).toMatch(/Property.*Stopped, and the other reviews went on.*you put “Estates”/s);
});

it('Where all that is different is of reviews that are stopped, the counts and the list of rows say so', async () => {
  const file = typed(await sheetsAt(path), 'Risks', 'property/lease', 'Owner', 'Estates');
  risks = risks.map((one) =>
    one.review === 'property' ? { ...one, version: 2, record: risk('The lease runs on', { owner: 'Legal' }) } : one,
  );
  const { body } = await brought(file);
  expect(body).not.toContain('Nothing in it is different');
  expect(body).toContain('None: what is new or changed, 1 row, is of reviews that are stopped.');
  expect([...body.matchAll(/govuk-table__cell--numeric[^>]*>(?:<[^>]+>)*(\d+)/g)].map(([, n]) => n)).toEqual([
    '0',
    '0',
    '0',
  ]);
});

it('What somebody changed after the check stops its review too, and says what to do', async () => {
  const checked = await brought(typed(await sheetsAt(path), 'Risks', 'home-care/staff', 'Owner', 'HR'));
  screens.refuseOnce({
    status: 412,
    title: 'It has changed since it was read',
    faults: [{ in: 'body', pointer: '/entries/0/version', message: 'is not the version that is recorded now' }],
  });
  const done = screens.pageOf(await screens.reply(path, { ...checked.held, _from: 'now' }));
  expect(String(done.body)).toContain(
    'Sheet “Risks”, row 3, Staff leave: was changed by somebody else since the file was read. Bring it again',
  );
});

it('A cell that cannot be read is said by sheet and cell, and nothing of any review can be recorded', async () => {
  const file = typed(await sheetsAt(path), 'Risks', 'home-care/staff', 'Treatment', 'Ignore');
  const checked = await brought(typed(file, 'Risks', 'property/lease', 'Owner', 'Estates'));
  expect(checked.title).toBe('The workbook has something to put right');
  expect(checked.faults).toEqual([
    expect.stringMatching(/^Sheet “Risks”, cell [A-Z]+3 \(“Treatment” of “Staff leave”\) must be one of: /),
  ]);
  expect(checked.body).not.toContain('_packed/waiting');
});

it('A portfolio has its own reviews, without the programme itself and what was struck out; a review has no column of reviews', async () => {
  const ids = ({ sheets }: Read) =>
    sheets
      .find(({ name }) => name === 'Risks')
      ?.rows.slice(1)
      .map(({ cells }) => cells[0]);
  const portfolio = await sheetsAt('/pages/programmes/p/portfolios/adults/_workbook');
  expect([portfolio.name, ids(portfolio)]).toEqual(['p-adults.xlsx', ['home-care/staff']]);
  expect(String((await screens.opened('/pages/programmes/p/portfolios/adults/_workbook')).caption)).toBe(
    'Adult services',
  );
  const review = await sheetsAt('/pages/programmes/p/reviews/home-care/_workbook');
  expect([review.name, ids(review)]).toEqual(['p-home-care.xlsx', ['staff']]);
  expect(review.sheets[0]?.rows[0]?.cells.slice(0, 2)).toEqual(['Id', 'Title']);
  const checked = await brought(
    typed(review, 'Risks', 'staff', 'Owner', 'HR'),
    '/pages/programmes/p/reviews/home-care/_workbook',
  );
  await screens.reply('/pages/programmes/p/reviews/home-care/_workbook', { ...checked.held, _from: '2026-10-31' });
  expect(screens.sent).toMatchObject([
    { path: `${api}/reviews/home-care/risks/changes`, effectiveAt: '2026-10-31T23:59:59.999Z' },
  ]);
});

it('More entries than a workbook has room for are said, with the way to go', async () => {
  risks = Array.from({ length: 5_001 }, (_, n) => ({ review: 'property', id: `r-${n}`, record: risk(`Risk ${n}`) }));
  const page = await screens.opened(path);
  expect(String(page.body)).toContain('There are more than 5,000 entries');
  expect(String(page.body)).toContain('Use the workbook of each review.');
});

it('No file, and one that was refused, are said at the control', async () => {
  const none = screens.pageOf(await screens.reply(path, {}));
  expect(none.faults).toEqual([{ message: 'The workbook is missing: choose it', field: 'file' }]);
  const refused = screens.pageOf(
    await screens.reply(path, {
      file: JSON.stringify({ name: 'a.xlsm', refused: 'holds macros: save it without them' }),
    }),
  );
  expect(refused.faults).toEqual([{ message: 'The workbook holds macros: save it without them', field: 'file' }]);
});
