// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, lastDayOf } from '#language/time.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';
import { programmesOf, putItems, releasedVersions } from './released-version.ts';

/*
 * A return that an earlier release confirmed names no figures: it stands for what was recorded by then, so that "nothing changed" of the
 * month after is judged all the same (docs/meaning.md MONTH-22).
 */

const organisation = 'local-council';
const team = { roles: ['transformation-team'], subject: 'tara-team', organisation } as const;

const withConfirmed = async (tracker: TestTracker, programmeId: string, reviewId: string) => {
  const { items } = (await tracker.must('listReturns', { as: team, params: { programmeId, reviewId } })).body;
  const confirmed = items.filter((one: { facts: { confirmed: unknown } }) => one.facts.confirmed !== null);
  return confirmed.at(-1)?.id as string | undefined;
};

describe.each(releasedVersions)('returns that release %s confirmed', (version) => {
  let tracker: TestTracker;
  beforeAll(async () => {
    tracker = await startTestTracker();
    await putItems({ client: tracker.client, name: tracker.tableName }, version);
  }, 120_000);
  afterAll(() => tracker.stop());

  it('are what a return of the month after is compared with', async () => {
    const answered = new Map<number, number>();
    for (const programmeId of programmesOf(version)) {
      const { items } = (await tracker.must('listReviews', { as: team, params: { programmeId }, query: 'limit=200' }))
        .body;
      for (const { id: reviewId } of items) {
        const last = await withConfirmed(tracker, programmeId, reviewId);
        if (last === undefined) continue;
        const params = { programmeId, reviewId, month: addMonths(last, 1) };
        const { since, changed } = (await tracker.must('getReturnFigures', { as: team, params })).body;
        const then = { as: team, params, query: `asAt=${lastDayOf(last)}` };
        const { facts, record } = (await tracker.must('getReview', then)).body;
        expect(since).toMatchObject({ month: last, figures: { stage: facts.stage, lifecycle: record.lifecycle } });
        const put = { as: team, params: { ...params, entryId: params.month }, body: { nothingChanged: true } };
        const told = await tracker.ask('putReturn', { ...put, headers: { 'if-none-match': '*' } });
        const expected = changed.length > 0 ? 422 : 201;
        // A return of the month may be there already, not confirmed.
        if (told.status !== 412 && told.body.code !== 'programme.closed') expect(told.status, told.text).toBe(expected);
        answered.set(told.status, (answered.get(told.status) ?? 0) + 1);
      }
    }
    expect([...answered.keys()].sort()).toEqual(expect.arrayContaining([201, 422]));
  }, 60_000);
});
