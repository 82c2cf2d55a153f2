import { expect, it } from 'vitest';
import type { Mapping } from '#web/mapping/mapping.ts';
import { mappedTable, sheetOf } from '../../../support/mapped-table.ts';

/* Which field a column is guessed to be, by its head alone: docs/meaning.md WRITE-28. */

const rows: readonly (readonly [register: Mapping['register'], head: string, field: string | undefined])[] = [
  ['savings', 'Saving 26/27 £k', 'years.2026/27.plan'],
  ['savings', 'Savings target 2026/27', 'years.2026/27.plan'],
  ['savings', 'Forecast 26/27 £k', 'years.2026/27.forecast'],
  ['savings', 'Outturn 25/26', 'years.2025/26.forecast'],
  ['savings', 'Actual 25/26 £k', 'years.2025/26.claimedActual'],
  ['savings', 'Delivered 25/26', 'years.2025/26.claimedActual'],
  ['savings', 'Forecast actual 25/26', 'years.2025/26.forecast'],
  ['savings', 'BRAG 26/27', undefined],
  ['savings', 'Comments 26/27', undefined],
  ['savings', 'Budget 26/27', undefined],
  ['savings', 'Savings 2026/27 to 2027/28, not 26/27 alone', undefined],
  // A savings line has no such fields.
  ['savings', 'Lead', undefined],
  ['savings', 'Delivery date', undefined],
  ['risks', 'Review date', 'lastReviewedOn'],
  ['risks', 'Date of review', 'lastReviewedOn'],
  ['risks', 'Last review', 'lastReviewedOn'],
  ['risks', 'Next review date', undefined],
  ['risks', 'Date of next review', undefined],
  ['risks', 'Risk lead', 'owner'],
  ['milestones', 'Lead', 'owner'],
  ['milestones', 'Lead time', undefined],
  ['milestones', 'Delivery date', 'baseline'],
  ['milestones', 'Completion date', 'baseline'],
  ['milestones', 'Forecast delivery date', 'forecast'],
  ['milestones', 'Revised completion date', 'forecast'],
  ['milestones', 'Actual delivery date', 'actual'],
  ['milestones', 'Date completed', 'actual'],
  ['recommendations', 'Lead officer', 'owner'],
  ['recommendations', 'Delivery date', 'due'],
  ['recommendations', 'Implementation date', 'due'],
  ['recommendations', 'Comments', 'progress'],
];

it.each(rows)('%s: %s', (register, head, field) => {
  const { mapping } = mappedTable(
    register,
    sheetOf('Sheet', [
      ['Ref', 'Service', head],
      ['T1', 'Property', 'x'],
    ]),
  );
  expect(mapping.columns.find((one) => one.head === head)?.field).toBe(field);
});
