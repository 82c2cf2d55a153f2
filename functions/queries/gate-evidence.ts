import { buildProgrammeSection } from '#domain/position/sections.ts';
import { type GateContext, looksAtProgramme } from '#domain/review/gate.ts';
import { positionOf } from '#store/positions/stored-position.ts';
import { asRecordAt, type LoadedChain, type RecordRead } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import { reviewHeadKey } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { mustHaveReview, settingsIn } from '../views/loaded-records.ts';

/**
 * What a gate looks at: the review, its position, and, where a criterion looks at it, the programme's own market engagement,
 * with the condition checks that keep a decision true to what it read of the other chain.
 */
export const gateEvidence = async (
  deps: ReadsTable,
  loaded: LoadedChain,
): Promise<{ context: GateContext; checked: readonly RecordRead[] }> => {
  if (loaded.position === undefined) throw new Error('the chain of the review has no head');
  const programmeRef = { ...loaded.chainRef, review: null };
  const programme = settingsIn(loaded);
  const review = mustHaveReview(loaded);
  const engagements = looksAtProgramme({ programme, review })
    ? await readRegister(deps.table, programmeRef, 'market-engagement')
    : [];
  const counted = engagements.find((one) => one.state.struckOut === null);
  return {
    context: {
      programme,
      review,
      position: positionOf(reviewHeadKey(loaded.chainRef, loaded.chainRef.review ?? ''), loaded.position.parts),
      programmeWideEngagement: buildProgrammeSection('engagement', engagements.map(asRecordAt), programme),
    },
    checked: counted === undefined ? [] : [{ chainRef: programmeRef, recordRef: counted, version: counted.version }],
  };
};
