import { afterAll, beforeAll, expect, it } from 'vitest';
import { chainOf, eventsIn, nothingStored, oneEventMore } from '../support/chain.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const create = { 'if-none-match': '*' };
const tomorrow = { programmeId: 'tomorrow' };
const chain = chainOf('tomorrow');
const office = people.office;
const elsewhere = { ...people.office, organisation: 'another-council' };

const put = (
  body: unknown,
  headers: Record<string, string>,
  params = tomorrow,
  as: typeof elsewhere | typeof office = office,
) => tracker.ask('putProgramme', { as, params, body, headers });

beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

it('putProgramme sets a programme up as the first event of its chain, and getProgramme reads it', async () => {
  const { told, event } = await oneEventMore(tracker, chain, () =>
    put(programme, { ...create, 'effective-at': '2026-01-01' }),
  );
  expect(told).toMatchObject({
    status: 201,
    headers: { etag: '"programme:tomorrow:1"' },
    body: {
      id: 'tomorrow',
      record: { ...programme, ratingScheme: 'three-point', fictional: false },
      facts: {},
      computed: { nextReport: '2026-01', nextReportDueOn: '2026-02-06' },
      version: 1,
      effectiveAt: '2026-01-01T00:00:00.000Z',
      recordedBy: 'pat-office',
      struckOut: null,
    },
  });
  expect(event).toMatchObject({
    chain: 'tomorrow',
    sequence: 1,
    recordRef: { kind: 'programme', id: 'tomorrow' },
    version: 1,
    by: 'pat-office',
    previousDigest: '',
    after: { record: told.body.record },
  });
  const read = await tracker.must('getProgramme', { as: people.board, params: tomorrow });
  expect(read.body).toEqual(told.body);
  expect(read.headers.etag).toBe('"programme:tomorrow:1"');
});

it('putProgramme of the same settings answers 200 and tells nothing', async () => {
  const told = await nothingStored(tracker, () => put(programme, { 'if-match': '"1"' }));
  expect(told).toMatchObject({ status: 200, headers: { etag: '"programme:tomorrow:1"' }, body: { version: 1 } });
});

it('putProgramme changes settings under If-Match, and getProgramme answers both then and now', async () => {
  const changed = { ...programme, phase: 'Phase 2', reporting: { firstMonth: '2026-01', reportDay: 10 } };
  const { told, event } = await oneEventMore(tracker, chain, () =>
    put(changed, { 'if-match': '"1"', 'effective-at': '2026-01-05' }),
  );
  expect(told).toMatchObject({
    status: 200,
    headers: { etag: '"programme:tomorrow:2"' },
    body: { version: 2, computed: { nextReportDueOn: '2026-02-10' } },
  });
  expect(event.changed).toEqual(['phase', 'reporting']);
  const then = await tracker.must('getProgramme', { params: tomorrow, query: 'asAt=2026-01-04' });
  expect(then.body).toMatchObject({ version: 1, record: { reporting: { reportDay: 6 } } });
  expect(then.headers.etag).toBeUndefined();
  const now = await tracker.must('getProgramme', { params: tomorrow });
  expect(now.body).toEqual(told.body);
  const before = await tracker.ask('getProgramme', { params: tomorrow, query: 'asAt=2025-12-31' });
  expect(before).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
});

it.each([
  ['a stale version', { 'if-match': '"1"' }, {}, 412, 'version.stale'],
  ['a programme that is there already', create, {}, 412, 'version.exists'],
  ['no version', {}, {}, 428, 'version.missing'],
  [
    'an instant before its last change',
    { 'if-match': '"2"', 'effective-at': '2026-01-04' },
    {},
    409,
    'effective.out-of-order',
  ],
  [
    'a returns day after the report day',
    { 'if-match': '"2"' },
    { reporting: { firstMonth: '2026-01', returnsDueDay: 20 } },
    400,
    'request.invalid',
  ],
])('putProgramme refuses %s and stores nothing', async (_, headers, over, status, code) => {
  const told = await nothingStored(tracker, () => put({ ...programme, ...over }, headers));
  expect(told).toMatchObject({ status, body: { code } });
});

it('putProgramme loses no stage at which reviews are, unless it says where they go, and names them', async () => {
  await tracker.must('putReview', { params: { ...tomorrow, reviewId: 'property' }, body: review, headers: create });
  const told = await nothingStored(tracker, () =>
    put({ ...programme, stageModel: { kind: 'commissioning-cycle' } }, { 'if-match': '"2"' }),
  );
  expect(told).toMatchObject({
    status: 422,
    body: { code: 'content.breaks-rule' },
  });
  const [first] = told.body.faults;
  expect(first).toMatchObject({ in: 'body', pointer: '/stagesMoved' });
  expect(first.message).toMatch(/"Identified" go, .* no longer: property \(PRG-01\)$/);
});

it.each([
  ['/portfolios', { portfolios: [] }, 'must keep customer, which 1 review uses: property (PRG-04)'],
  [
    '/directorates',
    { directorates: [{ id: 'people', name: 'People' }] },
    'must keep places, which 1 review uses: property (PRG-04)',
  ],
  ['/deliveryModels', { deliveryModels: ['trust'] }, 'must keep do-nothing, which 1 review uses: property (PRG-04)'],
])(
  'putProgramme refuses to take out of %s what a review uses, and names the review',
  async (pointer, over, message) => {
    const params = { ...tomorrow, reviewId: 'property', entryId: 'nothing' };
    await tracker.ask('putOption', { params, body: records.option, headers: create });
    const told = await nothingStored(tracker, () => put({ ...programme, ...over }, { 'if-match': '"2"' }));
    expect(told).toMatchObject({
      status: 422,
      body: { code: 'content.breaks-rule', faults: [{ in: 'body', pointer, message }] },
    });
  },
);

