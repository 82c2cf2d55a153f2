import { describe, expect, it } from 'vitest';
import { eventLine } from '#functions/reports/export-lines.ts';
import { withMarks } from '#language/withheld-text.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { redactedSentence as redactedOn } from '#schemas/redaction.ts';
import type { Salts } from '#schemas/salts.ts';
import { saltsOfShown } from '#store/digests/commitments.ts';
import { contentsOf } from '#store/digests/event-digest.ts';
import type { MadeUpReport } from '../../support/made-up-record.ts';
import { again, anchorOf, eventAt, line, lines, withLine } from '../../support/recorded-programme.ts';
import { verdictOf } from '../../support/verdict.ts';

/* Words taken out of the record for good: the secret is dropped, every other text keeps its salt. */

const words = 'The lease runs on';
const redactedSentence = redactedOn('2026-03-02', 'court-order', '0a1b2c3d');

/** Of parts one after the other, the salts that are left without some words. */
const saltsWithout = (taken: string, salts: Salts, parts: readonly unknown[]): Salts => ({
  texts: parts.flatMap((part, n) => [
    ...saltsOfShown(part, salts, n, {
      written: (text) => text,
      visible: (text) => (text === taken ? redactedSentence : text),
      saltsWhatStandsIn: false,
    }),
  ]),
});
const without = <T>(taken: string, value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(taken), JSON.stringify(redactedSentence)));

const redactedEvent = (event: HistoryEvent): HistoryEvent => ({
  ...without(words, event),
  salts: saltsWithout(words, event.salts, [contentsOf(event)]),
});
const withRedactedEvent = lines.with(12, JSON.stringify({ kind: 'event', event: redactedEvent(eventAt(13)) }));

describe('an event of which a text was redacted', () => {
  it('holds neither the words nor anything to try them against', () => {
    expect(line(13)).toContain(words);
    expect(withRedactedEvent[12]).not.toContain(words);
    expect(withRedactedEvent[12]).not.toContain('secret');
  });

  it('leaves chain, heads and seals proved', () => {
    expect(verdictOf(withRedactedEvent, anchorOf(again))).toMatchObject({
      kind: 'proved',
      proved: { events: 10, chains: 3, reports: 3 },
      counts: { inPart: { events: 1, reports: 0 } },
    });
  });

  it('still verifies in a public view that withholds the same text', () => {
    const event = redactedEvent(eventAt(13));
    const title = withMarks(redactedSentence, { ground: 3, until: undefined, record: 'property/risk/late' });
    const marked = { after: { ...event.after, record: { ...event.after.record, title } } };
    const open = eventLine(event, marked, { view: 'public', on: '2026-03-01' });
    expect(open.event.after.record.title).toContain('Withheld: exempt under paragraph 3');
    expect(open.event.salts).toEqual(event.salts);
    expect(verdictOf(lines.with(12, JSON.stringify(open)), anchorOf(again)).kind).toBe('proved');
  });

  it.each<[string, (event: HistoryEvent) => unknown]>([
    ['other words stand in the place', (event) => Object.assign(event.after.record, { title: 'The lease ended' })],
    ['the words come back', (event) => Object.assign(event.after.record, { title: words })],
    [
      'another commitment is named',
      ({ salts }) => 'texts' in salts && salts.texts.splice(0, 1, { commitment: '0'.repeat(64) }),
    ],
    ['the commitment is gone', ({ salts }) => 'texts' in salts && salts.texts.splice(0, 1)],
    ['a figure is another', (event) => Object.assign(event.after.record, { pounds: 7 })],
  ])('is found out where %s', (_, change) => {
    const event = redactedEvent(eventAt(13));
    change(event);
    const verdict = verdictOf(lines.with(12, JSON.stringify({ kind: 'event', event })), anchorOf(again));
    expect(verdict).toMatchObject({ kind: 'broken', broken: { line: 13, sequence: 2 } });
  });
});

describe('a report of which a text was redacted', () => {
  const [headline = ''] = again.content.headline;
  const redact = (one: MadeUpReport): void => {
    one.salts = saltsWithout(headline, one.salts, [...one.lines, one.content]);
    Object.assign(one.content, without(headline, one.content));
  };

  it('is proved by its seal', () => {
    const redacted = withLine(17, redact);
    expect(redacted[16]).not.toContain(JSON.stringify(headline));
    expect(redacted[16]).not.toContain('secret');
    expect(verdictOf(redacted, anchorOf(again))).toMatchObject({ kind: 'proved', proved: { reports: 3 } });
  });

  it.each([['All is well.'], [headline], ['Redacted']])('is found out where "%s" stands in the place', (said) => {
    const forged = withLine(17, (one: MadeUpReport) => {
      redact(one);
      one.content.headline = [said];
    });
    expect(verdictOf(forged, anchorOf(again))).toMatchObject({ kind: 'broken', broken: { line: 17, sequence: 5 } });
  });
});
