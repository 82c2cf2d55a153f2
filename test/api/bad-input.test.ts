import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsWithBody } from '../support/examples.ts';
import { idOfEntry } from '../support/id-of-entry.ts';
import { tagsOf } from '../support/in-every-run.ts';
import { create, entry, property, refused, startWithOneOfEach } from '../support/one-of-each.ts';
import { expectProblem, problem } from '../support/problem.ts';
import { risk } from '../support/records.ts';
import type { Asked, Person, TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startWithOneOfEach();
});
afterAll(() => tracker.stop());

const putRisk = (asked: Asked) => refused(tracker, 'putRisk', { params: entry('late'), body: risk, ...asked });
const changeRisk = (headers: Record<string, string>) => putRisk({ body: { ...risk, title: 'Other' }, headers });

describe('a version', () => {
  const tag = 'must be the ETag of the last read with its quotation marks, as in "review:tomorrow/property:3"';
  it.each([
    ['missing', {}, 428, 'version.missing', []],
    ['given twice over', { ...create, 'if-match': '"1"' }, 428, 'version.missing', []],
    ['stale', { 'if-match': '"7"' }, 412, 'version.stale', []],
    ['of a thing that is there already', create, 412, 'version.exists', []],
    ['without quotation marks', { 'if-match': '1' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['weak', { 'if-match': 'W/"1"' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['any', { 'if-match': '*' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['a list', { 'if-match': '"1", "2"' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['zero', { 'if-match': '"0"' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['below zero', { 'if-match': '"-1"' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['of another record', { 'if-match': '"risk:tomorrow/property/other:1"' }, 412, 'version.of-another', []],
    ['a word', { 'if-match': '"latest"' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    ['empty', { 'if-match': '' }, 400, 'request.invalid', [{ pointer: '/If-Match', message: tag }]],
    [
      'of If-None-Match other than *',
      { 'if-none-match': '"1"' },
      400,
      'request.invalid',
      [{ pointer: '/If-None-Match', message: 'must be *' }],
    ],
  ])('that is %s is refused', async (_, headers, status, code, faults) => {
    const told = await changeRisk(headers as Record<string, string>);
    expect(told).toMatchObject({ status, body: { code } });
    expect(told.faults).toMatchObject(faults);
    expect(told.faults).toHaveLength(faults.length);
  });

  it('that is stale is refused in words that say what stands', async () => {
    const told = await changeRisk({ 'if-match': '"7"' });
    expect(told.body.detail).toMatch(
      /^You sent version 7 of the risk late; the latest is version 1, recorded on \d+ [A-Z][a-z]+ 20\d\d\. Nothing of yours was recorded: read/,
    );
    expect(told.body.facts).toEqual({ yours: 7, version: 1 });
  });
});

describe('a time from which something is true', () => {
  const words = 'must be a date that exists, written 2014-04-30, or an instant written 2014-04-30T22:59:59Z';
  it.each([
    ['soon', words],
    ['2026-02-30', words],
    ['2026-1-5', words],
    ['2026-01-20T10:00Z', words],
    ['2026-01-20T10:00:00.0001Z', words],
    ['2026-01-20T10:00:00.000+01:00', words],
    ['2026-01-20T25:00:00.000Z', words],
    ['', words],
    ['2199-01-01', 'must not be in the future'],
    ['2199-01-01T00:00:00.000Z', 'must not be in the future'],
  ])('Effective-At "%s" is refused', async (given, message) => {
    const told = await changeRisk({ 'if-match': '"1"', 'effective-at': given });
    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(told.faults).toEqual([{ in: 'header', pointer: '/Effective-At', message }]);
  });

  it('before the last change of the thing answers 409 and names that date', async () => {
    const told = await changeRisk({ 'if-match': '"1"', 'effective-at': '2026-01-14' });
    expect(told).toMatchObject({
      status: 409,
      body: { code: 'effective.out-of-order', facts: { lastEffectiveAt: '2026-01-15T00:00:00.000Z' } },
    });
    expect(told.body.detail).toContain('15 January 2026');
    const act = await refused(tracker, 'moveStage', {
      params: property,
      body: { to: 'service-baseline' },
      headers: { 'if-match': '"2"', 'effective-at': '2026-01-09' },
    });
    expect(act).toMatchObject({ status: 409, body: { code: 'effective.out-of-order' } });
  });

  it.each([
    ['in the future', { effectiveAt: '2199-01-01' }, '/effectiveAt', 'must not be in the future'],
    ['not a date', { effectiveAt: 'soon' }, '/effectiveAt', 'must be a date written 2014-04-30 or an instant'],
    ['no event', { corrects: 0 }, '/corrects', 'must be the sequence number of an event'],
    ['without a reason', { reason: undefined }, '/reason', 'is required'],
  ])('of a correction that is %s is refused', async (_, over, pointer, message) => {
    const told = await refused(tracker, 'correctRisk', {
      params: entry('late'),
      body: { corrects: 2, effectiveAt: '2026-01-12', record: risk, reason: 'A slip', ...over },
    });
    expect(told.status).toBe(400);
    expect(told.faults).toEqual([{ in: 'body', pointer, message }]);
  });
});

describe('an Idempotency-Key', () => {
  const visible = 'must be 1 to 255 visible ASCII characters';
  const move = (headers: Record<string, string>) =>
    problem(tracker, () =>
      tracker.send('POST', '/programmes/tomorrow/reviews/property/stage-work', {
        body: { state: 'complete', on: '2026-01-20' },
        headers: { 'if-match': '"review:tomorrow/property:2"', ...headers },
      }),
    );

  it('that is missing from an act is asked for', async () => {
    const told = await move({});
    expect(told).toMatchObject({ status: 400, body: { code: 'idempotency.key-missing' } });
    expect(told.body.detail).toContain('Send an Idempotency-Key of your own making');
  });

  it.each([
    ['empty', ''],
    ['a blank', 'two words'],
    ['a control character', 'a\u0007b'],
    ['a letter beyond ASCII', 'clé'],
    ['256 characters', 'k'.repeat(256)],
  ])('that is or holds %s is refused', async (_, key) => {
    const told = await move({ 'idempotency-key': key });
    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(told.faults).toEqual([{ in: 'header', pointer: '/Idempotency-Key', message: visible }]);
  });

  it('that was used for another request is refused', async () => {
    const told = await move({ 'idempotency-key': 'used-before' });
    expect(told).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });
});

describe('a query', () => {
  const next = 'must be the "next" of the page before';
  const limits = 'must be a whole number from 1 to 200';
  const instant = 'must be a date written 2014-04-30 or an instant written 2014-04-30T22:59:59Z';
  const known =
    'must be a date written 2014-04-30, an instant written 2014-04-30T22:59:59Z, or a published report written 2014-04 or 2014-04/2';
  const encoded = (text: string) => Buffer.from(text).toString('base64url');
  it.each([
    ['listReviews', 'limit=0', '/limit', limits],
    ['listReviews', 'limit=201', '/limit', limits],
    ['listReviews', 'limit=abc', '/limit', limits],
    ['listReviews', 'limit=-1', '/limit', limits],
    ['listReviews', 'limit=1.5', '/limit', limits],
    ['listReviews', 'limit=', '/limit', limits],
    ['listReviews', 'limit=1&limit=2', '/limit', limits],
    ['listRisks', 'limit=1e2', '/limit', limits],
    ['listReviews', 'cursor=%00', '/cursor', next],
    ['listReviews', 'cursor=', '/cursor', next],
    ['listReviews', `cursor=${encoded('sp ace')}`, '/cursor', next],
    ['listRisks', `cursor=${encoded('é')}`, '/cursor', next],
    ['listRisks', 'cursor=A', '/cursor', next],
    ['listProgrammes', `cursor=${encoded('x'.repeat(400))}`, '/cursor', next],
    ['listReports', `cursor=${encoded('"')}`, '/cursor', next],
    ['listReports', `cursor=${encoded('zzz')}`, '/cursor', next],
    ['getReviewHistory', `cursor=${encoded('abc')}`, '/cursor', next],
    ['getReviewHistory', `cursor=${encoded('999999')}`, '/cursor', next],
    ['getProgrammeHistory', `cursor=${encoded('late')}`, '/cursor', next],
    ['listRisks', `cursor=${encoded('RECORD#risk#late')}`, '/cursor', next],
    ['listReviews', 'colour=red', '/colour', 'is not a field here'],
    [
      'listReviews',
      'stage=No%20Stage',
      '/stage',
      'must be lower-case letters and digits in words joined by single hyphens, at most 64 characters',
    ],
    [
      'listReviews',
      'lifecycle=gone',
      '/lifecycle',
      'must be one of "potential", "active", "paused", "stopped", "completed", "transferred", "left"',
    ],
    ['listReviews', 'tier=4', '/tier', 'must be one of "1", "2", "3", "to-be-confirmed"'],
    [
      'listReviews',
      'sro=sam%20sro',
      '/sro',
      'must be the subject of a token: letters, digits and . _ : @ | -, at most 128',
    ],
    ['listReviews', '__proto__=1', '/__proto__', 'is not a field here'],
    ['listReviews', 'asAt=2026-02-30', '/asAt', 'must be a date that exists'],
    ['getRisk', 'asAt=yesterday', '/asAt', instant],
    ['getRisk', 'asAt=2026-02-30', '/asAt', 'must be a date that exists'],
    ['getReview', 'asAt=2026-01-31T10:00Z', '/asAt', instant],
    ['getProgramme', 'asAt=', '/asAt', instant],
    ['getAppraisal', 'asAt=31%20January', '/asAt', instant],
    ['listRisks', 'asAt=2026', '/asAt', instant],
    ['getReviewHistory', 'asAt=2026-01-31', '/asAt', 'is not a field here'],
    ['getRisk', 'knownAt=2026-13', '/knownAt', known],
    ['getRisk', 'knownAt=2026-01/0', '/knownAt', known],
    ['listReviews', 'knownAt=yesterday', '/knownAt', known],
  ])('%s with "%s" is refused', async (operationId, query, pointer, message) => {
    const told = await refused(tracker, operationId, { params: entry('late'), query });
    expect(told).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(told.faults).toEqual([{ in: 'query', pointer, message }]);
  });

  it.each(['listProgrammes', 'listReviews', 'listRisks', 'listReports'])(
    '%s with a cursor of another list never fails',
    async (operationId) => {
      for (const after of ['zzz', '#', 'RECORD#risk#late', 'MONTH#2026-01#0001', '~'])
        expect([200, 400]).toContain(
          (await tracker.ask(operationId, { params: property, query: `cursor=${encoded(after)}` })).status,
        );
    },
  );

  it('of a write is refused', async () => {
    const told = await putRisk({ query: 'dryRun=true', headers: { 'if-match': '"1"' } });
    expect(told.faults).toEqual([{ in: 'query', pointer: '/dryRun', message: 'is not a field here' }]);
  });

  it('tells the faults of path, query and body at once', async () => {
    const told = await refused(tracker, 'putRisk', {
      params: entry('Late'),
      query: 'dryRun=true',
      body: { ...risk, title: '' },
      headers: create,
    });
    expect(told.faults.map((one) => `${one.in}${one.pointer}`)).toEqual(['path/entryId', 'query/dryRun', 'body/title']);
  });
});

/** The bodies of the agreement to a redaction, of the acceptance of a transfer and of a draft have no fields. */
describe('every operation that takes a body with fields', () => {
  const withBody = operationsWithBody.filter(
    ({ id }) => !['agreeRedaction', 'acceptTransfer', 'draftReport'].includes(id),
  );
  const odd = [null, 0.5, 'x\u0000', true, [], [{}], [5], { kind: 'x' }, { nested: { more: [null] } }];
  for (const operation of withBody)
    it(`${operation.id} says in plain English what is wrong with each of its fields`, {
      tags: tagsOf(operation),
    }, async () => {
      const { id } = operation;
      const fields = Object.keys((operation.body as unknown as { shape: object }).shape);
      expect(fields).not.toEqual([]);
      const headers = operation.version === 'put' ? create : { 'if-match': '"1"' };
      const as: Person = { roles: operation.roles === 'anyone' ? [] : operation.roles, subject: 'sam-sro' };
      const entryId = idOfEntry(operation.register?.kind, 'late');
      const params = { ...entry(entryId), month: '2026-01', personId: 'sam-sro', transferId: 'none' };
      for (const value of odd) {
        const body = Object.fromEntries([...fields, 'notAField'].map((name) => [name, value]));
        const told = await tracker.ask(id, { as, params, body, headers });
        expectProblem(told);
        expect(told.status).toBe(400);
        expect(told.body.faults).toContainEqual({ in: 'body', pointer: '/notAField', message: 'is not a field here' });
      }
    });
});
