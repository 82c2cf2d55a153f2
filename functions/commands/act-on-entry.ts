import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import type { RecordState } from '#schemas/history.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import type { Call, ChainParams, WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';
import type { Act } from './act.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import { recordChange } from './record-change.ts';

/** The entry that an act is about, at the version that it judges. */
export interface CurrentEntry {
  readonly state: RecordState;
  readonly version: number;
}

export type EntryCall = Call<ChainParams & { readonly entryId: string }, unknown>;

/** An act on an entry that exists: what it makes of the entry's state is decided with what was loaded of the chain. */
export const actOnEntry = async (
  call: EntryCall,
  deps: WritesTable,
  act: {
    readonly type: string;
    readonly reason?: string;
    readonly sections?: Act['sections'];
    readonly decide: (
      loaded: LoadedChain,
      entry: CurrentEntry,
      command: CommandContext,
    ) => Decided<RecordState> | Promise<Decided<RecordState>>;
  },
): Promise<ChangeOutcome> => {
  const { kind, evenIfClosed } = registerOf(call);
  const chainRef = chainRefOf(call);
  const recordRef = { kind, id: call.params.entryId };
  return recordChange(call, deps, {
    chainRef,
    recordRef,
    type: act.type,
    sections: act.sections ?? [],
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: chainRef.review === null ? [] : [reviewName(chainRef.review)],
    decide: async (loaded, command) => {
      const current = loaded.record(recordRef);
      if (current === undefined) return refused(noSuchEntry(kind, recordRef.id));
      const decided = await act.decide(loaded, current, command);
      return decided.kind === 'refused'
        ? decided
        : done({ state: decided.result, ...(act.reason === undefined ? {} : { reason: act.reason }) });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
};
