import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedTables } from '#domain/feeds/tables.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { idIn, recordExemptProgramme } from '../support/exempt-programme.ts';
import { tagsOf } from '../support/in-every-run.ts';
import { property, tomorrow } from '../support/one-of-each.ts';
import { readPaper } from '../support/paper-reader.ts';
import { problem } from '../support/problem.ts';
import { programme } from '../support/records.ts';
import { secretsIn, withoutWords } from '../support/secrets.ts';
import { type Person, people, startTestTracker, type TestTracker, type Told } from '../support/tracker.ts';

const withheld =
  'Withheld until 1 January 2150: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972';
const both: Person = { roles: ['board', 'finance'], subject: 'bo-both' };
const today = new Date().toISOString().slice(0, 10);
/** Refused (docs/meaning.md TIME-22), so that no day to come shows what is withheld until then. */
const toCome = 'asAt=2199-01-01';

let tracker: TestTracker;
let recorded: readonly string[];
let ratingId: string;

beforeAll(async () => {
  tracker = await startTestTracker('of-what-is-recorded');
  ({ recorded, ratingId } = await recordExemptProgramme(tracker));
  await tracker.must('runReport', { as: people.office, params: tomorrow, body: { month: '2026-01' } });
  await tracker.settled();
  await tracker.must('rebuildReport', {
    as: people.office,
    params: { ...tomorrow, month: '2026-01' },
    body: { knowledge: 'now' },
  });
  await tracker.must('draftReport', { as: people.office, params: { ...tomorrow, month: '2026-01' }, body: {} });
  await tracker.must('compareDays', { params: tomorrow, body: { from: '2026-01-01', to: '2026-01-31' } });
  await tracker.settled();
});
afterAll(() => tracker.stop());

// The register of people, the transfers of programmes and events hold no text of a record, and messages none that is withheld: they have one view.
const reads = operations.filter(
  ({ method, host, path }) =>
    method === 'GET' && host !== 'front' && !/^\/(people|directory|transfers|messages|events)/.test(path),
);
const figure = 'counts.counted';
const feed = { table: 'risks', resource: 'risks' };
const read = (operation: Operation, as: Person, query: string, accept = ''): Promise<Told> => {
  const entryId = operation.register?.kind === 'rating' ? ratingId : idIn(operation.register?.kind ?? '');
  const params = { ...property, entryId, month: '2026-01', revision: '1', runId: '2026-01-r1', figure, ...feed };
  const compared: Readonly<Record<string, string>> = {
    compareReports: 'from=2026-01&to=2026-01',
    getDaysComparison: 'from=2026-01-01&to=2026-01-31',
  };
  const both = [query, compared[operation.id] ?? ''].filter(Boolean).join('&');
  return tracker.ask(operation.id, { as, params, query: both, headers: accept === '' ? {} : { accept } });
};
const json = 'application/json';
const pdf = 'application/pdf';
/** Those in which words are found as they are; a document of PDF is compressed, and is read as a reader has it. */
const formatsOf = (operation: Operation): readonly string[] =>
  operation.success.mediaTypes.filter((format) => format !== pdf);
const takesAsAt = (operation: Operation): boolean => 'asAt' in operation.query.shape;

