import { createHash } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportLines } from '#schemas/report.ts';
import { lineShape } from '#store/reports/report-lines.ts';
import { jsonBody } from '#store/table/body.ts';
import type { Item } from '#store/table/items.ts';
import { linesKey } from '#store/table/keys.ts';
import { growTo } from '../../bench/grow-programme.ts';
import { bodyTextOf } from '../support/chain.ts';
import { programme, review } from '../support/records.ts';
import { type Person, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow', month: '2026-01' };
const reviews = 250;

let tracker: TestTracker;
/** The review of every line, in order. */
let all: readonly string[];

const pull = (query: string, accept = 'application/json', as: Person = people.team): Promise<Told> =>
  tracker.ask('getReportLines', { as, params, query, headers: { accept } });
const idsIn = ({ headers, text, body }: Told): readonly string[] =>
  headers['content-type']?.startsWith('text/csv')
    ? text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[0] ?? '')
    : ReportLines.parse(body).lines.map((line) => line.review);

beforeAll(async () => {
  tracker = await startTestTracker();
  const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
  await tracker.must('putProgramme', { as: people.office, params, body: programme, headers: from('2026-01-01') });
  for (const [reviewId, body] of [
    ['open', { ...review, services: ['Café “Élan”, \\ and "others"'] }],
    ['secret', { ...review, title: 'Quiet Wood', exempt: { fields: ['title'], ground: 3, until: '2150-01-01' } }],
  ] as const)
    await tracker.must('putReview', { params: { ...params, reviewId }, body, headers: from('2026-01-02') });
  await growTo(tracker, programmeRef, reviews, programmeRef);
  await tracker.must('runReport', { as: people.office, params, body: { month: params.month } });
  await tracker.settled();
  const whole = await pull('limit=5000');
  all = idsIn(whole);
}, 60_000);
afterAll(() => tracker.stop());

describe(`getReportLines, of a month of ${reviews} reviews`, () => {
  it('gives every line at once where so many are asked for, the same lines as page by page', async () => {
    expect([all.length, new Set(all).size]).toEqual([reviews, reviews]);
    const whole = ReportLines.strict().parse((await pull('limit=5000')).body);
    expect(whole.next).toBeNull();
    const pages: Told[] = [await pull('')];
    while (pages.at(-1)?.body.next) pages.push(await pull(`cursor=${pages.at(-1)?.body.next}`));
    expect(pages.map(({ body }) => body.lines.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ body }) => body.lines)).toEqual(whole.lines);
  });

  it.each([
    [60, 'application/json'],
    [60, 'text/csv'],
    [170, 'application/json'],
    [170, 'text/csv'],
  ])('gives %i at a time as %s by following its links, each line once and in order', async (limit, accept) => {
    const pages: Told[] = [];
    for (let query: string | undefined = `limit=${limit}`; query !== undefined; ) {
      const told = await pull(query, accept);
      pages.push(told);
      query = /<[^?>]*\?([^>]*)>; rel="next"/.exec(told.headers.link ?? '')?.[1];
    }
    expect(pages.flatMap(idsIn)).toEqual(all);
    expect(pages.slice(0, -1).every((told) => idsIn(told).length === limit)).toBe(true);
    expect(new Set(pages.map(({ headers }) => headers.etag)).size).toBe(pages.length);
  });

  it.each(['0', '5001', '12a', ''])('refuses a limit of "%s"', async (limit) => {
    expect(await pull(`limit=${limit}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it.each(['7', '0.100', '250', '200.50', '1.2.3'])('refuses a cursor that was never given: %s', async (made) => {
    const told = await pull(`cursor=${Buffer.from(made).toString('base64url')}`);
    expect(told).toMatchObject({ status: 400, body: { faults: [{ pointer: '/cursor' }] } });
  });

  it.each(['limit=5000', 'limit=3', 'limit=130'])(
    'withholds from the public view what is exempt, and shows it to those with the right: %s',
    async (query) => {
      const [open, full] = [await pull(`${query}&view=public`, undefined, people.board), await pull(query)];
      const titled = (told: Told) =>
        ReportLines.parse(told.body).lines.map(({ review: id, title }) => [id, title] as const);
      expect(titled(open).map(([id]) => id)).toEqual(titled(full).map(([id]) => id));
      expect(open.text).not.toContain('Quiet Wood');
      expect(open.text).toContain('Withheld until 1 January 2150');
      expect(full.text).toContain('Quiet Wood');
      expect(full.text).not.toMatch(/Withheld|[\uFDD0-\uFDD2]/);
      for (const told of [await pull(`${query}&view=public`, 'text/csv'), open])
        expect(told.text).not.toMatch(/Quiet|[\uFDD0-\uFDD2]/);
    },
  );
});

describe('a stored chunk of lines', () => {
  const storedChunk = async (): Promise<Item> => {
    const { pk, sk } = linesKey(programmeRef, params.month, 1, 100);
    const item = (await tracker.stored(pk)).find((one) => one.sk?.S === sk);
    if (item === undefined) throw new Error('there is no second chunk');
    return item;
  };
  const store = (Item: Item) => tracker.client.send(new PutItemCommand({ TableName: tracker.tableName, Item }));
  const answers = async (): Promise<readonly number[]> => {
    const recorded: number[] = [];
    for (const accept of ['application/json', 'text/csv']) recorded.push((await pull('limit=5000', accept)).status);
    return recorded;
  };
  const whenStored = async (change: (item: Item) => Item): Promise<readonly number[]> => {
    const before = await storedChunk();
    await store(change(before));
    const found = await answers();
    await store(before);
    return found;
  };

  it('that says what its schema let through is handed on as it stands; of other bytes it is a fault', async () => {
    const other = (item: Item) => JSON.parse(bodyTextOf(item).replace('"active"', '"dormant"'));
    expect(await whenStored((item) => ({ ...item, body: jsonBody(other(item)) }))).toEqual([500, 500]);
    expect(await whenStored((item) => ({ ...item, lineCount: { N: '99' } }))).toEqual([500, 500]);
    expect(await answers()).toEqual([200, 200]);
  });

  it.each([
    ['says nothing of its schema', ({ validatedAs: _, ...item }: Item): Item => item],
    [
      'was let through by a schema of another shape',
      (item: Item): Item => ({ ...item, validatedAs: { S: `0:${createHash('sha256').digest('hex')}` } }),
    ],
  ])('that %s goes through the schema again, and is a fault where it does not fit', async (_, older) => {
    expect(await whenStored(older)).toEqual([200, 200]);
    const broken = (item: Item) => JSON.parse(bodyTextOf(item).replace('"active"', '"dormant"'));
    expect(await whenStored((item) => ({ ...older(item), body: jsonBody(broken(item)) }))).toEqual([500, 500]);
  });

  it('says the present shape of a line', async () => {
    expect((await storedChunk()).validatedAs?.S).toMatch(new RegExp(`^${lineShape}:[0-9a-f]{64}$`));
  });
});
