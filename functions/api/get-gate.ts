import { type Decided, done, refused } from '#domain/decided.ts';
import { buildPosition, buildProgrammeWide } from '#domain/position/sections.ts';
import { type GateContext, gateOf } from '#domain/review/gate.ts';
import type { ReviewState } from '#domain/review/put-review.ts';
import { hasStage } from '#domain/review/stage-line.ts';
import { getReviewGateOperation } from '#schemas/operations/reviews.ts';
import type { Programme } from '#schemas/programme.ts';
import { asRecordAt, loadForChange } from '#store/records/load-for-change.ts';
import { readRecordsAsAt } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import { gateEvidence } from '../commands/gate-evidence.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import type { AsOf } from '../queries/as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { markedRecord } from '../views/entry-view.ts';
import { loadedReview, reviewName } from '../views/loaded-records.ts';

const unknownReview = (chainRef: ChainRef, review: string, when = ''): Decided<never> =>
  refused({ code: 'review.unknown', detail: `The programme ${chainRef.programme} has no review ${review}${when}.` });

const gateToday = async (deps: ReadsTable, chainRef: ChainRef, review: string): Promise<Decided<GateContext>> => {
  const loaded = await loadForChange(deps.table, chainRef, {
    records: [reviewName(review)],
    registers: [],
    wholePosition: true,
  });
  if (loaded.programme === undefined)
    return refused({ code: 'programme.unknown', detail: `Your organisation has no programme ${chainRef.programme}.` });
  if (loaded.position === undefined) return unknownReview(chainRef, review);
  const { context } = await gateEvidence(deps, loaded);
  const record = loaded.recordRef(reviewName(review));
  return done(record === undefined ? context : { ...context, review: loadedReview(markedRecord(record)) });
};

/**
 * Settings by whose stages a review of an earlier time is judged. The stages could change while there were no reviews: of one that
 * was recorded with effect from before that, they are those that the programme has had since.
 */
const stagesOfReview = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  then: Programme,
  { facts }: ReviewState,
): Promise<Decided<Programme>> => {
  if (hasStage(then, facts.stage)) return done(then);
  const today = await readChain(deps, { ...chainRef, review: null });
  return today.kind === 'refused' ? today : done({ ...then, stageModel: today.result.stageModel });
};

/** What the gate looked at then, from the histories of the review and of the programme's own market engagement. */
const gateThen = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  review: string,
  asOf: AsOf,
): Promise<Decided<GateContext>> => {
  const { asAt, knowledge } = asOf;
  const [settings, records, engagements] = await Promise.all([
    readChain(deps, chainRef, asOf),
    readRecordsAsAt(deps.table, chainRef, undefined, asAt, knowledge),
    readRecordsAsAt(deps.table, { ...chainRef, review: null }, 'market-engagement', asAt, knowledge),
  ]);
  if (settings.kind === 'refused') return settings;
  const record = records.find((storedRecord) => storedRecord.kind === 'review');
  if (record === undefined) return unknownReview(chainRef, review, asOf.inWords);
  const loaded = loadedReview(markedRecord(record));
  const stages = await stagesOfReview(deps, chainRef, settings.result, loaded);
  return stages.kind === 'refused'
    ? stages
    : done({
        programme: stages.result,
        review: loaded,
        position: buildPosition(records.map(asRecordAt), settings.result),
        programmeWideEngagement: buildProgrammeWide(engagements.map(asRecordAt), settings.result).engagement,
      });
};

export const getGate = query(getReviewGateOperation, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const review = call.params.reviewId;
  const asOf = await requestedAsOf(call, deps);
  if (asOf.kind === 'refused') return asOf;
  const context = await (asOf.result === undefined
    ? gateToday(deps, chainRef, review)
    : gateThen(deps, chainRef, review, asOf.result));
  return context.kind === 'refused' ? context : done(jsonAnswer(gateOf(context.result)));
});
