import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { Act } from './act.ts';

/** The record that is changed; of several the one that holds since the latest. */
export const changedLast = <A>({ recordRef, others = [] }: Act<A>, loaded: LoadedChain): StoredRecord | undefined => {
  if (recordRef.kind === 'programme') return loaded.programme;
  const there = [recordRef, ...others].flatMap((one) => loaded.record(one) ?? []);
  return there.reduce<StoredRecord | undefined>(
    (last, one) => (last === undefined || one.effectiveAt > last.effectiveAt ? one : last),
    undefined,
  );
};
