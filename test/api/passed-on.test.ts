import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostPassedOn } from '#schemas/limits.ts';
import { create, tellOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { programme, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A leaver's work is passed on in one act (docs/meaning.md PEOPLE-22).
 */

let tracker: TestTracker;
const { office } = people;
const leaver = { subject: 'lee-leaver', name: 'Lee Leaver' };
const other = { subject: 'olive-other', name: 'Olive Other' };
const colleague = { subject: 'cal-colleague', name: 'Cal Colleague' };

const third = { subject: 'theo-third', name: 'Theo Third' };

const open = (programmeId: string, reviewId: string, over: object) =>
  tracker.must('putReview', {
    params: { programmeId, reviewId },
    body: { ...review, ...over },
    headers: { ...create, 'effective-at': '2026-01-11' },
  });
const recordOf = async (programmeId: string, reviewId: string) =>
  (await tracker.must('getReview', { params: { programmeId, reviewId } })).body.record;
const pass = (key: string, from = leaver.subject, to = other.subject) =>
  tracker.ask('passOn', {
    as: office,
    params: { personId: from },
    body: { to, reason: 'Left the council' },
    headers: { 'idempotency-key': key },
  });
const putPerson = (personId: string, body: object) =>
  tracker.must('putPerson', { as: office, params: { personId }, body, headers: create });

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
  const second = { programmeId: 'second' };
  await tracker.must('putProgramme', {
    as: office,
    params: second,
    body: programme,
    headers: { ...create, 'effective-at': '2026-01-01' },
  });
  for (const { subject, name } of [leaver, other]) await putPerson(subject, { name });
  await putPerson(colleague.subject, {
    name: colleague.name,
    deputies: [{ person: leaver.subject, from: '2026-01-01', until: '2099-12-31' }],
  });
  await open('tomorrow', 'alone', { sros: [leaver], lead: leaver });
  await open('tomorrow', 'both', { sros: [leaver, other] });
  await open('tomorrow', 'struck-out', { sros: [leaver] });
  await open('second', 'led', { sros: [third], lead: leaver });
  await open('second', 'not-theirs', { sros: [colleague] });
  await tracker.must('strikeOutReview', {
    params: { ...tomorrow, reviewId: 'struck-out' },
    body: { reason: 'Opened twice' },
    headers: { 'if-match': '"1"' },
  });
}, 60_000);
afterAll(() => tracker.stop());

describe('getMe', () => {
  it('lists what one leads beside what one is an SRO of, and the returns that these owe', async () => {
    const { body } = await tracker.must('getMe', { as: { subject: leaver.subject, roles: ['sro'] } });
    const reviews = body.reviews.map((one: { reviewId: string; as: string }) => [one.reviewId, one.as]);
    expect(reviews.sort()).toEqual([
      ['alone', 'sro'],
      ['both', 'sro'],
      ['led', 'lead'],
      ['not-theirs', 'deputy'],
    ]);
    const [alone] = body.reviews.filter((one: { reviewId: string }) => one.reviewId === 'alone');
    expect(alone.returnsOwed[0]).toMatchObject({ state: 'missing', dueOn: expect.stringMatching(/^\d{4}-\d\d-05$/) });
    const months = alone.returnsOwed.map(({ month }: { month: string }) => month);
    expect(months).toEqual([...months].sort());
  });
});

