import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registersAcross } from '#schemas/operations/across.ts';
import { create, from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { records, risk, saving } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';
import { writerOf } from '../support/writer-of-register.ts';

/*
 * Registers over all reviews of a programme (docs/meaning.md LIST-1 to LIST-4): three reviews that are recorded in 2026, and what
 * belongs to the programme itself.
 */

let tracker: TestTracker;
const day = '2026-03-01';
const scored = (likelihood: number, impact: number, over: object = {}) => ({
  ...risk,
  current: { likelihood, impact },
  lastReviewedOn: '2026-02-20',
  ...over,
});
const withheld = { fields: ['title', 'owner'], ground: 3 };

const idsOf = (body: { items: readonly { review: { id: string } | null; entry: { id: string } }[] }) =>
  body.items.map(({ review, entry }) => `${review?.id ?? '-'}/${entry.id}`);
const risks = async (query: string, as: Person = people.team) =>
  idsOf((await tracker.must('listRisksAcross', { as, params: tomorrow, query, recordedAt: day })).body);

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await tracker.must('putPerson', {
    as: people.office,
    params: { personId: 'tara-team' },
    body: { name: 'Tara Team' },
    headers: create,
  });
  await openReview(tracker, 'libraries', { title: 'Libraries' });
  await openReview(tracker, 'property', { title: 'Property', sros: [{ subject: 'olga-other', name: 'Olga Other' }] });
  await openReview(tracker, 'waste', { title: 'Waste', lifecycle: 'potential' });
  const put = (review: string, id: string, body: object, on = '2026-02-20') =>
    tracker.must('putRisk', { params: of(review, id), body, headers: from(on) });
  await put('libraries', 'low', scored(1, 2, { title: 'Books are late', owner: 'Estates' }));
  await put('libraries', 'overdue', scored(1, 3, { title: 'A roof leaks', lastReviewedOn: '2025-07-01' }));
  await put('libraries', 'closed', scored(5, 5, { status: 'closed', title: 'Zeal', owner: 'Estates' }));
  await put('property', 'hidden', scored(2, 2, { title: 'Bid of Acme', owner: 'Secret Team', exempt: withheld }));
  await put('waste', 'mid', scored(3, 3, { title: 'Market is thin', owner: 'estates' }));
  await put('waste', 'out', scored(5, 4));
  await tracker.must('strikeOutRisk', {
    params: of('waste', 'out'),
    body: { reason: 'Entered twice' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-02-21' },
  });
  await tracker.must('putProgrammeRisk', {
    params: { ...tomorrow, entryId: 'whole' },
    body: scored(4, 4, { title: 'Funding ends' }),
    headers: from('2026-02-20'),
  });
  const claim = (review: string, id: string, claimedActual: number | undefined, on: string) =>
    tracker.must('putSaving', {
      params: of(review, id),
      body: {
        ...saving,
        title: id,
        years: [{ ...saving.years[0], ...(claimedActual === undefined ? {} : { claimedActual }) }],
      },
      headers: from(on),
    });
  await claim('libraries', 'none', undefined, '2026-02-01');
  await claim('libraries', 'small', 10_000, '2026-02-02');
  await claim('property', 'large', 90_000, '2026-02-03');
  await claim('property', 'validated', 50_000, '2026-02-04');
  await tracker.must('validateSaving', {
    as: people.finance,
    params: of('property', 'validated'),
    body: { year: '2026/27', pounds: 50_000, on: '2026-02-10' },
    headers: { 'if-match': '"1"' },
    recordedAt: '2026-02-10',
  });
  await put('property', 'high', scored(5, 5, { title: 'Leases run on' }), '2026-02-26');
});
afterAll(() => tracker.stop());

