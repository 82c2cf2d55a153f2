import { refused } from '#domain/decided.ts';
import { noSuchPerson } from '#domain/people/person.ts';
import { passOnOperation } from '#schemas/operations/people.ts';
import { answerOnce } from '../commands/answer-once.ts';
import { readEarlierOutcome } from '../commands/earlier-outcome.ts';
import { passDeputiesOn, passReviewsOn } from '../commands/pass-on-work.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';
import { idsIn, readRegistered } from '../queries/registered.ts';

/**
 * Each review and each person of the register is a transaction of its own, and what is passed on is not there to pass on a
 * second time: so a request that ended part way is sent again, and goes on with the rest (docs/meaning.md PEOPLE-22).
 */
export const passOn = command(passOnOperation, async (call, deps: WritesTable) => {
  const earlier = await readEarlierOutcome(deps.table, call);
  if (earlier !== undefined) return earlier;
  const from = call.params.personId;
  const people = await readRegistered(deps, call.actor.organisation);
  const to = people.find(({ id }) => id === call.body.to);
  if (!people.some(({ id }) => id === from)) return refused(noSuchPerson(from));
  if (to === undefined) return refused(noSuchPerson(call.body.to));
  const ids = idsIn(from, people);
  const fault = ids.includes(to.id)
    ? 'must be somebody else'
    : to.person.erased !== undefined
      ? 'must not be somebody who was erased'
      : undefined;
  if (fault !== undefined)
    return refused({
      code: 'content.breaks-rule',
      detail: `to ${fault}`,
      faults: [{ in: 'body', pointer: '/to', message: fault }],
    });
  const other = { subject: to.person.sameAs ?? to.id, name: to.person.names.at(-1)?.name ?? to.id };
  const reviews = await passReviewsOn(call, deps, { ids, to: other, reason: call.body.reason });
  const deputies = await passDeputiesOn(call, deps, { people, ids, to: other.subject });
  const left = [...reviews.left, ...deputies.left];
  return answerOnce(call, deps, {
    from,
    to: other.subject,
    passedOn: reviews.passedOn,
    deputyOf: deputies.passedOn,
    left,
    complete: reviews.isLast && left.length === 0,
  });
});
