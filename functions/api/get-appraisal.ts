import { done, refused } from '#domain/decided.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { requestedAsOf } from '../queries/as-of.ts';
import { readAsOf, readRegisterAsOf } from '../queries/read-as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { appraisalName, appraisalView } from '../views/appraisal-view.ts';

export const getAppraisal: UseCase<ReadsTable> = async (call, deps) => {
  const chainRef = chainRefOf(call);
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const [programme, appraisal, options] = await Promise.all([
    readChain(deps, chainRef, asOf),
    readAsOf(deps, chainRef, appraisalName, asOf),
    readRegisterAsOf(deps, chainRef, 'option', asOf),
  ]);
  if (programme.kind === 'refused') return programme;
  if (appraisal === undefined)
    return refused({
      code: 'entry.unknown',
      detail: `No appraisal is set for this review${asOf?.inWords ?? ''}: its criteria are not recorded.`,
    });
  return done({
    status: 200,
    headers: asOf === undefined ? { etag: etagOf(appraisal.version) } : {},
    body: appraisalView(appraisal, options),
  });
};
