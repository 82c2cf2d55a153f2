// @module-tag long
import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '#schemas/history.ts';
import { linkedEvent } from '#store/digests/event-digest.ts';
import { findingsOf } from './history-checker.ts';
import type { StoredChain } from './read-chains.ts';
import { markOf, type Recorded } from './recorded.ts';

const mark = (n: number): string => markOf('w1', n);

/** A chain of one risk, changed three times, with what its writer was told of it. */
const eventsOf = (titles: readonly string[]): readonly HistoryEvent[] => {
  const events: HistoryEvent[] = [];
  for (const [n, title] of titles.entries()) {
    const event = {
      chain: 'proof/one',
      sequence: n + 1,
      recordRef: { kind: 'risk' as const, id: 'late' },
      version: n + 1,
      type: 'put',
      effectiveAt: '2026-01-01T00:00:00.000Z',
      recordedAt: '2026-01-01T00:00:00.000Z',
      by: 'w1',
      changed: ['title'],
      after: { record: { title }, facts: {}, struckOut: null },
      salts: { secret: String(n).padStart(32, '0') },
      previousDigest: events[n - 1]?.digest ?? '',
    };
    events.push(linkedEvent(event));
  }
  return events;
};
const chainOf = (events: readonly HistoryEvent[]): StoredChain => ({
  name: 'proof/one',
  events,
});
const written = (n: number, over: Partial<Recorded> = {}): Recorded => ({
  session: 'w1',
  operation: 'putRisk',
  chain: 'proof/one',
  thing: 'risk#late',
  mark: mark(n),
  startedAt: n * 10,
  endedAt: n * 10 + 5,
  attempts: 1,
  status: 200,
  outcome: 'acknowledged',
  version: n,
  statuses: [200],
  text: '',
  ...over,
});
const three = eventsOf([mark(1), mark(2), mark(3)]);
const all = [written(1), written(2), written(3)];
const kinds = (chain: StoredChain, recorded: readonly Recorded[]): readonly string[] => [
  ...new Set(findingsOf([chain], recorded).map((finding) => finding.kind)),
];

describe('the history checker', () => {
  it('finds nothing in a whole record', () => {
    expect(findingsOf([chainOf(three)], all)).toEqual([]);
  });

  it.each([
    ['an acknowledged write that is not there', chainOf(three), [...all, written(4)], 'lost'],
    [
      'an acknowledged write under another version',
      chainOf(three),
      [written(1), written(2), written(3, { version: 4 })],
      'lost',
    ],
    [
      'a write that stands twice',
      chainOf(eventsOf([mark(1), mark(2), mark(1)])),
      [written(1), written(2)],
      'duplicate',
    ],
    [
      'a refused write that is told',
      chainOf(three),
      [written(1), written(2), written(3, { outcome: 'refused', version: null })],
      'left-behind',
    ],
    ['a write that nobody sent', chainOf(three), [written(1), written(2)], 'unasked'],
    ['an event taken out of the chain', chainOf(three.filter((event) => event.sequence !== 2)), all, 'gap'],
    [
      'an event whose words were changed',
      chainOf(three.map((event) => (event.sequence === 2 ? { ...event, by: 'else' } : event))),
      all,
      'gap',
    ],
    [
      'a read of an older version than was told before it',
      chainOf(three),
      [...all, written(9, { mark: null, version: 2 })],
      'went-backwards',
    ],
  ])('finds %s', (_, chain, recorded, kind) => {
    expect(kinds(chain, recorded)).toContain(kind);
  });

  it('lets a request that had no answer stand or not stand, but not twice', () => {
    const unknown = written(3, { outcome: 'unknown', version: null, status: 503, statuses: [503, 503, 503] });
    expect(findingsOf([chainOf(three)], [written(1), written(2), unknown])).toEqual([]);
    expect(findingsOf([chainOf(eventsOf([mark(1), mark(2)]))], [written(1), written(2), unknown])).toEqual([]);
    expect(kinds(chainOf(eventsOf([mark(3), mark(2), mark(3)])), [written(2), unknown])).toContain('duplicate');
  });
});
