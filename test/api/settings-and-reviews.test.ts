import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Asks, between } from '../support/between.ts';
import { create } from '../support/one-programme.ts';
import { programme, records, review } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Settings change while a review does: of a word that is taken out while a review takes it, and of a programme that is closed
 * while something is recorded, one is refused or decided again on what the other made.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tracker.stop());

const ifFirst = { 'if-match': '"1"' };
const closeDown = { on: '2026-11-01', achieved: 'Much', notAchieved: 'Little', lessons: 'Some', carriesOn: [] };
const settings = { ...programme, themes: [{ id: 'market', name: 'Market' }] };

const set = async (programmeId: string) => {
  const params = { programmeId, reviewId: 'property', entryId: 'first' };
  await tracker.must('putProgramme', { as: people.office, params, body: settings, headers: create });
  const { directorate: _, portfolio: __, ...bare } = review;
  await tracker.must('putReview', { params, body: bare, headers: create });
  const putSettings = (body: object) => () =>
    tracker.ask('putProgramme', { as: people.office, params, body, headers: ifFirst });
  const putReview = (over: object) => () =>
    tracker.ask('putReview', { params, body: { ...bare, ...over }, headers: ifFirst });
  return {
    close: putSettings({ ...settings, closeDown }),
    record: () => tracker.ask('putIssue', { params, body: records.issue, headers: create }),
    pairs: {
      directorate: [putReview({ directorate: 'places' }), putSettings({ ...settings, directorates: [] })],
      portfolio: [putReview({ portfolio: 'customer' }), putSettings({ ...settings, portfolios: [] })],
      theme: [putReview({ theme: 'market' }), putSettings({ ...settings, themes: [] })],
      'delivery model': [
        () => tracker.ask('putOption', { params, body: records.option, headers: create }),
        putSettings({ ...settings, deliveryModels: ['trust'] }),
      ],
    },
  };
};
let round = 0;
const next = () => {
  round += 1;
  return set(`programme-${round}`);
};
const words = ['directorate', 'portfolio', 'theme', 'delivery model'] as const;

describe.each(words)('A %s', (word) => {
  it('that a review takes while it is taken out is kept by one of both, whoever is first', async () => {
    for (const takenFirst of [true, false]) {
      const { pairs } = await next();
      const [take, takeOut] = pairs[word] as [Asks, Asks];
      const [last, done] = takenFirst ? await between(takeOut, take) : await between(take, takeOut);
      expect(done.status).toBeLessThan(300);
      expect(last).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
    }
  });

  it('is never taken and taken out, however the two meet', { tags: ['long'] }, async () => {
    for (let n = 0; n < 25; n += 1) {
      const { pairs } = await next();
      const both = await Promise.all((pairs[word] as [Asks, Asks]).map((ask) => ask()));
      expect(both.map(({ status }) => (status < 300 ? 'done' : status)).toSorted()).toEqual([422, 'done']);
    }
  });
});

describe('A programme that is closed', () => {
  it('takes nothing that was decided while it was open', async () => {
    const { close, record } = await next();
    const [recorded, closed] = await between(record, close);
    expect([recorded.status, closed.status]).toEqual([409, 200]);
    expect(recorded.body.code).toBe('programme.closed');
  });

  it('has no entry that was recorded after the closing, however the two meet', { tags: ['long'] }, async () => {
    for (let n = 0; n < 25; n += 1) {
      const { close, record } = await next();
      const params = { programmeId: `programme-${round}`, reviewId: 'property' };
      const [closed, recorded] = await Promise.all([close(), record()]);
      expect(closed.status).toBe(200);
      expect([201, 409]).toContain(recorded.status);
      // What was recorded was there when the programme was closed: a second entry is refused.
      const later = await tracker.ask('putIssue', {
        params: { ...params, entryId: 'later' },
        body: records.issue,
        headers: create,
      });
      expect(later.status).toBe(409);
    }
  });
});
