import { idsOf } from '#domain/people/ids-of-person.ts';
import {
  type Assurance,
  actsForOwnAssurance,
  answering,
  answersForOwnAssurance,
  assuranceKinds,
  assurerIn,
  isAssuranceKind,
  mayNotPutBack,
  type ReviewLine,
} from '#domain/review/own-assurance.ts';
import type { HistoryEvent, RecordKind, RecordState } from '#schemas/history.ts';
import type { Actor } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';
import { type Review, reviewRecordOf } from '#schemas/review.ts';
import { readPeople } from '#store/records/people.ts';
import { endOfTime, foldRecords, readEvents } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** What was recorded of a review, and by whom as the deputy of an SRO in any of its records. */
export const readReviewLine = async ({ table }: ReadsTable, chainRef: ChainRef): Promise<ReviewLine> => {
  const events = await readEvents(table, chainRef);
  return {
    recorded: events
      .filter(({ recordRef }) => recordRef.kind === 'review')
      .map(({ after, effectiveAt, recordedAt }) => ({ record: reviewRecordOf(after.record), effectiveAt, recordedAt })),
    deputies: events
      .filter(({ onBehalfOf }) => onBehalfOf !== undefined)
      .map(({ by, recordedAt }) => ({ subject: by, at: recordedAt })),
  };
};

/** In which entries of a register assurance spoke, by whom and when: a rating when it was given, a checkpoint when it was last recorded. */
const assurancesIn = (
  kind: Assurance['kind'],
  events: readonly HistoryEvent[],
): readonly (Omit<Assurance, 'by'> & { readonly by: string })[] =>
  foldRecords(events, endOfTime, Number.POSITIVE_INFINITY).flatMap(({ id, state }) => {
    const by = assurerIn(kind, state);
    const given = events.filter((event) => event.recordRef.id === id).map((event) => event.recordedAt);
    const at = given.toSorted().at(kind === 'rating' ? 0 : -1);
    return by !== null && state.struckOut === null && at !== undefined ? [{ kind, by, at }] : [];
  });

/** Why nobody who assured a review of late is newly named as its SRO or lead (docs/meaning.md PEOPLE-21). Reads only where somebody is. */
export const refusalOfOwnAssurance = async (
  { table }: ReadsTable,
  chainRef: ChainRef,
  before: Review | undefined,
  record: Review,
  time: { readonly from: string; readonly until: string | undefined },
): Promise<Refusal | null> => {
  const known = before === undefined ? [] : answering(before);
  const added = answering(record).filter((subject) => !known.includes(subject));
  if (added.length === 0) return null;
  const { assurances, people } = await readAssurances(table, chainRef, added);
  const named = added.flatMap((subject) => idsOf(subject, people));
  return answersForOwnAssurance(named, assurances, time);
};

/** What assurance said of a review and holds, by every id of whoever said it; `others` are read with them from the register of people. */
const readAssurances = async (
  table: ReadsTable['table'],
  chainRef: ChainRef,
  others: readonly string[],
): Promise<{ readonly assurances: readonly Assurance[]; readonly people: Awaited<ReturnType<typeof readPeople>> }> => {
  const given = (
    await Promise.all(assuranceKinds.map(async (kind) => assurancesIn(kind, await readEvents(table, chainRef, kind))))
  ).flat();
  if (given.length === 0) return { assurances: [], people: new Map() };
  const people = await readPeople(table, chainRef.organisation, [...others, ...given.map(({ by }) => by)]);
  return { assurances: given.map(({ by, ...one }) => ({ ...one, by: idsOf(by, people) })), people };
};

/** Why a deputy does not act for an SRO of a review that they assured of late (docs/meaning.md PEOPLE-21). */
export const refusalToActAsDeputy = async (
  { table }: ReadsTable,
  chainRef: ChainRef,
  deputy: Actor,
  at: string,
): Promise<Refusal | null> => actsForOwnAssurance(deputy, (await readAssurances(table, chainRef, [])).assurances, at);

/** Why what assurance said, and was struck out, is not put back: whoever said it answered for the review of late, by any id of theirs. */
export const refusalToPutBack = async (
  { table }: ReadsTable,
  { organisation }: ChainRef,
  { kind, state, line, at }: { kind: RecordKind; state: RecordState; line: ReviewLine; at: string },
): Promise<Refusal | null> => {
  const by = isAssuranceKind(kind) ? assurerIn(kind, state) : null;
  if (by === null) return null;
  const people = await readPeople(table, organisation, [
    by,
    ...line.recorded.flatMap(({ record }) => answering(record)),
  ]);
  return mayNotPutBack(kind, state, line, (subject) => idsOf(subject, people), at);
};
