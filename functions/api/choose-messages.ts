import { done } from '#domain/decided.ts';
import { chooseMessages as chosen } from '#domain/people/person.ts';
import { chooseMessagesOperation } from '#schemas/operations/people.ts';
import { readPerson } from '#store/records/people-register.ts';
import { changePerson } from '../commands/change-person.ts';
import type { WritesTable } from '../http/call.ts';
import { command } from '../http/use-case.ts';

export const chooseMessages = command(chooseMessagesOperation, async (call, deps: WritesTable) => {
  const { actor, now, body } = call;
  const signedIn = await readPerson(deps.table, actor.organisation, actor.subject);
  return changePerson(call, deps, {
    id: signedIn?.person.sameAs ?? actor.subject,
    tokens: () => [],
    decide: (before) => {
      const person = chosen(before, actor, { messages: body.messages, at: now });
      return person.kind === 'refused' ? person : done({ person: person.result, tokens: new Map() });
    },
  });
});
