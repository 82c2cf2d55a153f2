import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { HistoryEvent } from '#schemas/history.ts';
import { marksIn, type Recorded } from './recorded.ts';

/** A chain as it is stored at the end. */
export interface StoredChain {
  readonly name: string;
  /** In order of their numbers. */
  readonly events: readonly HistoryEvent[];
  readonly records: readonly { readonly name: string; readonly version: number; readonly state: unknown }[];
  readonly head: { readonly sequence: number; readonly digest: string };
}

/** What is wrong, by what it is. */
export interface Finding {
  readonly kind: 'lost' | 'duplicate' | 'left-behind' | 'unasked' | 'gap' | 'went-backwards' | 'torn';
  readonly words: string;
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
};

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');

/** What an auditor works out from an event alone, without the tracker's own code. */
const digestOfEvent = ({ digest: _, after, reason, salt, ...told }: HistoryEvent): string =>
  sha256([told, sha256({ after, salt, ...(reason === undefined ? {} : { reason }) })]);

const nameOf = (event: HistoryEvent): string => `${event.recordRef.kind}#${event.recordRef.id}`;

/** Numbers from 1 without a gap, each event linked to the one before, each thing's versions strictly +1. */
export const linksFindings = (chain: StoredChain): readonly Finding[] => {
  const findings: Finding[] = [];
  const gap = (words: string): void => void findings.push({ kind: 'gap', words: `${chain.name}: ${words}` });
  const versions = new Map<string, number>();
  let before: HistoryEvent | undefined;
  for (const event of chain.events) {
    if (event.sequence !== (before?.sequence ?? 0) + 1) gap(`${event.sequence} follows ${before?.sequence ?? 0}`);
    if (event.previousDigest !== (before?.digest ?? '')) gap(`${event.sequence} is not linked to the one before`);
    if (event.digest !== digestOfEvent(event)) gap(`the digest of ${event.sequence} is not that of its content`);
    const version = versions.get(nameOf(event)) ?? 0;
    if (event.version !== version + 1) gap(`version ${event.version} of ${nameOf(event)} follows ${version}`);
    versions.set(nameOf(event), event.version);
    before = event;
  }
  if (chain.head.sequence !== (before?.sequence ?? 0) || chain.head.digest !== (before?.digest ?? ''))
    findings.push({ kind: 'torn', words: `${chain.name}: the head is not that of its last event` });
  return findings;
};

/** What stands is what the last event of each thing says, and nothing stands that no event tells. */
export const foldFindings = (chain: StoredChain): readonly Finding[] => {
  const last = new Map(chain.events.map((event) => [nameOf(event), event]));
  const torn = (words: string): Finding => ({ kind: 'torn', words: `${chain.name}: ${words}` });
  return [
    ...chain.records.flatMap((storedRecord) => {
      const event = last.get(storedRecord.name);
      return event !== undefined &&
        event.version === storedRecord.version &&
        isDeepStrictEqual(event.after, storedRecord.state)
        ? []
        : [torn(`${storedRecord.name} is not as its last event says`)];
    }),
    ...[...last.keys()]
      .filter((name) => !chain.records.some((storedRecord) => storedRecord.name === name))
      .map((name) => torn(`${name} has a history but does not stand`)),
  ];
};

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
  ...chains.flatMap((chain) => [...linksFindings(chain), ...foldFindings(chain), ...writesFindings(chain, recorded)]),
  ...orderFindings(recorded),
];
