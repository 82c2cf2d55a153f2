import { afterAll, beforeAll, expect, it } from 'vitest';
import { create, from, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { records, risk } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/* What the history of a review calls what was changed: as it was called by then, and as its reader may see it. */

let tracker: TestTracker;
const params = of('libraries');

beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'libraries', { title: 'Libraries' });
  const put = (id: string, body: object, headers: Record<string, string> = from('2026-01-10')) =>
    tracker.must('putRisk', { params: of('libraries', id), body: { ...risk, ...body }, headers });
  await put('roof', { title: 'A roof leaks' });
  await put('roof', { title: 'Two roofs leak' }, { 'if-match': '"1"', 'effective-at': '2026-01-20' });
  await put('bid', { title: 'Bid of Acme', exempt: { fields: ['title'], ground: 3 } });
  await tracker.must('putReturn', {
    params: of('libraries', '2025-12'),
    body: Object(records.return),
    headers: create,
  });
});
afterAll(() => tracker.stop());

const called = async (query = '', as: Person = people.team): Promise<readonly string[]> => {
  const { body } = await tracker.must('getReviewHistory', { as, params, query });
  return body.items.map(
    (one: { recordRef: { kind: string }; called: string }) => `${one.recordRef.kind}: ${one.called}`,
  );
};

it('getReviewHistory names each record as it was called by that change', async () => {
  expect(await called()).toEqual([
    ...['review: Libraries', 'risk: A roof leaks', 'risk: Two roofs leak', 'risk: Bid of Acme'],
    'return: return of December 2025',
  ]);
});

it('getReviewHistory does not name what is withheld from whoever reads it', async () => {
  const names = await called('view=public');
  expect(names.join()).not.toContain('Acme');
  expect(names).toContainEqual(expect.stringMatching(/^risk: Withheld: exempt under paragraph 3/));
});
