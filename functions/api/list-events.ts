import { done } from '#domain/decided.ts';
import { listEventsOperation } from '#schemas/operations/messages.ts';
import { readDeliveries, readEventsPage } from '#store/messages/events.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';

/** The number of an event. */
const place = /^\d{10}$/;

export const listEvents = query(listEventsOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, place);
  if (page.kind === 'refused') return page;
  const { organisation } = call.actor;
  const [{ events, next }, deliveries] = await Promise.all([
    readEventsPage(deps.table, organisation, page.result),
    readDeliveries(deps.table, organisation),
  ]);
  const destinations = [...deliveries].map(([id, delivery]) => ({ id, ...delivery }));
  return done(jsonAnswer({ items: events, next: cursorOf(next), destinations }));
});
