import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  create,
  entry,
  params,
  recorded,
  refused,
  startWithOneReview,
  stopWithWholeChain,
} from '../support/one-review.ts';
import { saving } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/*
 * What finance asks about a claim, and what is answered (docs/meaning.md SAVINGS-30).
 */

let tracker: TestTracker;
const line = entry('buildings');
const claimed = (claimedActual: number) => ({
  ...saving,
  years: [{ year: '2026/27', plan: 400_000, forecast: 350_000, claimedActual }],
});
const question = { year: '2026/27', question: 'Which budget line does it leave?' };
const answer = { year: '2026/27', answer: 'The rent of the old depot' };
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const ask = (version: number, body: object = question, as: Person = people.finance) =>
  recorded(tracker, 'queryClaim', { as, params: line, body, headers: ifMatch(version) });
const lineNow = async () => (await tracker.must('getSaving', { params: line })).body;

beforeAll(async () => {
  tracker = await startWithOneReview();
  await recorded(tracker, 'putSaving', { params: line, body: claimed(310_000), headers: create });
});
afterAll(() => stopWithWholeChain(tracker));

describe('A query on a claim', () => {
  it('queryClaim is kept with the line, whose claim stays as it is and not validated', async () => {
    const { told, event } = await ask(1);
    expect(event).toMatchObject({ type: 'claim-queried', by: 'fay-finance', changed: ['queries'] });
    expect(told.body).toMatchObject({
      version: 2,
      record: claimed(310_000),
      facts: { validations: [], queries: [{ ...question, by: 'fay-finance', ofVersion: 1 }] },
      computed: { toValidate: [{ year: '2026/27', pounds: 310_000 }] },
    });
  });

  it('answerClaimQuery answers it in words, once, by the team or an SRO of the review', async () => {
    const send = (as: Person, headers: Record<string, string>) => ({ as, params: line, body: answer, headers });
    expect(await refused(tracker, 'answerClaimQuery', send(people.otherSro, ifMatch(2)))).toMatchObject({
      status: 403,
      body: { code: 'review.not-the-sro' },
    });
    const { event } = await recorded(tracker, 'answerClaimQuery', send(people.sro, ifMatch(2)));
    expect(event).toMatchObject({ type: 'claim-query-answered', by: 'sam-sro', changed: ['queries'] });
    expect((await lineNow()).facts.queries).toMatchObject([
      { ...question, answered: { words: answer.answer, by: 'sam-sro', ofVersion: 2 } },
    ]);
    expect(await refused(tracker, 'answerClaimQuery', send(people.team, ifMatch(3)))).toMatchObject({
      status: 409,
      body: { code: 'saving.query-unknown' },
    });
  });

  it('is answered by another claim as well, and by no other change of the line', async () => {
    await ask(3, { ...question, question: 'Is it gross or net?' });
    await recorded(tracker, 'putSaving', {
      params: line,
      body: { ...claimed(310_000), title: 'Fewer depots' },
      headers: ifMatch(4),
    });
    expect((await lineNow()).facts.queries[1]).not.toHaveProperty('claimChanged');
    await recorded(tracker, 'putSaving', { params: line, body: claimed(290_000), headers: ifMatch(5) });
    const [first, second] = (await lineNow()).facts.queries;
    expect(second).toMatchObject({ question: 'Is it gross or net?', claimChanged: { by: 'tara-team' } });
    // The first one was answered before; that the claim it was about is another now is kept with it as well.
    expect(first).toMatchObject({ answered: { by: 'sam-sro' }, claimChanged: { by: 'tara-team' } });
  });

  it.each([
    ['queryClaim', people.team, question, 403, 'role.not-allowed'],
    ['queryClaim', people.sro, question, 403, 'role.not-allowed'],
    ['queryClaim', people.finance, { ...question, year: '2030/31' }, 409, 'saving.year-unknown'],
    ['queryClaim', people.finance, { ...question, question: '' }, 400, 'request.invalid'],
    ['answerClaimQuery', people.finance, answer, 403, 'role.not-allowed'],
    ['answerClaimQuery', people.team, { ...answer, year: '2030/31' }, 409, 'saving.year-unknown'],
  ] as const)('%s refuses %o with %o', async (operation, as, body, status, code) => {
    expect(await refused(tracker, operation, { as, params: line, body, headers: ifMatch(6) })).toMatchObject({
      status,
      body: { code },
    });
  });

  it('does not keep finance from validating, and takes no part in what is claimed or validated', async () => {
    await ask(6);
    await recorded(tracker, 'validateSaving', {
      as: people.finance,
      params: line,
      body: { year: '2026/27', pounds: 280_000, on: '2026-02-01' },
      headers: ifMatch(7),
    });
    expect(await lineNow()).toMatchObject({
      computed: { toValidate: [] },
      facts: { validations: [{ pounds: 280_000 }], queries: [{}, {}, question] },
    });
  });

  it('is in the history of the review, and a correction of the line leaves it as it was asked', async () => {
    const history = await tracker.must('getReviewHistory', {
      as: people.finance,
      params,
      query: 'kind=saving&id=buildings',
    });
    const items: readonly { readonly type: string; readonly sequence: number; readonly effectiveAt: string }[] =
      history.body.items;
    expect(items.map(({ type }) => type)).toEqual([
      ...['put', 'claim-queried', 'claim-query-answered', 'claim-queried'],
      ...['put', 'put', 'claim-queried', 'validated'],
    ]);
    const put = items[5];
    await recorded(tracker, 'correctSaving', {
      params: line,
      body: {
        ...{ corrects: put?.sequence, effectiveAt: put?.effectiveAt, reason: 'Mistyped' },
        record: { ...claimed(290_000), title: 'Fewer buildings, corrected' },
      },
    });
    expect((await lineNow()).facts.queries).toMatchObject([
      { answered: { by: 'sam-sro' } },
      { claimChanged: { by: 'tara-team' } },
      question,
    ]);
  });
});
