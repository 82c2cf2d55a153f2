import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOfTable } from '../support/chain.ts';
import { create, refused, startWithOneOfEach, tomorrow } from '../support/one-of-each.ts';
import { type Asked, people, type TestTracker } from '../support/tracker.ts';

/* A finance system sends what its ledger says of a period (docs/meaning.md SAVINGS-32, WRITE-31, CLAIM-20). */

let tracker: TestTracker;
const claims = { sub: 'finance-ledger', organisation: 'council', roles: ['ledger'], machine: 'Finance ledger' };
const ledger: Pick<Asked, 'claims'> = { claims };
const at = (entryId: string) => ({ ...tomorrow, entryId });
const november = at('2025-26-p08');
const lines = [
  { code: 'PRO-4100', actual: 2_800_000, saved: 210_000 },
  { code: 'LIB-2000', actual: 640_000 },
];
const budgetLine = (code: string, year = '2025/26') => ({ title: `Line ${code} of ${year}`, year, code });
const send = (params: Record<string, string>, body: object, headers: Record<string, string> = {}) =>
  tracker.ask('putProgrammeLedgerPeriod', { ...ledger, params, body, headers });

beforeAll(async () => {
  tracker = await startWithOneOfEach();
  const entries = [
    { id: 'property', record: budgetLine('PRO-4100') },
    { id: 'libraries', record: budgetLine('LIB-2000') },
    { id: 'property-before', record: budgetLine('PRO-4100', '2024/25') },
  ];
  await tracker.must('recordProgrammeBudgetLines', { as: people.finance, params: tomorrow, body: { entries } });
});
afterAll(() => tracker.stop());

describe('A period of a ledger', () => {
  it('putProgrammeLedgerPeriod takes all its lines in one request, without a version', async () => {
    const told = await send(november, { lines, total: 3_440_000 });
    expect([told.status, told.body]).toMatchObject([
      201,
      { id: '2025-26-p08', version: 1, facts: { year: '2025/26', period: 8 }, record: { lines } },
    ]);
  });

  it('is answered as before where the same is sent again, and leaves no event', async () => {
    const before = await digestOfTable(tracker.table);
    const told = await send(november, { lines, total: 3_440_000 });
    expect([told.status, told.body.version]).toEqual([200, 1]);
    expect(await digestOfTable(tracker.table)).toBe(before);
  });

  it('is corrected by what is sent otherwise, and says which lines that changed: nothing is doubled', async () => {
    const [first] = lines;
    const told = await send(november, { lines: [{ ...first, saved: 220_000 }] });
    expect(told.body).toMatchObject({
      version: 2,
      facts: {
        corrected: {
          by: 'finance-ledger',
          count: 2,
          lines: [
            {
              code: 'PRO-4100',
              before: { actual: 2_800_000, saved: 210_000 },
              after: { actual: 2_800_000, saved: 220_000 },
            },
            { code: 'LIB-2000', before: { actual: 640_000 }, after: null },
          ],
        },
      },
    });
    const { body } = await tracker.must('listProgrammeLedgerPeriods', { ...ledger, params: tomorrow });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['2025-26-p08']);
    const { body: history } = await tracker.must('getProgrammeHistory', {
      as: people.finance,
      params: tomorrow,
      query: 'kind=ledger-period&id=2025-26-p08',
    });
    expect(
      history.items.map(({ machine, version }: { machine: string; version: number }) => [machine, version]),
    ).toEqual(
      expect.arrayContaining([
        ['Finance ledger', 1],
        ['Finance ledger', 2],
      ]),
    );
  });

  it('is sent by two at once as one after the other', async () => {
    const period = at('2025-26-p07');
    const told = await Promise.all([1, 2, 3].map((saved) => send(period, { lines: [{ ...lines[0], saved }] })));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
    expect((await tracker.must('getProgrammeLedgerPeriod', { ...ledger, params: period })).body.version).toBe(3);
  });

  it('takes a version where its sender names one', async () => {
    const told = await send(november, { lines: [], total: 0 }, { 'if-match': '"1"' });
    expect([told.status, told.body.code]).toEqual([412, 'version.stale']);
    expect((await send(november, { lines: [], total: 0 }, create)).body.code).toBe('version.exists');
  });
});

const faultsOf = async (params: Record<string, string>, body: object) => {
  const told = await refused(tracker, 'putProgrammeLedgerPeriod', { ...ledger, params, body });
  return told.body.faults.map((fault: { in: string; pointer: string; message: string }) => [
    fault.in,
    fault.pointer,
    fault.message,
  ]);
};

