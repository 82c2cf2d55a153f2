import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
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

const partOf = { path: '/id', header: '/version', query: '', token: '', body: '/record' } as const;

/** The refusal of one entry of a list, at its place: what would be in the address or the If-Match of a PUT is beside its record there. */
export const refusalAt = (n: number, id: string, { detail, faults, ...refusal }: Refusal): Refusal => ({
  ...refusal,
  detail: `entries/${n} (${id}): ${detail}`,
  faults: faults?.map(({ in: where, pointer, message }) => ({
    in: 'body' as const,
    pointer: `/entries/${n}${partOf[where]}${where === 'body' ? pointer : ''}`,
    message,
  })) ?? [{ in: 'body', pointer: `/entries/${n}`, message: 'cannot be recorded: the detail says why' }],
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

/** What keeps an entry from being changed whatever is to become of it: that it is not there, is another by now, or is ahead of the change. */
const refusalBefore = (
  { chainRef }: LoadedChain,
  current: StoredRecord | undefined,
  { kind, id, version: expected }: { readonly kind: RegisterKind; readonly id: string; readonly version: number },
  command: CommandContext,
): Refusal | undefined => {
  if (current === undefined)
    return {
      ...noSuchEntry(kind, id),
      faults: [{ in: 'path', pointer: '', message: 'is the id of no entry: a list of changes records no new ones' }],
    };
  const of = tagged(chainRef, { kind, id });
  const { version, recordedAt } = current;
  const moved = versionRefusal({ kind: 'version', of, version: expected }, { of, name: id, version, recordedAt });
  if (moved !== undefined)
    return {
      ...moved,
      facts: { stale: [{ id, yours: expected, version }] },
      faults: [{ in: 'header', pointer: '', message: 'is not the version that is recorded now' }],
    };
  const known = knowsShape(current);
  const ordered = inOrder(command, current);
  return known.kind === 'refused' ? known.refusal : ordered.kind === 'refused' ? ordered.refusal : undefined;
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
    const refusal = refusalBefore(loaded, current, { kind, id, version }, command);
    if (refusal !== undefined) refusals.push(refusalAt(n, id, refusal));
    else if (current !== undefined) there.push(current);
  }
  const [first, ...others] = refusals;
  return first === undefined ? done(there) : refused(refusedTogether([first, ...others]));
};
