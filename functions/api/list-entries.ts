import { done } from '#domain/decided.ts';
import { readRegisterPage, readThingsAsAt } from '#store/records/records.ts';
import type { ReadsTable, UseCase } from '../http/call.ts';
import { placeOf } from '../http/chain-ref.ts';
import { cursorOf, pageAsked, pinnedCursorOf } from '../http/paging.ts';
import { registerOf } from '../http/register.ts';
import { thatFit } from '../http/response-size.ts';
import { type Moment, momentAsked } from '../queries/as-of.ts';
import { readPlace } from '../queries/read-chain.ts';
import { shownEntry } from '../views/entry-view.ts';

export const listEntries: UseCase<ReadsTable> = async (call, deps) => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  const asked = await momentAsked(call, deps);
  if (asked.kind === 'refused') return asked;
  const moment = asked.result;
  const { limit, after } = page.result;
  const place = placeOf(call);
  const { kind } = registerOf(call);
  const readAsAt = async ({ asAt, knowledge }: Moment) => {
    const all = (await readThingsAsAt(deps.table, place, kind, asAt, knowledge)).filter(
      (one) => after === undefined || one.id > after,
    );
    const things = all.slice(0, limit);
    return { things, nextId: all.length > limit ? things.at(-1)?.id : undefined };
  };
  const [programme, { things, nextId }] = await Promise.all([
    readPlace(deps, place, moment),
    moment === undefined ? readRegisterPage(deps.table, place, kind, { limit, afterId: after }) : readAsAt(moment),
  ]);
  if (programme.kind === 'refused') return programme;
  const shown = things.map((one) => shownEntry(one, programme.result));
  const items = thatFit(shown);
  const next = items.length < shown.length ? items.at(-1)?.id : nextId;
  return done({
    status: 200,
    headers: {},
    body: { items, next: moment === undefined ? cursorOf(next) : pinnedCursorOf(call, next, moment.known) },
  });
};
