// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, entry, property, tellOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { problem } from '../support/problem.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { type Asked, type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;
const foreign: Person = { ...people.team, organisation: 'another-council' };

beforeAll(async () => {
  tracker = await startTestTracker();
  await tellOneOfEach(tracker);
});
afterAll(() => tracker.stop());

const refused = (operationId: string, asked: Asked) => problem(tracker, () => tracker.ask(operationId, asked));
const sent = (method: string, path: string, asked: Asked = {}) =>
  problem(tracker, () => tracker.send(method, path, asked));
const work = { state: 'complete', on: '2026-01-20' };

describe('an id with odd characters', () => {
  const words = 'must be lower-case letters and digits in words joined by single hyphens, at most 64 characters';
  const odd = [
    'Property',
    'the property',
    'a/b',
    '../tomorrow',
    '..',
    '.',
    'a.b',
    'a_b',
    'a#b',
    'a%2Fb',
    "a'b",
    '-property',
    'property-',
    'proper--ty',
    '__proto__',
    'hasOwnProperty',
    'café',
    '房产',
    '🏠',
    'prop\u0000erty',
    'prop\nerty',
    'property\n',
    '\u202Eproperty',
    'p\u0301roperty',
    'ｐｒｏｐｅｒｔｙ',
    'x'.repeat(65),
    'x'.repeat(5000),
    '{programmeId}',
    '$default',
    'null#undefined',
  ];
  it.each(odd)('%j is refused as the id of a programme, a review and an entry', async (id) => {
    for (const [operationId, params, pointer] of [
      ['putRisk', { ...property, programmeId: id, entryId: 'new' }, '/programmeId'],
      ['putRisk', { ...entry('new'), reviewId: id }, '/reviewId'],
      ['putRisk', entry(id), '/entryId'],
    ] as const) {
      const told = await refused(operationId, { params, body: risk, headers: create });
      expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
      expect(told.faults).toEqual([{ in: 'path', pointer, message: words }]);
    }
    expect((await refused('getRisk', { params: entry(id) })).faults).toMatchObject([{ pointer: '/entryId' }]);
  });

  it.each(['x'.repeat(64), 'constructor', '0', 'a-1-b'])('%j is taken', async (id) => {
    const told = await tracker.ask('putRisk', { params: entry(id), body: risk, headers: create });
    expect(told).toMatchObject({ status: 201, body: { id } });
    expect(await tracker.ask('getRisk', { params: entry(id) })).toMatchObject({ status: 200, body: { id } });
  });

  it.each([
    ['2026-13', 'must be a month written 2014-04'],
    ['2026-1', 'must be a month written 2014-04'],
    ['january', 'must be a month written 2014-04'],
    ['0000-01', 'must be a month written 2014-04'],
  ])('%j is refused as the month of a return', async (entryId, message) => {
    const told = await refused('putReturn', { params: entry(entryId), body: records.return, headers: create });
    expect(told.faults).toEqual([{ in: 'path', pointer: '/entryId', message }]);
  });

  it('a return of a month to come is refused by its rule', async () => {
    const told = await refused('putReturn', { params: entry('2199-12'), body: records.return, headers: create });
    expect(told).toMatchObject({ status: 422, body: { code: 'content.breaks-rule' } });
    expect(told.faults).toMatchObject([{ in: 'path', pointer: '/entryId' }]);
  });
});

