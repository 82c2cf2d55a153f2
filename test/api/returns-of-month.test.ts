import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/*
 * Who owes a return of January 2026, and a return that is sent back (docs/meaning.md MONTH-23, MONTH-24). Returns are due by 5 February.
 */

let tracker: TestTracker;
const january = (review: string) => of(review, '2026-01');
const submit = (review: string, narrative: string, headers: Record<string, string>) =>
  tracker.must('putReturn', { params: january(review), body: { narrative }, headers });
const sendBack = (review: string, version: number, on: string, as: Person = people.sro) =>
  tracker.ask('sendReturnBack', {
    as,
    params: january(review),
    body: { comment: 'Say when the lease ends' },
    headers: { 'if-match': `"${version}"` },
    recordedAt: on,
  });
const owed = async (query = '', on = '2026-02-10', month = '2026-01') =>
  (
    await tracker.must('getReturnsOfMonth', {
      as: people.office,
      params: { ...tomorrow, month },
      query,
      recordedAt: on,
    })
  ).body;
const statesOf = (body: { returns: readonly { review: { id: string }; state: string }[] }) =>
  body.returns.map(({ review, state }) => `${review.id} ${state}`);

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  for (const id of ['archives', 'libraries', 'property', 'roads', 'waste'])
    await openReview(tracker, id, { title: id, tier: id === 'waste' ? '1' : '2' });
  await openReview(tracker, 'legal', { lifecycle: 'potential' });
  for (const id of ['archives', 'libraries', 'property', 'roads'])
    await submit(id, 'The notice went out', from('2026-02-02'));
  const confirm = (review: string, recordedAt: string) =>
    tracker.must('confirmReturn', { as: people.sro, params: january(review), body: {}, recordedAt });
  await confirm('libraries', '2026-02-04');
  await confirm('archives', '2026-02-07');
});
afterAll(() => tracker.stop());

describe('A return that is sent back', () => {
  it('stays submitted, with what the SRO asks for, which whoever answers for the review is shown', async () => {
    const before = await tracker.must('getReturn', { params: january('property') });
    const sent = await sendBack('property', 1, '2026-02-08');
    expect(sent).toMatchObject({
      status: 200,
      body: {
        version: 2,
        record: before.body.record,
        facts: {
          confirmed: null,
          sentBack: { by: 'sam-sro', ofVersion: 1, comment: 'Say when the lease ends' },
        },
      },
    });
    const me = await tracker.must('getMe', { as: people.sro, recordedAt: '2026-02-09' });
    const mine = me.body.reviews.find((one: { reviewId: string }) => one.reviewId === 'property');
    expect(mine.returnsOwed).toMatchObject([
      {
        month: '2026-01',
        state: 'sent-back',
        sentBack: { byName: 'Sam Sro', comment: 'Say when the lease ends' },
      },
    ]);
  });

  it('is not sent back by who is no SRO of the review, nor once it is confirmed, and then nothing is recorded', async () => {
    const notHis = await nothingStored(tracker, () => sendBack('property', 2, '2026-02-08', people.otherSro));
    expect(notHis).toMatchObject({ status: 403, body: { code: 'review.not-the-sro' } });
    const late = await nothingStored(tracker, () => sendBack('libraries', 2, '2026-02-08'));
    expect(late).toMatchObject({ status: 409, body: { code: 'return.already-confirmed' } });
    expect(await nothingStored(tracker, () => sendBack('roads', 7, '2026-02-08'))).toMatchObject({ status: 412 });
  });
});

describe('The returns of a month', () => {
  it('are owed by every review that is counted, the missing ones first, with what was asked for', async () => {
    const body = await owed();
    expect(statesOf(body)).toEqual([
      'waste missing',
      'property sent-back',
      'roads unconfirmed',
      'archives late',
      'libraries received',
    ]);
    expect(body).toMatchObject({
      ...{ month: '2026-01', dueOn: '2026-02-05', expected: 5 },
      counts: { missing: 1, 'sent-back': 1, unconfirmed: 1, late: 1, received: 1 },
    });
    expect(body.returns[0]).toMatchObject({ overdue: true, version: null, review: { sros: [{ name: 'Sam Sro' }] } });
    expect(body.returns[1]).toMatchObject({
      overdue: true,
      version: 2,
      sentBack: { by: { subject: 'sam-sro', name: 'Sam Sro' }, comment: 'Say when the lease ends' },
    });
    expect(body.returns[3]).toMatchObject({ overdue: false, sentBack: null });
  });

  it.each([
    ['state=late', ['archives late']],
    ['owed=true', ['waste missing', 'property sent-back', 'roads unconfirmed']],
    ['owed=false', ['archives late', 'libraries received']],
  ])('are filtered by "%s", and counted all the same', async (query, expected) => {
    const body = await owed(query);
    expect(statesOf(body)).toEqual(expected);
    expect(body.expected).toBe(5);
  });

  it('are of the reviews of whoever asks, where they ask for theirs', async () => {
    const asked = { params: { ...tomorrow, month: '2026-01' }, query: 'mine=true', recordedAt: '2026-02-10' };
    expect((await tracker.must('getReturnsOfMonth', { ...asked, as: people.sro })).body.expected).toBe(5);
    expect((await tracker.must('getReturnsOfMonth', { ...asked, as: people.otherSro })).body.expected).toBe(0);
  });

  it.each([
    ['2025-12', 'the programme does not report it'],
    ['2026-04', 'it has not begun'],
  ])('are refused of %s: %s', async (month, why) => {
    const answer = await tracker.ask('getReturnsOfMonth', { params: { ...tomorrow, month }, recordedAt: '2026-02-10' });
    expect(answer).toMatchObject({
      status: 400,
      body: { faults: [{ pointer: '/month', message: expect.stringContaining(why) }] },
    });
  });

  it('are not sent back any more once the team says it in other words', async () => {
    await submit('property', 'The lease ends on 30 June', { 'if-match': '"2"', 'effective-at': '2026-02-11' });
    expect(statesOf(await owed('owed=true', '2026-02-12'))).toEqual([
      'waste missing',
      'property unconfirmed',
      'roads unconfirmed',
    ]);
    const back = await tracker.must('getReturn', { params: january('property') });
    expect(back.body.facts.sentBack).toBeUndefined();
  });
});
