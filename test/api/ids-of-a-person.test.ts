import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import type { Person } from '../support/request-event.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * One person may be named by two ids, their own and the subject of their token (docs/meaning.md PEOPLE-20): what holds for one
 * holds for the other, for as long as the office says that they belong together and no longer.
 */

let tracker: TestTracker;
const { office } = people;
const day = new Date().toISOString().slice(0, 10);
const put = async (personId: string, body: object) => {
  const read = await tracker.ask('getPerson', { as: office, params: { personId } });
  const headers = read.status === 404 ? create : { 'if-match': `"${read.body.version}"` };
  return tracker.ask('putPerson', { as: office, params: { personId }, body, headers });
};
const personOf = async (personId: string) =>
  (await tracker.must('getPerson', { as: office, params: { personId } })).body;
const confirm = async (reviewId: string, subject: string, month: string) => {
  const params = of(reviewId, month);
  await tracker.ask('putReturn', { params, body: { nothingChanged: true }, headers: create });
  return tracker.ask('confirmReturn', { as: { subject, roles: ['sro'] }, params, body: {} });
};
const green = { on: day, overall: { rating: 'green', words: 'As planned' } };
const rate = (reviewId: string, as: { subject: string; roles: readonly ('assurance' | 'sro')[] }) =>
  tracker.ask('rateReview', { as: { subject: as.subject, roles: [...as.roles] }, params: of(reviewId), body: green });
const sros = (...subjects: string[]) => ({ sros: subjects.map((subject) => ({ subject, name: subject })) });

beforeAll(async () => {
  tracker = await startWithProgramme();
});
afterAll(() => tracker.stop());

describe('the subject of a token', () => {
  it('acts as the person for as long as the office says that it is theirs, and no longer (putPerson, confirmReturn)', async () => {
    await openReview(tracker, 'roads', sros('head-of-roads'));
    await put('head-of-roads', { name: 'Hugh Rowe', subject: 'mistyped' });
    expect((await confirm('roads', 'mistyped', '2025-12')).status).toBe(200);
    await put('head-of-roads', { name: 'Hugh Rowe', subject: 'as-meant' });
    expect(await confirm('roads', 'mistyped', '2026-01')).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    expect((await confirm('roads', 'as-meant', '2026-01')).status).toBe(200);
    await put('head-of-roads', { name: 'Hugh Rowe' });
    expect((await confirm('roads', 'as-meant', '2026-02')).status).toBe(403);
    for (const subject of ['mistyped', 'as-meant']) {
      expect((await personOf(subject)).facts.sameAs).toBeNull();
      const me = await tracker.must('getMe', { as: { subject, roles: ['sro'] } });
      expect(me.body).toMatchObject({ reviews: [] });
    }
    const taken = await put('somebody-else', { name: 'Somebody Else', subject: 'mistyped' });
    expect(taken.status).toBe(201);
  });

  it("keeps what it is called by itself, holds none of the person's names, and goes by its own name again (putPerson)", async () => {
    await openReview(tracker, 'halls', { sros: [{ subject: 'olive', name: 'Olive Own' }] });
    await put('head-of-halls', { name: 'Harriet Hall', post: 'Head of Halls', subject: 'olive' });
    expect((await personOf('olive')).facts).toMatchObject({
      names: [{ name: 'Olive Own' }],
      sameAs: 'head-of-halls',
    });
    await put('head-of-halls', { name: 'Harriet Hall', post: 'Head of Halls' });
    expect(await personOf('olive')).toMatchObject({ record: { name: 'Olive Own' }, facts: { sameAs: null } });
  });

  it('leaves no name behind where the person is erased after another subject was theirs (erasePerson)', async () => {
    await put('zeb', { name: 'Zebedee', subject: 'zeb-old' });
    await put('zeb', { name: 'Zorro', subject: 'zeb-new' });
    await tracker.must('erasePerson', {
      as: office,
      params: { personId: 'zeb' },
      body: { ground: 'asked-by-the-person' },
      headers: { 'if-match': '"2"' },
    });
    const stored = JSON.stringify(await tracker.everything());
    expect(['Zebedee', 'Zorro'].filter((word) => stored.includes(word))).toEqual([]);
    expect((await personOf('zeb-new')).facts).toMatchObject({ erased: { by: 'pat-office' }, sameAs: 'zeb' });
  });

  it('stays linked where its own item is changed or erased (putPerson, erasePerson)', async () => {
    await put('head-of-parks', { name: 'Petra Park', subject: 'parks-token' });
    await put('parks-token', { name: 'Petra Park' });
    expect((await personOf('parks-token')).facts.sameAs).toBe('head-of-parks');
    await tracker.must('erasePerson', {
      as: office,
      params: { personId: 'parks-token' },
      body: { ground: 'no-longer-needed' },
      headers: { 'if-match': '"2"' },
    });
    expect((await personOf('parks-token')).facts).toMatchObject({ erased: {}, sameAs: 'head-of-parks' });
  });

  it('is not somebody who has a token of their own, nor does a token have one (putPerson)', async () => {
    await put('a-person', { name: 'A Person', subject: 'a-token' });
    const [chain, ofToken] = [
      await put('b-person', { name: 'B Person', subject: 'a-person' }),
      await put('a-token', { name: 'A Token', subject: 'c-token' }),
    ];
    for (const told of [chain, ofToken])
      expect(told).toMatchObject({ status: 422, body: { faults: [{ pointer: '/subject' }] } });
  });
});

