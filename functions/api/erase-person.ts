import { done, refused } from '#domain/decided.ts';
import { erasePerson as erased, noSuchPerson } from '#domain/people/person.ts';
import { erasePersonOperation } from '#schemas/operations/people.ts';
import { changePerson } from '../commands/change-person.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const erasePerson = command(erasePersonOperation, async (call, deps: WritesTable) => {
  const id = call.params.personId;
  return changePerson(call, deps, {
    id,
    tokens: (before) => (before?.tokenSubject === undefined ? [] : [before.tokenSubject]),
    decide: (before, tokens) => {
      if (before === undefined) return refused(noSuchPerson(id));
      const person = erased(call.body.ground, call.now, call.actor.subject);
      return done({
        person: before.sameAs === undefined ? person : { ...person, sameAs: before.sameAs },
        tokens: new Map([...tokens.keys()].map((token) => [token, { ...person, sameAs: id }])),
      });
    },
  });
});
