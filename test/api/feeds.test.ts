import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedTables } from '#domain/feeds/tables.ts';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { risk, saving } from '../support/records.ts';
import { redact } from '../support/redacting.ts';
import { type Asked, people, type TestTracker } from '../support/tracker.ts';

/* The tables that tools read, as CSV and JSON Lines (docs/meaning.md FEED-1 to FEED-9). */

type Line = Readonly<Record<string, unknown>>;
let tracker: TestTracker;
const machine = { claims: { sub: 'power-bi', organisation: 'council', roles: ['board'], machine: 'Power BI' } };
const put = (review: string, id: string, body: object, headers: Record<string, string> = from('2026-01-10')) =>
  tracker.must('putRisk', { params: of(review, id), body: { ...risk, ...body }, headers });

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await openReview(tracker, 'libraries', { title: 'Libraries' });
  await openReview(tracker, 'property', { title: 'Property' });
  await put('libraries', 'roof', { title: '=1+1 roofs, "leaking"', actions: [{ id: 'a', what: 'Mend it' }] });
  await put('libraries', 'bid', { title: 'Bid', cause: 'Acme asks for it', exempt: { fields: ['cause'], ground: 3 } });
  await put('property', 'lease', { title: 'The lease' });
  await put('property', 'twice', { title: 'Twice' });
  const ofProgramme = {
    params: { ...tomorrow, entryId: 'whole' },
    body: { ...risk, title: 'Of all' },
    headers: from('2026-01-10'),
  };
  await tracker.must('putProgrammeRisk', ofProgramme);
  await tracker.must('putSaving', { params: of('property', 'rent'), body: saving, headers: from('2026-01-11') });
});
afterAll(() => tracker.stop());

/** Every row of a table, page by page, and where its changes are asked for. */
const read = async (table: string, query = '', asked: Asked = machine) => {
  const rows: Line[] = [];
  let pages = 0;
  let next = `format=jsonl${query}`;
  for (;;) {
    const told = await tracker.must('getFeed', {
      params: { ...tomorrow, table },
      recordedAt: '2026-03-01T12:00:00.000Z',
      ...asked,
      query: next,
    });
    pages += 1;
    rows.push(
      ...told.text
        .split('\n')
        .filter(Boolean)
        .map((line): Line => JSON.parse(line)),
    );
    const [, address = '', relation] = /^<[^?]+\?(.*)>; rel="(.*)"$/.exec(told.headers.link ?? '') ?? [];
    if (relation !== 'next') return { rows, pages, changes: address, relation };
    next = address;
  }
};
const keys = (rows: readonly Line[]) => rows.map(({ key }) => key);

describe('listFeeds', () => {
  it('has every table with its columns, and whoever signed in may ask', async () => {
    const { body } = await tracker.must('listFeeds', { params: tomorrow, ...machine });
    expect(body.odata).toBe('/programmes/tomorrow/odata');
    expect(body.tables.map(({ name }: { name: string }) => name)).toEqual(feedTables.map(({ name }) => name));
    const risks = body.tables.find(({ name }: { name: string }) => name === 'risks');
    expect(risks.address).toBe('/programmes/tomorrow/feeds/risks');
    expect(risks.columns[0]).toMatchObject({ name: 'key', type: 'text', nullable: false });
  });
});

