import type { HistoryEvent } from '#schemas/history.ts';
import { linkFaults } from '../../support/chain-links.ts';
import type { StoredChain } from './read-chains.ts';
import { marksIn, type Recorded } from './recorded.ts';

/** What is wrong, by what it is. */
export interface Finding {
  readonly kind: 'lost' | 'duplicate' | 'left-behind' | 'unasked' | 'gap' | 'went-backwards';
  readonly words: string;
}

const nameOf = (event: HistoryEvent): string => `${event.recordRef.kind}#${event.recordRef.id}`;

export const linksFindings = (chain: StoredChain): readonly Finding[] =>
  linkFaults(chain.events).map((fault) => ({ kind: 'gap', words: `${chain.name}: ${fault}` }));

/** Which event brought each mark in: one entry for each time that it stands there while it did not in the event before. */
const introductions = (chain: StoredChain): ReadonlyMap<string, readonly HistoryEvent[]> => {
  const found = new Map<string, HistoryEvent[]>();
  const before = new Map<string, ReadonlyMap<string, number>>();
  for (const event of chain.events) {
    const marks = marksIn(JSON.stringify(event.after));
    for (const [mark, times] of marks) {
      const more = times - (before.get(nameOf(event))?.get(mark) ?? 0);
      if (more > 0) found.set(mark, [...(found.get(mark) ?? []), ...Array.from({ length: more }, () => event)]);
    }
    before.set(nameOf(event), marks);
  }
  return found;
};

/** Each acknowledged write once, as the version that was answered; each refused one nowhere; nothing that nobody sent. */
export const writesFindings = (chain: StoredChain, recorded: readonly Recorded[]): readonly Finding[] => {
  const told = introductions(chain);
  const writes = recorded.filter((one) => one.chain === chain.name && one.mark !== null);
  const sent = new Set(writes.map((one) => one.mark));
  const findings = writes.flatMap((one): readonly Finding[] => {
    const events = told.get(one.mark ?? '') ?? [];
    const words = `${one.operation} ${one.mark} by ${one.session} (answered ${one.statuses.join(', ')})`;
    if (events.length > 1)
      return [
        {
          kind: 'duplicate',
          words: `${words} stands ${events.length} times: ${events.map((e) => e.sequence).join(', ')}`,
        },
      ];
    if (one.outcome === 'refused')
      return events.length === 0
        ? []
        : [{ kind: 'left-behind', words: `${words} was refused, but is told: ${one.text}` }];
    if (one.outcome === 'unknown') return [];
    const event = events[0];
    return event !== undefined && nameOf(event) === one.thing && event.version === one.version
      ? []
      : [{ kind: 'lost', words: `${words} was acknowledged as version ${one.version} and is not there` }];
  });
  const unasked = [...told.keys()].filter((mark) => !sent.has(mark));
  const unmarked = chain.events.length - new Set([...told.values()].flat()).size;
  return [
    ...findings,
    ...unasked.map((mark): Finding => ({ kind: 'unasked', words: `${chain.name}: ${mark} was sent by nobody` })),
    ...(unmarked === 0
      ? []
      : [{ kind: 'unasked' as const, words: `${chain.name}: ${unmarked} events tell what nobody sent` }]),
  ];
};

/** No reader sees an older version than anybody was shown before the read began; so none goes back in a session either. */
export const orderFindings = (recorded: readonly Recorded[]): readonly Finding[] => {
  const byThing = new Map<string, Recorded[]>();
  for (const one of recorded)
    if (one.version !== null && one.outcome === 'acknowledged') {
      const key = `${one.chain} ${one.thing}`;
      byThing.set(key, [...(byThing.get(key) ?? []), one]);
    }
  const findings: Finding[] = [];
  for (const [thing, all] of byThing) {
    const ended = all.toSorted((a, b) => a.endedAt - b.endedAt);
    let next = 0;
    let highest = 0;
    for (const one of all.toSorted((a, b) => a.startedAt - b.startedAt)) {
      for (let earlier = ended[next]; earlier !== undefined && earlier.endedAt < one.startedAt; earlier = ended[next]) {
        highest = Math.max(highest, earlier.version ?? 0);
        next += 1;
      }
      // A request answered again from its record says what it made then.
      if (one.mark === null && (one.version ?? 0) < highest)
        findings.push({
          kind: 'went-backwards',
          words: `${one.session} read version ${one.version} of ${thing} after ${highest} was answered`,
        });
    }
  }
  return findings;
};

export const findingsOf = (chains: readonly StoredChain[], recorded: readonly Recorded[]): readonly Finding[] => [
  ...chains.flatMap((chain) => [...linksFindings(chain), ...writesFindings(chain, recorded)]),
  ...orderFindings(recorded),
];
