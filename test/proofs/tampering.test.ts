import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { HistoryEvent, JsonObject } from '#schemas/history.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { type Covering, coverings, forged } from '../support/forging.ts';
import { exportOf, type MadeUpRecord, RecordTeller } from '../support/made-up-record.ts';
import { again, anchorOf, lines, record } from '../support/recorded-programme.ts';
import { required } from '../support/required.ts';
import { verdictOf } from '../support/verdict.ts';
import { amount, counted, holds, timeLimitMilliseconds } from './running.ts';

/* What is changed below a seal that somebody has on paper is found, however its traces are covered. */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const anchor = anchorOf(again);

it('an export of whatever was recorded is proved by its seal, and agrees with itself without one', async () => {
  const json: fc.Arbitrary<JsonObject> = fc
    .dictionary(
      fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__'),
      fc.jsonValue(),
    )
    .map((value) => JSON.parse(JSON.stringify(value)));
  const entry = fc.record({ id: fc.constantFrom('first', 'second'), record: json });
  const property = fc.asyncProperty(fc.array(entry, { minLength: 1 }), async (entries) => {
    const teller = new RecordTeller('tomorrow');
    teller.recordChange('tomorrow/property', { kind: 'review', id: 'property' }, { title: 'Property' });
    for (const { id, record } of entries) teller.recordChange('tomorrow/property', { kind: 'risk', id }, record);
    const report = teller.publish(teller.fix({ month: '2026-01', revision: 1 }));
    expect(verdictOf(exportOf(teller.record))).toMatchObject({ kind: 'consistent' });
    expect(verdictOf(exportOf(teller.record), anchorOf(report))).toMatchObject({
      kind: 'proved',
      proved: { events: entries.length + 3, reports: 1 },
    });
  });
  await holds(property, amount(100, 3_000, 30));
});

const meansAnother = (text: string, was: string): boolean => {
  try {
    return canonicalJson(JSON.parse(text)) !== canonicalJson(JSON.parse(was));
  } catch {
    return true;
  }
};

it('any byte of any line, changed, is a fault that names the line', async (context) => {
  const place = fc
    .nat(lines.length - 1)
    .chain((at) => fc.tuple(fc.constant(at), fc.nat(Buffer.byteLength(required(lines[at])) - 1), fc.nat(255)));
  const property = fc.asyncProperty(place, async ([at, byte, to]) => {
    const bytes = Buffer.from(required(lines[at]));
    bytes[byte] = to;
    const text = bytes.toString('utf8');
    fc.pre(meansAnother(text, required(lines[at])));
    const verdict = verdictOf(lines.with(at, text), anchor);
    // Another programme in the first line is a fault of the first chain, which is not its.
    const named = at === 0 ? [1, 2] : [at + 1];
    expect(verdict.kind === 'broken' && named.includes(verdict.broken.line)).toBe(true);
  });
  const runs = amount(2_000, 100_000, 500);
  await holds(property, runs);
  counted(context, { 'bytes changed': runs });
});

type Change = (record: MadeUpRecord) => readonly HistoryEvent[];
const eventsOf = (from: MadeUpRecord, chain: string): HistoryEvent[] => required(from.chains.get(chain));
const legal = 'tomorrow/legal';
const property = 'tomorrow/property';
const touching =
  (chain: string, at: number, change: (event: HistoryEvent) => void): Change =>
  (from) => {
    const event = required(eventsOf(from, chain)[at]);
    change(event);
    return [event];
  };

/** Each of the sealed part of the history. */
const forgeries: Readonly<Record<string, Change>> = {
  'a figure was another': touching(property, 1, (event) => {
    event.after.record = { ...event.after.record, pounds: 1 };
  }),
  'somebody else did it': touching(legal, 1, (event) => {
    event.by = 'somebody-else';
  }),
  'it was true from another day': touching(legal, 0, (event) => {
    event.effectiveAt = '2025-12-31T00:00:00.000Z';
  }),
  'a reason was another': touching(legal, 1, (event) => {
    event.reason = 'Another reason';
  }),
  'an entry was struck out': touching(property, 1, (event) => {
    event.after.struckOut = { reason: 'Not so', by: 'pat-office', at: event.recordedAt };
  }),
  'an event is left out': (from) => {
    eventsOf(from, legal).splice(1, 1);
    return [];
  },
  'an event is put in': (from) => {
    const events = eventsOf(from, legal);
    const put = { ...structuredClone(required(events[1])), sequence: 2 };
    events.splice(1, 0, put);
    return [put];
  },
  'two events change places': (from) => {
    eventsOf(from, legal).splice(0, 2, ...eventsOf(from, legal).slice(0, 2).reverse());
    return [];
  },
  'the end of a chain is cut off': (from) => {
    eventsOf(from, legal).splice(1);
    return [];
  },
  'a review is left out': (from) => {
    from.chains.delete(property);
    return [];
  },
  'two reviews change their histories': (from) => {
    const [ones, others] = [eventsOf(from, legal), eventsOf(from, property)];
    from.chains.set(legal, others).set(property, ones);
    for (const chain of [legal, property]) for (const event of eventsOf(from, chain)) event.chain = chain;
    return [...ones, ...others];
  },
  "a report's words are others": (from) => {
    required(from.reports[0]).content.headline = ['All is well'];
    return [];
  },
  "a report's line is left out": (from) => {
    required(from.reports[1]).lines.pop();
    return [];
  },
  'a report was made from less': (from) => {
    required(from.reports[1]).heads.pop();
    return [];
  },
  'a report is left out': (from) => {
    from.reports.splice(0, 1);
    return [];
  },
};

const cases = Object.entries(forgeries).flatMap(([name, change]) =>
  coverings.map((covering) => ({ name, covering, change })),
);
const forgedExport = (change: Change, covering: Covering): readonly string[] =>
  exportOf(forged(record, change, covering), 100);

describe('a forgery of what is sealed is found by the seal', () => {
  it.each(cases)('$name, its traces covered up to: $covering', ({ change, covering }) => {
    const made = forgedExport(change, covering);
    expect(made).not.toEqual(lines);
    expect(verdictOf(made, anchor).kind).toBe('broken');
  });

  it('and some of them by the seal alone: they agree with themselves', () => {
    const sound = cases.filter(
      ({ change, covering }) => verdictOf(forgedExport(change, covering)).kind === 'consistent',
    );
    expect(sound.length).toBeGreaterThanOrEqual(10);
  });

  it('history that is cut off at its end, under a manifest of its own, is one of them', () => {
    const shorter = forged(
      record,
      (from) => {
        eventsOf(from, 'tomorrow').splice(4);
        return [];
      },
      'seals',
    );
    const made = exportOf(shorter, 100);
    expect(verdictOf(made).kind).toBe('consistent');
    expect(verdictOf(made, anchor).kind).toBe('broken');
  });
});
