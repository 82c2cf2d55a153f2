import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const review = '/programmes/p/reviews/r';
const across = '/programmes/p/across/savings';
const list = '/pages/programmes/p/to-validate';
const form = '/pages/programmes/p/reviews/r/savings/depots/_validate/2026-27';
const etag = '"saving:p/r/depots:3"';

const claim = (year: string, pounds: number, by: string, since: string | null) => ({ year, pounds, by, since });
const line = (id: string, title: string, toValidate: readonly object[], claimedBySubject = 'tara') => ({
  review: { id: 'r', title: 'Home care', lifecycle: 'active' },
  names: { tara: 'Tara Team' },
  entry: { id, record: { title }, facts: { claimedBySubject }, computed: { toValidate } },
});
const two = [
  line('depots', 'Four depots', [claim('2026/27', 120_000, 'tara', '2026-11-03T10:00:00.000Z')]),
  line('fleet', 'Fleet', [claim('2025/26', 8_000, 'tara', '2026-09-01T10:00:00.000Z')]),
];
const year = { year: '2026/27', plan: 200_000, forecast: 150_000, claimedActual: 120_000 };
const entry = (given: object = {}, validations: readonly object[] = []) => ({
  id: 'depots',
  record: {
    title: 'Four depots',
    class: 'cash-releasing',
    mechanism: 'transformation',
    recurrence: 'recurring',
    firmness: 'business-case',
    years: [{ ...year, ...given }],
  },
  facts: { validations, forecastSince: '2026-04-01T00:00:00.000Z', claimedBySubject: 'tara' },
  computed: {},
  version: 3,
  effectiveAt: '2026-11-01T00:00:00.000Z',
  recordedAt: '2026-11-01T00:00:00.000Z',
  recordedBy: 'tara',
  struckOut: null,
});
const figure = (given: object = {}) => ({
  ...{ year: '2026/27', code: 'DEP-1', period: '2026-27-p08', saved: 120_000, claimed: 120_000, difference: 0 },
  state: 'agrees',
  claims: [{ review: { id: 'r' }, saving: { id: 'depots' }, claimed: 120_000, validated: null }],
  ...given,
});
const inLedger = (...items: readonly object[]) => ({
  ...answers(),
  '/programmes/p/ledger-figures': { body: { items, next: null } },
});
const answers = (items: readonly object[] = two, shown = entry(), next: string | null = null) => ({
  '/programmes/p': {
    body: { id: 'p', record: { name: 'Futures', council: 'M' }, computed: { nextReport: null, nextReportDueOn: null } },
  },
  '/programmes': { body: { items: [{ id: 'p', name: 'Futures', phase: null, council: 'M', fictional: false }] } },
  '/me': {
    body: { subject: 'sam', name: 'Sam', post: null, roles: ['finance'], actsFor: [], messages: 'daily', reviews: [] },
  },
  [across]: { body: { items, next } },
  [review]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  [`${review}/savings/depots`]: { body: shown, etag },
});
const asFinance = (given = answers()) => screensBefore(() => given, ['finance']);
const filled = { 'on/day': '27', 'on/month': '11', 'on/year': '2026' };

describe('what finance has to validate', () => {
  it('is each claim with who claimed it and since when, the largest first, and a sum', async () => {
    const text = String((await asFinance().opened(list)).body);
    expect(text).toContain('2 claims to validate: £128,000 in all.');
    for (const words of ['Tara Team', '3 November 2026', '1 September 2026', '£120,000', 'Home care'])
      expect(text).toContain(words);
    expect(text.indexOf('Four depots')).toBeLessThan(text.indexOf('Fleet'));
    expect(text).toContain(`href="${form}"`);
  });

  it('is no form for others, and none for whoever claimed it', async () => {
    const team = String((await screensBefore(() => answers(), ['transformation-team']).opened(list)).body);
    expect(team).not.toContain('_validate');
    const own = [line('depots', 'Four depots', [claim('2026/27', 1, 'tara', null)], 'sam')];
    const text = String((await asFinance(answers(own)).opened(list)).body);
    expect(text).not.toContain('_validate');
    expect(text).toContain('somebody else of finance validates it');
    expect(text).toContain('Not kept');
  });

  it('says so where there is more than one answer holds, and where there is nothing', async () => {
    expect(String((await asFinance(answers(two, entry(), 'next')).opened(list)).body)).toContain(
      'the 200 savings lines',
    );
    expect(String((await asFinance(answers([])).opened(list)).body)).toContain(
      'Everything that was claimed is validated.',
    );
  });

  it('waits on the first page of finance, the oldest first, and on nobody else’s', async () => {
    const text = String((await asFinance().opened('/pages')).body);
    expect(text).toContain('2 claims to validate in Futures');
    expect(text).toContain('£128,000, the oldest since 1 September 2026');
    expect(text).toContain(`href="${list}?order=oldest"`);
    const team = String((await screensBefore(() => answers(), ['transformation-team']).opened('/pages')).body);
    expect(team).not.toContain('Savings to validate');
  });
});

