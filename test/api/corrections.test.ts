import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardReadsExempt } from '#store/records/board-setting.ts';
import { etagFor } from '../support/etag-for.ts';
import { problem } from '../support/problem.ts';
import { programme, review } from '../support/records.ts';
import { type Asked, type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A programme's settings, a review's record and its appraisal, each told of January, published, and told of February.
 * Then what was told of January turns out to be wrong.
 */

let tracker: TestTracker;
const place = { programmeId: 'tomorrow', reviewId: 'property' };
const appraisal = (name: string) => ({ criteria: [{ id: 'cost', name, group: 'viability', weight: 100 }] });
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const change = (version: number, day: string) => ({ 'if-match': `"${version}"`, 'effective-at': day });

/** What can be corrected beside the entries of registers: who may, where its history stands, and three records of it. */
const records = [
  {
    stem: 'Programme',
    kind: 'programme',
    history: 'getProgrammeHistory',
    chain: null,
    as: people.office as Person,
    told: programme,
    later: { ...programme, phase: 'Phase 2' },
    truth: { ...programme, phase: 'Phase 1' },
    wrong: { ...programme, reporting: { firstMonth: '2026-02' } },
    fault: '/record/reporting/firstMonth',
    firstDay: '2026-01-01',
  },
  {
    stem: 'Review',
    kind: 'review',
    history: 'getReviewHistory',
    chain: 'property',
    as: people.team as Person,
    told: review,
    later: { ...review, title: 'Land and buildings' },
    truth: { ...review, title: 'Land' },
    wrong: { ...review, parent: 'nowhere' },
    fault: '/record/parent',
    firstDay: '2026-01-02',
  },
  {
    stem: 'Appraisal',
    kind: 'appraisal',
    history: 'getReviewHistory',
    chain: 'property',
    as: people.team as Person,
    told: appraisal('Cost'),
    later: appraisal('Cost to the council'),
    truth: appraisal('Whole-life cost'),
    wrong: { ...appraisal('Cost'), exempt: { fields: ['criteria'], paragraph: 3 } },
    fault: undefined,
    firstDay: '2026-01-10',
  },
] as const;

const read = async (stem: string, query = '') => (await tracker.must(`get${stem}`, { params: place, query })).body;
const firstEvent = async ({ history, kind }: { history: string; kind: string }): Promise<number> =>
  (await tracker.must(history, { as: people.assurance, params: place, query: `kind=${kind}` })).body.items[0].sequence;
const report = async (operation: string, params: Record<string, string>, body: object): Promise<void> => {
  await tracker.must(operation, { as: people.office, params, body });
  await tracker.settled();
};

beforeAll(async () => {
  tracker = await startTestTracker();
  for (const { stem, as, told, firstDay } of records)
    await tracker.must(`put${stem}`, { as, params: place, body: told, headers: from(firstDay) });
  await report('runReport', place, { month: '2026-01' });
  for (const { stem, as, later } of records)
    await tracker.must(`put${stem}`, { as, params: place, body: later, headers: change(1, '2026-02-10') });
});
afterAll(() => tracker.stop());

describe.each(records)('correct$stem', ({ stem, kind, history, chain, as, told, later, truth, firstDay, ...other }) => {
  const operation = `correct${stem}`;
  const bodyOf = async (over: object = {}) => ({
    corrects: await firstEvent({ history, kind }),
    effectiveAt: '2026-01-20',
    record: truth,
    reason: 'The minutes say otherwise',
    ...over,
  });
  const refused = (asked: Asked) => problem(tracker, () => tracker.ask(operation, { as, params: place, ...asked }));

  it(`putting it with effect from before its last change is refused: ${operation} is the way`, async () => {
    const { version } = await read(stem);
    const put = () =>
      tracker.ask(`put${stem}`, { as, params: place, body: truth, headers: change(version, '2026-01-20') });
    expect(await problem(tracker, put)).toMatchObject({ status: 409, body: { code: 'effective.out-of-order' } });
  });

  it(`${operation} tells what was true from an earlier instant; what was told of later times stands`, async () => {
    const { version } = await read(stem);
    const headers = { 'idempotency-key': `${operation}-once` };
    const body = await bodyOf();
    const done = await tracker.must(operation, { as, params: place, body, headers });
    expect(done.body).toMatchObject({ version: version + 1, record: later, effectiveAt: '2026-02-10T00:00:00.000Z' });
    expect(done.headers.etag).toBe(etagFor(`get${stem}`, place, version + 1));
    expect(await read(stem)).toEqual(done.body);
    expect(await read(stem, `asAt=${firstDay}`)).toMatchObject({ record: told });
    expect(await read(stem, 'asAt=2026-01-19')).toMatchObject({ record: told });
    expect(await read(stem, 'asAt=2026-01-20')).toMatchObject({ record: truth });
    expect(await read(stem, 'asAt=2026-02-10')).toMatchObject({ record: later });
    expect(await read(stem, 'knownAt=2026-01')).toMatchObject({ record: told });

    const again = await tracker.ask(operation, { as, params: place, body, headers });
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: done.body });
    const another = await tracker.ask(operation, { as, params: place, body: { ...body, reason: 'Other' }, headers });
    expect(another).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });

  it(`what ${operation} told points in the history at what it corrects, and says why and which months it would change`, async () => {
    const query = `kind=${kind}&late=true`;
    const { items } = (await tracker.must(history, { as: people.assurance, params: place, query })).body;
    expect(items).toMatchObject([
      {
        type: 'corrected',
        corrects: await firstEvent({ history, kind }),
        effectiveAt: '2026-01-20T00:00:00.000Z',
        by: as.subject,
        reason: 'The minutes say otherwise',
        recordedLate: { months: [{ month: '2026-01', revision: 1, takenInBy: null }] },
      },
    ]);
    const [january] = (await tracker.must('listRestatements', { params: place })).body.items;
    const changes = january.changes.filter((one: { recordRef: { kind: string } }) => one.recordRef.kind === kind);
    expect(changes).toMatchObject([{ review: chain, sequence: items[0].sequence }]);
  });

  it.each([
    ['an event that is none of its own', { corrects: 99_999 }, 409, 'correction.event-unknown', []],
    ['an instant ahead', { effectiveAt: '2199-01-01' }, 400, 'request.invalid', ['/effectiveAt']],
    ['a record that does not fit', { record: { ...truth, mood: 'good' } }, 400, 'request.invalid', ['/record/mood']],
    ['no reason', { reason: '' }, 400, 'request.invalid', ['/reason']],
    ['a record that breaks a rule', { record: other.wrong }, undefined, undefined, other.fault && [other.fault]],
  ])(`${operation} with %s is refused as its PUT is, and nothing is kept`, async (_, over, status, code, pointers) => {
    const answered = await refused({ body: await bodyOf(over) });
    if (status !== undefined) expect(answered).toMatchObject({ status, body: { code } });
    else expect([400, 422]).toContain(answered.status);
    if (pointers !== undefined) expect(answered.faults.map((one) => one.pointer)).toEqual(pointers);
    for (const { pointer } of answered.faults) expect(pointer).toMatch(/^\/(?:record|effectiveAt|reason)\b/);
  });

  it(`${operation} is for those who may put it, in the organisation and programme where it is, once by each key`, async () => {
    const body = await bodyOf();
    for (const other of [people.sro, people.finance, people.assurance, people.board])
      expect(await refused({ as: other, body })).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } });
    const nowhere = await refused({ params: { ...place, programmeId: 'nowhere' }, body });
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
    const keyless = await refused({ body, headers: { 'idempotency-key': '' } });
    expect(keyless.status).toBe(400);
  });

  it(`${operation} from after the last change is what stands today`, async () => {
    const now = { ...later, ...(kind === 'review' ? { tier: '2' } : {}) };
    const last = await tracker.must(operation, {
      as,
      params: place,
      body: await bodyOf({ effectiveAt: '2026-02-20', record: now }),
    });
    expect(last.body).toMatchObject({ record: now, effectiveAt: '2026-02-20T00:00:00.000Z' });
    expect(await read(stem)).toEqual(last.body);
    if (kind === 'review')
      expect((await tracker.must('listReviews', { params: place })).body.items).toMatchObject([{ tier: '2' }]);
  });
});

