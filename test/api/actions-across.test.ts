import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { Action } from '#registers/field-kinds.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { registersWithActions } from '#schemas/operations/actions-across.ts';
import { from, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { records, risk } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/*
 * The actions of risks and issues over all reviews of a programme (docs/meaning.md LIST-10).
 */

let tracker: TestTracker;
const day = '2026-03-01';
const { closedOn: _, ...issue } = { closedOn: undefined, ...Object(records.issue), status: 'open' };

interface Item {
  readonly review: { readonly id: string } | null;
  readonly kind: string;
  readonly entry: { readonly id: string };
  readonly id: string;
}
const named = (items: readonly Item[]): string[] =>
  items.map(({ review, kind, entry, id }) => `${review?.id ?? '-'}/${kind}/${entry.id}/${id}`);
const actions = async (query = '', as: Person = people.team): Promise<string[]> =>
  named(
    (await tracker.must('listActionsAcross', { as, params: tomorrow, query, recordedAt: day })).body.items as Item[],
  );

const action = (id: string, dueOn?: string, over: object = {}) => ({
  ...{ id, what: `Do ${id}`, ...(dueOn === undefined ? {} : { dueOn }), ...over },
});

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await openReview(tracker, 'libraries', { title: 'Libraries' });
  await openReview(tracker, 'property', { title: 'Property', sros: [{ subject: 'olga-other', name: 'Olga Other' }] });
  const put = (kind: 'Risk' | 'Issue', review: string, id: string, body: object, on = '2026-02-20') =>
    tracker.must(`put${kind}`, { params: of(review, id), body, headers: from(on) });
  const withActions = (list: readonly object[], over: object = {}) => ({ ...risk, actions: list, ...over });
  await put(
    'Risk',
    'libraries',
    'late-books',
    withActions([
      action('tender', '2026-04-01', { owner: 'Estates' }),
      action('survey', '2026-02-10', { owner: 'estates' }),
      action('talk'),
      action('plan', '2026-01-05', { status: 'done' }),
    ]),
  );
  await put('Risk', 'libraries', 'gone', withActions([action('nothing', '2026-02-01')], { status: 'closed' }));
  await put('Risk', 'libraries', 'struck', withActions([action('never', '2026-02-01')]));
  await tracker.must('strikeOutRisk', {
    params: of('libraries', 'struck'),
    body: { reason: 'Entered twice' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-02-21' },
  });
  await put(
    'Risk',
    'property',
    'unscored',
    withActions([action('score', '2026-02-28')], {
      current: { toBeConfirmed: 'The workshop is in March' },
    }),
  );
  await put(
    'Risk',
    'property',
    'bid',
    withActions([action('outbid', '2026-03-02', { owner: 'Secret Team', what: 'Outbid Acme' })], {
      exempt: { fields: ['actions'], ground: 3 },
    }),
  );
  await put(
    'Issue',
    'property',
    'roof',
    {
      ...issue,
      actions: [action('mend', '2026-02-15'), action('stop', undefined, { status: 'cancelled' })],
    },
    '2026-02-26',
  );
  await tracker.must('putProgrammeIssue', {
    params: { ...tomorrow, entryId: 'funding' },
    body: { ...issue, actions: [action('ask', '2026-02-12')] },
    headers: from('2026-02-20'),
  });
});
afterAll(() => tracker.stop());

const all = [
  'libraries/risk/late-books/survey',
  '-/issue/funding/ask',
  'property/issue/roof/mend',
  'property/risk/unscored/score',
  'property/risk/bid/outbid',
  'libraries/risk/late-books/tender',
  'libraries/risk/late-books/talk',
  'libraries/risk/late-books/plan',
  'property/issue/roof/stop',
];

