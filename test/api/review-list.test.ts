import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };

afterAll(() => tracker.stop());

describe('the list', () => {
  const listed = async (query: string): Promise<readonly string[]> =>
    (await tracker.must('listReviews', { as: people.board, params: { programmeId: 'listed' }, query })).body.items.map(
      (one: { id: string }) => one.id,
    );

  beforeAll(async () => {
    tracker = await startTestTracker();
    await tracker.must('putProgramme', {
      as: people.office,
      params: { programmeId: 'listed' },
      body: { ...programme, portfolios: [...programme.portfolios, { id: 'people', name: 'People' }] },
      headers: create,
    });
    const open = (reviewId: string, over: object) =>
      tracker.must('putReview', {
        params: { programmeId: 'listed', reviewId },
        body: { ...review, title: reviewId, ...over },
        headers: create,
      });
    await open('edukent', { portfolio: 'people', tier: '2' });
    await open('legal', { lifecycle: 'potential', tier: 'to-be-confirmed', sros: [] });
    await open('libraries', { sros: [...review.sros, { subject: 'olga-other', name: 'Olga Other' }] });
    await open('libraries-2', { portfolio: 'people', openedAt: { stage: 'decision', source: 'A paper' } });
    await open('property', { lifecycle: 'stopped', lifecycleReason: 'No longer wanted' });
  });

  it.each([
    ['', ['edukent', 'legal', 'libraries', 'libraries-2', 'property']],
    ['stage=decision', ['libraries-2']],
    ['stage=closed', []],
    ['lifecycle=potential', ['legal']],
    ['portfolio=people', ['edukent', 'libraries-2']],
    ['tier=2', ['edukent']],
    ['tier=to-be-confirmed', ['legal']],
    ['sro=olga-other', ['libraries']],
    ['sro=sam-sro&tier=1&lifecycle=active', ['libraries', 'libraries-2']],
    ['portfolio=people&tier=3', []],
  ])('listReviews with "%s" gives %j', async (query, ids) => {
    expect(await listed(query)).toEqual(ids);
  });

  it.each([
    ['stage=nowhere', '/stage', 'must be a stage of the programme: identified, '],
    ['portfolio=nobody', '/portfolio', 'must be a portfolio of the programme: customer and people'],
  ])('listReviews with "%s" names what the programme has', async (query, pointer, words) => {
    const answer = await tracker.ask('listReviews', { params: { programmeId: 'listed' }, query });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', faults: [{ in: 'query', pointer, message: expect.stringContaining(words) }] },
    });
  });

  it('listReviews as at an instant gives the reviews there were, as they were', async () => {
    const params = { programmeId: 'then' };
    await tracker.must('putProgramme', {
      as: people.office,
      params,
      body: programme,
      headers: { ...create, 'effective-at': '2026-01-01' },
    });
    const put = (reviewId: string, over: object, headers: Record<string, string>) =>
      tracker.must('putReview', { params: { ...params, reviewId }, body: { ...review, ...over }, headers });
    await put('property', { title: 'Before' }, { ...create, 'effective-at': '2026-01-02' });
    await put('property', { title: 'After' }, { 'if-match': '"1"', 'effective-at': '2026-02-02' });
    await put('waste', {}, { ...create, 'effective-at': '2026-02-03' });
    const then = await tracker.must('listReviews', { params, query: 'asAt=2026-01-31' });
    expect(then.body.items).toMatchObject([{ id: 'property', title: 'Before', version: 1 }]);
    const now = await tracker.must('listReviews', { params });
    expect(now.body.items).toMatchObject([
      { id: 'property', title: 'After', version: 2 },
      { id: 'waste', version: 1 },
    ]);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'listReviews page by page of %i gives every review once and no empty page',
    async (limit) => {
      const ids: string[] = [];
      const sizes: number[] = [];
      let query = `limit=${limit}`;
      for (let more = true; more; ) {
        const { body } = await tracker.must('listReviews', { params: { programmeId: 'listed' }, query });
        ids.push(...body.items.map((one: { id: string }) => one.id));
        sizes.push(body.items.length);
        more = body.next !== null;
        query = `limit=${limit}&cursor=${body.next}`;
      }
      expect(ids).toEqual(await listed(''));
      expect(sizes.every((size, n) => (n < sizes.length - 1 ? size === limit : size > 0))).toBe(true);
    },
  );

  it('listReviews keeps its filter from page to page', async () => {
    const first = await tracker.must('listReviews', {
      params: { programmeId: 'listed' },
      query: 'portfolio=people&limit=1',
    });
    const second = await tracker.must('listReviews', {
      params: { programmeId: 'listed' },
      query: `portfolio=people&limit=1&cursor=${first.body.next}`,
    });
    expect([...first.body.items, ...second.body.items].map((one: { id: string }) => one.id)).toEqual([
      'edukent',
      'libraries-2',
    ]);
    expect(second.body.next).toBeNull();
  });

  it('listReviews shows of a review what a list needs', async () => {
    const { body } = await tracker.must('listReviews', { params: { programmeId: 'listed' }, query: 'sro=olga-other' });
    expect(body.items).toEqual([
      {
        id: 'libraries',
        title: 'libraries',
        services: ['Property'],
        stage: 'identified',
        stageName: 'Identified',
        lifecycle: 'active',
        tier: '1',
        portfolio: 'customer',
        directorate: 'places',
        theme: null,
        sros: [
          { subject: 'sam-sro', name: 'Sam Sro' },
          { subject: 'olga-other', name: 'Olga Other' },
        ],
        version: 1,
      },
    ]);
  });

  it("listReviews answers 404 for another organisation's programme", async () => {
    const told = await tracker.ask('listReviews', {
      as: { ...people.office, organisation: 'another-council' },
      params: { programmeId: 'listed' },
    });
    expect(told).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
  });
});
