import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operations } from '#schemas/operations.ts';
import { idIn, recordExemptProgramme } from '../support/exempt-programme.ts';
import { create, property, tomorrow } from '../support/one-of-each.ts';
import { problem } from '../support/problem.ts';
import { programme, records, review } from '../support/records.ts';
import { secretsIn, withoutWords } from '../support/secrets.ts';
import { type Person, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

const withheld =
  'Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972';
const both: Person = { roles: ['board', 'finance'], subject: 'bo-both' };
const today = new Date().toISOString().slice(0, 10);
/** Refused (docs/meaning.md TIME-22), so that no day to come shows what is withheld until then. */
const toCome = 'asAt=2199-01-01';

let tracker: TestTracker;
let recorded: readonly string[];
let ratingId: string;

beforeAll(async () => {
  tracker = await startTestTracker('of-what-is-recorded');
  ({ recorded, ratingId } = await recordExemptProgramme(tracker));
  await tracker.must('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' } });
  await tracker.settled();
  await tracker.must('rebuildReport', {
    as: people.office,
    params: { ...tomorrow, month: '2026-01' },
    body: { knowledge: 'now' },
  });
  await tracker.must('draftReport', { as: people.office, params: { ...tomorrow, month: '2026-01' }, body: {} });
  await tracker.settled();
});
afterAll(() => tracker.stop());

// The register of people and the transfers of programmes hold no text of a record, and have one view.
const reads = operations.filter(
  ({ method, host, path }) => method === 'GET' && host !== 'front' && !/^\/(people|directory|transfers)/.test(path),
);
const read = (operation: Operation, as: Person, query: string, accept = ''): Promise<Told> => {
  const entryId = operation.register?.kind === 'rating' ? ratingId : idIn(operation.register?.kind ?? '');
  const params = { ...property, entryId, month: '2026-01', revision: '1', runId: '2026-01-r1' };
  return tracker.ask(operation.id, { as, params, query, headers: accept === '' ? {} : { accept } });
};
const formatsOf = (operation: Operation): readonly string[] => [...operation.success.mediaTypes];
const takesAsAt = (operation: Operation): boolean => 'asAt' in operation.query.shape;

describe('every field that holds words, of every record, exempt', () => {
  it('the words were told, in every register', () => {
    expect(recorded.length).toBeGreaterThan(150);
    expect(new Set(recorded).size).toBe(recorded.length);
  });

  it('are read whole by those with the right', async () => {
    const found = new Set<string>();
    for (const operation of reads)
      for (const format of formatsOf(operation))
        for (const secret of secretsIn((await read(operation, people.assurance, '', format)).text)) found.add(secret);
    expect(recorded.filter((secret) => !found.has(secret))).toEqual([]);
  });

  for (const operation of reads)
    for (const format of formatsOf(operation))
      it(`${operation.id} withholds them from the public view in ${format}`, async () => {
        const mayRead = operation.roles !== 'anyone' && operation.roles.includes('board');
        const asked = [
          ...(mayRead ? ([[people.board, '']] as const) : []),
          [people.office, 'view=public'] as const,
          [people.assurance, 'view=public'] as const,
        ].filter(([person]) => operation.roles !== 'anyone' && operation.roles.includes(person.roles[0]));
        expect(asked.length).toBeGreaterThan(0);
        for (const [person, query] of asked)
          for (const asAt of takesAsAt(operation)
            ? [
                '',
                operation.host === 'board' || operation.id === 'getRating' ? '' : 'asAt=2026-02-10',
                `asAt=${today}`,
                toCome,
              ]
            : ['']) {
            const answer = await read(operation, person, [query, asAt].filter((one) => one !== '').join('&'), format);
            expect({ status: answer.status, text: answer.text }).toMatchObject({ status: asAt === toCome ? 400 : 200 });
            expect(secretsIn(answer.text)).toEqual([]);
            expect(answer.text).not.toMatch(/[\uFDD0-\uFDD2]/);
          }
      });

  const command = [
    'get-entry',
    'list-entries',
    'get-review',
    'list-reviews',
    'get-appraisal',
    'get-gate',
    'get-report',
  ];
  for (const operation of reads.filter((one) => command.includes(one.useCase)))
    it(`${operation.id} says so in their place, and every figure, date and id is the same in both views`, async () => {
      const [full, open] = [
        await read(operation, people.office, ''),
        await read(operation, people.office, 'view=public'),
      ];
      expect(open.text).toContain(withheld);
      const [all, some] = [full.body, open.body].map((body) => ({ ...body, publication: undefined }));
      expect(withoutWords(some)).toEqual(withoutWords(all));
    });
});

