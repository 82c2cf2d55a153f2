import { done, refused } from '#domain/decided.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { placeOf } from '../http/chain-ref.ts';
import { momentAsked } from '../queries/as-of.ts';
import { readRegisterThen, readThen } from '../queries/read-as-of.ts';
import { readPlace } from '../queries/read-chain.ts';
import { appraisalName, shownAppraisal } from '../views/appraisal-view.ts';

export const getAppraisal: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const asked = await momentAsked(call, deps);
  if (asked.kind === 'refused') return asked;
  const moment = asked.result;
  const [programme, appraisal, options] = await Promise.all([
    readPlace(deps, place, moment),
    readThen(deps, place, appraisalName, moment),
    readRegisterThen(deps, place, 'option', moment),
  ]);
  if (programme.kind === 'refused') return programme;
  if (appraisal === undefined)
    return refused({
      code: 'entry.unknown',
      detail: `No appraisal is set for this review${moment?.inWords ?? ''}: its criteria are not recorded.`,
    });
  return done({
    status: 200,
    headers: moment === undefined ? { etag: etagOf(appraisal.version) } : {},
    body: shownAppraisal(appraisal, options),
  });
};
