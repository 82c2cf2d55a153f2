import type { RowOfReview } from '#domain/across-reviews.ts';
import { namedAs } from '#domain/people/pass-on.ts';
import { isRegister, rulesOf } from '#domain/registers/rules.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { type Instant, startOfDay } from '#language/time.ts';
import type { RegisterAcross } from '#schemas/operations/across.ts';
import { ReviewPosition } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { type ReviewAcross, readReviewsAcross, readSectionAcross } from '#store/positions/across-reviews.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { readRegister, type StoredRecord } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** Which reviews a list over all of them takes. */
export interface ReviewsWanted {
  readonly review?: string | undefined;
  readonly lifecycle?: string | undefined;
  readonly changedSince?: string | undefined;
  /** Every id of whoever asks, and of those for whom they act, where their reviews alone are wanted. */
  readonly of?: readonly string[] | undefined;
}

const isWanted = ({ review, listed, recordedAt }: ReviewAcross, wanted: ReviewsWanted, since: Instant): boolean =>
  !isStruckOut(listed) &&
  recordedAt >= since &&
  (wanted.review === undefined || review === wanted.review) &&
  (wanted.lifecycle === undefined || listed.lifecycle === wanted.lifecycle) &&
  (wanted.of === undefined || namedAs(listed, wanted.of).length > 0);

export interface RowsAcross<T = RowOfReview> {
  readonly rows: readonly T[];
  readonly reviews: ReadonlyMap<string, ReviewAcross>;
  /** The entries of the programme itself, read to know what they come to. */
  readonly own: ReadonlyMap<string, StoredRecord>;
}

const noEntries: readonly StoredRecord[] = [];

/**
 * What is made of the sections of a register's entries: of all reviews that are wanted, and of the programme itself where no review
 * is singled out. Nothing that is struck out is among them.
 */
export const readSectionsAcross = async <T extends object>(
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  {
    register,
    programme,
    wanted,
    made,
    heads = readReviewsAcross(deps.table, programmeRef),
  }: {
    readonly register: RegisterAcross;
    readonly programme: Programme;
    readonly wanted: ReviewsWanted;
    readonly made: (section: unknown) => readonly T[];
    /** The reviews of the programme, where they are read already. */
    readonly heads?: Promise<readonly ReviewAcross[]>;
  },
): Promise<RowsAcross<T & { readonly review: string | null }>> => {
  const { kind, position, scopes } = register;
  if (!isRegister(kind)) throw new Error(`there is no register ${kind}`);
  const section = ReviewPosition.keyof().parse(position?.name);
  const singledOut = [wanted.review, wanted.lifecycle, wanted.of].some((one) => one !== undefined);
  const [all, own] = await Promise.all([
    heads,
    singledOut || !scopes.includes('programme')
      ? noEntries
      : readRegister(deps.table, { ...programmeRef, review: null }, kind),
  ]);
  const since = wanted.changedSince === undefined ? '' : startOfDay(wanted.changedSince);
  const reviews = all.filter((one) => isWanted(one, wanted, since));
  const withEntries = reviews.filter(({ has }) => has(section)).map(({ review }) => review);
  const sections = await readSectionAcross(deps.table, programmeRef, section, withEntries);
  const ofProgramme = own.length === 0 ? [] : made(rulesOf(kind).section(own.map(asRecordAt), programme));
  return {
    rows: [
      ...ofProgramme.map((row) => ({ ...row, review: null })),
      ...sections.flatMap(({ review, content }) => made(content).map((row) => ({ ...row, review }))),
    ],
    reviews: new Map(reviews.map((one) => [one.review, one])),
    own: new Map(own.map((one) => [one.id, one])),
  };
};

/** What the positions say of a register's entries. */
export const readRowsAcross = (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  register: RegisterAcross,
  wanted: ReviewsWanted,
): Promise<RowsAcross> => {
  const made = (section: unknown) => register.across.rows(section, programme);
  return readSectionsAcross(deps, programmeRef, { register, programme, wanted, made });
};
