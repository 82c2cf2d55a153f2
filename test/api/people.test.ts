import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, property, tellOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

/*
 * The register of people (docs/meaning.md PEOPLE-20): outside every chain, kept by the office, linked by sign-ins.
 */

let tracker: TestTracker;
const { office } = people;
const version = async (personId: string): Promise<Record<string, string>> => {
  const { body } = await tracker.must('getPerson', { as: office, params: { personId } });
  return { 'if-match': `"${body.version}"` };
};
const put = (personId: string, body: object, headers: Record<string, string> = create) =>
  tracker.ask('putPerson', { as: office, params: { personId }, body, headers });
const me = async (subject: string, roles: (typeof people.sro)['roles'] | ['board'] = ['sro'], name?: string) =>
  (
    await tracker.must('getMe', {
      as: { subject, roles },
      ...(name === undefined ? {} : { claims: { sub: subject, organisation: 'council', roles, name } }),
    })
  ).body;
const personOf = async (personId: string) =>
  (await tracker.must('getPerson', { as: office, params: { personId } })).body;

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
});
afterAll(() => tracker.stop());

describe('the register', () => {
  it('putPerson adds somebody before they ever sign in, and each change of name or post says who made it and when', async () => {
    const record = { name: 'Dilys Dale', post: 'Director of Place', email: 'dilys.dale@council.example' };
    expect(await put('director-of-place', record)).toMatchObject({ status: 201, body: { record, version: 1 } });
    expect((await put('director-of-place', record)).status).toBe(412);
    const married = { ...record, name: 'Dilys Hill' };
    const changed = await put('director-of-place', married, { 'if-match': '"1"' });
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"person:director-of-place:2"' },
      body: { version: 2, record: married },
    });
    expect(changed.body.facts.names).toMatchObject([
      { name: 'Dilys Dale', post: 'Director of Place', by: 'pat-office', from: expect.any(String) },
      { name: 'Dilys Hill', post: 'Director of Place', by: 'pat-office', from: expect.any(String) },
    ]);
    expect((await put('director-of-place', married, { 'if-match': '"2"' })).body.version).toBe(2);
    expect((await put('nobody', married, { 'if-match': '"1"' })).body.code).toBe('person.unknown');
  });

  it("putPerson takes no deputy of oneself, no end before the beginning, and no subject that is somebody else's", async () => {
    const deputies = [{ person: 'a-person', from: '2026-02-01', until: '2026-01-01' }];
    const refused = await put('a-person', { name: 'A Person', deputies });
    expect(refused).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
    expect(refused.body.faults.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/deputies/0/person',
      '/deputies/0/until',
    ]);
    await put('first-person', { name: 'First Person', subject: 'token-of-first' });
    const second = await put('second-person', { name: 'Second Person', subject: 'token-of-first' });
    expect(second.body.faults).toMatchObject([{ pointer: '/subject', message: 'belongs to first-person already' }]);
  });

  it("putPerson sent twice with one key is done once, and its stored answer holds nobody's name", async () => {
    const record = { name: 'Wilfred Once', email: 'wilfred@council.example' };
    const headers = { ...create, 'idempotency-key': 'wilfred' };
    const [first, again] = [await put('wilfred', record, headers), await put('wilfred', record, headers)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    const other = await put('wilfred', { ...record, name: 'Wilfred Twice' }, headers);
    expect(other.body.code).toBe('idempotency.key-reused');
  });

  it('listPeople shows who holds which role and the day on which they were last seen, page by page', async () => {
    await me('bo-board', ['board']);
    const all = (await tracker.must('listPeople', { as: people.assurance })).body.items;
    expect(all.find(({ id }: { id: string }) => id === 'bo-board')).toMatchObject({
      roles: ['board'],
      lastSeen: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(JSON.stringify(all)).not.toContain('@council.example');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { body }: Told = await tracker.must('listPeople', { as: office, query });
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    }
    expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
  });

  it('listDirectory shows the team whom reviews may name: names and posts, nobody who was erased, and no address', async () => {
    await put('gone-person', { name: 'Gone Person' });
    await tracker.must('erasePerson', {
      as: office,
      params: { personId: 'gone-person' },
      body: { ground: 'no-longer-needed' },
      headers: { 'if-match': '"1"' },
    });
    const { items } = (await tracker.must('listDirectory', { as: people.team, query: 'limit=200' })).body;
    expect(items).toContainEqual({ id: 'wilfred', name: 'Wilfred Once', post: null });
    expect(items.map(({ id }: { id: string }) => id)).not.toContain('gone-person');
    expect(JSON.stringify(items)).not.toMatch(/@council|lastSeen|roles/);
    expect(await tracker.ask('listDirectory', { as: people.board })).toMatchObject({ status: 403 });
  });

  it('listPeople and getPerson show nobody of another organisation', async () => {
    const elsewhere = { ...office, organisation: 'elsewhere' };
    expect((await tracker.must('listPeople', { as: elsewhere })).body.items).toEqual([]);
    const told = await tracker.ask('getPerson', { as: elsewhere, params: { personId: 'sam-sro' } });
    expect(told).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
  });
});