describe('what the ledger shows beside a claim (SAVINGS-25)', () => {
  const another = { review: { id: 'other' }, saving: { id: 'vans' }, claimed: 30_000, validated: null };
  const differing = { saved: 100_000, difference: -20_000, state: 'differs' };
  const sharing = { saved: 150_000, claimed: 150_000, claims: [...figure().claims, another] };

  it.each([
    ['agrees', {}, ['£120,000', 'Agrees', 'By November 2026, DEP-1']],
    ['differs, and by how much', differing, ['£100,000', '£20,000 less than is claimed']],
    ['is of several claims', sharing, ['£150,000, of 2 claims that come to £150,000', 'Agrees']],
    ['shows no saving', { saved: null, difference: null, state: 'not-stated' }, ['No saving shown by November 2026']],
    ['is of the closing', { period: '2026-27-p13' }, ['By the closing of 2026/27 (period 13)']],
  ])('%s', async (_, given, words) => {
    const text = String((await asFinance(inLedger(figure(given))).opened(list)).body);
    for (const one of ['In the ledger', 'Not in the ledger', ...words]) expect(text).toContain(one);
    const inForm = String((await asFinance(inLedger(figure(given))).opened(form)).body);
    for (const one of ['In the ledger', ...words]) expect(inForm).toContain(one);
  });

  it('has no column where there is no ledger', async () => {
    expect(String((await asFinance(inLedger()).opened(list)).body)).not.toContain('ledger');
    expect(String((await asFinance().opened(list)).body)).not.toContain('ledger');
  });

  it('is offered for one act where they agree, and for none where they differ', async () => {
    const agreeing = String((await asFinance(inLedger(figure())).opened(form)).body);
    expect(agreeing).toContain('£120,000, as claimed and as the ledger shows');
    expect(agreeing).toMatch(/value="claimed"[^>]* checked/);
    const other = String((await asFinance(inLedger(figure(differing))).opened(form)).body);
    expect(other).toContain('£120,000, as claimed<');
    expect(other).not.toMatch(/value="claimed"[^>]* checked/);
  });

  it('stands on the page of the savings line, by year', async () => {
    const page = '/pages/programmes/p/reviews/r/savings/depots';
    const text = String((await asFinance(inLedger(figure(differing))).opened(page)).body);
    for (const words of ['In the ledger', '£20,000 less than is claimed', 'Nothing']) expect(text).toContain(words);
    expect(String((await asFinance().opened(page)).body)).not.toContain('In the ledger');
  });
});

describe('the validation of a claim', () => {
  it('shows the claim beside plan and forecast, and what was validated before', async () => {
    const before = [
      {
        year: '2026/27',
        pounds: 90_000,
        on: '2026-10-01',
        note: 'Two depots',
        by: 'fay',
        at: '2026-10-01T00:00:00.000Z',
        ofVersion: 2,
        dropped: { at: '2026-11-03T10:00:00.000Z', by: 'tara' },
      },
    ];
    const text = String((await asFinance(answers(two, entry({}, before))).opened(form)).body);
    for (const words of [
      '£120,000, as claimed',
      '£200,000',
      '£150,000',
      'Tara Team',
      '£90,000: Two depots',
      'it holds no more',
    ])
      expect(text).toContain(words);
  });

  it('takes the amount that was claimed, on the version of the line that was read', async () => {
    const screens = asFinance();
    await screens.reply(form, { ...filled, amount: 'claimed', pounds: '', note: 'unseen' }, etag);
    const path = `${review}/savings/depots/validations`;
    const body = { year: '2026/27', pounds: 120_000, on: '2026-11-27' };
    expect(screens.sent).toEqual([{ method: 'POST', path, body, version: etag, key: 'the-key' }]);
  });

  it('takes another amount as people write it, with the reason', async () => {
    const screens = asFinance();
    const other = { ...filled, amount: 'other', pounds: '£90k' };
    const refused = screens.pageOf(await screens.reply(form, { ...other, note: '' }, etag));
    expect(refused.faults?.map(({ field }) => field)).toEqual(['note']);
    await screens.reply(form, { ...other, note: 'Two of four depots' }, etag);
    expect(screens.sent[0]?.body).toEqual({
      year: '2026/27',
      pounds: 90_000,
      on: '2026-11-27',
      note: 'Two of four depots',
    });
  });

  it.each([
    ['no choice', { ...filled, amount: '' }, ['amount']],
    ['no amount', { ...filled, amount: 'other', pounds: '' }, ['pounds']],
    ['no amount of money', { ...filled, amount: 'other', pounds: 'lots' }, ['pounds']],
    ['no day', { amount: 'claimed' }, ['on']],
  ])('of %s is told at its field', async (_, values, fields) => {
    const screens = asFinance();
    const page = screens.pageOf(await screens.reply(form, values as never, etag));
    expect(page.faults?.map(({ field }) => field)).toEqual(fields);
    expect(screens.sent).toEqual([]);
  });

  it('is never taken of a claim that has changed since: it is read again, and chosen anew', async () => {
    const now = answers(two, entry({ claimedActual: 500_000 }));
    const moved = {
      ...now,
      [`${review}/savings/depots`]: { body: entry({ claimedActual: 500_000 }), etag: '"saving:p/r/depots:4"' },
    };
    const screens = asFinance(moved);
    screens.refuse({ status: 412, code: 'version.stale', detail: 'Tara changed it.' });
    const page = screens.pageOf(await screens.reply(form, { ...filled, amount: 'claimed' }, etag));
    expect(page.faults?.[0]?.message).toContain('This has changed since you read it');
    expect(String(page.body)).toContain('£500,000, as claimed');
    expect(String(page.body)).not.toContain(' checked');
  });
});