describe('who sees what', () => {
  const getReview = (as: Person, query = '') => tracker.ask('getReview', { as, params: property, query });

  it.each([
    ['the transformation team', people.team],
    ['an SRO', people.sro],
    ['finance', people.finance],
    ['assurance', people.assurance],
    ['the programme office', people.office],
    ['a board member who is finance too', both],
  ])('%s sees the full view, asked for or not', async (_, person) => {
    for (const query of ['', 'view=full']) expect((await getReview(person, query)).text).not.toContain('Withheld');
  });

  it('a board that asks for the full view is refused, with what to ask for instead', async () => {
    const refusal = await problem(tracker, () => getReview(people.board, 'view=full'));
    expect(refusal.body).toMatchObject({
      code: 'view.not-allowed',
      status: 403,
      detail: expect.stringContaining('view=public'),
    });
    const report = await tracker.ask('getReport', {
      as: people.board,
      params: { ...tomorrow, month: 'latest' },
      query: 'view=full',
    });
    expect(report.body).toMatchObject({ code: 'view.not-allowed' });
  });

  it('a view that is none is refused', async () => {
    expect((await getReview(people.office, 'view=secret')).body).toMatchObject({
      status: 400,
      faults: [{ in: 'query', pointer: '/view' }],
    });
  });

  it('a board may, once the setting of its programme says so, and no longer when it does not', async () => {
    const set = async (boardReadsExempt: boolean) => {
      const { etag = '' } = (await tracker.must('getProgramme', { params: tomorrow })).headers;
      await tracker.must('putProgramme', {
        as: people.office,
        params: tomorrow,
        body: { ...programme, boardReadsExempt },
        headers: { 'if-match': etag },
      });
    };
    await set(true);
    expect((await getReview(people.board)).text).not.toContain('Withheld');
    expect((await getReview(people.board, 'view=full')).text).not.toContain('Withheld');
    expect((await getReview(people.board, 'view=public')).text).toContain(withheld);
    const latest = { params: { ...tomorrow, month: 'latest' } };
    expect(secretsIn((await tracker.must('getReport', { ...latest, as: people.board })).text)).not.toEqual([]);
    expect(
      (await tracker.ask('getReview', { as: { ...people.board, organisation: 'other' }, params: property })).status,
    ).toBe(404);
    await set(false);
    expect((await getReview(people.board)).text).toContain(withheld);
    expect(secretsIn((await tracker.must('getReport', { ...latest, as: people.board })).text)).toEqual([]);
  });
});

