import type { Known } from '#domain/messages/moments.ts';
import { returnsOverdue, reviewsRed } from '#domain/messages/notices-of-programme.ts';
import { queriesToAnswer } from '#domain/messages/notices-of-queries.ts';
import { overdueOfProgramme } from '#domain/messages/notices-of-review.ts';
import { parsedPart } from '#domain/registers/record-state.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { isCounted } from '#domain/review/counted.ts';
import { isRated } from '#domain/review/reviews-in-order.ts';
import type { Instant } from '#language/time.ts';
import { issue } from '#registers/issue/record.ts';
import { RatingsSection } from '#registers/rating/record.ts';
import { recommendation } from '#registers/recommendation/record.ts';
import { risk } from '#registers/risk/record.ts';
import { SavingFacts, saving } from '#registers/saving/record.ts';
import type { Programme } from '#schemas/programme.ts';
import { type EntryRef, type ReviewAcross, readEntries, readSectionAcross } from '#store/positions/across-reviews.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/*
 * What people and channels are to hear of that the positions of the reviews do not say.
 */

/** What finance asks about claims that wait for it: read of the lines that have one, which are few. */
export const readQueries = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  ofReviews: readonly Known[],
): Promise<readonly Known[]> => {
  const claims = ofReviews.flatMap((known) => {
    const { kind, reviewId, entry } = known.notice;
    return kind === 'claim-to-validate' && reviewId !== undefined && entry !== undefined
      ? [{ known, name: `${reviewId}/${entry.id}`, line: { review: reviewId, kind: saving.kind, id: entry.id } }]
      : [];
  });
  const lines = new Map<string, EntryRef>(claims.map(({ name, line }) => [name, line]));
  const read = new Map(
    (await readEntries(deps.table, programmeRef, [...lines.values()])).map(({ review, id, state }) => [
      `${review}/${id}`,
      parsedPart(SavingFacts, state.facts, 'facts of the savings line').queries ?? [],
    ]),
  );
  return claims.flatMap(({ known, name }) => queriesToAnswer(known, read.get(name) ?? []));
};

/** Risks and actions of the programme's own registers that are past their day. */
export const readOwnOverdue = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  now: Instant,
): Promise<readonly Known[]> => {
  const read = async <K extends 'risk' | 'issue' | 'recommendation'>(kind: K) =>
    rulesOf(kind).section(
      (await readRegister(deps.table, { ...programmeRef, review: null }, kind)).map(asRecordAt),
      programme,
    );
  const [risks, issues, recommendations] = await Promise.all([
    read(risk.kind),
    read(issue.kind),
    read(recommendation.kind),
  ]);
  return overdueOfProgramme({ programmeId: programmeRef.programme, programme, now, risks, issues, recommendations });
};

/** What channels hear of a programme that people do not: counts of what its reviews ask, and of their ratings. */
export const readForChannels = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  {
    reviews,
    ofReviews,
    now,
  }: {
    readonly reviews: readonly ReviewAcross[];
    readonly ofReviews: readonly Known[];
    readonly now: Instant;
  },
): Promise<readonly Known[]> => {
  const of = { programmeId: programmeRef.programme, title: programme.name };
  const counted = reviews.filter(({ listed, has }) => isCounted(listed.lifecycle, programme) && has('ratings'));
  const ratings = await readSectionAcross(
    deps.table,
    programmeRef,
    'ratings',
    counted.map(({ review }) => review),
  );
  const red = ratings.filter(({ content }) => isRated(RatingsSection.parse(content), 'red')).length;
  const ofReds = programme.closeDown === undefined ? reviewsRed(of, red, now) : undefined;
  return [...returnsOverdue(of, ofReviews, now), ...(ofReds === undefined ? [] : [ofReds])];
};
