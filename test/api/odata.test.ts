import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ODataQuery } from 'ts-odata-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedTables } from '#domain/feeds/tables.ts';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { risk, saving } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* The same tables as an OData service, asked by a client of OData that is not ours (docs/meaning.md FEED-10 to FEED-13). */

interface Risk {
  readonly key: string;
  readonly title: string;
  readonly reviewId: string | null;
  readonly current_likelihood: number;
  readonly cause: string;
  readonly lastReviewedOn: string | null;
  readonly version: number;
  readonly recordedAt: Date;
}

const machine = { claims: { sub: 'power-bi', organisation: 'council', roles: ['board'], machine: 'Power BI' } };
let tracker: TestTracker;
let server: Server;
let root: string;
/** At which time the client asks. */
let clock: string | undefined;
const prefer: { value?: string } = {};

const put = (review: string, id: string, body: object, headers: Record<string, string> = from('2026-01-10')) =>
  tracker.must('putRisk', { params: of(review, id), body: { ...risk, ...body }, headers });

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  for (const id of ['libraries', 'property']) await openReview(tracker, id, { title: id });
  await put('libraries', 'roof', { title: "The roof's end", current: { likelihood: 5, impact: 4 } });
  await put('libraries', 'bid', { title: 'Bid', cause: 'Acme asks', exempt: { fields: ['cause'], ground: 3 } });
  await put('property', 'lease', { title: 'The lease', current: { toBeConfirmed: 'Not scored' } });
  await put('property', 'twice', { title: 'Twice' });
  await tracker.must('putSaving', { params: of('property', 'rent'), body: saving, headers: from('2026-01-11') });
  server = createServer(async (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const asked = { ...machine, query, headers, ...(clock === undefined ? {} : { recordedAt: clock }) };
    const told = await tracker.send(request.method ?? '', path, asked);
    response.writeHead(told.status, told.headers).end(told.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/programmes/tomorrow/odata`;
});
afterAll(async () => {
  server.close();
  await tracker.stop();
});

const risks = () =>
  ODataQuery.forV4<Risk>(`${root}/risks`, {
    requestInit: () => ({ headers: prefer.value === undefined ? {} : { prefer: prefer.value } }),
  });
const get = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(address, { headers });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
};

describe('getODataService', () => {
  it('names every table, from which a tool finds their rows', async () => {
    const { body, headers } = await get(root);
    expect(headers.get('odata-version')).toBe('4.0');
    expect(body['@odata.context']).toBe(`${root}/$metadata`);
    expect(body.value.map(({ url }: { url: string }) => url)).toEqual(feedTables.map(({ name }) => name));
    for (const { url } of body.value) {
      const { status, body: page } = await get(`${root}/${url}?$top=1`);
      expect([url, status, Array.isArray(page.value)]).toEqual([url, 200, true]);
    }
  });
});

describe('getODataResource', () => {
  it('says in its metadata what every row holds', async () => {
    const answer = await fetch(`${root}/$metadata`);
    expect(answer.headers.get('content-type')).toBe('application/xml;charset=utf-8');
    const properties = [...(await answer.text()).matchAll(/<EntityType Name="Risk">.*?<\/EntityType>/g)]
      .flatMap(([type]) => [...type.matchAll(/<Property Name="(\w+)" Type="([\w.]+)"/g)])
      .map(([, name, type]) => [name, type]);
    const [row] = (await risks().getManyAsync()).value;
    expect(properties.map(([name]) => name)).toEqual(Object.keys(row ?? {}));
    expect(properties).toContainEqual(['lastReviewedOn', 'Edm.Date']);
  });

  it('lets a client of OData list, filter, choose columns, sort and find one', async () => {
    const all = await risks().getManyAsync();
    expect(all.value.map(({ key }) => key)).toEqual([
      'libraries.bid',
      'libraries.roof',
      'property.lease',
      'property.twice',
    ]);
    const filtered = await risks()
      .filter((one) => one.title.$startsWith('The').and(one.current_likelihood.$greaterThan(0)))
      .getManyAsync();
    expect(filtered.value.map(({ title }) => title)).toEqual(["The roof's end"]);
    // Its types forget that what was chosen from can be read.
    const chosen = risks()
      .filter((one) => one.title.$equals('The lease'))
      .select('key', 'version') as unknown as ReturnType<typeof risks>;
    const quoted = await chosen.getManyAsync();
    expect(quoted.value).toEqual([{ key: 'property.lease', version: 1 }]);
    const dated = await risks()
      .filter((one) => one.recordedAt.$greaterThan(new Date('2026-01-10')))
      .getManyAsync();
    expect(dated.value).toHaveLength(4);
    const sorted = await risks()
      .orderByDescending((one) => one.title)
      .top(2)
      .getManyAsync();
    expect(sorted.value.map(({ title }) => title)).toEqual(['Twice', "The roof's end"]);
    const skipped = await risks()
      .orderBy((one) => one.current_likelihood)
      .skip(3)
      .getManyWithCountAsync();
    expect(skipped.value.map(({ key }) => key)).toEqual(['libraries.roof']);
    expect(Reflect.get(skipped, '@odata.count')).toBe(4);
    expect(await risks().getAsync('property.lease')).toMatchObject({ key: 'property.lease', title: 'The lease' });
  });

  it('lets it follow the pages, in the order of reading and in any other', async () => {
    prefer.value = 'odata.maxpagesize=1';
    const read: string[] = [];
    for await (const one of risks()) read.push(one.key);
    expect(read).toEqual(['libraries.bid', 'libraries.roof', 'property.lease', 'property.twice']);
    const sorted: string[] = [];
    for await (const one of risks().orderByDescending((one) => one.current_likelihood)) sorted.push(one.key);
    expect(sorted).toEqual(['libraries.roof', 'libraries.bid', 'property.twice', 'property.lease']);
    const some: string[] = [];
    for await (const one of risks().skip(1).top(2)) some.push(one.key);
    expect(some).toEqual(['libraries.roof', 'property.lease']);
    delete prefer.value;
    expect((await risks().top(0).getManyAsync()).value).toEqual([]);
  });

  it('finds nothing by words that are withheld, and has a sentence in their place', async () => {
    expect(
      (
        await risks()
          .filter((one) => one.cause.$contains('Acme'))
          .getManyAsync()
      ).value,
    ).toEqual([]);
    const [bid] = (
      await risks()
        .filter((one) => one.key.$equals('libraries.bid'))
        .getManyAsync()
    ).value;
    expect(bid?.cause).toMatch(/^Withheld: exempt under paragraph 3/);
  });

  it('lets it follow what changes, by the link of the last page', async () => {
    clock = '2026-03-01T12:00:00.000Z';
    const tracking = { prefer: 'odata.track-changes, odata.maxpagesize=3' };
    const first = await get(`${root}/risks?$filter=contains(title,'e')&$select=key,title`, tracking);
    expect(first.headers.get('preference-applied')).toBe('odata.track-changes');
    expect(first.body['@odata.deltaLink'] ?? first.body['@odata.nextLink']).toBeDefined();
    let link: string = first.body['@odata.deltaLink'];
    if (link === undefined) ({ '@odata.deltaLink': link } = (await get(first.body['@odata.nextLink'], tracking)).body);
    await put('property', 'lease', { title: 'The new lease' }, { 'if-match': '"1"', 'effective-at': '2026-03-05' });
    await put('libraries', 'roof', { title: 'Roof' }, { 'if-match': '"1"', 'effective-at': '2026-03-05' });
    await tracker.must('strikeOutRisk', {
      params: of('property', 'twice'),
      body: { reason: 'Entered twice' },
      headers: { 'if-match': '"1"', 'effective-at': '2026-03-05' },
    });
    clock = '2026-03-06T00:00:00.000Z';
    const { body } = await get(link);
    expect(body['@odata.context']).toBe(`${root}/$metadata#risks(key,title)/$delta`);
    const gone = { '@odata.context': `${root}/$metadata#risks/$deletedEntity`, reason: 'deleted' };
    expect(body.value).toEqual([
      // It no longer fits the filter.
      { ...gone, id: `${root}/risks('libraries.roof')` },
      { key: 'property.lease', title: 'The new lease' },
      { ...gone, id: `${root}/risks('property.twice')` },
    ]);
    clock = '2026-03-07T00:00:00.000Z';
    const { body: then } = await get(body['@odata.deltaLink']);
    expect(then.value).toEqual([]);
    expect(then['@odata.deltaLink']).toMatch(/\$deltatoken=2026-03-06T23%3A59%3A00/);
    clock = undefined;
    const items = await get(`${root}/savingYears`, tracking);
    expect([items.headers.get('preference-applied'), items.body['@odata.deltaLink']]).toEqual([null, undefined]);
  });

  it.each([
    [
      'risks?$expand=actions',
      400,
      '$expand',
      'The option $expand is not supported here. Supported are $select, $filter,',
    ],
    ['risks?$search=lease', 400, '$search', 'The option $search is not supported here.'],
    ['risks?$apply=aggregate($count as n)', 400, '$apply', 'The option $apply is not supported here.'],
    ['risks?limit=1', 400, 'limit', 'The option limit is not supported here.'],
    [
      'risks?$filter=year(lastReviewedOn) eq 2026',
      400,
      '$filter',
      '$filter asks for year(), which is not supported. A filter compares',
    ],
    ["risks?$filter=titel eq 'a'", 400, '$filter', 'names "titel" at character 1, which is no column of risks'],
    ['risks?$select=titel', 400, '$select', 'names "titel"'],
    ['risks?$orderby=titel', 400, '$orderby', 'names "titel"'],
    ['risks?$top=-1', 400, '$top', 'The option $top takes a whole number from 0 to 10000000.'],
    ['risks?$skip=many', 400, '$skip', 'The option $skip takes a whole number'],
    ['risks?$count=yes', 400, '$count', 'The option $count takes true or false.'],
    ['risks?$format=atom', 400, '$format', 'The option $format takes json alone.'],
    ['risks?$skiptoken=abc', 400, 'cursor', 'must be the "next"'],
    ['risks?$deltatoken=soon', 400, '$deltatoken', 'takes an instant'],
    [
      'riskActions?$deltatoken=2026-01-01T00:00:00Z',
      400,
      '$deltatoken',
      'The changes of riskActions are not followed by themselves: follow those of risks',
    ],
    ['risks?$deltatoken=2026-01-01T00:00:00Z&$top=1', 400, '$top', 'What changed is not asked with $top.'],
    ['unicorns', 404, undefined, 'There is no table unicorns.'],
    ["risks('property.none')", 404, undefined, 'The table risks has no row property.none.'],
    ["risks('nowhere.none')", 404, undefined, 'has no row nowhere.none.'],
    ["risks('a.b.c')", 404, undefined, 'has no row a.b.c.'],
    ["risks('property.lease')?$filter=version eq 1", 400, '$filter', 'Supported are $select, $format.'],
    ['risks(1)', 404, undefined, 'There is no table risks(1).'],
    ['$batch', 400, 'resource', 'does not fit'],
  ])('refuses %s by %i, one error of OData that names %s', async (path, status, target, message) => {
    const told = await get(`${root}/${path}`);
    expect(told.headers.get('content-type')).toBe('application/json');
    expect(told.body.error.message).toContain(message);
    expect([told.status, told.body.error.target]).toEqual([status, target]);
    expect(told.body.error.innererror).toMatchObject({
      status,
      code: told.body.error.code,
      detail: told.body.error.message,
    });
  });

  it('is refused in that form to nobody, and to another organisation', async () => {
    const params = { ...tomorrow, resource: 'risks' };
    const nobody = await tracker.ask('getODataResource', { as: null, params });
    expect([nobody.status, nobody.body.error.code]).toEqual([401, 'token.not-accepted']);
    const elsewhere = await tracker.ask('getODataResource', {
      as: { ...people.board, organisation: 'elsewhere' },
      params,
    });
    expect([elsewhere.status, elsewhere.body.error.code]).toEqual([404, 'programme.unknown']);
  });
});
