import { done, refused } from '#domain/decided.ts';
import { gateOf } from '#domain/review/gate.ts';
import { loadFile } from '#store/chain-file.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { gateEvidence } from '../kit/gate-evidence.ts';
import { reviewName } from '../kit/loaded.ts';
import { param, placeOf } from '../kit/place.ts';

export const getGate: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const review = param(call, 'reviewId');
  const file = await loadFile(deps.table, place, { things: [reviewName(review)], registers: [] });
  if (file.programme === undefined || file.card === undefined)
    return refused({ code: 'review.unknown', detail: `The programme ${place.programme} has no review ${review}.` });
  const { context } = await gateEvidence(deps, file);
  return done({ status: 200, headers: {}, body: gateOf(context) });
};