describe('What a ledger sends wrongly is refused whole, each fault at its place', () => {
  it('a code that no budget line of the year has, and one that is there twice: LED-01, LED-02', async () => {
    const wrong = [
      { code: 'PRO-4100', actual: 1 },
      { code: 'NONE-1', actual: 2 },
      { code: 'pro-4100', actual: 3 },
    ];
    expect(await faultsOf(november, { lines: wrong })).toEqual([
      ['body', '/lines/2/code', 'must not be there twice: it is at /lines/0 already (LED-01)'],
      [
        'body',
        '/lines/1/code',
        'must be the code of a budget line of 2025/26 of the programme itself, and none has NONE-1 (LED-02)',
      ],
    ]);
    expect(await faultsOf(at('2024-25-p12'), { lines: [{ code: 'LIB-2000', actual: 1 }] })).toMatchObject([
      ['body', '/lines/0/code', expect.stringContaining('2024/25')],
    ]);
  });

  it('a control total that the lines do not come to: LED-03', async () => {
    expect(await faultsOf(november, { lines, total: 3_440_001 })).toEqual([
      ['body', '/total', 'must be what the actuals come to, which is £3.44 million (LED-03)'],
    ]);
  });

  it('an empty list without a control total of 0, which a file that came out empty would be: LED-05', async () => {
    expect(await faultsOf(november, { lines: [] })).toEqual([
      [
        'body',
        '/total',
        'must be 0 where no line is sent, so that a file that came out empty takes nothing away (LED-05)',
      ],
    ]);
    expect(await faultsOf(november, { lines: [], total: 1 })).toEqual([
      ['body', '/total', 'must be what the actuals come to, which is £0 (LED-03)'],
    ]);
  });

  it('a period that has not begun, or is none: LED-04', async () => {
    expect(await faultsOf(at('2198-99-p01'), { lines: [], total: 0 })).toEqual([
      ['path', '/entryId', 'must be a period that has begun; it begins on 1 April 2198 (LED-04)'],
    ]);
    for (const id of ['2025-26-p17', '2025-27-p01', '2025-26-p1', 'november'])
      expect(await faultsOf(at(id), { lines: [], total: 0 })).toMatchObject([['path', '/entryId', expect.any(String)]]);
  });

  it('pence, blanks and what is missing', async () => {
    expect(
      await faultsOf(november, { lines: [{ code: 'PRO 4100', actual: 1.5 }, { code: 'PRO-4100' }] }),
    ).toMatchObject([
      ['body', '/lines/0/code', expect.stringContaining('without blanks')],
      ['body', '/lines/0/actual', 'must be a whole number of pounds'],
      ['body', '/lines/1/actual', expect.any(String)],
    ]);
  });

  it('a budget line that shares its code, also among those recorded together: BUD-03', async () => {
    const asFinance = { as: people.finance, params: tomorrow };
    const again = { entries: [{ id: 'another', record: budgetLine('pro-4100') }] };
    const told = await refused(tracker, 'recordProgrammeBudgetLines', { ...asFinance, body: again });
    expect(told.body.faults).toMatchObject([
      { pointer: '/entries/0/record/code', message: 'must be of one budget line of 2025/26; property has it (BUD-03)' },
    ]);
    const two = ['one', 'two'].map((id) => ({ id, record: budgetLine('NEW-1') }));
    const both = await refused(tracker, 'recordProgrammeBudgetLines', { ...asFinance, body: { entries: two } });
    expect(both.body.faults).toHaveLength(2);
  });
});

describe('A ledger', () => {
  it('reads its periods back, and nothing else', async () => {
    await tracker.must('getProgrammeLedgerPeriod', { ...ledger, params: november });
    for (const id of ['getProgramme', 'listProgrammeBudgetLines', 'listLedgerFigures', 'getMe', 'listFeeds'] as const)
      expect((await tracker.ask(id, { ...ledger, params: tomorrow })).body.code).toBe('role.not-allowed');
  });

  it('is no person, whatever a token says', async () => {
    const { machine: _, ...person } = claims;
    const told = await tracker.ask('getProgrammeLedgerPeriod', { claims: person, params: november });
    expect([told.status, told.body.code]).toEqual([401, 'token.not-accepted']);
  });

  it('is set right by finance, and by nobody else', async () => {
    const body = { reason: 'The wrong month was sent', undo: false };
    const headers = { 'if-match': '"2"' };
    const asked = { params: november, body: { reason: body.reason }, headers };
    expect((await tracker.ask('strikeOutProgrammeLedgerPeriod', { ...asked, as: people.team })).status).toBe(403);
    const { body: struckOut } = await tracker.must('strikeOutProgrammeLedgerPeriod', { ...asked, as: people.finance });
    expect(struckOut.struckOut).toMatchObject({ reason: body.reason });
    const told = await send(november, { lines });
    expect([told.status, told.body.code]).toEqual([409, 'entry.struck-out']);
  });
});

it('as many lines as a programme has are one transaction, and more than two thousand are refused', async () => {
  const codes = Array.from({ length: 200 }, (_, n) => `C${n}`);
  for (let n = 0; n < codes.length; n += 40) {
    const some = codes.slice(n, n + 40);
    const entries = some.map((code) => ({ id: `line-${code.toLowerCase()}`, record: budgetLine(code) }));
    await tracker.must('recordProgrammeBudgetLines', { as: people.finance, params: tomorrow, body: { entries } });
  }
  const june = at('2025-26-p03');
  const all = codes.map((code, n) => ({ code, actual: 1_000_000 + n, saved: n }));
  const many = await send(june, { lines: Array.from({ length: 2_001 }, (_, n) => ({ code: `C${n}`, actual: n })) });
  expect([many.status, many.body.faults]).toMatchObject([400, [{ pointer: '/lines' }]]);
  const told = await send(june, { lines: all });
  expect([told.status, told.body.record.lines.length]).toEqual([201, 200]);
  const again = await send(june, { lines: all.map((line) => ({ ...line, saved: -1 })) });
  expect(again.body.facts.corrected).toMatchObject({ count: 200, lines: { length: 100 } });
}, 60_000);
