import type { Actor, Person } from '#schemas/people.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';

/** Every id that records may name the actor by. */
export const idsOfActor = ({ subject, otherIds = [] }: Actor): readonly string[] => [subject, ...otherIds];

/** Whether somebody of a review is the actor, by any id of theirs. */
const isActor = (actor: Actor, person: Person): boolean => idsOfActor(actor).includes(person.subject);

/** Whether the actor is an SRO of the review or acts for one today. */
const speaksForSro = (record: Review, actor: Actor): boolean =>
  record.sros.some((sro) => isActor(actor, sro) || actor.deputyFor?.includes(sro.subject) === true);

/** Any listed SRO, or whoever is their deputy, may act for the review, in the role of SRO. */
export const isSroOf = (record: Review, actor: Actor): boolean =>
  actor.roles.includes('sro') && speaksForSro(record, actor);

/** Whether the actor answers for the review, as an SRO, their deputy or the lead: then they do not assure it. */
export const answersFor = (record: Review, actor: Actor): boolean =>
  speaksForSro(record, actor) || (record.lead !== undefined && isActor(actor, record.lead));

/** 403: somebody else's review. `act` completes "Only an SRO of this review may ...". */
export const notTheSro = (act: string): Refusal => ({
  code: 'review.not-the-sro',
  detail: `Only an SRO of this review may ${act}.`,
});
