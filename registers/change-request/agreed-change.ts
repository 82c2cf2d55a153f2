import type { CommandContext } from '#domain/decided.ts';
import { dateInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import type { JsonObject } from '#schemas/history.ts';
import type { ChangeRequest, ChangeRequestFacts } from './record.ts';

/*
 * By which change request a baseline moves: how a record names it, and what must be so of it (docs/meaning.md REVIEW-23).
 */

/** A change request that a record names, where it is there and not struck out. */
export interface NamedChange {
  readonly record: ChangeRequest;
  readonly facts: ChangeRequestFacts;
}

/** The baselines that a change request moves. */
type Baselines = Pick<ChangeRequest, 'milestones' | 'savings' | 'costsAndBenefits'>;

interface Names {
  readonly changeRequest?: string | undefined;
  readonly programmeChangeRequest?: string | undefined;
}

/** Which change request a record names; null where it names none. */
export const changeNamedIn = (record: JsonObject): { readonly id: string; readonly ofProgramme: boolean } | null => {
  const { changeRequest, programmeChangeRequest } = record;
  if (typeof programmeChangeRequest === 'string') return { id: programmeChangeRequest, ofProgramme: true };
  return typeof changeRequest === 'string' ? { id: changeRequest, ofProgramme: false } : null;
};

/** What a change request moves of a review, or of what is the programme's own (null). */
export const movesOf = (
  { record }: Pick<NamedChange, 'record'>,
  ofProgramme: boolean,
  review: string | null,
): Baselines | undefined => (ofProgramme ? record.ofReviews.find((one) => one.review === review) : record);

/** What was recorded wrongly is put right by the office, in words: whoever asks for a change does not move a baseline so. */
export const putsRight = ({
  correcting,
  record: { changeRequest, programmeChangeRequest },
  command: { actor },
}: {
  readonly correcting: boolean;
  readonly record: Names;
  readonly command: CommandContext;
}): boolean =>
  correcting &&
  changeRequest === undefined &&
  programmeChangeRequest === undefined &&
  actor.roles.includes('programme-office');

interface Move {
  readonly names: Names;
  /** Whose chain the record is of. */
  readonly review: string | null;
  readonly change: NamedChange | null;
  /** The day from which the baseline is another. */
  readonly on: LocalDate;
  /** By which change requests it moved before. */
  readonly before: readonly Names[];
  /** What moves, in a sentence: `the baseline moves from 1 April 2014 to 1 May 2014`. */
  readonly what: string;
  /** Whether what the change request asks for is this. */
  readonly isAskedFor: (moves: Baselines) => boolean;
}

/** Why a change request does not move a baseline so, and at which field; null where it does. */
export const whyNotMoved = ({
  names,
  review,
  change,
  on,
  before,
  what,
  isAskedFor,
}: Move): { readonly pointer: string; readonly message: string } | null => {
  const { changeRequest, programmeChangeRequest } = names;
  const ofProgramme = programmeChangeRequest !== undefined;
  const pointer = ofProgramme ? '/programmeChangeRequest' : '/changeRequest';
  const id = programmeChangeRequest ?? changeRequest;
  const is = (message: string) => ({ pointer, message });
  if (id === undefined) return is(`must name the agreed change request by which ${what}`);
  if (changeRequest !== undefined && programmeChangeRequest !== undefined)
    return is('must be left out where changeRequest names one: a baseline moves by one change request');
  if (change === null) return is('names a change request that is not there, or is struck out');
  const decided = change.facts.decisions.at(-1);
  if (decided?.decision !== 'agreed')
    return is(`names a change request that is ${decided?.decision ?? 'open'}: it must be agreed, for ${what}`);
  if (decided.on > on)
    return is(
      `names a change request that was agreed on ${dateInWords(decided.on)}: no baseline moves before that day`,
    );
  if (before.some((one) => (ofProgramme ? one.programmeChangeRequest : one.changeRequest) === id))
    return is('names a change request by which it moved before: another move needs another one');
  const moves = movesOf(change, ofProgramme, review);
  return moves !== undefined && isAskedFor(moves)
    ? null
    : is(`names a change request that asks for something else: it must say that ${what}`);
};