describe('passOn', () => {
  it('takes nobody unknown, and not the leaver themselves, and changes nothing', async () => {
    expect((await pass('a', 'nobody')).body.code).toBe('person.unknown');
    expect((await pass('b', leaver.subject, 'nobody')).body.code).toBe('person.unknown');
    const self = await pass('c', leaver.subject, leaver.subject);
    expect(self).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/to', message: 'must be somebody else' }] },
    });
    expect((await recordOf('tomorrow', 'alone')).sros).toMatchObject([leaver]);
  });

  it('passes on every review of every programme and the deputies, says so, and leaves everything else', async () => {
    const passed = await pass('once');
    expect(passed).toMatchObject({
      status: 200,
      body: { from: leaver.subject, to: other.subject, deputyOf: [colleague.subject], left: [], complete: true },
    });
    expect(passed.body.passedOn.map(({ reviewId, as }: { reviewId: string; as: string[] }) => [reviewId, as])).toEqual([
      ['led', ['lead']],
      ['alone', ['sro', 'lead']],
      ['both', ['sro']],
    ]);
    expect(await recordOf('tomorrow', 'alone')).toMatchObject({ sros: [other], lead: other });
    expect((await recordOf('tomorrow', 'both')).sros).toEqual([other]);
    expect(await recordOf('second', 'led')).toMatchObject({ sros: [third], lead: other });
    expect((await recordOf('second', 'not-theirs')).sros).toEqual([colleague]);
    const { body } = await tracker.must('getPerson', { as: office, params: { personId: colleague.subject } });
    expect(body.record.deputies).toMatchObject([{ person: other.subject, until: '2099-12-31' }]);
    const history = await tracker.must('getReviewHistory', { params: { ...tomorrow, reviewId: 'alone' } });
    expect(history.body.items.at(-1)).toMatchObject({ by: office.subject, reason: 'Left the council' });
  });

  it('is answered the same when it is sent again, and another time finds nothing left to pass on', async () => {
    const before = await tracker.must('getReviewHistory', { params: { ...tomorrow, reviewId: 'alone' } });
    expect((await pass('once')).body.passedOn).toHaveLength(3);
    expect((await pass('again')).body).toMatchObject({ passedOn: [], deputyOf: [], left: [], complete: true });
    const after = await tracker.must('getReviewHistory', { params: { ...tomorrow, reviewId: 'alone' } });
    expect(after.body.items).toHaveLength(before.body.items.length);
  });

  it('leaves a struck-out review alone', async () => {
    expect((await recordOf('tomorrow', 'struck-out')).sros).toMatchObject([{ subject: leaver.subject }]);
  });

  it('says what it had to leave and why, and passes the rest on', async () => {
    await putPerson('second-leaver', { name: 'Second Leaver' });
    const sros = [{ subject: 'second-leaver', name: 'Second Leaver' }];
    await open('second', 'closing', { sros });
    await open('tomorrow', 'going-on', { sros });
    const current = await tracker.must('getProgramme', { as: office, params: { programmeId: 'second' } });
    await tracker.must('putProgramme', {
      as: office,
      params: { programmeId: 'second' },
      body: {
        ...current.body.record,
        closeDown: { on: '2026-02-01', achieved: 'All', notAchieved: 'Nothing', lessons: 'None', carriesOn: [] },
      },
      headers: { 'if-match': current.headers.etag ?? '' },
    });
    const passed = await pass('second', 'second-leaver');
    expect(passed.body).toMatchObject({
      passedOn: [{ reviewId: 'going-on' }],
      left: [{ what: 'second/closing', code: 'programme.closed' }],
      complete: false,
    });
  });

  it(`passes on ${mostPassedOn} reviews at a time, and the rest when it is asked again`, async () => {
    await putPerson('busy-leaver', { name: 'Busy Leaver' });
    const sros = [{ subject: 'busy-leaver', name: 'Busy Leaver' }];
    for (let n = 0; n <= mostPassedOn; n += 1) await open('tomorrow', `many-${n}`, { sros });
    const [first, second] = [await pass('many-1', 'busy-leaver'), await pass('many-2', 'busy-leaver')];
    expect([first.body.passedOn.length, first.body.complete]).toEqual([mostPassedOn, false]);
    expect([second.body.passedOn.length, second.body.complete]).toEqual([1, true]);
  }, 60_000);

  it('is done by nobody but the office', async () => {
    for (const as of [people.team, people.sro, people.assurance])
      expect((await tracker.ask('passOn', { as, params: { personId: leaver.subject }, body: {} })).status).toBe(403);
  });
});
