import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/p';
const page = '/pages/programmes/p/month-end/2026-10/check';
const digest = 'a'.repeat(64);
const run = (over: object) => ({
  ...{ id: '2026-10-r1-now-abc', programme: 'p', month: '2026-10', revision: 1, kind: 'rebuild-now', state: 'rebuilt' },
  ...{ reason: null, early: false, requestedAt: '2026-11-28T12:00:00.000Z', problem: null, rebuilt: null },
  ...{ reviewsDone: 0, reviewsTotal: null, report: null },
  ...over,
});
const rebuilt = (over: object) => ({
  ...{ knowledge: 'then', publishedDigest: digest, contentDigest: digest, same: true, differences: [] },
  ...over,
});
const published = {
  ...{ month: '2026-10', revision: 1, contentDigest: digest, publishedAt: '2026-11-06T06:00:00.000Z', reason: null },
};
const pagesWith = (found?: object, reports: readonly object[] = [published]) =>
  screensBefore(
    () => ({
      [api]: {
        body: {
          record: { name: 'Futures', reporting: { firstMonth: '2026-01', reportDay: 6, returnsDueDay: 5 } },
          computed: { nextReport: '2026-11' },
        },
      },
      [`${api}/reports`]: { body: { items: reports, notReported: [], next: null } },
      ...(found === undefined ? {} : { [`${api}/report-runs/2026-10-r1-now-abc`]: { body: found } }),
    }),
    ['assurance'],
  );
const shown = async (found: object) => String((await pagesWith(found).opened(`${page}?run=2026-10-r1-now-abc`)).body);

describe('A published report', () => {
  it.each(['then', 'now'])('is made again by what is known %s, and published by that no more', async (knowledge) => {
    const screens = pagesWith();
    expect(await screens.reply(page, { knowledge })).toMatchObject({ kind: 'to', path: page });
    expect(screens.sent).toMatchObject([
      { method: 'POST', path: `${api}/reports/2026-10/rebuilds`, body: { knowledge } },
    ]);
  });

  it('is asked for by one of the two', async () => {
    const screens = pagesWith();
    expect(await screens.reply(page, { knowledge: 'later' })).toMatchObject({ kind: 'page', status: 422 });
    expect(screens.sent).toEqual([]);
  });

  it.each([
    [run({ state: 'running' }), 'The report is being made again.'],
    [run({ rebuilt: rebuilt({}) }), 'made again, it has the same digest'],
    [
      run({ rebuilt: rebuilt({ same: false, contentDigest: 'b'.repeat(64) }) }),
      'has another digest than the published one',
    ],
    [run({ rebuilt: rebuilt({ knowledge: 'now' }) }), 'By what is recorded now the report would say the same.'],
    [
      run({ rebuilt: rebuilt({ knowledge: 'now', same: false, differences: ['Risks: 3, was 2.'] }) }),
      '<li>Risks: 3, was 2.</li>',
    ],
    [run({ state: 'failed', problem: 'The record cannot be read.' }), 'The record cannot be read.'],
  ])('says what came of it (%#)', async (found, words) => {
    expect(await shown(found)).toContain(words);
  });

  it('is not offered for a month that is not published', async () => {
    const text = String((await pagesWith(undefined, []).opened(page)).body);
    expect(text).toContain('No report of this month is published.');
    expect(text).not.toContain('<form');
  });
});
