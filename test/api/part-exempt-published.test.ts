import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verdictText } from '#cli/verdict-text.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk } from '../support/records.ts';
import { withoutWords } from '../support/secrets.ts';
import { type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';

const park = { programmeId: 'parks', reviewId: 'wood' };
const january = { ...park, month: '2026-01' };
const exempt = { fields: ['title', 'services'], ground: 3, until: '2150-01-01' };
const ofRisk = { fields: ['title', 'cause', 'owner', 'controls', 'actions'], ground: 3, until: '2150-01-01' };
const wood = { ...review, title: 'Quiet Wood', services: ['Quiet Wood', 'Quiet Pond'] };
/** A cell that a spreadsheet would take for a formula. */
const secretRisk = { ...risk, title: '=Quiet offer()', owner: 'Quiet agent', lastReviewedOn: '2025-06-01' };

let tracker: TestTracker;
const from = (day: string) => ({ ...create, 'effective-at': day });
const getReport = (as: Person, accept: string, query = '') =>
  tracker.must('getReport', { as, params: january, query, headers: { accept } });

beforeAll(async () => {
  tracker = await startTestTracker();
  await tracker.must('putProgramme', { as: people.office, params: park, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params: park, body: wood, headers: from('2026-01-02') });
  await tracker.must('putReview', { params: { ...park, reviewId: 'open' }, body: review, headers: from('2026-01-02') });
  await tracker.must('putRisk', {
    params: { ...park, entryId: 'offer' },
    body: { ...secretRisk, exempt: ofRisk },
    headers: from('2026-01-10'),
  });
  // Exempt only after the month's end: the report of the month withholds it all the same.
  await tracker.must('putReview', {
    params: park,
    body: { ...wood, exempt },
    headers: { 'if-match': '"1"', 'effective-at': '2026-02-20' },
  });
  await tracker.must('runReport', { as: people.office, params: park, body: { month: '2026-01' } });
  await tracker.settled();
});
afterAll(() => tracker.stop());

describe('a report of part-exempt records', () => {
  it.each(['application/json', 'text/html', 'text/csv'])(
    'as %s shows a board the public view, and says which it is',
    async (format) => {
      const [full, open] = [await getReport(people.office, format), await getReport(people.board, format)];
      expect(full.text).toContain('Quiet Wood');
      expect(open.text).not.toMatch(/Quiet/);
      expect(open.text).toContain('Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A');
      const said =
        { 'application/json': '"view":"public"', 'text/html': 'Public view.', 'text/csv': 'Public view.' }[format] ??
        '';
      expect(open.text).toContain(said);
      expect(full.text).not.toContain(said);
    },
  );

  it('says of how many records text is withheld, in both views', async () => {
    for (const person of [people.office, people.board]) {
      const { body } = await getReport(person, 'application/json');
      expect(body.publication.publicView).toMatchObject({ withheldRecords: 2 });
      expect((await getReport(person, 'text/html')).text).toContain('Text of 2 records is exempt');
      expect((await getReport(person, 'text/csv')).text).toContain('Records whose text is exempt,count,2,2');
    }
  });

  it('has the same figures in both views', async () => {
    const [full, open] = [await getReport(people.office, ''), await getReport(people.board, '')];
    expect(withoutWords(open.body.content)).toEqual(withoutWords(full.body.content));
    expect(open.body.content).not.toEqual(full.body.content);
  });

  it('does not become a formula where the full view is opened as a spreadsheet', async () => {
    expect((await getReport(people.office, 'text/csv')).text).not.toMatch(/(?:^|,)"?=Quiet/m);
  });

  it('has an ETag of its own for each view, by which nothing is sent again', async () => {
    const [full, open] = [await getReport(people.office, ''), await getReport(people.board, '')];
    const { publication } = full.body;
    expect(full.headers.etag).toBe(`"${publication.contentDigest.slice(0, 32)}-json-full"`);
    expect(open.headers.etag).toBe(`"${publication.publicView.contentDigest.slice(0, 32)}-json-public"`);
    const asked = (etag: string) =>
      tracker.ask('getReport', { as: people.board, params: january, headers: { 'if-none-match': etag } });
    expect((await asked(open.headers.etag ?? '')).status).toBe(304);
    expect((await asked(full.headers.etag ?? '')).status).toBe(200);
  });

  it('made again from history comes to the same digests', async () => {
    const asked = await tracker.must('rebuildReport', {
      as: people.office,
      params: january,
      body: { knowledge: 'then' },
    });
    await tracker.settled();
    const params = { ...park, runId: asked.body.id };
    const { rebuilt } = (await tracker.must('getReportRun', { as: people.board, params })).body;
    expect(rebuilt).toMatchObject({ same: true, differences: [] });
  });
});

interface Changeable {
  readonly event: object;
  readonly content: object;
}

describe('an export of the public view', () => {
  const exported = async (view: string): Promise<string[]> => {
    const { text } = await tracker.must('exportProgramme', {
      as: people.assurance,
      params: park,
      query: `view=${view}`,
    });
    const lines = text.trimEnd().split('\n');
    const events = lines.flatMap((line): HistoryEvent[] => JSON.parse(line).event ?? []);
    const heads = new Map(events.map(({ chain, sequence, digest }) => [chain, { chain, sequence, digest }]));
    return [
      ...lines,
      JSON.stringify({ kind: 'manifest', chains: [...heads.values()], events: events.length, reports: 1 }),
    ];
  };
  const seal = async (): Promise<string> => (await getReport(people.board, '')).body.publication.sealingDigest;
  const changed = (lines: readonly string[], kind: string, change: (line: Changeable) => unknown): string[] => {
    const n = lines.findIndex((line) => JSON.parse(line).kind === kind);
    const line = JSON.parse(lines[n] ?? '');
    change(line);
    return lines.with(n, JSON.stringify(line));
  };

  it('holds none of the words, says so, and is proved by the digest printed on the board pack', async () => {
    const lines = await exported('public');
    expect(lines.join('\n')).not.toMatch(/Quiet/);
    const verdict = verdictOf(lines, await seal());
    expect(verdict).toMatchObject({ kind: 'proved', counts: { inPart: { events: 3, reports: 1 } } });
    expect(verdictText(verdict).join(' ')).toContain('WITHHELD IN PART: 3 events and 1 report');
  });

  it('leaves the full export whole, proved by the same digest', async () => {
    const lines = await exported('full');
    expect(lines.join('\n')).toContain('Quiet offer');
    expect(verdictOf(lines, await seal())).toMatchObject({
      kind: 'proved',
      counts: { inPart: { events: 0, reports: 0 } },
    });
  });

  it.each([
    ['who told it', (line: Changeable) => Object.assign(line.event, { by: 'somebody-else' })],
    ['when', (line: Changeable) => Object.assign(line.event, { recordedAt: '2026-01-09T00:00:00.000Z' })],
    ['which fields it changed', (line: Changeable) => Object.assign(line.event, { changed: ['status'] })],
    ['the digest of its contents', (line: Changeable) => Object.assign(line, { contents: '0'.repeat(64) })],
  ])('shows where somebody changed of an event told in part %s', async (_, change) => {
    const verdict = verdictOf(changed(await exported('public'), 'event-in-part', change), await seal());
    expect(verdict.kind).toBe('broken');
  });

  it('shows where somebody changed what a report shows', async () => {
    const lines = changed(await exported('public'), 'report', (line) =>
      Object.assign(line.content, { headline: ['All is well.'] }),
    );
    expect(verdictOf(lines, await seal()).kind).toBe('broken');
  });

  it('cannot pass the seal of a report off as withheld', async () => {
    const lines = await exported('full');
    const n = lines.findIndex((line) => JSON.parse(line).event?.recordRef.kind === 'publication');
    const { event } = JSON.parse(lines[n] ?? '');
    const { salt: _, ...recorded } = event;
    const forged = lines.with(n, JSON.stringify({ kind: 'event-in-part', event: recorded, contents: '0'.repeat(64) }));
    expect(verdictOf(forged, await seal())).toMatchObject({
      kind: 'broken',
      broken: { what: expect.stringContaining('never is') },
    });
  });
});
