import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { chainOf, eventsIn } from '../support/chain.ts';
import { etagFor } from '../support/etag-for.ts';
import { create, entry, params, startWithOneReview, stopWithWholeChain } from '../support/one-review.ts';
import { records, saving } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

let tracker: TestTracker;

beforeAll(async () => {
  tracker = await startWithOneReview();
  await tracker.must('putOption', {
    params: entry('first-option'),
    body: records.option,
    headers: { ...create, 'effective-at': '2026-01-03' },
  });
});
afterAll(() => stopWithWholeChain(tracker));

const ofReviews = registers.filter((register: Register) => register.scopes.includes('review'));
const having = ofReviews.filter((register: Register) => register.reviewedNoChange === true);
const withoutIt = ofReviews.filter((register: Register) => register.reviewedNoChange !== true);

const base = `/programmes/${params.programmeId}/reviews/${params.reviewId}`;

const places = having.flatMap(({ kind, path, stem, scopes }) =>
  scopes.map((scope) => ({ kind, path, scope, stem: scope === 'review' ? stem : `Programme${stem}` })),
);

describe.each(places)('reviewed, no change: the register $path of a $scope', ({ stem, kind, scope }) => {
  const chain = chainOf(params.programmeId, scope === 'review' ? params.reviewId : null);
  const at = entry(`looked-at-${kind}`);
  const etag = (version: number) => ({ 'if-match': etagFor(`get${stem}`, at, version) });

  it(`review${stem}NoChange records who looked at it and from when, and leaves the record as it is`, async () => {
    const made = await tracker.must(`put${stem}`, {
      params: at,
      body: records[kind],
      headers: { ...create, 'effective-at': '2026-02-01' },
    });
    const told = await tracker.must(`review${stem}NoChange`, {
      params: at,
      body: { comment: 'Looked at with its owner' },
      headers: { ...etag(1), 'effective-at': '2026-04-15' },
    });
    const reviewedNoChange = { at: '2026-04-14T23:00:00.000Z', by: 'tara-team' };
    expect(told.body).toMatchObject({ version: 2, record: made.body.record, facts: { reviewedNoChange } });
    const event = (await eventsIn(tracker, chain)).at(-1);
    expect(event).toMatchObject({
      type: 'reviewed-no-change',
      reason: 'Looked at with its owner',
      changed: ['reviewedNoChange'],
      by: 'tara-team',
    });
    const before = await tracker.must(`get${stem}`, { params: at, query: 'asAt=2026-04-01' });
    expect(before.body.facts.reviewedNoChange).toBeUndefined();
  });

  it(`a later change and a correction of ${stem} leave it said when it was last reviewed`, async () => {
    const { body } = await tracker.must(`get${stem}`, { params: at });
    const titled = { ...body.record, title: 'Another title' };
    const put = await tracker.must(`put${stem}`, {
      params: at,
      body: titled,
      headers: { ...etag(2), 'effective-at': '2026-05-01' },
    });
    expect(put.body.facts.reviewedNoChange).toEqual(body.facts.reviewedNoChange);
    const events = await eventsIn(tracker, chain);
    const corrected = await tracker.must(`correct${stem}`, {
      params: at,
      body: {
        corrects: events.length,
        effectiveAt: '2026-05-02',
        record: { ...titled, title: 'The right title' },
        reason: 'A slip',
      },
    });
    expect(corrected.body.facts.reviewedNoChange).toEqual(body.facts.reviewedNoChange);
  });

  it(`review${stem}NoChange is refused to who may not write it, of another version, and of what is struck out`, async () => {
    const ask = (as: (typeof people)[keyof typeof people], headers: Record<string, string>) =>
      tracker.ask(`review${stem}NoChange`, { as, params: at, body: {}, headers });
    expect(await ask(people.board, etag(4))).toMatchObject({ status: 403 });
    expect(await ask(people.team, etag(2))).toMatchObject({ status: 412 });
    await tracker.must(`strikeOut${stem}`, { params: at, body: { reason: 'Entered twice' }, headers: etag(4) });
    expect(await ask(people.team, etag(5))).toMatchObject({ status: 409, body: { code: 'entry.struck-out' } });
  });
});

describe('reviewed, no change: other registers', () => {
  it.each(withoutIt)('$path does not take it, and the answer says which do', async ({ path }) => {
    const told = await tracker.send('POST', `${base}/${path}/any/reviewed-no-change`, {
      body: {},
      headers: { 'if-match': '"1"' },
    });
    expect(told).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
    for (const register of having) expect(told.body.detail).toContain(register.path);
  });

  it('an address of no register at all is looked up in the document', async () => {
    const told = await tracker.send('POST', `${base}/bananas/any/reviewed-no-change`, { body: {} });
    expect(told.body.detail).toContain('mind its spelling');
  });
});

describe('what was reviewed without a change', () => {
  it('is a review of the risk: the next one falls due from that day', async () => {
    const at = entry('late');
    const body = { ...(records.risk as object), lastReviewedOn: '2026-01-10' };
    await tracker.must('putRisk', { params: at, body, headers: { ...create, 'effective-at': '2026-02-01' } });
    const told = await tracker.must('reviewRiskNoChange', {
      params: at,
      body: {},
      headers: { 'if-match': '"1"', 'effective-at': '2026-06-01' },
    });
    expect(told.body.computed.nextReviewOn).toBe('2026-08-01');
  });

  it('is a forecast confirmed: CON-05 no longer finds it, and the report says when it was', async () => {
    const at = entry('buildings');
    await tracker.must('putSaving', {
      params: at,
      body: saving,
      headers: { ...create, 'effective-at': '2026-01-05' },
    });
    const report = async (month: string) => {
      const place = { programmeId: params.programmeId, month };
      await tracker.must('runReport', { as: people.office, params: place, body: { month } });
      await tracker.settled();
      return (await tracker.must('getReport', { as: people.board, params: place, query: 'rows=all' })).body.content;
    };
    for (const month of ['2026-01', '2026-02', '2026-03']) await report(month);
    const april = await report('2026-04');
    expect(april.findings.rows.map((one: { rule: string; id: string }) => one.rule)).toContain('CON-05');
    const forecastsIn = (content: { lastConfirmed: { by: { key: string }[] } }) =>
      content.lastConfirmed.by.find(({ key }) => key === 'saving');
    expect(forecastsIn(april)).toMatchObject({ total: 2, old: 1, oldestOn: '2026-01-05' });

    await tracker.must('reviewSavingNoChange', {
      params: at,
      body: {},
      headers: { 'if-match': '"1"', 'effective-at': '2026-05-20' },
    });
    const may = await report('2026-05');
    expect(may.findings.rows.map((one: { rule: string }) => one.rule)).not.toContain('CON-05');
    expect(forecastsIn(may)).toMatchObject({ total: 2, old: 0, oldestOn: '2026-04-15' });

    // What the stored position said of it is what the history says.
    const place = { programmeId: params.programmeId, month: '2026-05' };
    const asked = await tracker.must('rebuildReport', {
      as: people.assurance,
      params: place,
      body: { knowledge: 'then' },
    });
    await tracker.settled();
    const runAt = { programmeId: params.programmeId, runId: asked.body.id };
    const run = await tracker.must('getReportRun', { as: people.assurance, params: runAt });
    expect(run.body).toMatchObject({ state: 'rebuilt', rebuilt: { same: true } });
  });
});
