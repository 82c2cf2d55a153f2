import { type Decided, done } from '#domain/decided.ts';
import { buildPosition, buildProgrammeSection } from '#domain/position/sections.ts';
import type { GateContext } from '#domain/review/gate.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { readRecordsAsAt, type StoredRecord } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { loadedReview } from '../views/loaded-records.ts';
import type { AsOf } from './as-of.ts';
import { readChain } from './read-chain.ts';
import { withStagesOf } from './stages-of-reviews.ts';

interface GateThen {
  /** The review as it was stored: who shows it marks what is exempt of it, and who changes it must not. */
  readonly record: StoredRecord;
  readonly context: GateContext;
}

/**
 * What a gate looked at then, from the histories of the review and of the programme's own market engagement; undefined where the review was
 * not there yet.
 */
export const gateThen = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  asOf: AsOf,
): Promise<Decided<GateThen | undefined>> => {
  const { asAt, knowledge } = asOf;
  const [settings, records, engagements] = await Promise.all([
    readChain(deps, chainRef, asOf),
    readRecordsAsAt(deps.table, chainRef, undefined, asAt, knowledge),
    readRecordsAsAt(deps.table, { ...chainRef, review: null }, 'market-engagement', asAt, knowledge),
  ]);
  if (settings.kind === 'refused') return settings;
  const record = records.find((storedRecord) => storedRecord.kind === 'review');
  if (record === undefined) return done(undefined);
  const review = loadedReview(record);
  const stages = await withStagesOf(deps, chainRef, settings.result, [review.facts.stage]);
  return stages.kind === 'refused'
    ? stages
    : done({
        record,
        context: {
          programme: stages.result,
          review,
          position: buildPosition(records.map(asRecordAt), settings.result),
          programmeWideEngagement: buildProgrammeSection('engagement', engagements.map(asRecordAt), settings.result),
        },
      });
};
