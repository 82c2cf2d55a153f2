import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import { recordEntriesOperations } from '#schemas/operations/registers.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { LoadedChain, RecordRead } from '#store/records/load-for-change.ts';
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

const decideEach = async (
  deps: WritesTable,
  loaded: LoadedChain,
  kind: RegisterKind,
  puts: readonly EntryPut[],
  command: CommandContext,
): Promise<Decided<{ readonly states: readonly RecordState[]; readonly checked: readonly RecordRead[] }>> => {
  const judges = await readJudges(deps, loaded, kind, command);
  if (judges.kind === 'refused') return judges;
  const states: RecordState[] = [];
  const checked: RecordRead[] = [];
  const refusals: Refusal[] = [];
  for (const [n, put] of puts.entries()) {
    const there = loaded.record(put);
    const decided =
      there === undefined
        ? await decideEntryPut(deps, loaded, put, command, judges.result, puts)
        : refused(isThere(n, put, there.version));
    if (decided.kind === 'done') {
      states.push(decided.result.state);
      const named = ({ chainRef, recordRef: { kind, id } }: RecordRead): string => `${chainRef.review} ${kind} ${id}`;
      checked.push(...decided.result.checked.filter((one) => !checked.some((other) => named(other) === named(one))));
    } else refusals.push(there === undefined ? refusalAt(n, put.id, decided.refusal) : decided.refusal);
  }
  const [first, ...others] = refusals;
  return first === undefined ? done({ states, checked }) : refused(refusedTogether([first, ...others]));
};

/** New entries of one register, all or none (docs/meaning.md WRITE-21). */
export const recordEntries = command(recordEntriesOperations, async (call, deps: WritesTable) => {
  const { kind, evenIfClosed } = registerOf(call);
  const chainRef = chainRefOf(call);
  const puts = call.body.entries.map(({ id, record }): EntryPut => ({ kind, id, record: asJsonObject(record) }));
  const [first, ...others] = puts.map(({ id }) => ({ kind, id }));
  if (first === undefined) throw new Error('a list has an entry');
  return recordChange(call, deps, {
    chainRef,
    recordRef: first,
    type: 'put',
    fileDigest: call.body.fileDigest,
    sections: puts.flatMap(sectionsOf),
    registers: rulesOf(kind).looksAt,
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: [
      ...others,
      ...puts.flatMap(referencesOf),
      ...(chainRef.review === null ? [] : [reviewName(chainRef.review)]),
    ],
    decide: async (loaded, command) => {
      const decided = await decideEach(deps, loaded, kind, puts, command);
      if (decided.kind === 'refused') return decided;
      const { states, checked } = decided.result;
      const [state, ...more] = states;
      if (state === undefined) throw new Error('a list has an entry');
      return done({ state, checked, more: more.map((one, n) => ({ recordRef: others[n] ?? first, state: one })) });
    },
    answer: (_, stored, more) => ({ entries: [stored, ...more].map(({ id, version }) => ({ id, version })) }),
  });
});
