import { done } from '#domain/decided.ts';
import { foldThings, readEvents, readRegisterPage } from '#store/things.ts';
import { asAtAsked } from '../kit/as-at.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { cursorOf, pageAsked } from '../kit/paging.ts';
import { placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';
import { registerOf } from '../kit/register.ts';
import { shownEntry } from '../views/entry-view.ts';

export const listEntries: UseCase<ReadsTable> = async (call, deps) => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  const { limit, after } = page.result;
  const place = placeOf(call);
  const { kind } = registerOf(call);
  const asAt = asAtAsked(call);
  const readAsAt = async (at: string) => {
    const all = foldThings(await readEvents(deps.table, place, kind), at, Number.POSITIVE_INFINITY)
      .filter((one) => after === undefined || one.id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const things = all.slice(0, limit);
    return { things, nextId: all.length > limit ? things.at(-1)?.id : undefined };
  };
  const [programme, { things, nextId }] = await Promise.all([
    readPlace(deps, place),
    asAt === undefined ? readRegisterPage(deps.table, place, kind, { limit, afterId: after }) : readAsAt(asAt),
  ]);
  if (programme.kind === 'refused') return programme;
  return done({
    status: 200,
    headers: {},
    body: { items: things.map((one) => shownEntry(one, programme.result)), next: cursorOf(nextId) },
  });
};
