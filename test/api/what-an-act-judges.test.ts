import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#schemas/operations.ts';
import { nothingStored } from '../support/chain.ts';
import { etagFor } from '../support/etag-for.ts';
import { create, entry, property, tellOneOfEach } from '../support/one-of-each.ts';
import { records, saving } from '../support/records.ts';
import { type Asked, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * Every act carries the ETag of what it judges (docs/meaning.md WRITE-20).
 */

let tracker: TestTracker;
const approval = { outcome: 'approved', body: 'Cabinet', on: '2026-01-25' };
const words = { overall: { rating: 'green', words: 'As planned' } };
const conditional = {
  outcome: 'approved-with-conditions',
  body: 'Cabinet',
  on: '2026-01-25',
  conditions: [{ id: 'lease', text: 'End the lease', owner: 'Estates', dueOn: '2026-06-30' }],
};

/** Each act on what somebody else keeps: what it judges, and how that is changed while its sender reads. */
const acts: readonly (readonly [string, Asked, judged: string, change: readonly [string, Asked]])[] = [
  [
    'recordOutcome',
    { as: people.sro, params: entry('outline'), body: approval },
    'the business case outline',
    [
      'putBusinessCase',
      { params: entry('outline'), body: { ...(records['business-case'] as object), title: 'At 900 million' } },
    ],
  ],
  [
    'updateCondition',
    { params: entry('conditional'), body: { condition: 'lease', status: 'met', on: '2026-02-01' } },
    'the business case conditional',
    [
      'updateCondition',
      { params: entry('conditional'), body: { condition: 'lease', status: 'open', on: '2026-02-01', note: 'Not yet' } },
    ],
  ],
  [
    'queryClaim',
    { as: people.finance, params: entry('buildings'), body: { year: '2026/27', question: 'Of which budget line?' } },
    'the savings line buildings',
    ['putSaving', { params: entry('buildings'), body: { ...saving, title: 'Eight million' } }],
  ],
  [
    'answerClaimQuery',
    { params: entry('buildings'), body: { year: '2026/27', answer: 'Of the old depot' } },
    'the savings line buildings',
    ['putSaving', { params: entry('buildings'), body: { ...saving, title: 'Eight and a half million' } }],
  ],
  [
    'validateSaving',
    { as: people.finance, params: entry('buildings'), body: { year: '2026/27', pounds: 100, on: '2026-02-01' } },
    'the savings line buildings',
    ['putSaving', { params: entry('buildings'), body: { ...saving, title: 'Nine million' } }],
  ],
  [
    'decideChangeRequest',
    { as: people.office, params: entry('winter'), body: { decision: 'agreed', body: 'Board', on: '2026-02-01' } },
    'the change request winter',
    [
      'putChangeRequest',
      { params: entry('winter'), body: { ...(records['change-request'] as object), title: 'At twice the cost' } },
    ],
  ],
  [
    'sendReturnBack',
    { as: people.sro, params: entry('2026-01'), body: { comment: 'Say when the lease ends' } },
    'the return 2026-01',
    ['putReturn', { params: entry('2026-01'), body: { narrative: 'Words that come before it is sent back' } }],
  ],
  [
    'confirmReturn',
    { as: people.sro, params: entry('2026-01'), body: {} },
    'the return 2026-01',
    ['putReturn', { params: entry('2026-01'), body: { narrative: 'Words that the SRO never saw' } }],
  ],
  [
    'rateReview',
    { as: people.sro, params: property, body: { on: '2026-02-01', ...words } },
    'the review property',
    ['recordStageWork', { params: property, body: { state: 'in-progress', on: '2026-01-12' } }],
  ],
];

const version = async (id: string, params: Record<string, string>): Promise<number> => {
  const { register, path } = operations.find((one) => one.id === id) ?? { path: '' };
  const read = register !== undefined && path.includes('{entryId}') ? `get${register.stem}` : 'getReview';
  return (await tracker.must(read, { params })).body.version;
};

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
  for (const [id, entryId, body] of [
    ['putBusinessCase', 'conditional', records['business-case']],
    ['putSaving', 'buildings', saving],
    ['putChangeRequest', 'winter', records['change-request']],
    ['putReturn', '2026-01', { narrative: 'As the SRO read it' }],
  ] as const)
    await tracker.must(id, { params: entry(entryId), body, headers: create });
  await tracker.must('recordOutcome', { as: people.sro, params: entry('conditional'), body: conditional });
});
afterAll(() => tracker.stop());

describe.each(acts)('%s', (id, asked, judged, [change, changed]) => {
  const { params = {} } = asked;
  it('without the version of what it judges is refused, and says whose is missing', async () => {
    const { method, path } = operations.find((one) => one.id === id) ?? { method: 'POST', path: '' };
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const told = await nothingStored(tracker, () =>
      tracker.send(method, address, { ...asked, headers: { 'idempotency-key': `${id}-bare` } }),
    );
    expect(told).toMatchObject({ status: 428, body: { code: 'version.missing' } });
    expect(told.body.detail).toContain(judged.replace(/^the /, '').replace(/ [a-z0-9-]+$/, ''));
  });

  it('under the version of another record is told so, even where the numbers are the same', async () => {
    const other = etagFor('getOption', entry('mutual'), await version(id, params));
    const told = await nothingStored(tracker, () => tracker.ask(id, { ...asked, headers: { 'if-match': other } }));
    expect(told).toMatchObject({ status: 412, body: { code: 'version.of-another' } });
    expect(told.body.detail).toContain(`rests on ${judged}`);
    expect(told.body.detail).not.toContain('Somebody');
  });

  it('on what was changed while its sender read it is refused, and says which record moved', async () => {
    const read = await version(id, params);
    await tracker.must(change, { ...changed, headers: { 'if-match': etagFor(change, params, read) } });
    const told = await nothingStored(tracker, () =>
      tracker.ask(id, { ...asked, headers: { 'if-match': etagFor(id, params, read) } }),
    );
    expect(told).toMatchObject({ status: 412, body: { code: 'version.stale' } });
    expect(told.body.detail).toContain(`You sent version ${read} of ${judged}; the latest is version ${read + 1}`);
  });

  it('on what its sender read last is done', async () => {
    const told = await tracker.ask(id, {
      ...asked,
      headers: { 'if-match': etagFor(id, params, await version(id, params)) },
    });
    expect(told.status).toBeLessThan(300);
  });
});

/** Passing work on changes what it finds of a leaver's: each record on its own version. A transfer is named by its own id, and is in one state. */
it('every act but a correction, which names its event, and a list, which names none or the version of each entry, says by If-Match what it judges', () => {
  const judging = operations.filter(
    ({ method, host, useCase }) =>
      method === 'POST' &&
      host === 'commands' &&
      !useCase.startsWith('correct-') &&
      !['record-entries', 'change-entries'].includes(useCase),
  );
  expect(judging.filter((one) => one.version !== 'if-match').map((one) => one.id)).toEqual([
    'closeMonth',
    'runReport',
    'reviseReport',
    'rebuildReport',
    'draftReport',
    'compareDays',
    'chooseMessages',
    'passOn',
    'proposeTransfer',
    'acceptTransfer',
    'refuseTransfer',
    'withdrawTransfer',
  ]);
});
