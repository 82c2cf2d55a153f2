import { done } from '#domain/decided.ts';
import { putPerson as decidePut } from '#domain/people/person.ts';
import { putPersonOperation } from '#schemas/operations/people.ts';
import { changePerson } from '../commands/change-person.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const putPerson = command(putPersonOperation, async (call, deps: WritesTable) => {
  const record = call.body;
  const id = call.params.personId;
  const token = record.subject === id ? undefined : record.subject;
  return changePerson(call, deps, {
    id,
    tokens: () => (token === undefined ? [] : [token]),
    decide: (before, tokens) => {
      const belongsTo = token === undefined ? undefined : tokens.get(token)?.person.sameAs;
      const person = decidePut({
        id,
        before,
        record,
        recorded: { from: call.effectiveAt ?? call.now, by: call.actor.subject },
        tokenBelongsTo: belongsTo === id ? undefined : belongsTo,
      });
      if (person.kind === 'refused') return person;
      const { names } = person.result;
      return done({
        person: person.result,
        tokens: new Map(
          token === undefined ? [] : [[token, { ...tokens.get(token)?.person, names, sameAs: id }] as const],
        ),
      });
    },
  });
});
