import { done } from '#domain/decided.ts';
import { readRegisterPage, readThingsAsAt } from '#store/things.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { type Moment, momentAsked } from '../kit/moment.ts';
import { cursorOf, pageAsked, pinnedCursorOf } from '../kit/paging.ts';
import { placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';
import { registerOf } from '../kit/register.ts';
import { thatFit } from '../kit/room-in-answer.ts';
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
