import * as z from 'zod';
import { refused } from '#domain/decided.ts';
import { Subject } from '#schemas/ids.ts';
import { ReviewEntry } from '#schemas/operations/answer-parts.ts';
import { PersonEntry } from '#schemas/person.ts';
import type { Refusal } from '#schemas/problems.ts';
import { Review } from '#schemas/review.ts';
import { type Earlier, type KeptAnswer, readEarlier } from '#store/records/idempotency.ts';
import { readNames } from '#store/records/people.ts';
import { readPerson } from '#store/records/people-register.ts';
import type { Table } from '#store/table/client.ts';
import { type JsonAnswer, jsonAnswer } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { personView } from '../views/person-view.ts';
import { peopleIn, withNames } from '../views/review-view.ts';
import type { ChangeOutcome } from './change-outcome.ts';

/*
 * What a request was answered before: the storage is `store/records/idempotency.ts`, the outcome is decided here
 * (docs/meaning.md WRITE-3, WRITE-4).
 */

type Sent = Pick<Call, 'operation' | 'actor' | 'identity' | 'now'>;

const keyReused: Refusal = {
  code: 'idempotency.key-reused',
  detail: 'Another request was sent with this Idempotency-Key. Use a new key for a new request.',
};

const KeptPerson = z.object({ id: Subject });
const KeptReview = ReviewEntry.extend({ record: Review });

/** Of a person the id alone is kept: they are shown as the register has them now. */
const personAgain = async (table: Table, organisation: string, kept: KeptAnswer): Promise<JsonAnswer> => {
  const { id } = KeptPerson.parse(kept.body);
  const person = await readPerson(table, organisation, id);
  if (person === undefined) throw new Error('nobody leaves the register of people');
  return jsonAnswer(personView(person), kept.headers, kept.status);
};

/** A kept answer as it is shown again: with the names of the people whom it names by subject alone. */
const shownAgain = async (table: Table, { operation, actor }: Sent, kept: KeptAnswer): Promise<JsonAnswer> => {
  if (operation.success.schema === PersonEntry) return personAgain(table, actor.organisation, kept);
  if (operation.success.schema !== ReviewEntry) return jsonAnswer(kept.body, kept.headers, kept.status);
  const body = KeptReview.parse(kept.body);
  const names = await readNames(
    table,
    actor.organisation,
    peopleIn(body.record).map((one) => one.subject),
  );
  return jsonAnswer({ ...body, record: withNames(body.record, names) }, kept.headers, kept.status);
};

/** What comes of a request whose key was used before: replayed, or refused where it was used for another request. */
export const earlierOutcome = async (table: Table, sent: Sent, earlier: Earlier): Promise<ChangeOutcome> =>
  earlier.kind === 'same'
    ? { kind: 'replayed', answer: await shownAgain(table, sent, earlier.answer) }
    : refused(keyReused);

/** The same, looked up; undefined where the request has no key, or one that was not used before. */
export const readEarlierOutcome = async (table: Table, sent: Sent): Promise<ChangeOutcome | undefined> => {
  const earlier = sent.identity === undefined ? undefined : await readEarlier(table, sent.identity, sent.now);
  return earlier === undefined ? undefined : earlierOutcome(table, sent, earlier);
};
