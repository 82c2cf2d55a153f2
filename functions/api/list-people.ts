import { done } from '#domain/decided.ts';
import { listPeopleOperation } from '#schemas/operations/people.ts';
import { readPeoplePage } from '#store/records/people-register.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { personSummary } from '../views/person-view.ts';

export const listPeople = query(listPeopleOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, /^[A-Za-z0-9._:@|-]{1,128}$/);
  if (page.kind === 'refused') return page;
  const { people, nextId } = await readPeoplePage(deps.table, call.actor.organisation, {
    limit: page.result.limit,
    afterId: page.result.after,
  });
  return done(jsonAnswer({ items: people.map(personSummary), next: cursorOf(nextId) }));
});
