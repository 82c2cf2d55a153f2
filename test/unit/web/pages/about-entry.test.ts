import { expect, it } from 'vitest';
import { decision } from '#registers/decision/record.ts';
import { ledgerPeriod } from '#registers/ledger-period/record.ts';
import { marketEngagement } from '#registers/market-engagement/record.ts';
import { aboutEntry } from '#web/pages/registers/about-entry.ts';
import { records } from '../../../support/records.ts';

const entry = (record: object, computed: object = {}) => ({
  ...{ id: 'e', record: { ...record }, facts: {}, computed: { ...computed }, version: 1, struckOut: null },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
});
const said = (html: unknown): string =>
  String(html)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const none = { earliestMeetingOn: null, callInEndsOn: null, earliestImplementationOn: null, keyTest: 'key' };
const parsed = (given: object) => decision.record.parse({ ...Object(records.decision), ...given });

const looked = { params: {}, viewer: { subject: 'bea', name: 'Bea Board', roles: [] } };

it('A decision names the earliest day on which it may lawfully be taken, by its notice (SI 2012/2089 reg. 9)', () => {
  const record = parsed({ noticeOn: '2015-08-21' });
  expect(said(aboutEntry(decision, entry(record, { ...none, earliestMeetingOn: '2015-09-19' }), looked))).toContain(
    'The earliest day on which it may be taken is 19 September 2015: 28 clear days after its notice of 21 August 2015.',
  );
});

it('A decision that was published says until when it can be called in, and from when it may be carried out', () => {
  const record = parsed({ takenOn: '2026-04-27', status: 'taken', publishedOn: '2026-04-28' });
  const dates = { ...none, callInEndsOn: '2026-05-06', earliestImplementationOn: '2026-05-07' };
  expect(said(aboutEntry(decision, entry(record, dates), looked))).toMatch(
    /called in until 6 May 2026\. It may be carried out from 7 May 2026\./,
  );
  expect(aboutEntry(decision, entry(parsed({ kind: 'officer-decision' }), none), looked)).toBe(false);
});

it('An engagement counts who answered, by name and as a paper states it', () => {
  const record = marketEngagement.record.parse({
    title: 'Supplier day',
    kind: 'supplier-session',
    organisations: [
      { id: 'acme', name: 'Acme Estates', responses: 2, invitedIn: true },
      { id: 'borough', name: 'Borough Builders' },
    ],
    stated: { organisations: 109, responses: 174, invitedIn: 10, source: 'Report of 15 May 2014' },
  });
  expect(said(aboutEntry(marketEngagement, entry(record), looked))).toMatch(
    /2 organisations by name, with 3 responses; 1 invited in\..*Report of 15 May 2014 states 109 organisations, 174 responses, 10 invited in, without naming them\./,
  );
});

it('An engagement shows by date who was asked, who answered what, and first whose answer is open', () => {
  const record = marketEngagement.record.parse({
    title: 'Soft market test',
    kind: 'soft-market-test',
    organisations: [
      {
        id: 'acme',
        name: 'Acme Estates',
        kind: 'sme',
        askedOn: '2026-10-01',
        answeredOn: '2026-10-20',
        said: 'Only with a lease',
      },
      { id: 'borough', name: 'Borough Builders', askedOn: '2026-10-02', responses: 0 },
      { id: 'civic', name: 'Civic Homes', askedOn: '2026-10-01', answeredOn: '2026-10-09', said: 'Not at that price' },
      { id: 'dale', name: 'Dale Trust' },
    ],
  });
  const text = said(aboutEntry(marketEngagement, entry(record), looked));
  expect(text).toContain('1 organisation was asked and has not answered yet.');
  expect(text).toContain('3 organisations by name, with 3 responses; 0 invited in.');
  expect(text).toMatch(
    /Borough Builders 2 October 2026 No answer yet .*Civic Homes 1 October 2026 9 October 2026 Not at that price .*Acme Estates Small or medium-sized enterprise 1 October 2026 20 October 2026 Only with a lease .*Dale Trust Not stated Day not stated/,
  );
});

it('a period of a ledger says which lines its last sending changed (SAVINGS-32)', () => {
  const corrected = {
    at: '2026-11-03T10:00:00.000Z',
    by: 'finance-ledger',
    count: 120,
    lines: [
      { code: 'DEP-1', before: { actual: 100, saved: 5 }, after: { actual: 100, saved: 6 } },
      { code: 'NEW-1', before: null, after: { actual: 7 } },
    ],
  };
  const facts = { year: '2026/27', period: 7 };
  const shown = said(aboutEntry(ledgerPeriod, { ...entry({}, {}), facts: { ...facts, corrected } }, looked));
  for (const words of [
    '120 lines on 3 November 2026, of which these are the first 2',
    '£100, saved £5',
    '£100, saved £6',
    'Not stated',
  ])
    expect(shown).toContain(words);
  expect(aboutEntry(ledgerPeriod, { ...entry({}, {}), facts }, looked)).toBe(false);
});
