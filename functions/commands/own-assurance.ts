import { idsOf } from '#domain/people/ids-of-person.ts';
import {
  type Assurance,
  answering,
  answersForOwnAssurance,
  type RecordedReview,
} from '#domain/review/own-assurance.ts';
import { RatingFacts } from '#registers/rating/record.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import { type Review, reviewRecordOf } from '#schemas/review.ts';
import { readPeople } from '#store/records/people.ts';
import { endOfTime, foldRecords, readEvents, readLine } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** What was recorded of a review, in order of (effectiveAt, sequence). */
export const readReviewLine = async (
  { table }: ReadsTable,
  chainRef: ChainRef,
  reviewId: string,
): Promise<readonly RecordedReview[]> =>
  (await readLine(table, chainRef, 'review', reviewId)).map(({ after, effectiveAt, recordedAt }) => ({
    record: reviewRecordOf(after.record),
    effectiveAt,
    recordedAt,
  }));

const assurancesIn = (events: readonly HistoryEvent[]): readonly { readonly by: string; readonly at: string }[] =>
  foldRecords(events, endOfTime, Number.POSITIVE_INFINITY).flatMap(({ id, state }) => {
    const { source, by } = RatingFacts.parse(state.facts);
    const given = events.filter((event) => event.recordRef.id === id).map((event) => event.recordedAt);
    const [at] = given.toSorted();
    return source === 'assurance' && state.struckOut === null && at !== undefined ? [{ by, at }] : [];
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
  const given = assurancesIn(await readEvents(table, chainRef, 'rating'));
  if (given.length === 0) return null;
  const people = await readPeople(table, chainRef.organisation, [...added, ...given.map(({ by }) => by)]);
  const assurances: readonly Assurance[] = given.map(({ by, at }) => ({ by: idsOf(by, people), at }));
  const named = added.flatMap((subject) => idsOf(subject, people));
  return answersForOwnAssurance(named, assurances, time);
};
