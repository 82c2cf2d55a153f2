import { describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import { screensBefore } from './screen-under-test.ts';

const review = '/programmes/p/reviews/r';
const page = '/pages/programmes/p/reviews/r/risks/_reviewed';

const risk = (id: string, title: string, version: number, given: object = {}) => ({
  stateName: 'Open',
  dueOn: '2026-11-10',
  overdue: true,
  entry: {
    id,
    record: { title },
    facts: {},
    computed: {},
    version,
    effectiveAt: '2026-09-01T00:00:00.000Z',
    recordedAt: '2026-09-01T00:00:00.000Z',
    recordedBy: 'theo',
    struckOut: null,
    ...given,
  },
});
const late = risk('late', 'Savings are late', 2, {
  facts: { reviewedNoChange: { at: '2026-10-05T10:00:00.000Z', by: 'tara' } },
});
const lease = risk('lease', 'The lease runs on', 1);

const answersWith = (items: readonly object[] = [late, lease], next: string | null = null) => ({
  '/programmes/p': {
    body: {
      id: 'p',
      record: { name: 'Futures', council: 'M', reporting: { returnsDueDay: 28 } },
      computed: { nextReport: '2026-10' },
    },
  },
  [review]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  '/programmes/p/across/risks': { body: { items, next } },
});
const asTeam = (answers = () => answersWith()) => screensBefore(answers, ['transformation-team']);
const seen = { 'entries/late/version': '2', 'entries/lease/version': '1', _from: 'now' };

describe('risks that were reviewed', () => {
  it('are on one page with the day on which each was last confirmed, and what is overdue', async () => {
    const text = String((await asTeam().opened(page)).body);
    for (const words of ['Savings are late', '5 October 2026', '1 September 2026', '10 November 2026', 'Overdue'])
      expect(text).toContain(words);
    expect(text).toContain('name="entries/lease/version" value="1"');
    expect(String((await asTeam(() => answersWith([])).opened(page)).body)).toContain('The review has no open risks.');
    expect(String((await asTeam(() => answersWith(undefined, 'more')).opened(page)).body)).toContain(
      'the 40 that matter',
    );
    expect(String((await screensBefore(() => answersWith(), ['board']).opened(page)).body)).not.toContain('<form');
  });

  it('are recorded so together, each on the version that was read, with the comment', async () => {
    const screens = asTeam();
    await screens.reply(page, { ...seen, _from: '2026-10-31', 'entries/late/reviewed': 'yes', comment: 'With owners' });
    const entry = { reviewedNoChange: true, comment: 'With owners' };
    expect(screens.sent).toMatchObject([
      {
        method: 'POST',
        path: `${review}/risks/changes`,
        effectiveAt: '2026-10-31T23:59:59.999Z',
        body: { entries: [{ id: 'late', version: 2, ...entry }] },
      },
    ]);
    await screens.reply(page, { ...seen, all: 'yes', comment: '' });
    expect(screens.sent[1]?.body).toEqual({
      entries: [
        { id: 'late', version: 2, reviewedNoChange: true },
        { id: 'lease', version: 1, reviewedNoChange: true },
      ],
    });
  });

  it('are some at least, and what is wrong with one is said at its tick', async () => {
    const screens = asTeam();
    expect(screens.pageOf(await screens.reply(page, seen)).faults?.map(({ field }) => field)).toEqual(['all']);
    const message = 'was last changed with effect from 3 November 2026, which is later';
    screens.refuse({
      status: 409,
      code: 'effective.out-of-order',
      faults: [{ in: 'body', pointer: '/entries/0', message }],
    });
    const again = screens.pageOf(await screens.reply(page, { ...seen, 'entries/lease/reviewed': 'yes' }));
    expect(again.faults).toEqual([{ field: 'entries-lease-reviewed', message: `The lease runs on: ${message}` }]);
  });

  it('are not recorded where somebody changed one meanwhile, before it was looked at again', async () => {
    const changed = (fields: readonly string[]) => ({
      status: 412,
      code: 'version.stale',
      facts: {
        stale: [{ id: 'late', fields, changes: [{ byName: 'Theo Team', at: '2026-11-28T13:44:00.000Z' }] }],
      },
    });
    let items: readonly object[] = [late, lease];
    const screens = asTeam(() => answersWith(items));
    items = [risk('late', 'Savings are later', 3), lease];
    screens.refuseOnce(changed(['title']));
    const again = screens.pageOf(await screens.reply(page, { ...seen, all: 'yes' }));
    expect(again.faults?.[0]?.message).toContain(
      'Savings are later: has changed since you read it: Theo Team changed it',
    );
    expect(String(again.body)).toContain('name="entries/late/version" value="3"');
    expect(screens.sent).toHaveLength(1);
    // Of what acts keep of it nothing was read: it is still as it was looked at.
    screens.refuseOnce(changed(['reviewedNoChange']));
    expect(await screens.reply(page, { ...seen, all: 'yes' })).toMatchObject({ kind: 'to' });
    expect(Object(screens.sent.at(-1)?.body).entries[0]).toMatchObject({ id: 'late', version: 3 });
  });
});

it('Every register whose open entries can be reviewed without a change has such a page, but savings, which have a grid', () => {
  const find = screenFinder(screensOf());
  const has = registers
    .filter(
      (one: Register) => find(`/pages/programmes/p/reviews/r/${one.path}/_reviewed`)?.params.entryId === undefined,
    )
    .filter((one: Register) => one.scopes.includes('review'))
    .map(({ path }) => path);
  expect(has.toSorted()).toEqual(['decisions', 'handovers', 'issues', 'milestones', 'risks']);
  expect(find('/pages/programmes/p/reviews/r/savings/_month-end')?.params.entryId).toBeUndefined();
});
