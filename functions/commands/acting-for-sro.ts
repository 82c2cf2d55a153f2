import { idsOf } from '#domain/people/ids-of-person.ts';
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
  const stored = review === null || !canMatter(actor) ? undefined : loaded.record(reviewName(review));
  if (stored === undefined) return actor;
  const { sros: named, lead } = reviewRecordOf(stored.state.record);
  const sros = named.map(({ subject }) => subject);
  if (sros.includes(actor.subject)) return actor;
  const others = lead === undefined ? sros : [...sros, lead.subject];
  const people = await readPeople(deps.table, organisation, [actor.subject, ...others]);
  const ids = idsOf(actor.subject, people);
  const known = { ...actor, otherIds: ids.filter((id) => id !== actor.subject) };
  if (sros.some((sro) => ids.includes(sro))) return known;
  const deputyFor = sros.filter((sro) => {
    const person = people.get(sro);
    return person !== undefined && deputyUntil(person, ids, dayOf(now)) !== undefined;
  });
  return { ...known, deputyFor };
};

/**
 * For whom a change is made: the SRO whose deputy the sender is, where an SRO may make it and no other role of the sender's lets them.
 * Assurance does not: who is the deputy of an SRO speaks for them, and does not assure the review. `acting` is the sender as
 * `actingForSro` found them.
 */
export const onBehalfOf = ({ operation }: Pick<Sent, 'operation'>, acting: Actor): string | undefined => {
  const { roles } = operation;
  if (roles === 'anyone' || !roles.includes('sro')) return undefined;
  const byThemselves = acting.roles.some((role) => role !== 'sro' && role !== 'assurance' && roles.includes(role));
  return byThemselves ? undefined : acting.deputyFor?.[0];
};

/** Who recorded something, and whose deputy they were in it; the machine, where one did. */
export const recordedBy = (sent: Pick<Sent, 'operation' | 'actor'>, acting: Actor) => ({
  by: sent.actor.subject,
  onBehalfOf: onBehalfOf(sent, acting),
  machine: sent.actor.machine,
});