describe('what does not exist', () => {
  it.each([
    [
      'putRisk',
      { programmeId: 'nowhere', reviewId: 'property', entryId: 'new' },
      { body: risk, headers: create },
      'programme.unknown',
    ],
    [
      'putReview',
      { programmeId: 'nowhere', reviewId: 'property' },
      { body: review, headers: create },
      'programme.unknown',
    ],
    [
      'putRisk',
      { ...tomorrow, reviewId: 'nowhere', entryId: 'new' },
      { body: risk, headers: create },
      'review.unknown',
    ],
    ['putRisk', entry('nowhere'), { body: risk, headers: { 'if-match': '"1"' } }, 'entry.unknown'],
    [
      'putReview',
      { ...tomorrow, reviewId: 'nowhere' },
      { body: review, headers: { 'if-match': '"1"' } },
      'review.unknown',
    ],
    [
      'putProgramme',
      { programmeId: 'nowhere' },
      { as: people.office, body: programme, headers: { 'if-match': '"1"' } },
      'programme.unknown',
    ],
    [
      'moveStage',
      { ...tomorrow, reviewId: 'nowhere' },
      { body: { to: 'identified' }, headers: { 'if-match': '"1"' } },
      'review.unknown',
    ],
    ['strikeOutRisk', entry('nowhere'), { body: { reason: 'Gone' }, headers: { 'if-match': '"1"' } }, 'entry.unknown'],
    [
      'correctRisk',
      entry('nowhere'),
      { body: { corrects: 1, effectiveAt: '2026-01-11', record: risk, reason: 'A slip' } },
      'entry.unknown',
    ],
    [
      'recordOutcome',
      entry('nowhere'),
      {
        as: people.sro,
        body: { outcome: 'approved', body: 'Board', on: '2026-01-20' },
        headers: { 'if-match': '"2"' },
      },
      'entry.unknown',
    ],
    [
      'updateCondition',
      entry('nowhere'),
      { body: { condition: 'lease', status: 'met', on: '2026-01-20' } },
      'entry.unknown',
    ],
    [
      'validateSaving',
      entry('nowhere'),
      { as: people.finance, body: { year: '2026/27', pounds: 1, on: '2026-01-20' } },
      'entry.unknown',
    ],
    ['confirmReturn', entry('2026-01'), { as: people.sro, body: {} }, 'entry.unknown'],
    [
      'rateReview',
      { ...tomorrow, reviewId: 'nowhere' },
      { as: people.sro, body: { on: '2026-01-31', overall: { rating: 'red', words: 'x' } } },
      'review.unknown',
    ],
    ['getAppraisal', property, {}, 'entry.unknown'],
    ['listRisks', { programmeId: 'nowhere', reviewId: 'property' }, {}, 'programme.unknown'],
    ['listRisks', { ...tomorrow, reviewId: 'nowhere' }, {}, 'review.unknown'],
    ['getReportRun', { ...tomorrow, runId: 'nowhere' }, {}, 'run.unknown'],
    ['getReportDraft', { ...tomorrow, month: '2026-01' }, {}, 'draft.unknown'],
    ['getDaysComparison', tomorrow, { query: 'from=2026-01-10&to=2026-01-31' }, 'comparison.unknown'],
  ] as const)('%s of %j answers 404', async (operationId, params, asked: Asked, code) => {
    const told = await refused(operationId, { params, ...asked });
    expect(told).toMatchObject({ status: 404, body: { code } });
  });

  const reading: readonly (readonly [string, Record<string, string>])[] = [
    ['getProgramme', tomorrow],
    ['listReviews', tomorrow],
    ['getReview', property],
    ['getReviewGate', property],
    ['listRisks', property],
    ['getRisk', entry('late')],
    ['getAppraisal', property],
    ['getReport', { ...tomorrow, month: 'latest' }],
  ];
  it.each(reading)("%s of another organisation's ids answers as if they were nowhere", async (operationId, params) => {
    const theirs = await refused(operationId, { as: foreign, params });
    expect(theirs.status).toBe(404);
    const nowhere = Object.fromEntries(
      Object.entries(params).map(([name, id]) => [name, id === 'latest' ? id : 'nowhere']),
    );
    const missing = await refused(operationId, { as: foreign, params: nowhere });
    const bare = (told: { text: string }, ids: readonly string[]) =>
      ids.reduce((text, id) => text.replaceAll(id, '…'), told.text);
    expect(bare(theirs, Object.values(params))).toBe(bare(missing, ['nowhere', 'latest']));
    expect(Object.keys(theirs.headers).sort()).toEqual(Object.keys(missing.headers).sort());
  });

  it.each([
    ['putReview', property, { body: review, headers: { 'if-match': '"2"' } }],
    ['putRisk', entry('late'), { body: risk, headers: { 'if-match': '"1"' } }],
    ['moveStage', property, { body: { to: 'service-baseline' }, headers: { 'if-match': '"2"' } }],
    ['recordStageWork', property, { body: work, headers: { 'if-match': '"2"' } }],
    ['strikeOutRisk', entry('late'), { body: { reason: 'Not yours' }, headers: { 'if-match': '"1"' } }],
  ] as const)("%s of another organisation's ids changes nothing", async (operationId, params, asked: Asked) => {
    const told = await refused(operationId, { as: foreign, params, ...asked });
    expect(told.status).toBe(404);
  });

  it.each([
    ['a month of which no report is published', '2026-01'],
    ['a month in the future', '2199-12'],
    ['the latest, where there is none', 'latest'],
  ])('getReport of %s answers 404', async (_, month) => {
    const told = await refused('getReport', { as: people.board, params: { ...tomorrow, month } });
    expect(told).toMatchObject({ status: 404, body: { code: 'report.unpublished' } });
  });

  it.each(['2026-13', 'newest', '2026', '2026-1'])('getReport of %j answers 400', async (month) => {
    const told = await refused('getReport', { as: people.board, params: { ...tomorrow, month } });
    expect(told.faults).toEqual([
      { in: 'path', pointer: '/month', message: 'must be a month written 2014-04, or "latest"' },
    ]);
  });

  it.each([
    ['a month in the future', { month: '2199-12' }, 409, 'month.not-ended'],
    ['a month that has not ended', { month: new Date().toISOString().slice(0, 7) }, 409, 'month.not-ended'],
    ['a month before the first', { month: '2025-12' }, 409, 'month.not-reported'],
    ['a month that there is not', { month: '2026-13' }, 400, 'request.invalid'],
    ['an early run without a reason', { month: '2026-01', early: true }, 400, 'request.invalid'],
  ])('runReport of %s is refused', async (_, body, status, code) => {
    const told = await refused('runReport', { as: people.office, params: tomorrow, body });
    expect(told).toMatchObject({ status, body: { code } });
  });

  it('reviseReport of a month that is not published answers 404', async () => {
    const told = await refused('reviseReport', {
      as: people.office,
      params: { ...tomorrow, month: '2026-01' },
      body: { reason: 'A slip' },
    });
    expect(told).toMatchObject({ status: 404, body: { code: 'report.unpublished' } });
  });
});

