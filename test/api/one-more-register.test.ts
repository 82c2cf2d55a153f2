import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HistoryEvent } from '#schemas/history.ts';
import { programme, review, risk } from '../support/records.ts';
import { keepsake } from '../support/throw-away-register/record.ts';
import { people, startTestTracker, type TrackerOfMore } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

/*
 * A register that only this test declares, put into the lists and nowhere else: whatever the tracker does with registers it
 * does with this one. What a newcomer adds is what stands in test/support/throw-away-register/ and in these four mocks.
 */

vi.mock('#registers/all.ts', async (original) => {
  const { registers } = await original<typeof import('#registers/all.ts')>();
  const { keepsake: added } = await import('../support/throw-away-register/record.ts');
  return { registers: [...registers, added] };
});
vi.mock('#registers/all-reports.ts', async (original) => {
  const { reportParts } = await original<typeof import('#registers/all-reports.ts')>();
  const { keepsakesPart } = await import('../support/throw-away-register/report.ts');
  return { reportParts: { ...reportParts, keepsake: keepsakesPart } };
});
vi.mock('#registers/all-pages.ts', async (original) => {
  const { pages } = await original<typeof import('#registers/all-pages.ts')>();
  const { keepsakesPage } = await import('../support/throw-away-register/page.ts');
  return { pages: { ...pages, keepsake: keepsakesPage } };
});

// The part of the report is of the next rule set, by which new months are made.
vi.mock('#domain/report/rule-sets.ts', async (original) => {
  const all = await original<typeof import('#domain/report/rule-sets.ts')>();
  return { ...all, releasedRuleSets: all.ruleSetsOf(all.releasedRuleSets.current, all.ruleSet('rules-99')) };
});

let tracker: TrackerOfMore;
const create = { 'if-none-match': '*' };
const place = { programmeId: 'tomorrow', reviewId: 'property' };
const entry = { ...place, entryId: keepsake.exampleId };
const month = { programmeId: 'tomorrow', month: '2026-01' };
const keepsakeRecord = keepsake.record.parse(keepsake.example);

beforeAll(async () => {
  tracker = await startTestTracker();
  const from = (day: string) => ({ ...create, 'effective-at': day });
  await tracker.must('putProgramme', {
    as: people.office,
    params: place,
    body: programme,
    headers: from('2026-01-01'),
  });
  await tracker.must('putReview', { params: place, body: review, headers: from('2026-01-02') });
  await tracker.must('putReview', {
    params: { ...place, reviewId: 'legal' },
    body: review,
    headers: from('2026-01-02'),
  });
  await tracker.must('putRisk', { params: { ...place, entryId: 'late' }, body: risk, headers: from('2026-01-03') });
});
afterAll(() => tracker.stop());

