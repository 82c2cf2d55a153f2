import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { records, risk } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* The list of a register within a review, or of the programme itself, sorted and filtered (docs/meaning.md LIST-5, LIST-6). */

let tracker: TestTracker;
const day = '2026-03-01';
const libraries = of('libraries');
const withheld = { fields: ['title', 'owner'], ground: 3 };

const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
const risks = async (query: string, as: Person = people.team) =>
  idsOf((await tracker.must('listRisks', { as, params: libraries, query, recordedAt: day })).body);

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await openReview(tracker, 'libraries', { title: 'Libraries' });
  const put = (id: string, likelihood: number, over: object) =>
    tracker.must('putRisk', {
      params: of('libraries', id),
      body: { ...risk, current: { likelihood, impact: 3 }, lastReviewedOn: '2026-02-20', ...over },
      headers: from('2026-02-20'),
    });
  await put('books', 1, { title: 'Books are late', owner: 'Estates', treatment: 'tolerate' });
  await put('roof', 2, { title: 'A roof leaks', owner: 'Legal', lastReviewedOn: '2025-07-01', treatment: 'treat' });
  await put('bid', 4, { title: 'Aaa bid of Acme', owner: 'Secret Team', treatment: 'treat', exempt: withheld });
  await put('market', 5, { title: 'Market is thin', owner: 'estates', treatment: 'transfer' });
  await put('closed', 5, { title: 'Zeal', owner: 'Estates', status: 'closed', treatment: 'treat' });
  await put('twice', 5, { title: 'Recorded twice' });
  await tracker.must('strikeOutRisk', {
    params: of('libraries', 'twice'),
    body: { reason: 'Entered twice' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-02-21' },
  });
});
afterAll(() => tracker.stop());

describe('listRisks', () => {
  it.each([
    ['', ['bid', 'books', 'closed', 'market', 'roof', 'twice']],
    ['order=descending', ['twice', 'roof', 'market', 'closed', 'books', 'bid']],
    ['sort=worst', ['roof', 'market', 'bid', 'books', 'closed', 'twice']],
    ['sort=worst&order=descending', ['closed', 'books', 'bid', 'market', 'roof', 'twice']],
    ['sort=title&open=true', ['roof', 'bid', 'books', 'market']],
    ['sort=title&order=descending&open=true', ['market', 'books', 'bid', 'roof']],
    ['sort=lastReviewedOn&open=true', ['roof', 'bid', 'books', 'market']],
    ['sort=status&status=closed', ['closed']],
    ['treatment=treat', ['bid', 'closed', 'roof', 'twice']],
    ['treatment=treat&state=open', ['bid', 'roof']],
    ['overdue=true', ['roof']],
    ['owner=ESTATES&sort=worst', ['market', 'books', 'closed']],
    ['owner=Secret%20Team', ['bid']],
  ])('with "%s" gives %j', async (query, expected) => {
    expect(await risks(query)).toEqual(expected);
  });

  it.each(['sort=worst', 'sort=owner', 'sort=title&order=descending', 'treatment=treat', 'order=descending'])(
    'with "%s" is the same page by page',
    async (query) => {
      const paged: string[] = [];
      let cursor = '';
      do {
        const asked = { params: libraries, query: `${query}&limit=2${cursor}`, recordedAt: day };
        const { body } = await tracker.must('listRisks', asked);
        paged.push(...idsOf(body));
        cursor = body.next === null ? '' : `&cursor=${body.next}`;
      } while (cursor !== '');
      expect(paged).toEqual(await risks(query));
    },
  );

  it('neither finds nor sorts by what is withheld, for those who may not read it', async () => {
    expect(await risks('owner=Secret%20Team', people.board)).toEqual([]);
    expect(await risks('sort=title&open=true', people.board)).toEqual(['roof', 'books', 'market', 'bid']);
    expect(await risks('sort=title&open=true&view=public', people.office)).toEqual(['roof', 'books', 'market', 'bid']);
  });

  it('is sorted and filtered as at a day by what was so then, and keeps to it from page to page', async () => {
    await tracker.must('putRisk', {
      params: of('libraries', 'later'),
      body: { ...risk, title: 'Later' },
      headers: from('2026-02-25'),
    });
    expect(await risks('sort=title&asAt=2026-02-20&open=true')).toEqual(['roof', 'bid', 'books', 'market', 'twice']);
    const first = await tracker.must('listRisks', {
      params: libraries,
      query: 'sort=title&asAt=2026-02-20&limit=5',
      recordedAt: day,
    });
    const query = `sort=title&asAt=2026-02-20&limit=5&cursor=${first.body.next}`;
    const second = await tracker.must('listRisks', { params: libraries, query, recordedAt: day });
    expect([...idsOf(first.body), ...idsOf(second.body)]).toEqual([
      ...['roof', 'bid', 'books', 'market', 'twice', 'closed'],
    ]);
  });

  it('does not go on from a page that was sorted otherwise', async () => {
    const first = await tracker.must('listRisks', { params: libraries, query: 'sort=title&limit=2', recordedAt: day });
    for (const query of [`sort=owner&cursor=${first.body.next}`, `cursor=${first.body.next}`])
      expect(await tracker.ask('listRisks', { params: libraries, query })).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', faults: [{ in: 'query', pointer: '/cursor' }] },
      });
  });

  it.each([
    ['sort=price', '/sort'],
    ['order=up', '/order'],
    ['treatment=none', '/treatment'],
    ['state=nonsense', '/state'],
  ])('is refused with "%s"', async (query, pointer) => {
    expect(await tracker.ask('listRisks', { params: libraries, query })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', faults: [{ in: 'query', pointer }] },
    });
  });
});

it('A list sorts figures by their pounds, what names none last in either order', async () => {
  const put = (id: string, costs: object) =>
    tracker.must('putBusinessCase', {
      params: of('libraries', id),
      body: { ...Object(records['business-case']), costs },
      headers: create,
    });
  await put('large', { kind: 'about', pounds: 1_200_000 });
  await put('small', { kind: 'range', low: 90_000, high: 2_000_000 });
  await put('unknown', { kind: 'not-stated' });
  const cases = async (query: string) =>
    idsOf((await tracker.must('listBusinessCases', { params: libraries, query })).body);
  expect(await cases('sort=costs')).toEqual(['small', 'large', 'unknown']);
  expect(await cases('sort=costs&order=descending')).toEqual(['large', 'small', 'unknown']);
});

it('A list over all reviews is filtered by the values of its columns, and sorted either way', async () => {
  const across = async (query: string) => {
    const { body } = await tracker.must('listRisksAcross', { params: tomorrow, query, recordedAt: day });
    return body.items.map(({ entry }: { entry: { id: string } }) => entry.id);
  };
  expect(await across('treatment=treat&open=true&sort=title')).toEqual(['roof', 'bid', 'later']);
  expect(await across('treatment=treat&open=true&sort=title&order=descending')).toEqual(['later', 'bid', 'roof']);
  expect((await across('sort=due&order=descending&open=true')).at(-1)).toBe('roof');
});
