import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create, entry, property, startWithOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { saving } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/* What the ledger says beside what is claimed and validated (docs/meaning.md SAVINGS-25). */

let tracker: TestTracker;
const line = (budgetLine: string, claimedActual?: number, more: object = {}) => ({
  ...saving,
  budgetLine,
  doubleCountJustification: 'Another lease',
  years: [{ year: '2025/26', plan: 400_000, ...(claimedActual === undefined ? {} : { claimedActual }) }],
  ...more,
});
const send = (period: string, lines: readonly object[]) =>
  tracker.must('putProgrammeLedgerPeriod', {
    as: people.finance,
    params: { ...tomorrow, entryId: period },
    body: { lines },
  });
interface Item {
  readonly code: string;
  readonly year: string;
  readonly state: string;
}
const list = async (query = '', as: (typeof people)[keyof typeof people] = people.finance) =>
  (await tracker.must('listLedgerFigures', { as, params: tomorrow, query })).body.items as Item[];
const states = (items: readonly Item[]) => items.map(({ year, code, state }) => `${year} ${code} ${state}`);

beforeAll(async () => {
  tracker = await startWithOneOfEach();
  const budgetLine = (id: string, code: string, title: string, year = '2025/26') => ({
    id,
    record: { title, year, code, budget: 4_000_000 },
  });
  await tracker.must('recordProgrammeBudgetLines', {
    as: people.finance,
    params: tomorrow,
    body: {
      entries: [
        budgetLine('rents', 'PRO-1', 'Rents'),
        budgetLine('rents-before', 'PRO-1', 'Rents', '2024/25'),
        budgetLine('stock', 'LIB-1', 'Book stock'),
        budgetLine('fleet', 'FLE-1', 'Fleet'),
        budgetLine('energy', 'ENE-1', 'Energy'),
      ],
    },
  });
  const libraries = { ...property, reviewId: 'libraries' };
  const { body } = await tracker.must('getReview', { params: property });
  await tracker.must('putReview', {
    params: libraries,
    body: { ...body.record, title: 'Libraries' },
    headers: { ...create, 'effective-at': '2026-01-10' },
  });
  const put = (params: Record<string, string>, record: object) =>
    tracker.must('putSaving', { params, body: record, headers: create });
  await put(entry('leases'), line('pro-1', 210_000));
  await put({ ...libraries, entryId: 'shared-hall' }, line('Rents', 40_000));
  await put({ ...libraries, entryId: 'fewer-copies' }, line('stock', 90_000));
  await put({ ...libraries, entryId: 'vans' }, line('Fleet'));
  await send('2025-26-p07', [{ code: 'PRO-1', actual: 1, saved: 1 }]);
  await send('2025-26-p08', [
    { code: 'PRO-1', actual: 2_800_000, saved: 250_000 },
    { code: 'LIB-1', actual: 640_000, saved: 70_000 },
    { code: 'FLE-1', actual: 10, saved: 5 },
    { code: 'ENE-1', actual: 300_000 },
  ]);
});
afterAll(() => tracker.stop());

