import { type Decided, done, refused } from '#domain/decided.ts';
import { type GateContext, gateOf } from '#domain/review/gate.ts';
import { gateSections } from '#domain/review/gate-rule.ts';
import { getReviewGateOperation } from '#schemas/operations/reviews.ts';
import { loadForChange } from '#store/records/load-for-change.ts';
import type { ChainRef } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import type { AsOf } from '../queries/as-of.ts';
import { gateEvidence } from '../queries/gate-evidence.ts';
import { gateThen } from '../queries/gate-then.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { unknownProgramme, unknownReview } from '../queries/unknown-chain.ts';
import { markedRecord } from '../views/entry-view.ts';
import { loadedReview, reviewName } from '../views/loaded-records.ts';

const gateToday = async (deps: ReadsTable, chainRef: ChainRef, review: string): Promise<Decided<GateContext>> => {
  const loaded = await loadForChange(deps.table, chainRef, {
    records: [reviewName(review)],
    registers: [],
    sections: gateSections,
  });
  if (loaded.programme === undefined) return refused(unknownProgramme(chainRef));
  if (loaded.position === undefined) return refused(unknownReview(chainRef, review));
  const { context } = await gateEvidence(deps, loaded);
  const record = loaded.record(reviewName(review));
  return done(record === undefined ? context : { ...context, review: loadedReview(markedRecord(record)) });
};

const gateAsAt = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  asOf: AsOf,
): Promise<Decided<GateContext | undefined>> => {
  const then = await gateThen(deps, chainRef, asOf);
  if (then.kind === 'refused' || then.result === undefined) return then.kind === 'refused' ? then : done(undefined);
  const { context, record } = then.result;
  return done({ ...context, review: loadedReview(markedRecord(record)) });
};

export const getGate = query(getReviewGateOperation, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const review = call.params.reviewId;
  const asOf = await requestedAsOf(call, deps);
  if (asOf.kind === 'refused') return asOf;
  const context = await (asOf.result === undefined
    ? gateToday(deps, chainRef, review)
    : gateAsAt(deps, chainRef, asOf.result));
  if (context.kind === 'refused') return context;
  return context.result === undefined
    ? refused(unknownReview(chainRef, review, asOf.result?.inWords))
    : done(jsonAnswer(gateOf(context.result)));
});
