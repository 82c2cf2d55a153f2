import type { RecordState } from '#schemas/history.ts';
import { full, recordRef, reviewRecord, told } from '../domain/perfect-review.ts';

export const review = { record: reviewRecord() };
export const struckOut = (state: RecordState): RecordState => ({
  ...state,
  struckOut: { reason: 'told by mistake', by: 'tina-team', at: told },
});
export const newCase = recordRef('business-case', 'full', full, { outcomes: [] }).state;