describe('listLedgerFigures', () => {
  it('holds what the last period says against all that is claimed of a line, of whichever review', async () => {
    expect(states(await list())).toEqual([
      '2025/26 ENE-1 not-stated',
      '2025/26 FLE-1 not-claimed',
      '2025/26 LIB-1 differs',
      '2025/26 PRO-1 agrees',
    ]);
    const [, , stock, rents] = await list();
    expect(rents).toEqual({
      ...{ year: '2025/26', code: 'PRO-1', budgetLine: { id: 'rents', title: 'Rents' }, budget: 4_000_000 },
      ...{ period: '2025-26-p08', actual: 2_800_000, saved: 250_000 },
      ...{ claimed: 250_000, validated: null, difference: 0, state: 'agrees' },
      claims: [
        {
          review: { id: 'libraries', title: 'Libraries' },
          saving: { id: 'shared-hall', title: 'Fewer buildings' },
          ...{ claimed: 40_000, validated: null },
        },
        {
          review: { id: 'property', title: 'Property' },
          saving: { id: 'leases', title: 'Fewer buildings' },
          ...{ claimed: 210_000, validated: null },
        },
      ],
    });
    expect(stock).toMatchObject({ saved: 70_000, claimed: 90_000, difference: -20_000 });
  });

  it('is asked by year, review, state and what waits, and page by page', async () => {
    expect(await list('year=2024/25')).toEqual([]);
    expect(states(await list('review=property'))).toEqual(['2025/26 PRO-1 agrees']);
    expect(states(await list('state=differs'))).toEqual(['2025/26 LIB-1 differs']);
    expect(states(await list('toValidate=true'))).toEqual(['2025/26 LIB-1 differs', '2025/26 PRO-1 agrees']);
    const first = await tracker.must('listLedgerFigures', { params: tomorrow, query: 'limit=3' });
    expect([first.body.items.length, typeof first.body.next]).toEqual([3, 'string']);
    const { body } = await tracker.must('listLedgerFigures', { params: tomorrow, query: `cursor=${first.body.next}` });
    expect([states(body.items), body.next]).toEqual([['2025/26 PRO-1 agrees'], null]);
    const lost = await tracker.ask('listLedgerFigures', { params: tomorrow, query: 'cursor=bm93aGVyZQ' });
    expect([lost.status, lost.body.faults[0].pointer]).toEqual([400, '/cursor']);
    const nowhere = await tracker.ask('listLedgerFigures', { params: { programmeId: 'nowhere' } });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'programme.unknown']);
  });

  it('has what finance validated, which waits no more; the claim stays as it is', async () => {
    await tracker.must('validateSaving', {
      as: people.finance,
      params: entry('leases'),
      body: { year: '2025/26', pounds: 210_000, on: '2026-02-01' },
    });
    const [rents] = await list('review=property');
    expect(rents).toMatchObject({ claimed: 250_000, validated: 210_000, state: 'agrees' });
  });

  it('shows nobody from whom it is withheld that a claim is of a line, nor what the figure comes to against it', async () => {
    const { body, headers } = await tracker.must('getSaving', { params: entry('leases') });
    await tracker.must('putSaving', {
      params: entry('leases'),
      body: { ...body.record, exempt: { fields: ['budgetLine'], ground: 3, until: '2150-01-01', reason: 'A bid' } },
      headers: { 'if-match': headers.etag ?? '' },
    });
    const isRents = ({ code }: Item) => code === 'PRO-1';
    const [full, shown] = [(await list()).find(isRents), (await list('', people.board)).find(isRents)];
    expect(full).toMatchObject({ state: 'agrees', claimed: 250_000 });
    expect(shown).toMatchObject({ state: 'withheld', claimed: 40_000, difference: null });
    expect(JSON.stringify(shown)).not.toContain('leases');
    expect(states(await list('review=property', people.board))).toEqual([]);
  });

  it('says nothing of a line, a period or a review that is struck out', async () => {
    const strikeOut = (id: string, params: Record<string, string>, as: (typeof people)[keyof typeof people]) =>
      tracker.must(id as 'strikeOutSaving', { as, params, body: { reason: 'Wrong' }, headers: { 'if-match': '"1"' } });
    await strikeOut('strikeOutProgrammeBudgetLine', { ...tomorrow, entryId: 'energy' }, people.finance);
    await strikeOut('strikeOutReview', { ...tomorrow, reviewId: 'libraries' }, people.team);
    expect(states(await list())).toEqual([
      '2025/26 FLE-1 not-claimed',
      '2025/26 LIB-1 not-claimed',
      '2025/26 PRO-1 differs',
    ]);
    await strikeOut('strikeOutProgrammeLedgerPeriod', { ...tomorrow, entryId: '2025-26-p08' }, people.finance);
    expect(await list()).toMatchObject([{ code: 'PRO-1', period: '2025-26-p07', saved: 1 }]);
  });
});
