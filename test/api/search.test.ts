import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { risk } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* Words in the reviews and registers of a programme, and in what their texts were before (docs/meaning.md LIST-8). */

interface Item {
  review: { id: string; title: string } | null;
  kind: string;
  id: string;
  called: string;
  struckOut: boolean;
  texts: { field: string; label: string; excerpt: string }[];
  earlier: { sequence: number } | null;
}
let tracker: TestTracker;
const search = async (query: string, as: Person = people.team): Promise<readonly Item[]> =>
  (await tracker.must('searchProgramme', { as, params: tomorrow, query })).body.items;
const found = async (query: string, as?: Person) =>
  (await search(query, as)).map(
    ({ review, kind, id, earlier }) => `${review?.id ?? '-'}/${kind}/${id}${earlier === null ? '' : ' before'}`,
  );

beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'libraries', { title: 'Libraries' });
  await openReview(tracker, 'property', { title: 'Property' });
  const put = (review: string, id: string, body: object, headers: Record<string, string> = from('2026-01-10')) =>
    tracker.must('putRisk', { params: of(review, id), body: { ...risk, ...body }, headers });
  await put('libraries', 'roof', { title: 'The roof of the Depot leaks', cause: 'The survey of 2019 was never read.' });
  await put('libraries', 'bid', {
    title: 'Bid of Acme',
    cause: 'Acme asks for the depot',
    exempt: { fields: ['title', 'cause'], ground: 3 },
  });
  await put('property', 'lease', { title: 'The lease of the old depot runs on' });
  await put('property', 'lease', { title: 'The lease runs on' }, { 'if-match': '"1"', 'effective-at': '2026-01-20' });
  await put('property', 'twice', { title: 'The depot, entered twice' });
  await tracker.must('strikeOutRisk', {
    params: of('property', 'twice'),
    body: { reason: 'Entered twice' },
    headers: { 'if-match': '"1"' },
  });
  await tracker.must('putProgrammeRisk', {
    params: { ...tomorrow, entryId: 'whole' },
    body: { ...risk, title: 'No depot is to be had' },
    headers: from('2026-01-10'),
  });
});
afterAll(() => tracker.stop());

describe('searchProgramme', () => {
  it.each([
    ['q=depot', ['-/risk/whole', 'libraries/risk/bid', 'libraries/risk/roof', 'property/risk/twice']],
    ['q=DEPOT%20%20leaks', ['libraries/risk/roof']],
    ['q=depot%20survey', ['libraries/risk/roof']],
    ['q=depot&review=property', ['property/risk/twice']],
    ['q=libraries', ['libraries/review/libraries']],
    ['q=nowhere', []],
    ['q=', []],
    ['', []],
  ])('with "%s" finds %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('says of each what it is called, in which review, and where the words stand', async () => {
    const [item] = await search('q=survey%20depot');
    expect(item).toEqual({
      review: { id: 'libraries', title: 'Libraries' },
      ...{ kind: 'risk', id: 'roof', called: 'The roof of the Depot leaks', struckOut: false, earlier: null },
      texts: [
        { field: 'title', label: 'Title', excerpt: 'The roof of the Depot leaks' },
        { field: 'cause', label: 'Cause', excerpt: 'The survey of 2019 was never read.' },
      ],
    });
  });

  it('finds with history what a text was before, once, and where it was recorded', async () => {
    expect(await found('q=old%20depot&history=true')).toEqual(['property/risk/lease before']);
    const [item] = await search('q=old%20depot&history=true');
    expect(item).toMatchObject({
      called: 'The lease runs on',
      texts: [{ field: 'title', excerpt: 'The lease of the old depot runs on' }],
      earlier: { effectiveAt: '2026-01-10T00:00:00.000Z' },
    });
    expect(await found('q=old%20depot')).toEqual([]);
  });

  it('does not find what is withheld from whoever asks, today or before, nor the sentence in its place', async () => {
    expect(await found('q=acme')).toEqual(['libraries/risk/bid']);
    expect(await found('q=acme', people.board)).toEqual([]);
    expect(await found('q=acme&view=public&history=true')).toEqual([]);
    expect(await found('q=paragraph', people.board)).toEqual([]);
    await tracker.must('putRisk', {
      params: of('libraries', 'bid'),
      body: { ...risk, title: 'Bid of the other', exempt: { fields: ['title', 'cause'], ground: 3 } },
      headers: { 'if-match': '"1"' },
    });
    expect(await found('q=acme&history=true')).toEqual(['libraries/risk/bid before']);
    expect(await found('q=acme&history=true&view=public')).toEqual([]);
  });

  it('lets nobody read earlier texts who may not read the history', async () => {
    const asked = { as: people.board, params: tomorrow, query: 'q=depot&history=true' };
    expect(await tracker.ask('searchProgramme', asked)).toMatchObject({
      status: 403,
      body: { code: 'role.not-allowed' },
    });
    expect(await found('q=depot', people.board)).toContain('-/risk/whole');
  });

  it('goes on page by page, and says how far it looked', async () => {
    const paged: string[] = [];
    let cursor = '';
    let lookedThrough = 0;
    do {
      const { body } = await tracker.must('searchProgramme', {
        params: tomorrow,
        query: `q=depot&history=true&limit=1${cursor}`,
      });
      paged.push(...body.items.map((one: Item) => `${one.review?.id ?? '-'}/${one.id}`));
      expect(body.reviews).toBe(2);
      ({ lookedThrough } = body);
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(lookedThrough).toBe(2);
    const whole = await search('q=depot&history=true');
    expect(paged).toEqual(whole.map((one) => `${one.review?.id ?? '-'}/${one.id}`));
  });

  it('looks through a large programme in steps: each page names the next, with or without anything found', async () => {
    const titles = Array.from({ length: 60 }, (_, n) => `step-${String(n).padStart(2, '0')}`);
    for (const id of titles) await openReview(tracker, id, { title: `Review ${id}` });
    const first = await tracker.must('searchProgramme', { params: tomorrow, query: 'q=step-59' });
    expect(first.body).toMatchObject({ items: [], reviews: 62, next: expect.any(String) });
    expect(first.body.lookedThrough).toBeLessThan(62);
    const second = await tracker.must('searchProgramme', {
      params: tomorrow,
      query: `q=step-59&cursor=${first.body.next}`,
    });
    expect(second.body).toMatchObject({ items: [{ id: 'step-59', kind: 'review' }], next: null, lookedThrough: 62 });
  });

  it.each([
    ['q=depot&review=nowhere', 404, 'review.unknown'],
    ['q=depot&cursor=abcd', 400, 'request.invalid'],
    [`q=${'a'.repeat(101)}`, 400, 'request.invalid'],
  ])('with "%s" is refused with %i', async (query, status, code) => {
    expect(await tracker.ask('searchProgramme', { params: tomorrow, query })).toMatchObject({ status, body: { code } });
  });

  it('finds nothing of a programme that is not there', async () => {
    const asked = { params: { programmeId: 'nowhere' }, query: 'q=depot' };
    expect(await tracker.ask('searchProgramme', asked)).toMatchObject({
      status: 404,
      body: { code: 'programme.unknown' },
    });
  });

  it('names what is recorded once it is', async () => {
    await tracker.must('putIssue', {
      params: of('libraries', 'shelf'),
      body: {
        title: 'Shelves',
        description: 'Öffnung late',
        severity: 'low',
        owner: 'Estates',
        raisedOn: '2026-01-10',
      },
      headers: create,
    });
    expect(await found('q=%C3%96FFNUNG')).toEqual(['libraries/issue/shelf']);
  });
});