describe('a review', () => {
  const params = { ...place, reviewId: 'roads' };
  const correct = async (over: object) => {
    const query = 'kind=review&limit=1';
    const { items } = (await tracker.must('getReviewHistory', { as: people.assurance, params, query })).body;
    return tracker.must('correctReview', {
      params,
      body: { corrects: items[0].sequence, record: review, reason: 'A slip', ...over },
    });
  };
  const get = async (query = '') => (await tracker.must('getReview', { params, query })).body;

  it('correctReview keeps the stage of the instant, and a lifecycle told by a slip counts as no movement of the month', async () => {
    await tracker.must('putReview', { params, body: review, headers: from('2026-02-03') });
    const stopped = { kind: 'stop', reason: 'Nothing to save' };
    await tracker.must('changeLifecycle', { params, body: stopped, headers: change(1, '2026-02-05') });
    await correct({ effectiveAt: '2026-02-05' });
    const active = { lifecycle: 'active', at: '2026-02-03T00:00:00.000Z' };
    expect((await get()).facts).toMatchObject({ stage: 'identified', lifecycles: [active] });
    await report('runReport', place, { month: '2026-02' });
    const { content } = (await tracker.must('getReport', { params: { ...place, month: '2026-02' } })).body;
    expect(content.flow).toMatchObject({
      entered: { rows: [{ review: 'roads' }] },
      left: { total: 0 },
      reconciles: true,
    });
  });

  it('correctReview of a time before the review was opened opens it then, at the stage that it was opened at', async () => {
    await correct({ effectiveAt: '2026-01-30' });
    const opened = { stage: 'identified', stageSince: '2026-01-30T00:00:00.000Z', moves: [], waivers: [] };
    expect((await get('asAt=2026-02-01')).facts).toMatchObject(opened);
    expect((await get()).facts).toMatchObject(opened);
  });

  it('correctReview of a review that is not there answers 404', async () => {
    const body = { corrects: 1, effectiveAt: '2026-02-05', record: review, reason: 'A slip' };
    const ask = (operation: string, reviewId: string) =>
      problem(tracker, () => tracker.ask(operation, { params: { ...place, reviewId }, body }));
    expect(await ask('correctReview', 'nowhere')).toMatchObject({ status: 404, body: { code: 'review.unknown' } });
  });
});

