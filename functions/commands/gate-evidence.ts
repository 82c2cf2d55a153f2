import { buildProgrammeWide } from '#domain/position/sections.ts';
import { type GateContext, looksAtProgramme } from '#domain/review/gate.ts';
import { asThingAt, type ChainFile } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import type { ReadsTable } from '../http/call.ts';
import { mustHaveReview, settingsIn } from '../views/loaded-records.ts';
import type { Decision } from './record-change.ts';

/**
 * What a gate looks at: the review, its position, and, where a criterion looks at it, the programme's own market engagement,
 * with the condition checks that keep a decision true to what it read of the other chain.
 */
export const gateEvidence = async (
  deps: ReadsTable,
  file: ChainFile,
): Promise<{ context: GateContext; checked: NonNullable<Decision['checked']> }> => {
  if (file.card === undefined) throw new Error('the file of the review holds no card');
  const programmePlace = { ...file.place, review: null };
  const programme = settingsIn(file);
  const review = mustHaveReview(file);
  const engagements = looksAtProgramme({ programme, review })
    ? await readRegister(deps.table, programmePlace, 'market-engagement')
    : [];
  const counted = engagements.find((one) => one.state.struckOut === null);
  return {
    context: {
      programme,
      review,
      position: file.card.position,
      programmeWideEngagement: buildProgrammeWide(engagements.map(asThingAt), programme).engagement,
    },
    checked: counted === undefined ? [] : [{ place: programmePlace, thing: counted, version: counted.version }],
  };
};
