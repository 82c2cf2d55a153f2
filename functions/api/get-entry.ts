import { done, refused } from '#domain/decided.ts';
import { readThing, readThingAsAt } from '#store/things.ts';
import { asAtAsked } from '../kit/as-at.ts';
import { etagOf, type ReadsTable, type UseCase } from '../kit/call.ts';
import { param, placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';
import { registerOf } from '../kit/register.ts';
import { shownEntry } from '../views/entry-view.ts';

export const getEntry: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const { kind } = registerOf(call);
  const id = param(call, 'entryId');
  const asAt = asAtAsked(call);
  const [programme, entry] = await Promise.all([
    readPlace(deps, place),
    asAt === undefined ? readThing(deps.table, place, kind, id) : readThingAsAt(deps.table, place, kind, id, asAt),
  ]);
  if (programme.kind === 'refused') return programme;
  if (entry === undefined)
    return refused({
      code: 'entry.unknown',
      detail: `There is no ${kind} with the id ${id} here${asAt === undefined ? '' : ` as at ${asAt}`}.`,
    });
  return done({
    status: 200,
    headers: asAt === undefined ? { etag: etagOf(entry.version) } : {},
    body: shownEntry(entry, programme.result),
  });
};
