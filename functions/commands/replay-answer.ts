import { ReviewEntry } from '#schemas/operations/answer-parts.ts';
import type { Operation } from '#schemas/operations.ts';
import { Review } from '#schemas/review.ts';
import type { KeptAnswer } from '#store/records/idempotency.ts';
import { readNames } from '#store/records/people.ts';
import type { Table } from '#store/table/client.ts';
import type { Answer } from '../http/call.ts';
import { peopleIn, withNames } from '../views/review-view.ts';

const Kept = ReviewEntry.extend({ record: Review });

/** A kept answer as it is shown again: with the names of the people whom it names by subject alone. */
export const replayAnswer = async (
  table: Table,
  operation: Operation,
  organisation: string,
  answer: KeptAnswer,
): Promise<Answer> => {
  if (operation.success.schema !== ReviewEntry) return answer;
  const body = Kept.parse(answer.body);
  const subjects = peopleIn(body.record).map((one) => one.subject);
  return {
    ...answer,
    body: { ...body, record: withNames(body.record, await readNames(table, organisation, subjects)) },
  };
};
