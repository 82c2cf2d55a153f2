import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, entry, refused, startWithOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { review, risk, saving } from '../support/records.ts';
import type { Asked, TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const _longest = 256 * 1024;

beforeAll(async () => {
  tracker = await startWithOneOfEach();
});
afterAll(() => tracker.stop());

const putRisk = (asked: Asked) =>
  refused(tracker, 'putRisk', { params: entry('new'), headers: create, body: risk, ...asked });

const scoreOrReason = 'must be a likelihood and an impact from 1 to 10, or {"toBeConfirmed": "the reason"}';

describe('a body that can be read but does not fit', () => {
  const year = (over: object) => ({ body: { ...saving, years: [{ year: '2026/27', plan: 1, ...over }] } });
  const years = (...list: string[]) => ({ body: { ...saving, years: list.map((one) => ({ year: one, plan: 1 })) } });
  const figure = (grossExpenditure: unknown) => ({ body: { ...review, grossExpenditure } });
  const kinds = 'is not one of the kinds that are taken here';
  const followed = 'must be a financial year whose second part follows the first, as in 2015/16';

  const rows: readonly (readonly [string, unknown, string, string])[] = [
    // Fields
    ['putRisk', { ...risk, colour: 'red' }, '/colour', 'is not a field here'],
    ['putRisk', { ...risk, controls: [{ what: 'Look', who: 'Me' }] }, '/controls/0/who', 'is not a field here'],
    ['putRisk', { ...risk, 'a/b~c': 1 }, '/a~1b~0c', 'is not a field here'],
    ['putRisk', { ...risk, constructor: {} }, '/constructor', 'is not a field here'],
    ['putRisk', { ...risk, title: undefined }, '/title', 'is required'],
    ['putRisk', { ...risk, cause: undefined }, '/cause', 'is required'],
    ['putRisk', { ...risk, inherent: undefined }, '/inherent', 'is required'],
    // Text that turns others round
    [
      'putRisk',
      { ...risk, title: 'Late \u202E' },
      '/title',
      'must not hold U+202E, which changes the direction of the text around it',
    ],
    // Types
    ['putRisk', { ...risk, title: 5 }, '/title', 'must be text, not a number'],
    ['putRisk', { ...risk, title: null }, '/title', 'must be text, not null'],
    ['putRisk', { ...risk, controls: 'Look' }, '/controls', 'must be a list, not text'],
    ['putRisk', { ...risk, inherent: 16 }, '/inherent', scoreOrReason],
    [
      'putRisk',
      { ...risk, inherent: { likelihood: 11, impact: 1 } },
      '/inherent/likelihood',
      'must be a likelihood from 1 to 10',
    ],
    [
      'putRisk',
      { ...risk, inherent: { likelihood: '3', impact: 1 } },
      '/inherent/likelihood',
      'must be a likelihood from 1 to 10',
    ],
    [
      'putRisk',
      { ...risk, inherent: { likelihood: 1.5, impact: 1 } },
      '/inherent/likelihood',
      'must be a likelihood from 1 to 10',
    ],
    ['putRisk', { ...risk, target: 4 }, '/target', scoreOrReason],
    [
      'putRisk',
      { ...risk, treatment: 'ignore' },
      '/treatment',
      'must be one of "treat", "tolerate", "transfer", "terminate"',
    ],
    ['putReturn', { nothingChanged: 'yes' }, '/nothingChanged', 'must be true or false, not text'],
    // Words
    ['putRisk', { ...risk, title: '' }, '/title', 'must not be empty'],
    ['putRisk', { ...risk, title: ' \n\t ' }, '/title', 'must not be empty'],
    ['putRisk', { ...risk, title: 'x'.repeat(201) }, '/title', 'must be at most 200 characters'],
    ['putRisk', { ...risk, title: 'Late\u0000' }, '/title', 'must not hold control characters'],
    ['putRisk', { ...risk, title: 'Late\u001b[31m' }, '/title', 'must not hold control characters'],
    // Dates
    ['putRisk', { ...risk, lastReviewedOn: '2026-02-29' }, '/lastReviewedOn', 'must be a date that exists'],
    ['putRisk', { ...risk, lastReviewedOn: '2026-13-01' }, '/lastReviewedOn', 'must be a date that exists'],
    ['putRisk', { ...risk, lastReviewedOn: '2026-04-31' }, '/lastReviewedOn', 'must be a date that exists'],
    ['putRisk', { ...risk, lastReviewedOn: '30/04/2026' }, '/lastReviewedOn', 'must be a date written 2014-04-30'],
    [
      'putRisk',
      { ...risk, lastReviewedOn: '2026-04-30T00:00:00Z' },
      '/lastReviewedOn',
      'must be a date written 2014-04-30',
    ],
    [
      'putReview',
      { ...review, endDate: { kind: 'date', date: '2026-02-30' } },
      '/endDate/date',
      'must be a date that exists',
    ],
    [
      'putReview',
      { ...review, endDate: { kind: 'month', month: '2026-13' } },
      '/endDate/month',
      'must be a month written 2014-04',
    ],
    ['putReview', { ...review, endDate: { kind: 'soon' } }, '/endDate/kind', kinds],
    ['putReview', { ...review, endDate: {} }, '/endDate/kind', kinds],
    ['putReview', { ...review, endDate: '2026-04-30' }, '/endDate', 'must be an object, not text'],
    // Financial years
    ['putSaving', years('2026/28').body, '/years/0/year', followed],
    ['putSaving', years('2026/26').body, '/years/0/year', followed],
    ['putSaving', years('1999/99').body, '/years/0/year', followed],
    ['putSaving', years('2026/2027').body, '/years/0/year', 'must be a financial year written 2015/16'],
    ['putSaving', years('2027/28', '2026/27').body, '/years', 'must list its financial years once each, in order'],
    ['putSaving', years('2026/27', '2026/27').body, '/years', 'must list its financial years once each, in order'],
    // Money
    ['putSaving', year({ plan: -1 }).body, '/years/0/plan', 'must not be below zero'],
    [
      'putSaving',
      year({ plan: 1.5 }).body,
      '/years/0/plan',
      'must be a whole number of pounds, zero or above, or a figure object with a "kind"',
    ],
    [
      'putSaving',
      year({ plan: '£400,000' }).body,
      '/years/0/plan',
      'must be a whole number of pounds, zero or above, or a figure object with a "kind"',
    ],
    [
      'putSaving',
      year({ plan: { kind: 'amount', pounds: -5 } }).body,
      '/years/0/plan/pounds',
      'must not be below zero',
    ],
    [
      'putSaving',
      year({ plan: { kind: 'amount', pounds: 0.5 } }).body,
      '/years/0/plan/pounds',
      'must be a whole number of pounds',
    ],
    ['putSaving', year({ plan: { kind: 'roughly', pounds: 5 } }).body, '/years/0/plan/kind', kinds],
    ['putSaving', year({ claimedActual: 0.1 }).body, '/years/0/claimedActual', 'must be a whole number of pounds'],
    [
      'putReview',
      figure({ kind: 'amount', pounds: '12' }).body,
      '/grossExpenditure/pounds',
      'must be a whole number of pounds',
    ],
    ['putReview', figure({ kind: 'amount' }).body, '/grossExpenditure/pounds', 'is required'],
    [
      'putReview',
      figure({ kind: 'amount', pounds: 1e13 }).body,
      '/grossExpenditure/pounds',
      'must be at most a million million pounds',
    ],
    [
      'putReview',
      figure({ kind: 'range', low: 10, high: 5 }).body,
      '/grossExpenditure/high',
      'must not be below the low end',
    ],
    ['putReview', figure({ kind: 'to-be-confirmed' }).body, '/grossExpenditure/reason', 'is required'],
    ['putReview', figure({ kind: 'not-stated', pounds: 5 }).body, '/grossExpenditure/pounds', 'is not a field here'],
    // Ids and people
    [
      'putReview',
      { ...review, portfolio: 'Customer Services' },
      '/portfolio',
      'must be lower-case letters and digits in words joined by single hyphens, at most 64 characters',
    ],
    [
      'putReview',
      { ...review, sros: [{ subject: 'sam sro', name: 'Sam' }] },
      '/sros/0/subject',
      'must be the subject of a token: letters, digits and . _ : @ | -, at most 128',
    ],
    ['putReview', { ...review, sros: [...review.sros, ...review.sros] }, '/sros', 'must not name a person twice'],
    [
      'putReview',
      { ...review, lifecycle: 'paused' },
      '/lifecycleReason',
      'must say why a review is paused, stopped, transferred or left',
    ],
    ['putReview', { ...review, tier: 1 }, '/tier', 'must be one of "1", "2", "3", "to-be-confirmed"'],
    ['putReturn', {}, '/narrative', 'must say what changed, unless nothing changed'],
  ];
  it.each(rows.map(([operationId, body, pointer, message]) => ({ operationId, body, pointer, message })))(
    '$operationId is told that $pointer $message',
    async ({ operationId, body, pointer, message }) => {
      const params = entry(operationId === 'putReturn' ? '2026-01' : 'new');
      const told = await refused(tracker, operationId, {
        params: operationId === 'putReview' ? { ...tomorrow, reviewId: 'new' } : params,
        body,
        headers: create,
      });
      expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
      expect(told.faults).toEqual([{ in: 'body', pointer, message }]);
      expect(told.body.detail).toContain(message);
    },
  );

  it('names every fault at once, up to a hundred', async () => {
    const told = await putRisk({ body: { ...risk, title: 5, colour: 'red', lastReviewedOn: '2026-02-30', owner: '' } });
    expect(told.faults.map((one) => one.pointer).sort()).toEqual(['/colour', '/lastReviewedOn', '/owner', '/title']);
    expect(told.body.detail).toMatch(/^4 parts of the request do not fit: .*; and 1 more, which "faults" names\.$/);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field-${n}`, n]));
    expect((await putRisk({ body: { ...risk, ...many } })).faults).toHaveLength(100);
  });

  it('refuses a field called __proto__ as any other that is not known', async () => {
    const rawBody = `{"__proto__": {"title": "x"}, ${JSON.stringify(risk).slice(1)}`;
    const told = await putRisk({ body: undefined, rawBody });
    expect(told.faults).toEqual([{ in: 'body', pointer: '/__proto__', message: 'is not a field here' }]);
  });

  it.each([
    ['infinite', '1e999'],
    ['far too long', '9'.repeat(400)],
    ['finer than a pound', '0.0000000001'],
  ])('refuses a number of pounds that is %s', async (_, digits) => {
    const rawBody = JSON.stringify({ ...review, grossExpenditure: { kind: 'amount', pounds: 'HERE' } }).replace(
      '"HERE"',
      digits,
    );
    const told = await refused(tracker, 'putReview', {
      params: { ...tomorrow, reviewId: 'new' },
      rawBody,
      headers: create,
    });
    expect(told.faults).toMatchObject([{ pointer: '/grossExpenditure/pounds' }]);
  });

  it.each(['title', 'name'])('refuses a %s with half a character in it', async (where) => {
    const half = (field: string) => (field === where ? 'Half HERE' : 'Whole 🏠');
    const rawBody = JSON.stringify({
      ...review,
      title: half('title'),
      sros: [{ subject: 'sam-sro', name: half('name') }],
    }).replace('HERE', '\\ud83d');
    const told = await refused(tracker, 'putReview', {
      params: { ...tomorrow, reviewId: 'half' },
      rawBody,
      headers: create,
    });
    expect(told).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect(told.body.detail).toContain('half a character');
  });

  it('keeps every whole character of every script as it was sent', async () => {
    const params = { ...tomorrow, reviewId: 'scripts' };
    const text = 'Café ﬁ e\u0301 房产 🏠 👩‍👩‍👧 مبنى <b>&"\'</b> {{y}} \\u0041';
    const body = { ...review, title: text, sros: [{ subject: 'zoe', name: text }] };
    const made = await tracker.must('putReview', { params, body, headers: create });
    expect(made.body.record).toMatchObject({ title: text, sros: [{ subject: 'zoe', name: text }] });
    expect((await tracker.must('getReview', { params })).body).toEqual(made.body);
    const list = await tracker.must('listReviews', { params: tomorrow, query: 'sro=zoe' });
    expect(list.body.items).toMatchObject([{ title: text, sros: [{ name: text }] }]);
  });
});