it('putProgramme closes a programme: it takes nothing more until it is opened again, and no report is due', async () => {
  const closeDown = {
    on: '2026-01-31',
    achieved: 'Most of it',
    notAchieved: 'Some',
    lessons: 'Begin with finance',
    carriesOn: [],
  };
  const closed = await oneEventMore(tracker, chain, () => put({ ...programme, closeDown }, { 'if-match': '"2"' }));
  expect(closed.told).toMatchObject({ status: 200, body: { computed: { nextReport: null, nextReportDueOn: null } } });
  const risk = { params: { ...tomorrow, entryId: 'late' }, body: records.risk, headers: create };
  const refused = await nothingStored(tracker, () => tracker.ask('putProgrammeRisk', risk));
  expect(refused).toMatchObject({ status: 409, body: { code: 'programme.closed' } });
  expect(refused.body.detail).toContain('31 January 2026');
  const inReview = await nothingStored(tracker, () =>
    tracker.ask('putRisk', { ...risk, params: { ...risk.params, reviewId: 'property' } }),
  );
  expect(inReview).toMatchObject({ status: 409, body: { code: 'programme.closed' } });
  await oneEventMore(tracker, chain, () => put(programme, { 'if-match': '"3"' }));
  const now = await tracker.must('getProgramme', { params: tomorrow });
  expect(now.body.computed).toEqual({ nextReport: '2026-01', nextReportDueOn: '2026-02-06' });
  expect(await tracker.ask('putProgrammeRisk', risk)).toMatchObject({ status: 201 });
});

it('listProgrammes gives the programmes of the own organisation alone, page by page, none twice and no empty page', async () => {
  for (const id of ['after', 'libraries', 'parking', 'zoo'])
    await put({ ...programme, name: `The ${id}`, fictional: true }, create, { programmeId: id });
  await put({ ...programme, name: 'Not ours' }, create, { programmeId: 'elsewhere' }, elsewhere);
  const pages: string[][] = [];
  let query = 'limit=2';
  for (let more = true; more; ) {
    const { body } = await tracker.must('listProgrammes', { as: people.board, query });
    pages.push(body.items.map((one: { id: string }) => one.id));
    more = body.next !== null;
    query = `limit=2&cursor=${body.next}`;
  }
  expect(pages).toEqual([['after', 'libraries'], ['parking', 'tomorrow'], ['zoo']]);
  const four = await tracker.must('listProgrammes', { query: 'limit=5' });
  expect(four.body).toMatchObject({ next: null, items: [{}, {}, {}, {}, {}] });
  expect(four.body.items[0]).toEqual({
    id: 'after',
    name: 'The after',
    phase: null,
    council: 'Testshire Council',
    fictional: true,
    practice: false,
    version: 1,
  });
  const theirs = await tracker.must('listProgrammes', { as: elsewhere });
  expect(theirs.body.items.map((one: { id: string }) => one.id)).toEqual(['elsewhere']);
});

it('putProgramme of an id that another organisation uses too sets up a programme of its own', async () => {
  const ours = await eventsIn(tracker, chain);
  const told = await put({ ...programme, name: 'Theirs' }, create, tomorrow, elsewhere);
  expect(told).toMatchObject({ status: 201, body: { version: 1, record: { name: 'Theirs' } } });
  expect(await eventsIn(tracker, chain)).toEqual(ours);
  expect((await tracker.must('getProgramme', { params: tomorrow })).body.record.name).toBe('Services for Tomorrow');
});

it('putProgramme and getProgramme take "constructor" as an id like any other', async () => {
  const id = { programmeId: 'constructor' };
  expect(await put({ ...programme, portfolios: [{ id: 'constructor', name: 'Builders' }] }, create, id)).toMatchObject({
    status: 201,
  });
  expect(await tracker.ask('getProgramme', { params: id })).toMatchObject({ status: 200, body: { id: 'constructor' } });
});

it('putProgramme keeps the objective and the directorate of a savings line of a review, and names the review', async () => {
  const council = { programmeId: 'recovery' };
  const params = { ...council, reviewId: 'fleet', entryId: 'fuel' };
  const listed = {
    ...programme,
    directorates: [...programme.directorates, { id: 'fleet', name: 'Fleet' }],
    objectives: [{ id: 'grow-less', name: 'Grow less' }],
  };
  await tracker.must('putProgramme', { as: people.office, params: council, body: listed, headers: create });
  await tracker.must('putReview', { params, body: review, headers: create });
  const saving = { ...Object(records.saving), objective: 'grow-less', directorate: 'fleet' };
  await tracker.must('putSaving', { params, body: saving, headers: create });
  const without = { ...listed, objectives: [], directorates: programme.directorates };
  const { headers } = await tracker.must('getProgramme', { params: council });
  const told = await nothingStored(tracker, () =>
    tracker.ask('putProgramme', {
      as: people.office,
      params: council,
      body: without,
      headers: { 'if-match': headers.etag ?? '' },
    }),
  );
  expect(told.body.faults).toEqual([
    { in: 'body', pointer: '/directorates', message: 'must keep fleet, which 1 review uses: fleet (PRG-04)' },
    { in: 'body', pointer: '/objectives', message: 'must keep grow-less, which 1 review uses: fleet (PRG-04)' },
  ]);
});