describe('getFeed', () => {
  it('has the rows of the programme and of all reviews, in order, as the machine may see them', async () => {
    const { rows, relation } = await read('risks');
    expect(keys(rows)).toEqual(['whole', 'libraries.bid', 'libraries.roof', 'property.lease', 'property.twice']);
    expect(relation).toBe('urn:transformation-tracker:changes');
    expect(rows[2]).toMatchObject({
      ...{ programmeId: 'tomorrow', reviewId: 'libraries', entryId: 'roof', version: 1, changeNumber: 2 },
      ...{ effectiveAt: '2026-01-10T00:00:00.000Z', recordedBy: 'tara-team', title: '=1+1 roofs, "leaking"' },
      ...{ actions_count: 1, exempt_ground: null, removed: false },
    });
    expect(rows[0]).toMatchObject({ reviewId: null, entryId: 'whole' });
    expect(rows[1]?.cause).toBe('Withheld: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972');
  });

  it('is the public view whoever asks', async () => {
    const { rows } = await read('risks', '', { as: people.office });
    expect(JSON.stringify(rows)).not.toContain('Acme');
  });

  it('has the items of lists as tables of their own', async () => {
    const { rows } = await read('riskActions');
    expect(keys(rows)).toEqual([
      'whole.1',
      'libraries.bid.1',
      'libraries.roof.1',
      'property.lease.1',
      'property.twice.1',
    ]);
    expect(rows[2]).toMatchObject({ parentKey: 'libraries.roof', place: 1, what: 'Mend it', status: 'open' });
    expect((await read('savingYears')).rows[0]).toMatchObject({ parentKey: 'property.rent', year: '2026/27' });
    expect((await read('reviews')).rows.map(({ key, title, facts_stage }) => [key, title, facts_stage])).toEqual([
      ['libraries', 'Libraries', 'identified'],
      ['property', 'Property', 'identified'],
    ]);
    expect(keys((await read('words')).rows)).toContain('portfolios.customer');
  });

  it('is CSV where nothing else is asked for, in which no cell is a formula', async () => {
    const told = await tracker.must('getFeed', { params: { ...tomorrow, table: 'risks' }, ...machine });
    expect(told.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(told.text, { bom: true, columns: true });
    expect(rows.map(({ key, title, removed }) => [key, title, removed])).toContainEqual([
      'libraries.roof',
      '\'=1+1 roofs, "leaking"',
      'false',
    ]);
  });

  it('goes on page by page, whatever is recorded meanwhile, and no row is missing or doubled', async () => {
    const whole = await read('risks');
    const paged = await read('risks', '&limit=1');
    expect(paged.rows).toEqual(whole.rows);
    expect(paged.pages).toBe(whole.rows.length);
    expect((await read('riskActions', '&limit=1')).rows).toHaveLength(5);
  });

  it('asked what changed says that, and what is gone, and from when to ask again', async () => {
    const { changes } = await read('risks');
    expect(changes).toMatch(/changedSince=2026-03-01T11%3A59%3A00\.\d{3}Z/);
    await put('property', 'lease', { title: 'The new lease' }, { 'if-match': '"1"', 'effective-at': '2026-03-05' });
    await tracker.must('strikeOutRisk', {
      params: of('property', 'twice'),
      body: { reason: 'Entered twice' },
      headers: { 'if-match': '"1"', 'effective-at': '2026-03-05' },
    });
    const later = { ...machine, recordedAt: '2026-03-06T00:00:00.000Z' };
    const since = changes.replace('format=jsonl', '');
    const changed = await read('risks', since, later);
    expect(changed.rows.map(({ key, title, removed }) => [key, title, removed])).toEqual([
      ['property.lease', 'The new lease', false],
      ['property.twice', 'Twice', true],
    ]);
    expect(changed.changes).toMatch(/changedSince=2026-03-05T23%3A59%3A00\.\d{3}Z/);
    expect((await read('risks', '&changedSince=2026-03-06', later)).rows).toEqual([]);
    expect(keys((await read('risks', '&changedSince=2026-03-05&limit=1', later)).rows)).toEqual([
      'property.lease',
      'property.twice',
    ]);
    expect(keys((await read('risks', '', later)).rows)).not.toContain('property.twice');
  });

  it('says that all of a review is gone that is struck out, and has it all again once it is put back', async () => {
    const strike = (version: number, day: string, more: object) =>
      tracker.must('strikeOutReview', {
        as: people.office,
        params: of('libraries'),
        body: { reason: 'Opened twice', ...more },
        headers: { 'if-match': `"${version}"`, 'effective-at': day },
      });
    await strike(1, '2026-03-10', {});
    const then = { ...machine, recordedAt: '2026-03-11T00:00:00.000Z' };
    const gone = await read('risks', '&changedSince=2026-03-10', then);
    expect(gone.rows.map(({ key, removed }) => [key, removed])).toEqual([
      ['libraries.bid', true],
      ['libraries.roof', true],
    ]);
    expect((await read('reviews', '&changedSince=2026-03-10', then)).rows).toMatchObject([
      { key: 'libraries', removed: true },
    ]);
    expect(keys((await read('risks', '', then)).rows)).toEqual(['whole', 'property.lease']);
    await strike(2, '2026-03-12', { undo: true });
    const back = await read('risks', '&changedSince=2026-03-12', {
      ...machine,
      recordedAt: '2026-03-13T00:00:00.000Z',
    });
    expect(back.rows.map(({ key, removed }) => [key, removed])).toEqual([
      ['libraries.bid', false],
      ['libraries.roof', false],
    ]);
  });

  it('has the rows of published reports over all months and revisions, in the public view', async () => {
    const reported = { recordedAt: '2026-03-20T00:00:00.000Z' };
    await tracker.must('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' }, ...reported });
    await tracker.settled();
    const then = { ...machine, recordedAt: '2027-01-01T00:00:00.000Z' };
    expect((await read('reports', '', then)).rows).toMatchObject([
      { key: '2026-01.1', month: '2026-01', revision: 1, isLatest: true, reviewCount: 2 },
    ]);
    await tracker.must('reviseReport', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
      body: { reason: 'Recorded late' },
      ...reported,
    });
    await tracker.settled();
    expect(tracker.failures).toEqual([]);
    expect((await read('reports', '', then)).rows.map(({ key, isLatest, reason }) => [key, isLatest, reason])).toEqual([
      ['2026-01.1', false, null],
      ['2026-01.2', true, 'Recorded late'],
    ]);
    expect(keys((await read('reportReviews', '&limit=1', then)).rows)).toEqual([
      '2026-01.1.libraries',
      '2026-01.1.property',
      '2026-01.2.libraries',
      '2026-01.2.property',
    ]);
    const plans = (await read('reportPlans', '', then)).rows;
    expect(plans[0]).toMatchObject({
      key: '2026-01.1.property.2026/27',
      parentKey: '2026-01.1.property',
      year: '2026/27',
      figures: 1,
    });
    const facts = await read('reportFacts', '&limit=50', then);
    expect(new Set(keys(facts.rows)).size).toBe(facts.rows.length);
    const csv = await tracker.must('getReport', {
      as: people.board,
      params: { ...tomorrow, month: '2026-01' },
      headers: { accept: 'text/csv' },
    });
    const printed: Record<string, string>[] = parse(csv.text, { bom: true, columns: true });
    const ofLatest = facts.rows.filter(({ revision }) => revision === 2);
    const named = (section: unknown, about: unknown, item: unknown) => `${section} / ${about} / ${item}`;
    expect(ofLatest.map(({ section, about, item }) => named(section, about, item)).sort()).toEqual(
      printed.map(({ Section, About, Item }) => named(Section, About?.replace(/^'=/, '='), Item)).sort(),
    );
  });

  it('has again whatever words were taken out of', async () => {
    const asked = { review: 'property', kind: 'risk', entry: 'lease', texts: [{ pointer: '/record/cause' }] };
    await redact(tracker, { ...tomorrow, entryId: 'words' }, asked);
    const now = new Date(Date.now() - 30_000).toISOString();
    const { rows } = await read('risks', `&changedSince=${now}`, {
      claims: machine.claims,
      recordedAt: '2027-06-01T00:00:00.000Z',
    });
    // All of its review is given again: words may stand in more than one place.
    expect(rows).toMatchObject([
      { key: 'property.lease', cause: expect.stringMatching(/^Redacted/), removed: false },
      { key: 'property.twice', removed: true },
    ]);
  });

  it.each([
    ['unicorns', '', 404, 'feed.unknown'],
    ['Risks', '', 400, 'request.invalid'],
    ['risks', 'limit=0', 400, 'request.invalid'],
    ['risks', 'limit=5001', 400, 'request.invalid'],
    ['risks', 'format=xml', 400, 'request.invalid'],
    ['risks', 'changedSince=soon', 400, 'request.invalid'],
    ['risks', 'cursor=abc', 400, 'request.invalid'],
    ['risks', 'view=full', 400, 'request.invalid'],
  ])('of %s with "%s" is refused by %i %s', async (table, query, status, code) => {
    const told = await tracker.ask('getFeed', { params: { ...tomorrow, table }, query });
    expect([told.status, told.body.code]).toEqual([status, code]);
  });

  it('refuses a cursor of another table, another programme and a format that is not offered', async () => {
    const { headers } = await tracker.must('getFeed', { params: { ...tomorrow, table: 'risks' }, query: 'limit=1' });
    const cursor = /cursor=([^>&]+)/.exec(headers.link ?? '')?.[1];
    const other = await tracker.ask('getFeed', { params: { ...tomorrow, table: 'issues' }, query: `cursor=${cursor}` });
    expect([other.status, other.body.detail]).toEqual([400, 'cursor must be the "next" of the page before.']);
    const nowhere = await tracker.ask('getFeed', { params: { programmeId: 'nowhere', table: 'risks' } });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'programme.unknown']);
    const asXml = await tracker.ask('getFeed', {
      params: { ...tomorrow, table: 'risks' },
      headers: { accept: 'application/xml' },
    });
    expect([asXml.status, asXml.body.code]).toEqual([406, 'answer.not-acceptable']);
  });
});
