import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programme, records, review, risk } from '../support/records.ts';
import { type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * January is published; then something of January is told of everything there is: a review's register, the review's own
 * record, a register of the programme itself, the settings, and the return of the month, which comes after its end.
 */

let tracker: TestTracker;
const place = { programmeId: 'tomorrow', reviewId: 'property' };
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const change = (version: number, day: string) => ({ 'if-match': `"${version}"`, 'effective-at': day });
const put = (id: string, params: Record<string, string>, body: unknown, headers: object, as: Person = people.team) =>
  tracker.must(id, { as, params, body, headers: headers as Record<string, string> });
const report = async (operation: string, params: Record<string, string>, body: object): Promise<void> => {
  await tracker.must(operation, { as: people.office, params, body });
  await tracker.settled();
};
interface Entry {
  readonly sequence: number;
  readonly corrects: number | null;
  readonly recordRef: { readonly kind: string; readonly id: string };
  readonly recordedLate: unknown;
}
const history = async (operation: string, query = 'limit=200'): Promise<readonly Entry[]> =>
  (await tracker.must(operation, { as: people.assurance, params: place, query })).body.items;
const lateOnes = async (query = 'late=true') =>
  [...(await history('getProgrammeHistory', query)), ...(await history('getReviewHistory', query))].map((one) => [
    one.recordRef.kind,
    one.recordedLate,
  ]);
const restated = async (query = '') => (await tracker.must('listRestatements', { params: place, query })).body.items;
let beforeLate = '';
let beforeRevision = '';

beforeAll(async () => {
  tracker = await startTestTracker();
  await put('putProgramme', place, programme, from('2026-01-01'), people.office);
  await put('putReview', place, review, from('2026-01-02'));
  await put('putRisk', { ...place, entryId: 'late' }, risk, from('2026-01-10'));
  await report('runReport', place, { month: '2026-01' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  beforeLate = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await tracker.must('correctRisk', {
    params: { ...place, entryId: 'late' },
    body: {
      corrects: 2,
      effectiveAt: '2026-01-15',
      record: { ...risk, title: 'A slip' },
      reason: 'It was another risk',
    },
  });
  await put('putReview', place, { ...review, title: 'Land and buildings' }, change(1, '2026-01-20'));
  await put('putProgrammeIssue', { ...place, entryId: 'survey' }, records.issue, from('2026-01-21'), people.office);
  await put('putProgramme', place, { ...programme, phase: 'Phase 1' }, change(1, '2026-01-22'), people.office);
  await put('putReturn', { ...place, entryId: '2026-01' }, records.return, from('2026-03-03'));
  await put('putIssue', { ...place, entryId: 'new' }, records.issue, from('2026-02-01'));
});
afterAll(() => tracker.stop());

const months = (takenInBy: number | null) => ({ months: [{ month: '2026-01', revision: 1, takenInBy }] });
const late = (takenInBy: number | null) =>
  ['issue', 'programme', 'risk', 'review', 'return'].map((kind) => [kind, months(takenInBy)]);

describe('what is told of a month after its report was made', () => {
  it('getReviewHistory and getProgrammeHistory mark it with the published months it would change, whatever it is of', async () => {
    expect(await lateOnes()).toEqual(late(null));
    const all = [...(await history('getProgrammeHistory')), ...(await history('getReviewHistory'))];
    expect(all.filter((one) => one.recordedLate !== null)).toHaveLength(5);
    expect(
      all.filter((one) => one.recordedLate === null).map((one) => `${one.recordRef.kind} ${one.sequence}`),
    ).toEqual(['programme 1', 'publication 2', 'review 1', 'risk 2', 'issue 6']);
  });

  it('getReviewHistory with late=true comes in pages of what was told late', async () => {
    const query = 'late=true&limit=2';
    const first = await tracker.must('getReviewHistory', { params: place, query });
    const second = await tracker.must('getReviewHistory', {
      params: place,
      query: `${query}&cursor=${first.body.next}`,
    });
    const kinds = [...first.body.items, ...second.body.items].map((one: Entry) => one.recordRef.kind);
    expect([kinds, second.body.next]).toEqual([['risk', 'review', 'return'], null]);
  });

  it('a correction in the history points at what it corrects', async () => {
    const [correction] = await history('getReviewHistory', 'late=true&kind=risk');
    expect(correction).toMatchObject({ corrects: 2, recordRef: { kind: 'risk', id: 'late' } });
    expect((await history('getReviewHistory'))[1]).toMatchObject({ sequence: 2, corrects: null });
  });

  it('listRestatements names the same five, and as at an instant before them none', async () => {
    const [january, ...others] = await restated();
    expect(others).toEqual([]);
    expect(january.changes.map((one: Entry & { review: string }) => [one.review, one.recordRef.kind])).toEqual([
      [null, 'issue'],
      [null, 'programme'],
      ['property', 'return'],
      ['property', 'review'],
      ['property', 'risk'],
    ]);
    expect(await restated(`asAt=${beforeLate}`)).toEqual([]);
  });

  it.each([
    ['a board', people.board, 'role.not-allowed'],
    ['assurance', people.assurance, 'role.not-allowed'],
    ['an SRO', people.sro, 'role.not-allowed'],
  ])(
    'putRisk of a published month from %s is refused: late telling is for those who may write the thing',
    async (_, as, code) => {
      const told = await tracker.ask('putRisk', {
        as,
        params: { ...place, entryId: 'other' },
        body: risk,
        headers: from('2026-01-10'),
      });
      expect(told).toMatchObject({ status: 403, body: { code } });
    },
  );

  it('a revision takes it in: nothing is to be restated, and history says which revision took it', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    beforeRevision = new Date().toISOString();
    await report('reviseReport', { ...place, month: '2026-01' }, { reason: 'Told late' });
    expect(await restated()).toEqual([]);
    expect(await restated(`asAt=${beforeRevision}`)).toMatchObject([{ month: '2026-01', revision: 1 }]);
    expect(await lateOnes()).toEqual(late(2));
  });
});

describe('what was published by an instant', () => {
  const revisionOf = async (operation: string, month: string, query: string) => {
    const told = await tracker.ask(operation, { as: people.board, params: { ...place, month, revision: '2' }, query });
    expect(told.headers.etag).toBeUndefined();
    return told.body.content?.revision ?? told.body.revision ?? told.body.code;
  };
  it.each(['2026-01', 'latest'])(
    'getReport and getReportLines of %s answer the revision that stood then',
    async (month) => {
      for (const operation of ['getReport', 'getReportLines']) {
        expect(await revisionOf(operation, month, `asAt=${beforeRevision}`)).toBe(1);
        expect(await revisionOf(operation, month, `asAt=${new Date().toISOString()}`)).toBe(2);
        expect(await revisionOf(operation, month, 'asAt=2026-02-28')).toBe('report.unpublished');
      }
    },
  );

  it('getReportRevision answers a revision that was published by then, and says of another that it was not', async () => {
    expect(await revisionOf('getReportRevision', '2026-01', `asAt=${new Date().toISOString()}`)).toBe(2);
    const told = await tracker.ask('getReportRevision', {
      params: { ...place, month: '2026-01', revision: '2' },
      query: `asAt=${beforeRevision}`,
    });
    expect(told).toMatchObject({
      status: 404,
      body: { detail: `No revision 2 of January 2026 was published by ${beforeRevision}.` },
    });
  });

  it('listReports tells what was published by then, in pages too', async () => {
    const rows = async (query: string) =>
      (await tracker.must('listReports', { params: place, query })).body.items.map(
        (one: { revision: number }) => one.revision,
      );
    expect(await rows(`asAt=${beforeRevision}`)).toEqual([1]);
    expect(await rows('')).toEqual([2, 1]);
    expect(await rows('asAt=2026-02-28')).toEqual([]);
    const query = `asAt=${new Date().toISOString()}&limit=1`;
    const first = await tracker.must('listReports', { params: place, query });
    expect(await rows(`${query}&cursor=${first.body.next}`)).toEqual([1]);
  });

  it('listProgrammes tells which programmes there were, as they were called', async () => {
    const named = async (query: string) =>
      (await tracker.must('listProgrammes', { query })).body.items.map((one: { phase: string | null }) => one.phase);
    expect(await named('asAt=2025-12-31')).toEqual([]);
    expect(await named('asAt=2026-01-21')).toEqual([null]);
    expect(await named('asAt=2026-01-22')).toEqual(['Phase 1']);
  });
});
