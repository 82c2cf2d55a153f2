import { done, refused } from '#domain/decided.ts';
import { getAppraisalOperation } from '#schemas/operations/appraisal.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { etagOf } from '../http/etag.ts';
import { query } from '../http/use-case.ts';
import { readAsOf, readRegisterAsOf } from '../queries/read-as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { appraisalName, appraisalView } from '../views/appraisal-view.ts';

export const getAppraisal = query(getAppraisalOperation, async (call, deps: ReadsTable) => {
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
  return done(
    jsonAnswer(
      appraisalView(appraisal, options),
      asOf === undefined ? { etag: etagOf(chainRef, appraisalName, appraisal.version) } : {},
    ),
  );
});