describe('Risks over all reviews', () => {
  it('come worst first: open before closed, overdue before what is not, then by score, whatever review they are of', async () => {
    expect(await risks('')).toEqual([
      'libraries/overdue',
      'property/high',
      '-/whole',
      'waste/mid',
      'property/hidden',
      'libraries/low',
      'libraries/closed',
    ]);
  });

  it.each([
    ['review=property', ['property/high', 'property/hidden']],
    ['lifecycle=potential', ['waste/mid']],
    ['state=closed', ['libraries/closed']],
    ['open=false', ['libraries/closed']],
    ['overdue=true', ['libraries/overdue']],
    ['owner=Estates', ['waste/mid', 'libraries/low', 'libraries/closed']],
    ['owner=Secret%20Team', ['property/hidden']],
    ['changedSince=2026-02-25', ['property/high']],
    ['sort=title&review=libraries', ['libraries/overdue', 'libraries/low', 'libraries/closed']],
    ['sort=state&review=libraries', ['libraries/low', 'libraries/overdue', 'libraries/closed']],
    [
      'sort=review',
      [
        '-/whole',
        'libraries/closed',
        'libraries/low',
        'libraries/overdue',
        'property/hidden',
        'property/high',
        'waste/mid',
      ],
    ],
  ])('listRisksAcross with "%s" gives %j', async (query, expected) => {
    expect(await risks(query)).toEqual(expected);
  });

  it('are of the reviews that whoever asks answers for, where they ask for theirs', async () => {
    expect(await risks('mine=true', people.sro)).toEqual([
      'libraries/overdue',
      'waste/mid',
      'libraries/low',
      'libraries/closed',
    ]);
  });

  it('show the public what is not withheld, and do not find or sort by what is', async () => {
    const asked = { as: people.board, params: tomorrow, recordedAt: day };
    const all = await tracker.must('listRisksAcross', { ...asked, query: 'sort=owner' });
    expect(JSON.stringify(all.body)).not.toMatch(/Acme|Secret/);
    expect(idsOf(all.body)).toContain('property/hidden');
    expect((await tracker.must('listRisksAcross', { ...asked, query: 'owner=Secret%20Team' })).body.items).toEqual([]);
  });

  it.each(['worst', 'due', 'owner', 'state', 'title', 'review'])(
    'sorted by %s are the same page by page',
    async (sort) => {
      const whole = await risks(`sort=${sort}`);
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await tracker.must('listRisksAcross', {
          params: tomorrow,
          query: `sort=${sort}&limit=2${cursor}`,
          recordedAt: day,
        });
        expect(body.items.length).toBeGreaterThan(0);
        paged.push(...idsOf(body));
        cursor = body.next === null ? '' : `&cursor=${body.next}`;
      } while (cursor !== '');
      expect(paged).toEqual(whole);
    },
  );

  it('name the review, its lifecycle, the whole entry and the people in it', async () => {
    const { body } = await tracker.must('listRisksAcross', {
      params: tomorrow,
      query: 'review=waste',
      recordedAt: day,
    });
    expect(body.items[0]).toMatchObject({
      review: { id: 'waste', title: 'Waste', lifecycle: 'potential' },
      ...{ state: 'open', stateName: 'Open', open: true, overdue: false },
      names: { 'tara-team': 'Tara Team' },
      entry: { id: 'mid', version: 1, record: { title: 'Market is thin' }, computed: { currentScore: 9 } },
    });
  });
});

describe('Savings over all reviews', () => {
  it('say what finance has to validate: how much, by whom and since when, the most first', async () => {
    const { body } = await tracker.must('listSavingsAcross', {
      as: people.finance,
      params: tomorrow,
      query: 'state=to-validate',
      recordedAt: day,
    });
    expect(idsOf(body)).toEqual(['property/large', 'libraries/small']);
    expect(body.items[0]).toMatchObject({
      names: { 'tara-team': 'Tara Team' },
      entry: {
        computed: {
          toValidate: [{ year: '2026/27', pounds: 90_000, by: 'tara-team', since: '2026-02-03T00:00:00.000Z' }],
        },
      },
    });
    const others = await tracker.must('listSavingsAcross', {
      params: tomorrow,
      query: 'open=false&sort=state',
      recordedAt: day,
    });
    expect(others.body.items.map(({ state }: { state: string }) => state)).toEqual(['validated', 'not-claimed']);
  });
});

describe('Every register', () => {
  it('is listed over all reviews once an entry was recorded', async () => {
    const put = ({ kind, stem, exampleId, writers }: (typeof registersAcross)[number], entryId = exampleId) =>
      tracker.must(`put${stem}` as 'putRisk', {
        as: writerOf({ writers }),
        params: of('libraries', entryId),
        body: records[kind],
        headers: create,
      });
    for (const register of registersAcross)
      await put(register, register.kind === 'option' ? 'first-option' : register.exampleId);
    for (const { plural, exampleId, kind } of registersAcross) {
      const listed = await tracker.must(`list${plural}Across` as 'listRisksAcross', {
        params: tomorrow,
        query: 'review=libraries',
      });
      expect(idsOf(listed.body)).toContain(`libraries/${kind === 'option' ? 'first-option' : exampleId}`);
    }
  });

  it.each([
    ['state=nonsense', '/state'],
    ['sort=price', '/sort'],
    ['mine=perhaps', '/mine'],
    ['cursor=abcd', '/cursor'],
  ])('is refused with "%s"', async (query, pointer) => {
    const answer = await tracker.ask('listRisksAcross', { params: tomorrow, query });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', faults: [{ in: 'query', pointer }] },
    });
  });

  it('is not found of a programme that is not there', async () => {
    const answer = await tracker.ask('listRisksAcross', { params: { programmeId: 'nowhere' } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
  });
});