describe('Actions over all reviews', () => {
  it('are those of open risks and issues: open ones first, of these the overdue ones, then the earliest due', async () => {
    expect(await actions()).toEqual(all);
  });

  it('say what, whose, by when, of which risk or issue of which review', async () => {
    const { body } = await tracker.must('listActionsAcross', { params: tomorrow, recordedAt: day });
    expect(body.items[0]).toEqual({
      review: { id: 'libraries', title: 'Libraries', lifecycle: 'active' },
      kind: 'risk',
      entry: { id: 'late-books', title: risk.title },
      ...{ id: 'survey', what: 'Do survey', owner: 'estates', dueOn: '2026-02-10' },
      ...{ status: 'open', open: true, overdue: true },
    });
    expect(body.items.map(({ overdue }: { overdue: boolean }) => overdue)).toEqual(all.map((_one, n) => n < 4));
    expect(body.items.at(-1)).toMatchObject({ owner: null, dueOn: null, status: 'cancelled', open: false });
  });

  it.each([
    ['overdue=true', all.slice(0, 4)],
    ['overdue=false', all.slice(4)],
    ['open=true', all.slice(0, 7)],
    ['open=false', all.slice(7)],
    ['open=true&overdue=false', all.slice(4, 7)],
    ['owner=Estates', [all[0], all[5]]],
    ['owner=Secret%20Team', [all[4]]],
    ['review=property', [all[2], all[3], all[4], all[8]]],
    ['lifecycle=paused', []],
    ['changedSince=2026-02-25', [all[2], all[8]]],
  ])('listActionsAcross with "%s" gives %j', async (query, expected) => {
    expect(await actions(query)).toEqual(expected);
  });

  it('are of the reviews that whoever asks answers for, where they ask for theirs', async () => {
    expect(await actions('mine=true', people.sro)).toEqual([all[0], all[5], all[6], all[7]]);
  });

  it.each([1, 2, 4])('are the same %i at a time', async (limit) => {
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await tracker.must('listActionsAcross', {
        params: tomorrow,
        query: `limit=${limit}${cursor}`,
        recordedAt: day,
      });
      expect(body.items.length).toBeLessThanOrEqual(limit);
      paged.push(...named(body.items as Item[]));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(paged).toEqual(all);
  });

  it('show the public what is not withheld, and do not find what is', async () => {
    const asked = { as: people.board, params: tomorrow, recordedAt: day };
    const { body } = await tracker.must('listActionsAcross', asked);
    expect(named(body.items as Item[])).toEqual(all);
    expect(JSON.stringify(body)).not.toMatch(/Acme|Secret/);
    expect(body.items[4]).toMatchObject({ what: expect.stringMatching(/^Withheld/) });
    expect(await actions('owner=Secret%20Team', people.board)).toEqual([]);
  });

  it.each([
    ['mine=perhaps', '/mine'],
    ['cursor=abcd', '/cursor'],
    ['sort=title', '/sort'],
  ])('are refused with "%s"', async (query, pointer) => {
    const answer = await tracker.ask('listActionsAcross', { params: tomorrow, query });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', faults: [{ in: 'query', pointer }] },
    });
  });

  it('are not found of a programme that is not there', async () => {
    const answer = await tracker.ask('listActionsAcross', { params: { programmeId: 'nowhere' } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'programme.unknown' } });
  });

  it('are of every register whose records have actions', () => {
    const parts = Object.keys(Action.shape).toSorted();
    const isListOfActions = ({ name, fields = [] }: Field) =>
      name === 'actions' && JSON.stringify(fields.map((one) => one.name).toSorted()) === JSON.stringify(parts);
    const having = registers.filter(({ record }: Register) => fieldsOf(record).some(isListOfActions));
    expect(having.length).toBeGreaterThan(1);
    expect(registersWithActions.map(({ kind }) => kind)).toEqual(having.map(({ kind }) => kind));
  });
});

describe('More actions than are looked for at once', () => {
  const ids = Array.from({ length: 40 }, (_one, n) => `issue-${String(n + 1).padStart(2, '0')}`);

  it('are listed whole, those without a day and those that are done after all of the others', async () => {
    await openReview(tracker, 'many', { title: 'Many' });
    await tracker.must('recordIssues', {
      params: { ...tomorrow, reviewId: 'many' },
      body: {
        entries: ids.map((id, n) => ({
          id,
          record: {
            ...issue,
            actions: [
              action('by-day', `2026-05-${String((n % 28) + 1).padStart(2, '0')}`),
              ...(n === 39 ? [action('some-day'), action('past', '2026-01-01', { status: 'done' })] : []),
            ],
          },
        })),
      },
      headers: from('2026-02-20'),
    });
    const listed = await actions('review=many&limit=200');
    expect(listed).toHaveLength(42);
    expect(listed.slice(0, 3)).toEqual(['01', '29', '02'].map((n) => `many/issue/issue-${n}/by-day`));
    expect(listed.slice(-2)).toEqual(['many/issue/issue-40/some-day', 'many/issue/issue-40/past']);
    expect(await actions('review=many&open=false&limit=1')).toEqual(listed.slice(-1));
  });
});
