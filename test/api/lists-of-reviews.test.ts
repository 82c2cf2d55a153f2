import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* The list of a programme's reviews, sorted, and found by their ratings (docs/meaning.md LIST-7). */

let tracker: TestTracker;
type Item = { id: string; ratings?: { sro: { rating: string } | null; assurance: { rating: string } | null } };
const listed = async (query: string): Promise<readonly Item[]> =>
  (await tracker.must('listReviews', { params: tomorrow, query })).body.items;
const idsOf = async (query: string) => (await listed(query)).map(({ id }) => id);

beforeAll(async () => {
  tracker = await startWithProgramme();
  const open = (id: string, title: string, over: object = {}) => openReview(tracker, id, { title, ...over });
  await open('waste', 'Archives', { tier: '3' });
  await open('libraries', 'Zoo and libraries', { tier: '1' });
  await open('property', 'Property', { tier: '2' });
  await open('roads', 'Roads', { tier: '2' });
  await open('later', 'Later', { lifecycle: 'potential', tier: '1' });
  const rate = (review: string, rating: string, as: Person = people.sro) =>
    tracker.must('rateReview', {
      as,
      params: of(review),
      body: { on: '2026-01-20', overall: { rating, words: 'As it is.' } },
      headers: { 'if-match': '"1"' },
    });
  await rate('waste', 'green');
  await rate('waste', 'red', people.assurance);
  await rate('libraries', 'amber');
  await rate('property', 'green');
  await rate('later', 'red');
});
afterAll(() => tracker.stop());

describe('listReviews', () => {
  it.each([
    ['', ['later', 'libraries', 'property', 'roads', 'waste']],
    ['sort=worst', ['waste', 'libraries', 'property', 'roads', 'later']],
    ['sort=worst&order=descending', ['property', 'libraries', 'waste', 'roads', 'later']],
    ['sort=title', ['waste', 'later', 'property', 'roads', 'libraries']],
    ['sort=tier&lifecycle=active', ['libraries', 'property', 'roads', 'waste']],
    ['sort=lifecycle', ['later', 'libraries', 'property', 'roads', 'waste']],
    ['order=descending', ['waste', 'roads', 'property', 'libraries', 'later']],
    ['rating=red', ['later', 'waste']],
    ['rating=green&sort=title', ['waste', 'property']],
    ['rating=not-rated', ['roads']],
  ])('with "%s" gives %j', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  it('says what SRO and assurance last rated each where it is sorted, and is as it was where it is not', async () => {
    const [first] = await listed('sort=title');
    expect(first?.ratings).toEqual({
      sro: { rating: 'green', on: '2026-01-20' },
      assurance: { rating: 'red', on: '2026-01-20' },
    });
    expect((await listed('')).every(({ ratings }) => ratings === undefined)).toBe(true);
  });

  it.each(['sort=worst', 'sort=tier&order=descending', 'rating=green', 'order=descending'])(
    'with "%s" is the same page by page',
    async (query) => {
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await tracker.must('listReviews', { params: tomorrow, query: `${query}&limit=2${cursor}` });
        paged.push(...body.items.map(({ id }: Item) => id));
        cursor = body.next === null ? '' : `&cursor=${body.next}`;
      } while (cursor !== '');
      expect(paged).toEqual(await idsOf(query));
    },
  );

  it.each([
    ['sort=worst&asAt=2026-01-01', '/sort'],
    ['rating=red&asAt=2026-01-01', '/rating'],
    ['sort=price', '/sort'],
    ['rating=blue', '/rating'],
    ['sort=title&cursor=YWJj', '/cursor'],
  ])('is refused with "%s"', async (query, pointer) => {
    expect(await tracker.ask('listReviews', { params: tomorrow, query })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', faults: [{ in: 'query', pointer }] },
    });
  });

  it('is sorted as at a day by what was so then', async () => {
    expect(await idsOf('sort=title&asAt=2025-12-31')).toEqual(['waste', 'later', 'property', 'roads', 'libraries']);
  });
});
