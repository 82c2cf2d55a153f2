import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { closedRefusal } from '#domain/programme.ts';
import { nounOf } from '#domain/registers/nouns.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { dateInWords, poundsInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import { mostRecordBytes, mostTotalPounds } from '#schemas/limits.ts';
import type { ProblemCode, Refusal } from '#schemas/problems.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { SumPassed } from '#store/records/save-change.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { TooLarge } from '#store/table/limits.ts';
import type { Call, Expected } from '../http/call.ts';
import { etagOf, tagged } from '../http/etag.ts';
import { unknownProgramme, unknownReview } from '../queries/unknown-chain.ts';

/*
 * What is between a request and a decision, whatever is changed.
 */

/** Whether the programme and the review that a change speaks of are there, and still take changes. */
export const chainExists = (
  {
    chainRef,
    recordRef,
    evenIfClosed,
    evenIfStruckOut,
  }: { chainRef: ChainRef; recordRef: RecordRef; evenIfClosed?: true; evenIfStruckOut?: true },
  loaded: LoadedChain,
): Decided<null> => {
  if (recordRef.kind !== 'programme' && loaded.programme === undefined) return refused(unknownProgramme(chainRef));
  if (chainRef.review !== null && recordRef.kind !== 'review' && loaded.position === undefined)
    return refused(unknownReview(chainRef, chainRef.review));
  if (evenIfStruckOut !== true && loaded.position !== undefined && isStruckOut(loaded.position.head.listed))
    return refused({
      code: 'review.struck-out',
      detail: `The review ${chainRef.review} is struck out: nothing is recorded of it, and nothing corrected, before it is put back. Put it back first (its strike-out, with "undo": true); it can be struck out again.`,
    });
  const closed = loaded.settings === undefined || evenIfClosed === true ? null : closedRefusal(loaded.settings);
  return closed === null ? done(null) : refused(closed);
};

/** A record as a sentence names it: `the savings line fewer-buildings`. */
const inWords = ({ kind, id }: RecordRef): string =>
  kind === 'appraisal' ? 'the appraisal' : `the ${nounOf(kind)} ${id}`;

const unknownCode = ({ kind }: RecordRef): ProblemCode =>
  kind === 'programme' ? 'programme.unknown' : kind === 'review' ? 'review.unknown' : 'entry.unknown';

/** Whether the record is as the sender knows it. */
export const isAsExpected = (
  expected: Expected,
  chainRef: ChainRef,
  recordRef: RecordRef,
  current: StoredRecord | undefined,
): Decided<null> => {
  switch (expected.kind) {
    case 'nothing':
      return done(null);
    case 'none-there':
      return current === undefined
        ? done(null)
        : refused({
            code: 'version.exists',
            detail: `The id ${recordRef.id} is taken already, at version ${current.version}. To change what is there, send If-Match: ${etagOf(chainRef, recordRef, current.version)}; to record another, choose another id.`,
            facts: { version: current.version },
          });
    case 'version': {
      const of = tagged(chainRef, recordRef);
      if (current === undefined && expected.of === of)
        return refused({
          code: unknownCode(recordRef),
          detail: `There is no ${nounOf(recordRef.kind)} with the id ${recordRef.id} to change.`,
        });
      const { version = 0, recordedAt } = current ?? {};
      const refusal = versionRefusal(expected, { of, name: inWords(recordRef), version, recordedAt });
      return refusal === undefined ? done(null) : refused(refusal);
    }
  }
};

/** Whether the version that a sender names is that of a record as it is: the record by its entity tag and in words. */
export const versionRefusal = (
  expected: Expected,
  current: {
    readonly of: string;
    readonly name: string;
    readonly version: number;
    readonly recordedAt?: string | undefined;
  },
): Refusal | undefined => {
  if (expected.kind !== 'version') return undefined;
  const { of, name, version, recordedAt } = current;
  if (expected.of !== of)
    return {
      code: 'version.of-another',
      detail: `If-Match holds the ETag of another record (${expected.of}). What is sent here rests on ${name}: read it, and send its ETag.`,
      facts: { yours: expected.of, needed: of },
    };
  return version === expected.version
    ? undefined
    : {
        code: 'version.stale',
        detail: `You sent version ${expected.version} of ${name}; the latest is version ${version}${recordedAt === undefined ? '' : `, recorded on ${dateInWords(dayOf(recordedAt))}`}. Nothing of yours was recorded: read it again and decide on that.`,
        facts: { yours: expected.version, version },
      };
};

/** From when a change is true: as its sender says, else now. */
export const commandOf = (
  { actor, effectiveAt }: Pick<Call, 'actor' | 'effectiveAt'>,
  now: string,
  current: StoredRecord | undefined,
): CommandContext => {
  const last = current?.effectiveAt;
  // Clocks of two functions differ by milliseconds: what is recorded now follows what was recorded last.
  return { actor, effectiveAt: effectiveAt ?? (last !== undefined && last > now ? last : now) };
};

/** The history of a record goes forward: what must still be said of an earlier time is a correction. */
export const inOrder = ({ effectiveAt }: CommandContext, current: StoredRecord | undefined): Decided<null> => {
  const last = current?.effectiveAt;
  return last !== undefined && effectiveAt < last
    ? refused({
        code: 'effective.out-of-order',
        detail: `This was last changed with effect from ${dateInWords(dayOf(last))} (${last}). Record what was true before that as a correction.`,
        facts: { lastEffectiveAt: last },
      })
    : done(null);
};

export const smallEnough = ({ record }: RecordState): Decided<null> => {
  const bytes = Buffer.byteLength(JSON.stringify(record));
  return bytes <= mostRecordBytes
    ? done(null)
    : refused({
        code: 'record.too-large',
        detail: `The record has ${bytes} bytes; at most ${mostRecordBytes} are kept.`,
        facts: { bytes, most: mostRecordBytes },
      });
};

/** A release that was rolled back reads what it knows of a record, and would lose the rest by a change. */
export const knowsShape = (current: StoredRecord | undefined): Decided<null> =>
  current?.ofNewerShape === true
    ? refused({
        code: 'record.newer-shape',
        detail:
          'A later release of the tracker wrote this record, and this one does not know all of it: it can be read, and changed once the later release runs again.',
      })
    : done(null);

/** What is larger than is added up (docs/meaning.md MONEY-20). */
export const sumPassedRefusal = ({ review }: ChainRef, { what, pounds }: SumPassed): Refusal => ({
  code: 'review.sum-too-large',
  detail: `With this change ${what} of the review ${review} would come to ${poundsInWords(pounds)}; sums are added up to ${poundsInWords(mostTotalPounds)}. Look for a figure that was mistyped.`,
  facts: { sum: what, pounds, most: mostTotalPounds },
});

/** What the store would not take. */
export const tooLargeRefusal = ({ review }: ChainRef, { what, size, most }: TooLarge): Refusal =>
  what === 'part'
    ? {
        code: 'review.too-large',
        detail: `What this register of the review ${review} holds comes to ${size} bytes; at most ${most} are kept of a register. Entries that are struck out make room, and so does a review of its own for a part of the work.`,
        facts: { bytes: size, most },
      }
    : {
        code: 'record.too-large',
        detail: `The record, with what acts have made of it, comes to ${size} ${what === 'item' ? 'bytes' : 'items or bytes in one change'}; at most ${most} are kept.`,
        facts: { bytes: size, most },
      };