describe('a stage', () => {
  it('that does not exist answers 409 and lists those that do', async () => {
    const told = await refused('moveStage', {
      params: property,
      body: { to: 'no-stage' },
      headers: { 'if-match': '"2"' },
    });
    expect(told).toMatchObject({ status: 409, body: { code: 'stage.unknown' } });
    expect(told.body.detail).toContain('identified, service-baseline, options-appraisal');
  });
});

describe('an address', () => {
  it.each([
    ['GET', '/nowhere'],
    ['GET', '/programmes/tomorrow/nothing'],
    ['GET', '/programmes/tomorrow/reviews/property/risks/late/more'],
    ['GET', '/programmes/'],
    ['GET', '//programmes'],
    ['GET', '/PROGRAMMES'],
    ['POST', '/programmes/tomorrow/reviews/property/nothing'],
    ['GET', '/.env'],
    ['GET', '/x/..%2f..%2fetc'],
  ])('%s %s that there is not answers 404', async (method, path) => {
    const told = await sent(method, path);
    expect(told).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
    expect(told.body.detail).toContain('/openapi.json');
  });

  it.each([
    ['DELETE', '/programmes/tomorrow', 'GET, PATCH, PUT'],
    ['POST', '/programmes/tomorrow', 'GET, PATCH, PUT'],
    ['PATCH', '/programmes/tomorrow/reviews/property/gate', 'GET'],
    ['DELETE', '/programmes/tomorrow/reviews/property/risks/late', 'GET, PATCH, PUT'],
    ['GET', '/programmes/tomorrow/reviews/property/stage-moves', 'POST'],
    ['PUT', '/programmes', 'GET'],
    ['PUT', '/programmes/tomorrow/reports', 'GET, POST'],
    ['PUT', '/programmes/tomorrow/reviews/property/ratings/sro-2026-01-31', 'GET'],
    ['POST', '/openapi.json', 'GET'],
  ])('%s %s answers 405 with the methods that it takes', async (method, path, allow) => {
    const told = await sent(method, path, { as: people.office, body: {} });
    expect(told).toMatchObject({ status: 405, body: { code: 'method.not-allowed' } });
    expect(told.headers.allow?.split(', ').sort().join(', ')).toBe(allow);
  });
});
