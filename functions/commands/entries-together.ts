import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { JsonObject } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { tagged } from '../http/etag.ts';
import { inOrder, knowsShape, versionRefusal } from './preconditions.ts';

/*
 * Several entries of one request: whether each is as its sender read it, and what they are refused for, each at its place.
 */

/** What an entry is to be; without a record it was reviewed and has not changed. */
export interface ChangedEntry {
  readonly id: string;
  readonly version: number;
  readonly record?: JsonObject;
  readonly comment?: string | undefined;
}

/** The refusal of one entry of a list, at its place. */
export const refusalAt = (n: number, id: string, { detail, faults, ...refusal }: Refusal): Refusal => ({
  ...refusal,
  detail: `entries/${n} (${id}): ${detail}`,
  faults: faults?.map(({ in: where, pointer, message }) => ({
    in: 'body' as const,
    pointer: `/entries/${n}/${where === 'path' ? 'id' : `record${pointer}`}`,
    message,
  })) ?? [{ in: 'body', pointer: `/entries/${n}`, message: detail }],
});

/** Of several refusals those of the first one's code, as one. */
export const refusedTogether = ([first, ...others]: readonly [Refusal, ...Refusal[]]): Refusal => {
  const alike = others.filter(({ code }) => code === first.code);
  const stale = [first, ...alike].flatMap(({ facts }) => (Array.isArray(facts?.stale) ? facts.stale : []));
  return {
    ...first,
    ...(stale.length === 0 ? {} : { facts: { stale } }),
    detail:
      [first, ...alike.slice(0, 2)].map(({ detail }) => detail).join(' ') +
      (alike.length > 2 ? ` And ${alike.length - 2} more, which "faults" names.` : ''),
    faults: [first, ...alike].flatMap(({ faults = [] }) => faults),
  };
};

/** A refusal, what is wrong in a few words, and with which part of the entry. */
interface Refused {
  readonly refusal: Refusal;
  readonly part: '' | '/id' | '/version';
  readonly message: string;
}

/** What keeps an entry from being changed whatever is to become of it: that it is not there, is another by now, or is ahead of the change. */
const refusedBefore = (
  { chainRef }: LoadedChain,
  current: StoredRecord | undefined,
  { kind, id, version: expected }: { readonly kind: RegisterKind; readonly id: string; readonly version: number },
  command: CommandContext,
): Refused | undefined => {
  if (current === undefined)
    return {
      refusal: noSuchEntry(kind, id),
      part: '/id',
      message: 'is the id of no entry: a list of changes records no new ones',
    };
  const of = tagged(chainRef, { kind, id });
  const { version, recordedAt, effectiveAt } = current;
  const moved = versionRefusal({ kind: 'version', of, version: expected }, { of, name: id, version, recordedAt });
  if (moved !== undefined)
    return {
      refusal: { ...moved, facts: { stale: [{ id, yours: expected, version }] } },
      part: '/version',
      message: 'is not the version that is recorded now',
    };
  const known = knowsShape(current);
  if (known.kind === 'refused') return { refusal: known.refusal, part: '', message: known.refusal.detail };
  const ordered = inOrder(command, current);
  return ordered.kind === 'refused'
    ? {
        refusal: ordered.refusal,
        part: '',
        message: `was last changed with effect from ${dateInWords(dayOf(effectiveAt))}, which is later: what was so before that is recorded as a correction, from its history`,
      }
    : undefined;
};

/** The entries as they are recorded, each of the version that its sender read and none ahead of the change. */
export const asItWasRead = (
  loaded: LoadedChain,
  kind: RegisterKind,
  entries: readonly ChangedEntry[],
  command: CommandContext,
): Decided<readonly StoredRecord[]> => {
  const there: StoredRecord[] = [];
  const refusals: Refusal[] = [];
  for (const [n, { id, version }] of entries.entries()) {
    const current = loaded.record({ kind, id });
    const before = refusedBefore(loaded, current, { kind, id, version }, command);
    if (before !== undefined) {
      const { refusal, part, message } = before;
      const faults = [{ in: 'body' as const, pointer: `/entries/${n}${part}`, message }];
      refusals.push({ ...refusal, detail: `entries/${n} (${id}): ${refusal.detail}`, faults });
    } else if (current !== undefined) there.push(current);
  }
  const [first, ...others] = refusals;
  return first === undefined ? done(there) : refused(refusedTogether([first, ...others]));
};
