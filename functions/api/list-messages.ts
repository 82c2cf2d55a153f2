import { done } from '#domain/decided.ts';
import { channelOfSubject } from '#schemas/message.ts';
import { listMessagesOperation } from '#schemas/operations/messages.ts';
import { readMessagesPage } from '#store/messages/messages.ts';
import { readNames } from '#store/records/people.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';

/** When a message was made, and its id. */
const place = /^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z#[0-9a-f]{32}$/;

export const listMessages = query(listMessagesOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, place);
  if (page.kind === 'refused') return page;
  const { organisation } = call.actor;
  const { messages, next } = await readMessagesPage(deps.table, organisation, page.result);
  const names = await readNames(
    deps.table,
    organisation,
    messages.flatMap(({ to }) => (channelOfSubject(to) === undefined ? [to] : [])),
  );
  const items = messages.map((message) => {
    const channel = channelOfSubject(message.to);
    return { ...message, toName: channel === undefined ? (names.get(message.to) ?? message.to) : `Channel ${channel}` };
  });
  return done(
    pageAnswer(items, (count) => {
      const last = items[count - 1];
      return count < items.length && last !== undefined ? cursorOf(`${last.madeAt}#${last.id}`) : cursorOf(next);
    }),
  );
});
