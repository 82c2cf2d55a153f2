import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { reviewedNoChange } from '#domain/registers/reviewed-no-change.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import { changeEntriesOperations } from '#schemas/operations/registers.ts';
import type { Refusal } from '#schemas/problems.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import type { LoadedChain, RecordRead } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { Decision } from '../commands/act.ts';
import { asItWasRead, type ChangedEntry, refusalAt, refusedTogether } from '../commands/entries-together.ts';
import { decideEntryPut, type EntryPut, readJudges, referencesOf, sectionsOf } from '../commands/put-of-entry.ts';
import { recordChange } from '../commands/record-change.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { reviewName } from '../views/loaded-records.ts';

/** A register whose entries are changed together. */
interface Changing {
  readonly kind: RegisterKind;
  readonly noun: string;
  readonly entries: readonly ChangedEntry[];
}

type Made = NonNullable<Decision['more']>[number];

const putsIn = ({ kind, entries }: Changing): readonly EntryPut[] =>
  entries.flatMap(({ id, record }) => (record === undefined ? [] : [{ kind, id, record }]));

/** What becomes of each entry, and what of other chains that rests on; what is recorded already is left out. */
const decideEach = async (
  deps: WritesTable,
  loaded: LoadedChain,
  { kind, noun, entries }: Changing,
  command: CommandContext,
): Promise<Decided<{ readonly made: readonly Made[]; readonly checked: readonly RecordRead[] }>> => {
  const judges = await readJudges(deps, loaded, kind, command);
  if (judges.kind === 'refused') return judges;
  const made: Made[] = [];
  const checked = new Map<string, RecordRead>();
  const refusals: Refusal[] = [];
  const take = (recordRef: Made['recordRef'], before: RecordState | undefined, state: RecordState): void => {
    if (before === undefined || canonicalJson(before) !== canonicalJson(state))
      made.push({ recordRef, state, type: 'put', reason: undefined });
  };
  for (const [n, { id, record, comment }] of entries.entries()) {
    const before = loaded.record({ kind, id })?.state;
    if (record === undefined) {
      const decided = before === undefined ? undefined : reviewedNoChange(before, { noun }, command);
      if (decided?.kind === 'refused') refusals.push(refusalAt(n, id, decided.refusal));
      else if (decided !== undefined)
        made.push({ recordRef: { kind, id }, state: decided.result, type: 'reviewed-no-change', reason: comment });
      continue;
    }
    const decided = await decideEntryPut(deps, loaded, { kind, id, record }, command, judges.result);
    if (decided.kind === 'refused') refusals.push(refusalAt(n, id, decided.refusal));
    else {
      take({ kind, id }, before, decided.result.state);
      for (const one of decided.result.checked)
        checked.set(`${one.chainRef.review} ${one.recordRef.kind} ${one.recordRef.id}`, one);
    }
  }
  const [first, ...others] = refusals;
  return first === undefined
    ? done({ made, checked: [...checked.values()] })
    : refused(refusedTogether([first, ...others]));
};

const decideChanges = async (
  deps: WritesTable,
  loaded: LoadedChain,
  changing: Changing,
  command: CommandContext,
): Promise<Decided<Decision>> => {
  const read = asItWasRead(loaded, changing.kind, changing.entries, command);
  if (read.kind === 'refused') return read;
  const decided = await decideEach(deps, loaded, changing, command);
  if (decided.kind === 'refused') return decided;
  const { made, checked } = decided.result;
  const [first, ...more] = made;
  if (first !== undefined) return done({ ...first, more, checked });
  const [there] = read.result;
  if (there === undefined) throw new Error('a list has an entry');
  return done({ state: there.state, unchanged: true });
};

/** Entries of one register changed, or reviewed without a change, all or none (docs/meaning.md WRITE-27). */
export const changeEntries = command(changeEntriesOperations, async (call, deps: WritesTable) => {
  const { kind, noun, evenIfClosed } = registerOf(call);
  const chainRef = chainRefOf(call);
  const entries = call.body.entries.map(({ record, ...one }) =>
    record === undefined ? one : { ...one, record: asJsonObject(record) },
  );
  const changing = { kind, noun, entries };
  const puts = putsIn(changing);
  const [first, ...others] = entries.map(({ id }) => ({ kind, id }));
  if (first === undefined) throw new Error('a list has an entry');
  const versionOf = (loaded: LoadedChain, stored: readonly StoredRecord[], id: string): number =>
    (stored.find((one) => one.id === id) ?? loaded.record({ kind, id }))?.version ?? 0;
  return recordChange(call, deps, {
    chainRef,
    recordRef: first,
    others,
    type: 'put',
    fileDigest: call.body.fileDigest,
    checkOnly: call.body.checkOnly,
    sections: puts.flatMap(sectionsOf),
    registers: rulesOf(kind).looksAt,
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: [...puts.flatMap(referencesOf), ...(chainRef.review === null ? [] : [reviewName(chainRef.review)])],
    decide: (loaded, command) => decideChanges(deps, loaded, changing, command),
    answer: (loaded, stored, more) => ({
      entries: entries.map(({ id }) => ({ id, version: versionOf(loaded, [stored, ...more], id) })),
    }),
  });
});
