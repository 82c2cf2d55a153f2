import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf, startOfDay } from '#language/time.ts';
import { everythingRecorded } from '#store/records/known-as-of.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import { readFirstOf } from '#store/records/records.ts';
import type { Table } from '#store/table/client.ts';
import type { ChainRef } from '#store/table/keys.ts';
import { reviewName } from '../views/loaded-records.ts';

/** What a record is of: an entry of its review or of its programme, a review of its programme. */
const ownerOf = (
  { programme, review, organisation }: ChainRef,
  { kind }: RecordRef,
): { readonly chainRef: ChainRef; readonly recordRef: RecordRef } | undefined => {
  if (kind === 'programme') return undefined;
  if (kind !== 'review' && review !== null)
    return { chainRef: { organisation, programme, review }, recordRef: reviewName(review) };
  return {
    chainRef: { organisation, programme, review: null },
    recordRef: { kind: 'programme', id: programme },
  };
};

/**
 * Nothing is true of a review before it was opened, and of a programme before it began (docs/meaning.md TIME-24). A day means from its
 * beginning or, on the day on which the review or programme began, from then. Corrections move a beginning back, and nothing moves it on.
 */
export const fromBeginning = async (
  table: Table,
  loaded: LoadedChain,
  { chainRef, recordRef }: { readonly chainRef: ChainRef; readonly recordRef: RecordRef },
  command: CommandContext,
): Promise<Decided<CommandContext>> => {
  const owner = ownerOf(chainRef, recordRef);
  if (owner === undefined) return done(command);
  const { kind, id } = owner.recordRef;
  const current = kind === 'programme' ? loaded.programme : loaded.record(owner.recordRef);
  if (current !== undefined && command.effectiveAt >= current.effectiveAt) return done(command);
  const from = (await readFirstOf(table, owner.chainRef, kind, id, everythingRecorded))?.effectiveAt;
  if (from === undefined || command.effectiveAt >= from) return done(command);
  if (command.effectiveAt === startOfDay(dayOf(from))) return done({ ...command, effectiveAt: from });
  return refused({
    code: 'effective.too-early',
    detail: `The ${kind} ${id} begins on ${dateInWords(dayOf(from))} (${from}): nothing of it is true before that. Look whether a year was mistyped. If it did begin earlier, record that first, as a correction of the ${kind}.`,
    facts: { from },
  });
};
