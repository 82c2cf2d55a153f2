import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '../support/one-of-each.ts';
import { problem } from '../support/problem.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

const today = new Date().toISOString().slice(0, 10);
/** Refused (docs/meaning.md TIME-22), so that no day to come shows what is withheld until then. */
const toCome = 'asAt=2199-01-01';

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker('of-what-is-recorded');
});
afterAll(() => tracker.stop());

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
