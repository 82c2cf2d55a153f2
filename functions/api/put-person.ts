import { done } from '#domain/decided.ts';
import { putPerson as decidePut, linkedTo, unlinked } from '#domain/people/person.ts';
import { putPersonOperation } from '#schemas/operations/people.ts';
import { changePerson } from '../commands/change-person.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const putPerson = command(putPersonOperation, async (call, deps: WritesTable) => {
  const record = call.body;
  const id = call.params.personId;
  const token = record.subject === id ? undefined : record.subject;
  const { now, effectiveAt } = call;
  const by = call.actor.subject;
  return changePerson(call, deps, {
    id,
    tokens: (before) => [before?.tokenSubject, token].filter((one) => one !== undefined),
    decide: (before, tokens) => {
      const known = token === undefined ? undefined : tokens.get(token)?.person;
      const person = decidePut({ id, before, record, by, now, effectiveAt, token: known });
      if (person.kind === 'refused') return person;
      // Whose token it was before acts as this person no longer.
      const given = [...tokens.values()].filter((one) => one.id !== token && one.person.sameAs === id);
      return done({
        person: person.result,
        tokens: new Map([
          ...given.map((one) => [one.id, unlinked(one.person)] as const),
          ...(token === undefined ? [] : [[token, linkedTo(id, token, known, { from: now, by })] as const]),
        ]),
      });
    },
  });
});