describe('who signs in', () => {
  it('getMe names me as my token does, and the reviews that I am an SRO of', async () => {
    expect(await me('sam-sro', ['sro'], 'Samuel Sro')).toMatchObject({
      subject: 'sam-sro',
      name: 'Samuel Sro',
      roles: ['sro'],
      reviews: [{ programmeId: 'tomorrow', reviewId: 'property', as: 'sro' }],
    });
    expect((await personOf('sam-sro')).facts.names.at(-1)).toMatchObject({ name: 'Samuel Sro', by: 'sam-sro' });
    expect(await me('olga-other')).toMatchObject({ name: 'olga-other', reviews: [] });
  });

  it('getMe leaves a name that the office entered until the token itself changes', async () => {
    await put('nia', { name: 'Dr Nia Nash' });
    expect((await me('nia', ['sro'], 'Nash, Nia')).name).toBe('Dr Nia Nash');
    expect((await me('nia', ['sro'], 'Nash, Nia')).name).toBe('Dr Nia Nash');
    expect((await me('nia', ['sro'], 'Price, Nia')).name).toBe('Price, Nia');
  });

  it('getMe and listReviews find by a linked subject what records name by the id that the office chose', async () => {
    const params = { ...tomorrow, reviewId: 'roads' };
    const sros = [{ subject: 'head-of-roads', name: 'Hugh Rowe' }];
    await put('head-of-roads', { name: 'Hugh Rowe', subject: '0c9f-token' });
    await tracker.must('putReview', { params, body: { ...review, title: 'Roads', sros }, headers: create });
    expect(await me('0c9f-token')).toMatchObject({ name: 'Hugh Rowe', reviews: [{ reviewId: 'roads', as: 'sro' }] });
    const as = { subject: '0c9f-token', roles: ['sro'] } as const;
    const list = await tracker.must('listReviews', { as, params: tomorrow, query: 'sro=me' });
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual(['roads']);
    const body = { on: '2026-01-20', overall: { rating: 'green', words: 'As planned' } };
    expect((await tracker.must('rateReview', { as, params, body })).body.facts.source).toBe('sro');
    const { items } = (await tracker.must('getReviewHistory', { params })).body;
    expect(items.at(-1)).toMatchObject({ by: '0c9f-token', byName: 'Hugh Rowe' });
    const assuring = { subject: '0c9f-token', roles: ['assurance'] } as const;
    expect((await tracker.ask('rateReview', { as: assuring, params, body })).body.code).toBe('rating.own-review');
  });
});

