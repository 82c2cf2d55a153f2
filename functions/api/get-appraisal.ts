import { done, refused } from '#domain/decided.ts';
import { foldThings, readEvents, readRegister, readThing, readThingAsAt } from '#store/things.ts';
import { asAtAsked } from '../kit/as-at.ts';
import { etagOf, type ReadsTable, type UseCase } from '../kit/call.ts';
import { placeOf } from '../kit/place.ts';
import { readPlace } from '../kit/read-place.ts';
import { appraisalName, shownAppraisal } from '../views/appraisal-view.ts';

export const getAppraisal: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const asAt = asAtAsked(call);
  const { kind, id } = appraisalName;
  const [programme, appraisal, options] = await Promise.all([
    readPlace(deps, place),
    asAt === undefined ? readThing(deps.table, place, kind, id) : readThingAsAt(deps.table, place, kind, id, asAt),
    asAt === undefined
      ? readRegister(deps.table, place, 'option')
      : readEvents(deps.table, place, 'option').then((events) => foldThings(events, asAt, Number.POSITIVE_INFINITY)),
  ]);
  if (programme.kind === 'refused') return programme;
  if (appraisal === undefined)
    return refused({
      code: 'entry.unknown',
      detail: 'No appraisal is set for this review: its criteria are not recorded.',
    });
  return done({
    status: 200,
    headers: asAt === undefined ? { etag: etagOf(appraisal.version) } : {},
    body: shownAppraisal(appraisal, options),
  });
};
