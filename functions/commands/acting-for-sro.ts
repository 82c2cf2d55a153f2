import { deputyUntil } from '#domain/people/person.ts';
import { dayOf } from '#language/time.ts';
import type { Actor } from '#schemas/people.ts';
import { reviewRecordOf } from '#schemas/review.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import { readPeople } from '#store/records/people.ts';
import type { WritesTable } from '../http/call.ts';
import { reviewName } from '../views/loaded-records.ts';
import type { Sent } from './act.ts';

/** Whether who somebody is to the review can matter to what they ask. */
const canMatter = ({ roles }: Actor): boolean => roles.includes('sro') || roles.includes('assurance');

/**
 * The sender with the SROs of the review for whom they act today: under another id of the register of people, or as a
 * deputy (docs/meaning.md PEOPLE-20). Nothing is read for whom the review names itself.
 */
export const actingForSro = async ({ actor, now }: Sent, deps: WritesTable, loaded: LoadedChain): Promise<Actor> => {
  const { organisation, review } = loaded.chainRef;
  const stored = review === null || !canMatter(actor) ? undefined : loaded.recordRef(reviewName(review));
  if (stored === undefined) return actor;
  const sros = reviewRecordOf(stored.state.record).sros.map(({ subject }) => subject);
  if (sros.length === 0 || sros.includes(actor.subject)) return actor;
  const people = await readPeople(deps.table, organisation, [actor.subject, ...sros]);
  const own = people.get(actor.subject)?.sameAs;
  const ids = [actor.subject, ...(own === undefined ? [] : [own])];
  const deputyFor = sros.filter((sro) => {
    const person = people.get(sro);
    return person !== undefined && deputyUntil(person, ids, dayOf(now)) !== undefined;
  });
  if (own !== undefined && sros.includes(own)) return { ...actor, registeredAs: own };
  return { ...actor, ...(own === undefined ? {} : { registeredAs: own }), deputyFor };
};

/**
 * For whom a change is made: the SRO whose deputy the sender is, where it is not theirs by a role of their own.
 * `acting` is the sender as `actingForSro` found them.
 */
export const onBehalfOf = ({ operation }: Sent, acting: Actor): string | undefined => {
  const others = acting.roles.filter(
    (role) => role !== 'sro' && operation.roles !== 'anyone' && operation.roles.includes(role),
  );
  return others.length > 0 ? undefined : acting.deputyFor?.[0];
};
