import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportedLines } from '../support/exported.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { agreeTo, askForRedaction, redact } from '../support/redacting.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

const park = { programmeId: 'parks', reviewId: 'wood' };
const offer = { ...park, entryId: 'offer' };
const words = 'Jane Doe of 4 High Street complained';
const asked = { review: 'wood', kind: 'risk', entry: 'offer', texts: [{ pointer: '/record/cause', version: 1 }] };
const from = (day: string) => ({ ...create, 'effective-at': day });

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params: park, body: review, headers: from('2026-01-02') });
  await tracker.must('putRisk', {
    params: offer,
    body: { ...risk, cause: words },
    headers: { ...from('2026-01-10'), 'idempotency-key': 'first-of-offer' },
  });
  await tracker.must('putRisk', {
    params: offer,
    body: { ...risk, cause: 'A complaint', consequence: `It is said that ${words.toUpperCase()}.` },
    headers: { 'if-match': '"risk:parks/wood/offer:1"', 'effective-at': '2026-02-10' },
  });
}, 60_000);
afterAll(() => tracker.stop());

const holders = async () => (await storedTexts(tracker)).filter((text) => text.toLowerCase().includes('jane doe'));
const request = (id: string) => ({ programmeId: 'parks', entryId: id });

describe('agreeRedaction', () => {
  it('a redaction that nobody has agreed to, or that was struck out, changes nothing', async () => {
    const before = await holders();
    expect((await askForRedaction(tracker, request('not-yet'), asked)).status).toBe(201);
    await tracker.settled();
    expect(await holders()).toEqual(before);
    const { headers } = await tracker.must('getProgrammeRedaction', { params: request('not-yet') });
    await tracker.must('strikeOutProgrammeRedaction', {
      as: people.assurance,
      params: request('not-yet'),
      body: { reason: 'There is no ground' },
      headers: { 'if-match': headers.etag ?? '' },
    });
    expect((await agreeTo(tracker, request('not-yet'))).body.code).toBe('entry.struck-out');
    await tracker.settled();
    expect(await holders()).toEqual(before);
  });

  it('nobody agrees to what they asked for themselves, whatever roles they hold, nor in the role that asked', async () => {
    const both = { roles: ['programme-office', 'assurance'], subject: 'bea-both' } as const;
    await askForRedaction(tracker, request('alone'), asked, both);
    expect(await agreeTo(tracker, request('alone'), both)).toMatchObject({
      status: 403,
      body: { code: 'redaction.own-request' },
    });
    const office = { roles: ['programme-office'], subject: 'olga-office' } as const;
    expect(await agreeTo(tracker, request('alone'), office)).toMatchObject({
      status: 403,
      body: { code: 'role.not-allowed' },
    });
    expect((await agreeTo(tracker, request('alone'), people.sro)).status).toBe(403);
    const elsewhere = { ...people.assurance, organisation: 'elsewhere' };
    expect((await agreeTo(tracker, request('alone'), elsewhere)).status).toBe(404);
  });

  it.each([
    [{ texts: [{ pointer: '/record/current/likelihood' }] }, 'redaction.nothing-there'],
    [{ texts: [{ pointer: '/record/lastReviewedOn' }] }, 'redaction.nothing-there'],
    [{ texts: [{ pointer: '/record/cause', version: 7 }] }, 'redaction.nothing-there'],
    [{ entry: 'no-such-risk' }, 'redaction.nothing-there'],
    [{ kind: 'nothing' }, 'redaction.nothing-there'],
  ])('%j is refused: %s', async (over, code) => {
    const params = request(`refused-${code.slice(10)}-${JSON.stringify(over).length}`);
    await askForRedaction(tracker, params, { ...asked, ...over });
    expect(await agreeTo(tracker, params)).toMatchObject({ status: 409, body: { code } });
  });

  it('a reason that repeats the words is refused before anything of it is recorded', async () => {
    const before = await holders();
    const over = { ...asked, reason: `That ${words.toLowerCase()} is not so` };
    expect(await askForRedaction(tracker, request('repeats'), over)).toMatchObject({
      status: 409,
      body: { code: 'redaction.names-words' },
    });
    expect(await holders()).toEqual(before);
  });

  it('takes the words out of everything that is stored of the record, and says so in their place', async () => {
    const before = await exportedLines(tracker, park, 'full');
    const read = await redact(tracker, request('erased'), asked);
    expect(read.body.facts).toMatchObject({
      askedBySubject: people.office.subject,
      agreed: { by: people.assurance.subject },
      done: { events: 2 },
    });
    expect(await holders()).toEqual([]);
    const current = await tracker.must('getRisk', { params: offer });
    expect(current.body.record).toMatchObject({
      cause: 'A complaint',
      consequence: expect.stringMatching(/^Redacted on .* \[[0-9a-f]{8}\]: Right to erasure \(UK GDPR article 17\)$/),
    });
    const then = await tracker.must('getRisk', { params: offer, query: 'asAt=2026-01-31' });
    expect(then.body.record.cause).toMatch(/^Redacted on /);
    expect(tracker.failures).toEqual([]);
    const after = await exportedLines(tracker, park, 'full');
    expect(after.join('\n').toLowerCase()).not.toContain('jane doe');
    for (const lines of [before, after, await exportedLines(tracker, park, 'public')])
      expect(verdictOf(lines).kind).toBe('consistent');
  });

  it('is an event of the record that names no words, and of the redaction, with who asked and who agreed', async () => {
    const ofRecord = await tracker.must('getReviewHistory', { params: park, query: 'kind=risk' });
    expect(ofRecord.body.items.at(-1)).toMatchObject({
      type: 'redacted',
      by: people.assurance.subject,
      reason: 'Redaction erased',
    });
    const own = await tracker.must('getProgrammeHistory', { params: park, query: 'kind=redaction&id=erased' });
    expect(own.body.items.map((one: { type: string; by: string }) => [one.type, one.by])).toEqual([
      ['put', people.office.subject],
      ['agreed', people.assurance.subject],
      ['done', people.assurance.subject],
    ]);
  });

  it('whoever recorded the words and sends the same again is not answered with them', async () => {
    const again = await tracker.ask('putRisk', {
      params: offer,
      body: { ...risk, cause: words },
      headers: { ...from('2026-01-10'), 'idempotency-key': 'first-of-offer' },
    });
    expect(again).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });

  it('stays as it was asked for, and is handed over again without anything being done twice', async () => {
    const put = await tracker.ask('putProgrammeRedaction', {
      as: people.office,
      params: request('erased'),
      body: { ...asked, askedAs: 'programme-office', ground: 'erasure', reason: 'Another reason' },
      headers: { 'if-match': '"redaction:parks/erased:3"' },
    });
    expect(put).toMatchObject({ status: 409, body: { code: 'redaction.agreed' } });
    const stored = await tracker.everything();
    expect((await agreeTo(tracker, request('erased'))).body.code).toBe('redaction.agreed');
    await tracker.settled();
    expect(await tracker.everything()).toEqual(stored);
  });
});