describe('marking a record exempt in part', () => {
  const park = { programmeId: 'parks', reviewId: 'park' };
  const option = { ...park, entryId: 'trust' };
  const plain = { label: 'Trust', deliveryModel: 'trust', reason: 'The bidder is Oak and Elm' };
  const exempt = { fields: ['reason'], ground: 3, until: '2026-03-01' };
  const put = async (body: object, day: string) => {
    const before = await tracker.ask('getOption', { params: option });
    return tracker.must('putOption', {
      params: option,
      body,
      headers: {
        ...(before.status === 200 ? { 'if-match': before.headers.etag ?? '' } : create),
        'effective-at': day,
      },
    });
  };
  const seen = async (query: string): Promise<string> =>
    (await tracker.must('getOption', { as: people.board, params: option, query })).body.record.reason;

  beforeAll(async () => {
    const from = (day: string) => ({ ...create, 'effective-at': day });
    await tracker.must('putProgramme', {
      as: people.office,
      params: park,
      body: programme,
      headers: from('2026-01-01'),
    });
    await tracker.must('putReview', { params: park, body: review, headers: from('2026-01-02') });
    await put(plain, '2026-01-10');
    await put({ ...plain, exempt }, '2026-02-01');
  });

  it('withholds what was recorded before it became exempt as well, in what was true and in history', async () => {
    expect(await seen('asAt=2026-01-15')).toMatch(/^Withheld until 1 March 2026: exempt under paragraph 3/);
    for (const query of ['asAt=2026-01-15', 'asAt=2026-01-15&limit=5']) {
      const list = await tracker.must('listOptions', { as: people.board, params: park, query });
      expect(list.text).not.toContain('Oak and Elm');
    }
  });

  it('shows the text from the day on until which it was withheld', async () => {
    expect(await seen('asAt=2026-02-28')).toMatch(/^Withheld/);
    expect(await seen('asAt=2026-03-01')).toBe(plain.reason);
    expect(await seen('')).toBe(plain.reason);
  });

  it('does not show on a day that has not come what is withheld until then', async () => {
    await put({ ...plain, exempt: { ...exempt, until: '2150-01-01' } }, '2026-04-01');
    expect(await seen(`asAt=${today}`)).toMatch(/^Withheld until 1 January 2150/);
    const asked = await tracker.ask('getOption', { as: people.board, params: option, query: toCome });
    expect(asked).toMatchObject({ status: 400, body: { faults: [{ in: 'query', pointer: '/asAt' }] } });
    expect(asked.text).not.toContain('Oak and Elm');
    const history = await tracker.must('getReviewHistory', { as: people.office, params: park, query: 'view=public' });
    expect(history.text).not.toContain('Oak and Elm');
    expect(history.text).toContain('Withheld until 1 January 2150');
    expect((await tracker.must('getReviewHistory', { as: people.office, params: park })).text).toContain('Oak and Elm');
  });

  it.each([
    [
      'an option',
      'putOption',
      option,
      { ...plain, exempt: { fields: ['reason', 'secrets'], ground: 3 } },
      '/exempt/fields/1',
    ],
    [
      'an option, of a field that holds no text',
      'putOption',
      option,
      { ...plain, exempt: { fields: ['deliveryModel'], ground: 3 } },
      '/exempt/fields/0',
    ],
    [
      'a review, of the names of people',
      'putReview',
      { ...park, reviewId: 'new' },
      { ...review, exempt: { fields: ['title', 'sros'], ground: 2 } },
      '/exempt/fields/1',
    ],
    ['an appraisal', 'putAppraisal', park, { exempt: { fields: ['baseYear'], ground: 3 } }, '/exempt/fields/0'],
    [
      'a rating',
      'rateReview',
      park,
      { on: '2026-01-20', overall: { rating: 'green', words: 'Well' }, exempt: { fields: ['on'], ground: 3 } },
      '/exempt/fields/0',
    ],
    [
      'a risk of the programme',
      'putProgrammeRisk',
      { ...park, entryId: 'new' },
      { ...(records.risk as object), exempt: { fields: ['exempt'], ground: 3 } },
      '/exempt/fields/0',
    ],
  ])(
    'refuses a field that %s does not have or that holds no text, and names the place',
    async (_, id, params, body, pointer) => {
      const headers =
        id === 'putOption'
          ? { 'if-match': (await tracker.must('getOption', { params: option })).headers.etag ?? '' }
          : create;
      const as = id === 'rateReview' ? people.sro : people.office;
      const refusal = await problem(tracker, () =>
        tracker.ask(id, { as, params, body, headers: id === 'rateReview' ? {} : headers }),
      );
      expect(refusal.status).toBe(422);
      expect(refusal.faults.map((fault) => fault.pointer)).toEqual([pointer]);
    },
  );

  it.each([
    ['a paragraph that is none', { fields: ['reason'], ground: 8 }, '/exempt/ground'],
    ['no field', { fields: [], ground: 3 }, '/exempt/fields'],
    ['a day that does not exist', { fields: ['reason'], ground: 3, until: '2026-02-30' }, '/exempt/until'],
  ])('refuses %s', async (_, wrong, pointer) => {
    const body = { ...plain, exempt: wrong };
    const refusal = await problem(tracker, () =>
      tracker.ask('putOption', { params: { ...park, entryId: 'new' }, body, headers: create }),
    );
    expect(refusal).toMatchObject({ status: 400, faults: [{ pointer }] });
  });

  it('refuses a text that holds the marks of a withheld text', async () => {
    const body = { ...plain, reason: '\uFDD03  option/trust\uFDD1nothing\uFDD2' };
    const refusal = await problem(tracker, () =>
      tracker.ask('putOption', { params: { ...park, entryId: 'new' }, body, headers: create }),
    );
    expect(refusal.body).toMatchObject({ code: 'request.malformed' });
  });
});
