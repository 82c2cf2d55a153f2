// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verdictText } from '#cli/verdict-text.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { exportedLines } from '../support/exported.ts';
import { archiveTypes } from '../support/http-answer.ts';
import { create } from '../support/one-of-each.ts';
import { readPaper } from '../support/paper-reader.ts';
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

/** What a reader has of an answer in words, on paper too. */
const wordsOf = async ({ headers, bytes, text }: Awaited<ReturnType<typeof getReport>>): Promise<string> =>
  headers['content-type'] === 'application/pdf'
    ? (await readPaper(bytes)).pages
        .map(({ read }) => read)
        .join(' ')
        .replaceAll(/\s+/g, ' ')
    : text;

describe('a draft of part-exempt records', () => {
  it.each(['application/json', 'text/html', 'text/csv', 'application/pdf', ...archiveTypes])(
    'as %s withholds in the public view what the published report withholds there, and says which view it is',
    async (format) => {
      await tracker.must('draftReport', { as: people.office, params: january, body: {} });
      await tracker.settled();
      const draftIn = async (view: string) =>
        wordsOf(
          await tracker.must('getReportDraft', {
            as: people.office,
            params: january,
            query: `view=${view}`,
            headers: { accept: format },
          }),
        );
      const [full, open] = [await draftIn('full'), await draftIn('public')];
      expect(full).toContain('Quiet Wood');
      expect(open).not.toMatch(/Quiet/);
      expect(open).toContain('Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A');
      const said = format === 'application/json' ? '"view":"public"' : 'Public view.';
      expect([open.includes(said), full.includes(said)]).toEqual([true, false]);
    },
  );
});

describe('a report of part-exempt records', () => {
  it.each(['application/json', 'text/html', 'text/csv', ...archiveTypes])(
    'as %s shows a board the public view, and says which it is',
    async (format) => {
      const [full, open] = [await getReport(people.office, format), await getReport(people.board, format)];
      expect(full.text).toContain('Quiet Wood');
      expect(open.text).not.toMatch(/Quiet/);
      expect(open.text).toContain('Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A');
      const said = format === 'application/json' ? '"view":"public"' : 'Public view.';
      expect(open.text).toContain(said);
      expect(full.text).not.toContain(said);
    },
  );

  it('on paper shows a board the public view, and says which it is', async () => {
    const textFor = async (person: Parameters<typeof getReport>[0]) =>
      wordsOf(await getReport(person, 'application/pdf'));
    const [full, open] = [await textFor(people.office), await textFor(people.board)];
    expect(full).toContain('Quiet Wood');
    expect(open).not.toMatch(/Quiet/);
    expect(open).toContain('Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A');
    expect([open.includes('Public view.'), full.includes('Public view.')]).toEqual([true, false]);
  });

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
  readonly event: HistoryEvent;
  readonly content: object;
  readonly salts: { texts: unknown[] };
}

/** Of the risk's event in part: its title is withheld, its current rating shown. */
const withheld = (salts: Changeable['salts']): number => salts.texts.findIndex((salt) => typeof salt === 'object');
const textsOf = ({ event }: Changeable): unknown[] => ('texts' in event.salts ? event.salts.texts : []);

describe('an export of the public view', () => {
  const exported = (view: 'full' | 'public') => exportedLines(tracker, park, view);
  const seal = async (): Promise<string> => (await getReport(people.board, '')).body.publication.sealingDigest;
  const changed = (
    lines: readonly string[],
    isIt: (line: Changeable & { kind: string }) => boolean,
    change: (line: Changeable) => unknown,
  ): string[] => {
    const n = lines.findIndex((line) => isIt(JSON.parse(line)));
    const line = JSON.parse(lines[n] ?? '');
    change(line);
    return lines.with(n, JSON.stringify(line));
  };
  const isInPart = ({ kind, event }: Changeable & { kind: string }): boolean =>
    kind === 'event' && event.recordRef.kind === 'risk' && 'texts' in event.salts;
  const isReport = ({ kind }: { kind: string }): boolean => kind === 'report';

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

  it.each<[string, (line: Changeable) => unknown]>([
    ['who recorded it', ({ event }) => Object.assign(event, { by: 'somebody-else' })],
    ['when', ({ event }) => Object.assign(event, { recordedAt: '2026-01-09T00:00:00.000Z' })],
    ['which fields it changed', ({ event }) => Object.assign(event, { changed: ['status'] })],
    ['a figure', ({ event }) => Object.assign(event.after.record, { current: { likelihood: 1, impact: 1 } })],
    ['a text that it shows', ({ event }) => Object.assign(event.after.record, { status: 'closed' })],
    ['what stands in for a text', ({ event }) => Object.assign(event.after.record, { title: 'Harmless offer' })],
    [
      'what stands in for a text, with a salt for it',
      (line) => {
        Object.assign(line.event.after.record, { title: 'Harmless offer' });
        for (const salt of textsOf(line))
          if (typeof salt === 'object') Object.assign(salt ?? {}, { salt: '0'.repeat(32) });
      },
    ],
    [
      'the commitment to a text',
      (line) =>
        Object.assign(Object(textsOf(line).find((salt) => typeof salt === 'object')), { commitment: '0'.repeat(64) }),
    ],
    ['the number of its salts', (line) => textsOf(line).pop()],
    ['the number of its salts by one more', (line) => textsOf(line).push('0'.repeat(32))],
  ])('shows where somebody changed of an event in part %s', async (_, change) => {
    const verdict = verdictOf(changed(await exported('public'), isInPart, change), await seal());
    expect(verdict.kind).toBe('broken');
  });

  it.each<[string, (line: Changeable) => unknown]>([
    ['a sentence', (line) => Object.assign(line.content, { headline: ['All is well.'] })],
    [
      'a commitment',
      ({ salts }) => Object.assign(Object(salts.texts[withheld(salts)]), { commitment: '0'.repeat(64) }),
    ],
    [
      'the salt of what stands in for a text',
      ({ salts }) => Object.assign(Object(salts.texts[withheld(salts)]), { salt: '0'.repeat(32) }),
    ],
    [
      'what stands in for a text, of which it drops the salts',
      (line) => {
        const json = JSON.stringify(line).replaceAll('Withheld until 1 January 2150', 'Withheld until Christmas');
        Object.assign(line, JSON.parse(json));
        for (const salt of line.salts.texts) if (typeof salt === 'object') Reflect.deleteProperty(salt ?? {}, 'salt');
      },
    ],
    ['the number of its salts', ({ salts }) => salts.texts.pop()],
  ])('shows where somebody changed of a report %s', async (_, change) => {
    const verdict = verdictOf(changed(await exported('public'), isReport, change), await seal());
    expect(verdict.kind).toBe('broken');
  });

  it('cannot pass the seal of a report off as withheld', async () => {
    const forged = changed(
      await exported('full'),
      ({ event }) => event?.recordRef.kind === 'publication',
      ({ event }) => {
        const texts = Array.from({ length: 9 }, () => ({ commitment: '0'.repeat(64) }));
        Object.assign(event, { salts: { texts } });
      },
    );
    expect(verdictOf(forged, await seal()).kind).toBe('broken');
  });
});