describe('a deputy', () => {
  const deputy = { subject: 'dep-uty', roles: ['sro'] } as const;
  const confirm = async (month: string) => {
    const params = { ...property, entryId: month };
    await tracker.must('putReturn', { params, body: { nothingChanged: true }, headers: create });
    return tracker.ask('confirmReturn', { as: deputy, params, body: {} });
  };
  const actsFrom = async (from: string, until: string) => {
    const deputies = [{ person: 'dep-uty', from, until }];
    const told = await put('sam-sro', { name: 'Sam Sro', deputies }, await version('sam-sro'));
    expect(told.status).toBe(200);
  };

  it('acts as the SRO between two dates, and history says for whom (confirmReturn, getMe, listReviews)', async () => {
    await actsFrom('2026-01-01', '2199-12-31');
    const told = await confirm('2026-01');
    expect(told.status).toBe(200);
    const { items } = (await tracker.must('getReviewHistory', { params: property, query: 'actor=dep-uty' })).body;
    expect(items).toMatchObject([{ by: 'dep-uty', onBehalfOf: 'sam-sro' }]);
    expect(await me('dep-uty')).toMatchObject({
      actsFor: [{ person: 'sam-sro', until: '2199-12-31' }],
      reviews: [{ reviewId: 'property', as: 'deputy' }],
    });
    const list = await tracker.must('listReviews', { as: deputy, params: tomorrow, query: 'sro=me' });
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual(['property']);
  });

  it('who acted does not assure the review, although they are no deputy any more (rateReview)', async () => {
    await actsFrom('2025-01-01', '2025-01-31');
    const { headers } = await tracker.must('getReview', { params: property });
    const rate = (subject: string) =>
      tracker.ask('rateReview', {
        as: { subject, roles: ['assurance'] },
        params: property,
        body: { on: '2026-03-15', overall: { rating: 'amber', words: 'Late' } },
        headers: { 'if-match': headers.etag ?? '', 'idempotency-key': `rated-by-${subject}` },
      });
    expect(await rate('dep-uty')).toMatchObject({ status: 403, body: { code: 'rating.own-review' } });
    expect((await rate('asa-other')).status).toBe(201);
  });

  it('who assured the review acts for none of its SROs within twelve months, until assurance strikes it out (confirmReturn)', async () => {
    const both = { subject: 'dep-after', roles: ['assurance', 'sro'] } as const;
    const params = { ...tomorrow, reviewId: 'rated-first' };
    const headers = { ...create, 'effective-at': '2026-01-12' };
    await tracker.must('putReview', { params, body: review, headers });
    const body = { on: '2026-03-15', overall: { rating: 'amber', words: 'Late' } };
    await tracker.must('rateReview', { as: { ...both, roles: ['assurance'] }, params, body });
    const deputies = [{ person: 'dep-after', from: '2026-01-01', until: '2199-12-31' }];
    expect((await put('sam-sro', { name: 'Sam Sro', deputies }, await version('sam-sro'))).status).toBe(200);
    const asked = { as: { ...both, roles: ['sro'] }, params: { ...params, entryId: '2026-01' }, body: {} } as const;
    await tracker.must('putReturn', { params: asked.params, body: { nothingChanged: true }, headers: create });
    const refused = await tracker.ask('confirmReturn', asked);
    expect(refused).toMatchObject({ status: 409, body: { code: 'review.own-assurance' } });
    expect(refused.body.detail).toContain('You rated the review as assurance on');
    const rated = { ...params, entryId: 'assurance-2026-03-15' };
    await tracker.must('strikeOutRating', {
      as: { subject: 'asa-other', roles: ['assurance'] },
      params: rated,
      body: { reason: 'Dep After acts for its SRO' },
      headers: { 'if-match': (await tracker.must('getRating', { params: rated })).headers.etag ?? '' },
    });
    expect((await tracker.ask('confirmReturn', asked)).status).toBe(200);
  });

  it('does not before, after, or without the role of SRO (confirmReturn)', async () => {
    await actsFrom('2026-01-01', '2026-01-31');
    expect(await confirm('2026-02')).toMatchObject({ status: 403, body: { code: 'review.not-the-sro' } });
    await actsFrom('2198-01-01', '2199-12-31');
    expect((await confirm('2026-03')).status).toBe(403);
    await actsFrom('2026-01-01', '2199-12-31');
    const params = { ...property, entryId: '2026-03' };
    const team = { ...deputy, roles: ['transformation-team'] } as const;
    expect((await tracker.ask('confirmReturn', { as: team, params, body: {} })).body.code).toBe('role.not-allowed');
  });
});

describe('names of then', () => {
  it('getReview and getReviewHistory as at an instant show what people were called then', async () => {
    const params = { ...tomorrow, reviewId: 'halls' };
    const sros = [{ subject: 'una', name: 'Una Early' }];
    await tracker.must('putReview', { params, body: { ...review, title: 'Halls', sros }, headers: create });
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await put('una', { name: 'Una Later' }, await version('una'));
    const then = await tracker.must('getReview', { params, query: `asAt=${before}` });
    expect(then.body.record.sros[0].name).toBe('Una Early');
    expect((await tracker.must('getReview', { params })).body.record.sros[0].name).toBe('Una Later');
  });
});

describe('erasePerson', () => {
  it("takes every name, post and address out of the table for good, of the token's subject too", async () => {
    const secret = ['Zebedee', 'Zorro', 'Keeper of Zebras', 'zebedee@council.example'];
    const params = { ...tomorrow, reviewId: 'zoo' };
    await put('zeb', {
      name: 'Zebedee',
      post: 'Keeper of Zebras',
      email: 'zebedee@council.example',
      subject: 'zeb-token',
    });
    await put('zeb', { name: 'Zorro', subject: 'zeb-token' }, await version('zeb'));
    const sros = [{ subject: 'zeb', name: 'Zorro' }];
    await tracker.must('putReview', { params, body: { ...review, title: 'Zoo', sros }, headers: create });
    await me('zeb-token', ['sro'], 'Zorro');
    const told = await tracker.must('erasePerson', {
      as: office,
      params: { personId: 'zeb' },
      body: { ground: 'asked-by-the-person' },
      headers: await version('zeb'),
    });
    expect(told.body).toMatchObject({
      record: { name: 'Name erased' },
      facts: { erased: { by: 'pat-office', ground: 'asked-by-the-person' }, roles: [], lastSeen: null },
    });
    // Neither a review that names them, nor their own sign-in, brings a name back.
    const headers = { 'if-match': '"1"' };
    await tracker.must('putReview', { params, body: { ...review, title: 'The zoo', sros }, headers });
    await me('zeb-token', ['sro'], 'Zorro');
    const stored = JSON.stringify(await tracker.everything());
    for (const word of secret) expect(stored).not.toContain(word);
    expect((await tracker.must('getReview', { params })).body.record.sros[0].name).toBe('Name erased');
  });
});
