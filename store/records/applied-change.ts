import type { HistoryEvent, JsonObject, RecordState } from '#schemas/history.ts';
import { newSecret } from '../digests/commitments.ts';
import { canonicalJson } from '../digests/digest.ts';
import { linkedEvent } from '../digests/event-digest.ts';
import type { ChainRef } from '../table/keys.ts';
import type { LoadedChain, RecordRef } from './load-for-change.ts';
import type { StoredRecord } from './records.ts';

/** A change that was decided: the new state of one record, recorded by whom, true from when. */
export interface Change {
  readonly recordRef: RecordRef;
  readonly type: string;
  readonly state: RecordState;
  readonly by: string;
  /** Whose deputy they are in this. */
  readonly onBehalfOf?: string | undefined;
  /** What the machine is called that recorded it by itself. */
  readonly machine?: string | undefined;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly reason?: string | undefined;
  /** The SHA-256 of the file that it was read from. */
  readonly fileDigest?: string | undefined;
  /** A correction: the event it corrects, and the record as it is today where that is not this state. */
  readonly correction?: { readonly corrects: number; readonly today: StoredRecord | null };
}

export interface Changed {
  readonly storedRecord: StoredRecord;
  readonly event: HistoryEvent;
}

/** Changes of one chain that are committed together, each applied to what the one before it made. */
export type Changes = readonly [Changed, ...Changed[]];

const chainName = (chainRef: ChainRef): string =>
  chainRef.review === null ? chainRef.programme : `${chainRef.programme}/${chainRef.review}`;

const changedFields = (before: RecordState | undefined, after: RecordState): readonly string[] => {
  const fields = (state: RecordState | undefined): JsonObject => ({
    ...state?.record,
    ...state?.facts,
    struckOut: state?.struckOut ?? null,
  });
  const [was, is] = [fields(before), fields(after)];
  const isAsBefore = (name: string): boolean =>
    was[name] === is[name] || (name in was && name in is && canonicalJson(was[name]) === canonicalJson(is[name]));
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !isAsBefore(name)).sort();
};

/** The event and the record after a change; nothing is written yet. */
export const appliedChange = (loaded: LoadedChain, change: Change): Changed => {
  const before =
    loaded.record(change.recordRef) ?? (change.recordRef.kind === 'programme' ? loaded.programme : undefined);
  const version = (before?.version ?? 0) + 1;
  const event = linkedEvent({
    chain: chainName(loaded.chainRef),
    sequence: (loaded.head?.sequence ?? 0) + 1,
    recordRef: { kind: change.recordRef.kind, id: change.recordRef.id },
    version,
    type: change.type,
    effectiveAt: change.effectiveAt,
    recordedAt: change.recordedAt,
    by: change.by,
    ...(change.onBehalfOf === undefined ? {} : { onBehalfOf: change.onBehalfOf }),
    ...(change.machine === undefined ? {} : { machine: change.machine }),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    ...(change.fileDigest === undefined ? {} : { fileDigest: change.fileDigest }),
    ...(change.correction === undefined ? {} : { corrects: change.correction.corrects }),
    changed: [...changedFields(before?.state, change.state)],
    after: change.state,
    salts: { secret: newSecret() },
    previousDigest: loaded.head?.digest ?? '',
  });
  const today = change.correction?.today ?? null;
  return {
    event,
    storedRecord: {
      review: loaded.chainRef.review,
      kind: change.recordRef.kind,
      id: change.recordRef.id,
      version,
      sequence: event.sequence,
      recordedAt: change.recordedAt,
      by: change.by,
      effectiveAt: today === null ? change.effectiveAt : today.effectiveAt,
      state: today === null ? change.state : today.state,
      ...(change.correction !== undefined || before?.corrected === true ? { corrected: true } : {}),
    },
  };
};