describe('who answers for a review does not assure it, by whichever id it names them', () => {
  beforeAll(async () => {
    await put('lead-of-old', { name: 'Lena Lead', subject: 'lena-token' });
  });
  const lena = { subject: 'lena-token', roles: ['assurance'] } as const;
  const own = { status: 403, body: { code: 'rating.own-review' } };

  it('its lead, where it has no SRO (rateReview)', async () => {
    await openReview(tracker, 'led', { sros: [], lead: { subject: 'lead-of-old', name: 'Lena Lead' } });
    expect(await rate('led', lena)).toMatchObject(own);
  });

  it('its lead of the last twelve months (rateReview)', async () => {
    await openReview(tracker, 'was-led', { sros: [], lead: { subject: 'lead-of-old', name: 'Lena Lead' } });
    await tracker.must('putReview', {
      params: of('was-led'),
      body: { ...(await tracker.must('getReview', { params: of('was-led') })).body.record, lead: undefined },
      headers: { 'if-match': '"1"' },
    });
    expect(await rate('was-led', lena)).toMatchObject(own);
  });

  it.each(['correctRating', 'strikeOutRating'] as const)(
    'its lead of the last twelve months, who would change the rating of others (%s)',
    async (operation) => {
      const reviewId = operation.toLowerCase();
      await openReview(tracker, reviewId, { sros: [], lead: { subject: 'lena-token', name: 'Lena Lead' } });
      await tracker.must('putReview', {
        params: of(reviewId),
        body: { ...(await tracker.must('getReview', { params: of(reviewId) })).body.record, lead: undefined },
        headers: { 'if-match': '"1"' },
      });
      const given = await rate(reviewId, people.assurance);
      expect(given.status).toBe(201);
      const params = of(reviewId, given.body.id);
      const { items } = (await tracker.must('getReviewHistory', { params })).body;
      const body =
        operation === 'strikeOutRating'
          ? { reason: 'Too harsh' }
          : {
              corrects: items.at(-1).sequence,
              effectiveAt: items.at(-1).effectiveAt,
              reason: 'Too harsh',
              record: { ...green, overall: { rating: 'red', words: 'Late' } },
            };
      const headers: Record<string, string> = operation === 'strikeOutRating' ? { 'if-match': '"1"' } : {};
      const ask = (as: Person) => tracker.ask(operation, { as, params, body, headers });
      expect(await ask(lena)).toMatchObject(own);
      expect((await ask(people.assurance)).status).toBe(200);
    },
  );
});

describe('a deputy', () => {
  const deputies = [{ person: 'dee', from: '2026-01-01', until: '2199-12-31' }];
  const lastOf = async (reviewId: string) =>
    (await tracker.must('getReviewHistory', { params: of(reviewId) })).body.items.at(-1);

  it('who holds assurance too rates in the voice of the SRO, and history says for whom (rateReview)', async () => {
    await openReview(tracker, 'deputised', sros('sue'));
    await put('sue', { name: 'Sue Sro', deputies });
    const told = await rate('deputised', { subject: 'dee', roles: ['sro', 'assurance'] });
    expect(told).toMatchObject({ status: 201, body: { facts: { source: 'sro' } } });
    expect(await lastOf('deputised')).toMatchObject({ by: 'dee', onBehalfOf: 'sue' });
  });

  it('of somebody whom a review names by the subject of their token finds that review (getMe)', async () => {
    await openReview(tracker, 'by-token', sros('sue-token'));
    await put('sue', { name: 'Sue Sro', deputies, subject: 'sue-token' });
    const { body } = await tracker.must('getMe', { as: { subject: 'dee', roles: ['sro'] } });
    expect(body.reviews).toContainEqual(expect.objectContaining({ reviewId: 'by-token', as: 'deputy' }));
    expect((await confirm('by-token', 'dee', '2025-12')).status).toBe(200);
  });
});

describe("what assurance said under somebody's token", () => {
  it('stays struck out while the person whose token it is answers for the review (strikeOutRating)', async () => {
    await openReview(tracker, 'bridges', sros('somebody-of-late'));
    const asha = { subject: 'token-of-asha', roles: ['assurance'] } as const;
    expect((await rate('bridges', asha)).status).toBe(201);
    const params = of('bridges', `assurance-${day}`);
    const strikeOut = (body: object, version: number) =>
      tracker.ask('strikeOutRating', {
        as: { subject: 'other-assurer', roles: ['assurance'] },
        params,
        body,
        headers: { 'if-match': `"${version}"` },
      });
    expect((await strikeOut({ reason: 'Given too early' }, 1)).status).toBe(200);
    const { body: bridges } = await tracker.must('getReview', { params: of('bridges') });
    await tracker.must('putReview', {
      params: of('bridges'),
      body: { ...bridges.record, sros: [{ subject: 'asha-herself', name: 'Asha Herself' }] },
      headers: { 'if-match': `"${bridges.version}"` },
    });
    await put('asha-herself', { name: 'Asha Herself', subject: 'token-of-asha' });
    expect(await strikeOut({ reason: 'It stood', undo: true }, 2)).toMatchObject({
      status: 403,
      body: { code: 'rating.own-review' },
    });
  });
});
