import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import { asJsonObject } from '#schemas/history.ts';
import { recordEntriesOperations } from '#schemas/operations/registers.ts';
import type { Refusal } from '#schemas/problems.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import type { LoadedChain, RecordRead } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { Decision } from '../commands/act.ts';
import { refusalAt, refusedTogether } from '../commands/entries-together.ts';
import { decideEntryPut, type EntryPut, readJudges, referencesOf, sectionsOf } from '../commands/put-of-entry.ts';
import { recordChange } from '../commands/record-change.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { reviewName } from '../views/loaded-records.ts';

const isThere = (n: number, { id }: EntryPut, version: number): Refusal => ({
  code: 'version.exists',
  detail: `entries/${n} (${id}): there is an entry with this id, at version ${version}, and a list only records new ones. Leave it out, or give the new one an id of its own; change what is there by a PUT or PATCH.`,
  faults: [{ in: 'body', pointer: `/entries/${n}/id`, message: 'is the id of an entry that is there' }],
});

type Made = NonNullable<Decision['more']>[number];

/** An entry that is recorded just as the list has it, as one is that was sent before (docs/meaning.md WRITE-32). */
const isAsListed = ({ state }: StoredRecord, { record }: EntryPut): boolean =>
  state.struckOut === null && canonicalJson(state.record) === canonicalJson(record);

/** What becomes of each entry, and what of other chains that rests on; what is recorded just so already is left out. */
const decideEach = async (
  deps: WritesTable,
  loaded: LoadedChain,
  kind: RegisterKind,
  puts: readonly EntryPut[],
  command: CommandContext,
): Promise<Decided<{ readonly made: readonly Made[]; readonly checked: readonly RecordRead[] }>> => {
  const judges = await readJudges(deps, loaded, kind, command);
  if (judges.kind === 'refused') return judges;
  const made: Made[] = [];
  const checked: RecordRead[] = [];
  const refusals: Refusal[] = [];
  for (const [n, put] of puts.entries()) {
    const there = loaded.record(put);
    if (there !== undefined) {
      if (!isAsListed(there, put)) refusals.push(isThere(n, put, there.version));
      continue;
    }
    const decided = await decideEntryPut(deps, loaded, put, command, judges.result, puts);
    if (decided.kind === 'done') {
      made.push({ recordRef: { kind, id: put.id }, state: decided.result.state });
      const named = ({ chainRef, recordRef: { kind, id } }: RecordRead): string => `${chainRef.review} ${kind} ${id}`;
      checked.push(...decided.result.checked.filter((one) => !checked.some((other) => named(other) === named(one))));
    } else refusals.push(refusalAt(n, put.id, decided.refusal));
  }
  const [first, ...others] = refusals;
  return first === undefined ? done({ made, checked }) : refused(refusedTogether([first, ...others]));
};

const decideList = async (
  deps: WritesTable,
  loaded: LoadedChain,
  kind: RegisterKind,
  puts: readonly EntryPut[],
  command: CommandContext,
): Promise<Decided<Decision>> => {
  const decided = await decideEach(deps, loaded, kind, puts, command);
  if (decided.kind === 'refused') return decided;
  const { made, checked } = decided.result;
  const [first, ...more] = made;
  if (first !== undefined) return done({ ...first, more, checked });
  const [there] = puts.flatMap((put) => loaded.record(put) ?? []);
  if (there === undefined) throw new Error('a list has an entry');
  return done({ state: there.state, unchanged: true });
};

/** New entries of one register, all or none (docs/meaning.md WRITE-21). */
export const recordEntries = command(recordEntriesOperations, async (call, deps: WritesTable) => {
  const { kind, evenIfClosed } = registerOf(call);
  const chainRef = chainRefOf(call);
  const puts = call.body.entries.map(({ id, record }): EntryPut => ({ kind, id, record: asJsonObject(record) }));
  const [first, ...others] = puts.map(({ id }) => ({ kind, id }));
  if (first === undefined) throw new Error('a list has an entry');
  const versionOf = (loaded: LoadedChain, stored: readonly StoredRecord[], id: string): number =>
    (stored.find((one) => one.id === id) ?? loaded.record({ kind, id }))?.version ?? 0;
  return recordChange(call, deps, {
    chainRef,
    recordRef: first,
    type: 'put',
    fileDigest: call.body.fileDigest,
    checkOnly: call.body.checkOnly,
    sections: puts.flatMap(sectionsOf),
    registers: rulesOf(kind).looksAt,
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: [
      ...others,
      ...puts.flatMap(referencesOf),
      ...(chainRef.review === null ? [] : [reviewName(chainRef.review)]),
    ],
    decide: (loaded, command) => decideList(deps, loaded, kind, puts, command),
    answer: (loaded, stored, more) => ({
      entries: puts.map(({ id }) => ({ id, version: versionOf(loaded, [stored, ...more], id) })),
    }),
  });
});
