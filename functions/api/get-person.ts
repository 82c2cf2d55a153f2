import { done, refused } from '#domain/decided.ts';
import { noSuchPerson } from '#domain/people/person.ts';
import { getPersonOperation } from '#schemas/operations/people.ts';
import { readPerson } from '#store/records/people-register.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { etagOfPerson } from '../http/etag.ts';
import { query } from '../http/use-case.ts';
import { personView } from '../views/person-view.ts';

export const getPerson = query(getPersonOperation, async (call, deps: ReadsTable) => {
  const id = call.params.personId;
  const person = await readPerson(deps.table, call.actor.organisation, id);
  return person === undefined
    ? refused(noSuchPerson(id))
    : done(jsonAnswer(personView(person), { etag: etagOfPerson(id, person.version) }));
});