describe('every field that holds words, of every record, exempt', () => {
  it('the words were told, in every register', () => {
    expect(recorded.length).toBeGreaterThan(150);
    expect(new Set(recorded).size).toBe(recorded.length);
  });

  it('are read whole by those with the right', { tags: ['long'] }, async () => {
    const found = new Set<string>();
    for (const operation of reads)
      for (const format of formatsOf(operation))
        for (const secret of secretsIn((await read(operation, people.assurance, '', format)).text)) found.add(secret);
    expect(recorded.filter((secret) => !found.has(secret))).toEqual([]);
  });

  for (const operation of reads)
    for (const format of formatsOf(operation))
      it(`${operation.id} withholds them from the public view in ${format}`, { tags: tagsOf(operation) }, async () => {
        const mayRead = operation.roles !== 'anyone' && operation.roles.includes('board');
        const asked = [
          ...(mayRead ? ([[people.board, '']] as const) : []),
          [people.office, 'view=public'] as const,
          [people.assurance, 'view=public'] as const,
        ].filter(([person]) => operation.roles !== 'anyone' && operation.roles.includes(person.roles[0]));
        expect(asked.length).toBeGreaterThan(0);
        // What a view shows is settled before a format is made of it: each who sees the public one is asked for in JSON.
        for (const [person, query] of asked.slice(0, format === json ? asked.length : 1))
          for (const asAt of takesAsAt(operation)
            ? [
                '',
                operation.host === 'board' || operation.id === 'getRating' ? '' : 'asAt=2026-02-10',
                `asAt=${today}`,
                toCome,
              ]
            : ['']) {
            const answer = await read(operation, person, [query, asAt].filter((one) => one !== '').join('&'), format);
            expect({ status: answer.status, text: answer.text }).toMatchObject({ status: asAt === toCome ? 400 : 200 });
            expect(secretsIn(answer.text)).toEqual([]);
            expect(answer.text).not.toMatch(/[\uFDD0-\uFDD2]/);
          }
      });

  it('getFeed withholds them in every table, whoever asks', async () => {
    const withholding: string[] = [];
    for (const { name: table } of feedTables) {
      const query = 'format=jsonl&limit=5000';
      const { text } = await tracker.must('getFeed', { as: people.assurance, params: { ...tomorrow, table }, query });
      expect([table, secretsIn(text)]).toEqual([table, []]);
      expect(text).not.toMatch(/[\uFDD0-\uFDD2]/);
      if (text.includes(withheld)) withholding.push(table);
    }
    expect(withholding.length).toBeGreaterThan(30);
  });

  it.each(['getReport', 'getReportRevision'] as const)(
    '%s withholds them from the public view on paper, and shows them to those with the right',
    async (id) => {
      const secretsFor = async (as: Person) => {
        const { bytes } = await tracker.must(id, {
          as,
          params: { ...tomorrow, month: '2026-01', revision: '1' },
          headers: { accept: pdf },
        });
        const { pages } = await readPaper(bytes);
        return secretsIn(pages.map(({ read }) => read.replaceAll(/\s+/g, ' ')).join(' '));
      };
      expect(await secretsFor(people.board)).toEqual([]);
      if (id === 'getReport') expect((await secretsFor(people.office)).length).toBeGreaterThan(10);
    },
  );

  const command = [
    'get-entry',
    'list-entries',
    'get-review',
    'list-reviews',
    'get-appraisal',
    'get-gate',
    'get-report',
  ];
  for (const operation of reads.filter((one) => command.includes(one.useCase)))
    it(`${operation.id} says so in their place, and every figure, date and id is the same in both views`, {
      tags: tagsOf(operation),
    }, async () => {
      const [full, open] = [
        await read(operation, people.office, ''),
        await read(operation, people.office, 'view=public'),
      ];
      expect(open.text).toContain(withheld);
      const [all, some] = [full.body, open.body].map((body) => ({ ...body, publication: undefined }));
      expect(withoutWords(some)).toEqual(withoutWords(all));
    });
});

describe('who sees what', () => {
  const getReview = (as: Person, query = '') => tracker.ask('getReview', { as, params: property, query });

  it.each([
    ['the transformation team', people.team],
    ['an SRO', people.sro],
    ['finance', people.finance],
    ['assurance', people.assurance],
    ['the programme office', people.office],
    ['a board member who is finance too', both],
  ])('%s sees the full view, asked for or not', async (_, person) => {
    for (const query of ['', 'view=full']) expect((await getReview(person, query)).text).not.toContain('Withheld');
  });

  it('a board that asks for the full view is refused, with what to ask for instead', async () => {
    const refusal = await problem(tracker, () => getReview(people.board, 'view=full'));
    expect(refusal.body).toMatchObject({
      code: 'view.not-allowed',
      status: 403,
      detail: expect.stringContaining('view=public'),
    });
    const report = await tracker.ask('getReport', {
      as: people.board,
      params: { ...tomorrow, month: 'latest' },
      query: 'view=full',
    });
    expect(report.body).toMatchObject({ code: 'view.not-allowed' });
  });

  it('a view that is none is refused', async () => {
    expect((await getReview(people.office, 'view=secret')).body).toMatchObject({
      status: 400,
      faults: [{ in: 'query', pointer: '/view' }],
    });
  });

  it('a board may, once the setting of its programme says so, and no longer when it does not', async () => {
    const set = async (boardReadsExempt: boolean) => {
      const { etag = '' } = (await tracker.must('getProgramme', { params: tomorrow })).headers;
      await tracker.must('putProgramme', {
        as: people.office,
        params: tomorrow,
        body: { ...programme, boardReadsExempt },
        headers: { 'if-match': etag },
      });
    };
    await set(true);
    expect((await getReview(people.board)).text).not.toContain('Withheld');
    expect((await getReview(people.board, 'view=full')).text).not.toContain('Withheld');
    expect((await getReview(people.board, 'view=public')).text).toContain(withheld);
    const latest = { params: { ...tomorrow, month: 'latest' } };
    expect(secretsIn((await tracker.must('getReport', { ...latest, as: people.board })).text)).not.toEqual([]);
    expect(
      (await tracker.ask('getReview', { as: { ...people.board, organisation: 'other' }, params: property })).status,
    ).toBe(404);
    await set(false);
    expect((await getReview(people.board)).text).toContain(withheld);
    expect(secretsIn((await tracker.must('getReport', { ...latest, as: people.board })).text)).toEqual([]);
  });
});
