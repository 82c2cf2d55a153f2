import { appraise } from '#domain/options-appraisal.ts';
import { Option } from '#registers/option/record.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { markedRecord, recordView } from './entry-view.ts';

/** A review has one appraisal. */
export const appraisalName = { kind: 'appraisal', id: 'appraisal' } as const;

/** The appraisal with what it computes from the options that are not struck out. */
export const appraisalView = (given: StoredRecord, options: readonly StoredRecord[]) => {
  const appraisal = markedRecord(given);
  return {
    ...recordView(appraisal),
    computed: appraise(
      Appraisal.parse(appraisal.state.record),
      options
        .filter((one) => one.state.struckOut === null)
        .map(markedRecord)
        .map((one) => ({
          id: one.id,
          record: Option.parse(one.state.record),
          facts: {},
          effectiveAt: one.effectiveAt,
        })),
    ),
  };
};