describe('One more register, declared and nothing else', () => {
  it('is recorded with a field of every kind, read and listed', async () => {
    const made = await tracker.ask('putKeepsake', {
      params: entry,
      body: keepsake.example,
      headers: { ...create, 'effective-at': '2026-01-20' },
    });
    expect(made).toMatchObject({ status: 201, body: { id: 'ask-first', version: 1, record: keepsakeRecord } });
    const read = await tracker.must('getKeepsake', { as: people.board, params: entry });
    expect(read.body).toEqual(made.body);
    const list = await tracker.must('listKeepsakes', { as: people.board, params: place });
    expect(list.body.items).toEqual([made.body]);
    const wide = await tracker.ask('putProgrammeKeepsake', {
      params: { ...entry, entryId: 'of-the-programme' },
      body: { title: 'Start with data', learnedOn: '2026-01-05', use: 'yes' },
      headers: { ...create, 'effective-at': '2026-01-21' },
    });
    expect(wide.status).toBe(201);
    const across = await tracker.must('listKeepsakesAcross', { as: people.board, params: place, query: 'state=no' });
    expect(across.body.items).toMatchObject([
      { review: { id: 'property' }, state: 'no', stateName: 'Not used', open: true, entry: made.body },
    ]);
  });

  it('is kept from those who may not write it, and from what does not fit', async () => {
    const put = (as: (typeof people)[keyof typeof people], body: unknown) =>
      tracker.ask('putKeepsake', {
        as,
        params: { ...entry, entryId: 'another' },
        body,
        headers: create,
      });
    expect(await put(people.sro, keepsake.example)).toMatchObject({ status: 403 });
    expect(await put(people.team, { title: 'No day' })).toMatchObject({
      status: 400,
      body: { faults: expect.arrayContaining([expect.objectContaining({ pointer: '/learnedOn' })]) },
    });
    expect(await put(people.team, { ...keepsakeRecord, risk: 'none-such' })).toMatchObject({
      status: 422,
      body: { code: 'content.breaks-rule' },
    });
    expect(await put(people.team, { ...keepsakeRecord, exempt: { fields: ['learnedOn'], ground: 3 } })).toMatchObject({
      status: 422,
    });
  });

  it('is changed, corrected, struck out and put back, and read as at a date', async () => {
    const changed = await tracker.must('putKeepsake', {
      params: entry,
      body: { ...keepsakeRecord, title: 'Ask the tenants before anything' },
      headers: { 'if-match': '"1"', 'effective-at': '2026-01-25' },
    });
    expect(changed.body.version).toBe(2);
    const corrected = await tracker.must('correctKeepsake', {
      params: entry,
      body: {
        corrects: 3,
        effectiveAt: '2026-01-22',
        record: { ...keepsakeRecord, people: 5 },
        reason: 'Five were there',
      },
    });
    expect(corrected.body).toMatchObject({ id: 'ask-first' });
    const asAt = async (day: string) =>
      (await tracker.must('getKeepsake', { params: entry, query: `asAt=${day}` })).body.record;
    expect(await asAt('2026-01-21')).toMatchObject({ title: 'Ask the tenants first', people: 4 });
    expect(await asAt('2026-01-23')).toMatchObject({ title: 'Ask the tenants first', people: 5 });
    expect(await asAt('2026-01-26')).toMatchObject({ title: 'Ask the tenants before anything' });
    const strike = (body: object, version: number) =>
      tracker.must('strikeOutKeepsake', {
        params: entry,
        body,
        headers: { 'if-match': `"${version}"` },
      });
    const { version } = (await tracker.must('getKeepsake', { params: entry })).body;
    const out = await strike({ reason: 'Said twice' }, version);
    expect(out.body.struckOut).toMatchObject({ reason: 'Said twice' });
    const back = await strike({ reason: 'It was not', undo: true }, out.body.version);
    expect(back.body.struckOut).toBeNull();
    const { items } = (await tracker.must('getReviewHistory', { params: place })).body;
    const types = items
      .filter((one: { recordRef: { kind: string } }) => one.recordRef.kind === 'keepsake')
      .map((one: { type: string }) => one.type);
    expect(types).toEqual(expect.arrayContaining(['put', 'struck-out', 'strike-out-undone']));
    expect(types).toHaveLength(5);
  });

  it('is in the monthly report, on its page and in its CSV', async () => {
    await tracker.must('runReport', { as: people.office, params: month, body: { month: month.month } });
    await tracker.settled();
    const { content } = (await tracker.must('getReport', { as: people.board, params: month })).body;
    expect(content.keepsakes).toEqual({
      total: 2,
      used: 1,
      unused: {
        total: 1,
        rows: [{ review: 'property', title: 'Property', keepsake: 'Ask the tenants before anything' }],
      },
    });
    const as = async (accept: string) =>
      (await tracker.must('getReport', { as: people.board, params: month, headers: { accept } })).text;
    const page = await as('text/html');
    expect(page).toContain('<a href="#keepsakes">Keepsakes</a>');
    expect(page).toContain('Ask the tenants before anything');
    expect(await as('text/csv')).toMatch(/tomorrow,2026-01,1,Keepsakes,Programme,In all,count,2,2/);
  });

  it('leaves a report from before it was there as it is: it is read, shown and digested without that part', async () => {
    const { Report } = await import('#schemas/report.ts');
    const { reportPage } = await import('#web/report-page.ts');
    const { richReport, richLines } = await import('../support/report-fixture.ts');
    const before = JSON.stringify(richReport);
    expect(before).not.toContain('keepsakes');
    const read = Report.parse(JSON.parse(before));
    expect(JSON.stringify(read)).toBe(before);
    const page = reportPage({ report: read, lines: richLines, linesComplete: true });
    expect(page).toContain('id="risks"');
    expect(page).not.toContain('Keepsakes');
  });

  it('leaves a position from before it was there readable: nothing is recorded of it yet', async () => {
    const { ReviewPosition } = await import('#schemas/position.ts');
    const { aReview } = await import('../support/positions.ts');
    const { keepsakes: _, ...before } = { keepsakes: [], ...aReview('property').position };
    expect(ReviewPosition.parse(before)).toMatchObject({ keepsakes: [] });
  });

  it('is exported, and verified up to the seal of the report', async () => {
    const { text } = await tracker.must('exportProgramme', { as: people.assurance, params: place });
    const lines = text.trimEnd().split('\n');
    const events = lines.flatMap((line): HistoryEvent[] => JSON.parse(line).event ?? []);
    expect(events.filter((one) => String(one.recordRef.kind) === 'keepsake').length).toBeGreaterThanOrEqual(6);
    const { publication } = (await tracker.must('getReport', { as: people.board, params: month })).body;
    const heads = new Map(events.map(({ chain, sequence, digest }) => [chain, { chain, sequence, digest }]));
    const manifest = { kind: 'manifest', chains: [...heads.values()], events: events.length, reports: 1 };
    const verdict = await verdictOf(
      lines.some((line) => JSON.parse(line).kind === 'manifest') ? lines : [...lines, JSON.stringify(manifest)],
      publication.sealingDigest,
    );
    expect(verdict).toMatchObject({ kind: 'proved', proved: { reports: 1 } });
  });

  it('is described in the API’s document and on the page of the registers, each field in plain words', async () => {
    const { openApiDocument } = await import('#schemas/openapi.ts');
    const document = JSON.stringify(openApiDocument());
    expect(document).toContain('/programmes/{programmeId}/reviews/{reviewId}/keepsakes/{entryId}');
    expect(document).toContain('How many people learned it');
    const { declared, pageOfRegister } = await import('../../scripts/registers-page.ts');
    const page = declared.flatMap(pageOfRegister).join('\n');
    for (const kind of [
      '`title` | Title | text, at most 200 characters | yes',
      '`story` | Story | long text, at most 4000 characters |',
      '`code` | Code | id |',
      '`learnedOn` | Learned on | date | yes',
      '`month` | Month | month |',
      '`year` | Year | financial year |',
      '`sharedAt` | Shared at | instant |',
      '`due` | Due | date as stated |',
      '`worth` | Worth | figure |',
      '`cost` | Cost | pounds |',
      '`people` | People | number |',
      '`use` | Use | choice: Used (`yes`), Not used (`no`) | yes',
      '`surprising` | Surprising | yes or no |',
      '`risk` | Risk | reference to risk |',
      '`steps` | Steps | list: group |',
      '`steps[].what` | Step | text, at most 200 characters | yes',
      '`sharedWith` | Shared with | either |',
      '`exempt` | Exempt from publication | exemption |',
    ])
      expect(page).toContain(kind);
  });
});