describe('the settings', () => {
  const correct = (over: object): Asked => ({
    as: people.office,
    params: place,
    body: { corrects: 1, effectiveAt: '2026-03-01', reason: 'A slip', record: programme, ...over },
  });

  it('correctProgramme that is what stands today moves what is due and what the board may read; one of before does not', async () => {
    const lastMonth = {
      ...programme,
      boardReadsExempt: true,
      reporting: { ...programme.reporting, lastMonth: '2026-02' },
    };
    const before = await tracker.must('correctProgramme', correct({ effectiveAt: '2026-01-25', record: lastMonth }));
    expect(before.body.computed).toMatchObject({ nextReport: '2026-03' });
    expect((await read('Programme')).computed).toMatchObject({ nextReport: '2026-03' });
    const boardMay = () =>
      boardReadsExempt(
        { client: tracker.client, name: tracker.tableName },
        { organisation: 'council', programme: 'tomorrow' },
      );
    expect(await boardMay()).toBe(false);
    const today = await tracker.must('correctProgramme', correct({ record: lastMonth }));
    expect(await boardMay()).toBe(true);
    expect(today.body).toMatchObject({ record: { boardReadsExempt: true }, computed: { nextReport: null } });
    expect((await read('Programme')).computed).toMatchObject({ nextReport: null });
    const back = await tracker.must('correctProgramme', correct({}));
    expect(await boardMay()).toBe(false);
    expect(back.body.computed).toMatchObject({ nextReport: '2026-03' });
  });

  it('correctProgramme of a closed programme is refused, but for the correction that opens it again', async () => {
    const closeDown = {
      on: '2026-03-31',
      achieved: 'Much',
      notAchieved: 'Little',
      carriesOn: [],
      lessons: 'Many',
    };
    const closed = { ...programme, closeDown };
    await tracker.must('correctProgramme', correct({ effectiveAt: '2026-04-01', record: closed }));
    for (const over of [{ effectiveAt: '2026-01-28' }, { effectiveAt: '2026-04-02', record: closed }])
      expect(await problem(tracker, () => tracker.ask('correctProgramme', correct(over)))).toMatchObject({
        status: 409,
        body: { code: 'programme.closed' },
      });
    const opened = await tracker.must('correctProgramme', correct({ effectiveAt: '2026-04-01' }));
    expect(opened.body.record).not.toHaveProperty('closeDown');
    expect(opened.body.computed).toMatchObject({ nextReport: '2026-03' });
  });
});
