import { done, refused } from '#domain/decided.ts';
import { readDue } from '#store/due.ts';
import { readThing, readThingAsAt } from '#store/things.ts';
import { asAtAsked } from '../kit/as-at.ts';
import { etagOf, type ReadsTable, type UseCase } from '../kit/call.ts';
import { placeOf } from '../kit/place.ts';
import { shownProgramme } from '../views/programme-view.ts';

export const getProgramme: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const asAt = asAtAsked(call);
  const [programme, due] = await Promise.all([
    asAt === undefined
      ? readThing(deps.table, place, 'programme', place.programme)
      : readThingAsAt(deps.table, place, 'programme', place.programme, asAt),
    readDue(deps.table, place),
  ]);
  if (programme === undefined)
    return refused({
      code: 'programme.unknown',
      detail: `Your organisation has no programme ${place.programme}${asAt === undefined ? '' : ` as at ${asAt}`}.`,
    });
  return done({
    status: 200,
    headers: asAt === undefined ? { etag: etagOf(programme.version) } : {},
    body: shownProgramme(programme, due ?? null),
  });
};
