import { done } from '#domain/decided.ts';
import { deputiesWithOther, withOther } from '#domain/people/pass-on.ts';
import { mostPassedOn } from '#schemas/limits.ts';
import { putReviewOperation } from '#schemas/operations/reviews.ts';
import type { Person } from '#schemas/people.ts';
import type { NamedAs } from '#schemas/person.ts';
import { personPut, type Registered, savePerson } from '#store/records/people-register.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { WritesTable } from '../http/call.ts';
import { count, counted } from '../http/metrics.ts';
import { type ReviewNaming, reviewsNaming } from '../queries/reviews-naming.ts';
import { reviewIn, reviewName } from '../views/loaded-records.ts';
import type { Sent } from './act.ts';
import { storedReview } from './act-on-review.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import { recordChange } from './record-change.ts';
import { reviewAnswer } from './review-answer.ts';

/** What could not be passed on, and why. */
interface Left {
  readonly what: string;
  readonly code: string;
  readonly detail: string;
}

const busy = (what: string): Left => ({
  what,
  code: 'store.busy',
  detail: 'Others changed it at the same time. Nothing of it was passed on: ask again.',
});

interface Handover {
  readonly ids: readonly string[];
  readonly to: Person;
  readonly reason: string;
}

/** One review in one transaction, as if its record were put with the other's name in it. */
const passReviewOn = (call: Sent, deps: WritesTable, review: ReviewNaming, how: Handover): Promise<ChangeOutcome> => {
  const { organisation } = call.actor;
  const { programmeId: programme, reviewId } = review;
  return recordChange(
    // The request's own answer is of all reviews, and is kept at its end; its precondition is of none of them.
    { ...call, operation: putReviewOperation, identity: undefined, expected: { kind: 'nothing' } },
    deps,
    {
      chainRef: { organisation, programme, review: reviewId },
      recordRef: reviewName(reviewId),
      type: 'put',
      decide: (loaded) => {
        const before = reviewIn(loaded);
        if (before === null) throw new Error('a review that is listed is stored');
        const record = withOther(before.record, how.ids, how.to);
        return done({ state: storedReview({ ...before, record }), reason: how.reason });
      },
      ...reviewAnswer,
    },
  );
};

interface PassedOnReview {
  readonly programmeId: string;
  readonly reviewId: string;
  readonly title: string;
  readonly as: NamedAs[];
}

/** The first reviews that name the leaver, each by itself; `isLast`: there are no more. */
export const passReviewsOn = async (
  call: Sent,
  deps: WritesTable,
  how: Handover,
): Promise<{ passedOn: readonly PassedOnReview[]; left: readonly Left[]; isLast: boolean }> => {
  const passedOn: PassedOnReview[] = [];
  const left: Left[] = [];
  for await (const review of reviewsNaming(deps, call.actor.organisation, how.ids)) {
    if (passedOn.length === mostPassedOn) return { passedOn, left, isLast: false };
    const { programmeId, reviewId } = review;
    const what = `${programmeId}/${reviewId}`;
    try {
      const outcome = await passReviewOn(call, deps, review, how);
      if (outcome.kind === 'refused') left.push({ what, code: outcome.refusal.code, detail: outcome.refusal.detail });
      else passedOn.push({ programmeId, reviewId, title: review.listed.title, as: [...review.as] });
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      left.push(busy(what));
    }
  }
  return { passedOn, left, isLast: true };
};

/** The deputies of the register among whom the leaver is: each person by themselves. */
export const passDeputiesOn = async (
  { actor: { organisation } }: Sent,
  deps: WritesTable,
  how: { readonly people: readonly Registered[]; readonly ids: readonly string[]; readonly to: string },
): Promise<{ passedOn: readonly string[]; left: readonly Left[] }> => {
  const passedOn: string[] = [];
  const left: Left[] = [];
  for (const { id, version, person } of how.people) {
    const { deputies = [] } = person;
    if (!deputies.some((deputy) => how.ids.includes(deputy.person))) continue;
    const { deputies: _, ...rest } = person;
    const after = deputiesWithOther(id, deputies, how.ids, how.to);
    const changed = { ...rest, ...(after.length === 0 ? {} : { deputies: after }) };
    const put = personPut(deps.table, organisation, { id, version: version + 1, person: changed }, version);
    const outcome = await savePerson(deps.table, [put]);
    if (outcome.kind === 'committed') {
      count(counted.changesRecorded);
      passedOn.push(id);
    } else left.push(busy(`the deputies of ${id}`));
  }
  return { passedOn, left };
};
