import { defineRules } from '#domain/registers/define-rules.ts';
import { type StatedPosition, statedPosition } from './record.ts';

const ofOneYear: readonly StatedPosition['measure'][] = [
  'savings-required',
  'savings-identified',
  'savings-unidentified',
];

export const statedPositionRules = defineRules(statedPosition, {
  rules: [
    {
      id: 'STP-01',
      sentence: 'Savings required, identified or unidentified are stated for a financial year.',
      breaches: ({ record }) =>
        ofOneYear.includes(record.measure) && record.year === undefined
          ? [{ pointer: '/year', message: 'must say the financial year that the savings are stated for' }]
          : [],
    },
    {
      id: 'STP-03',
      sentence: 'A stated figure is of a version of the MTFP that the programme lists.',
      breaches: ({ record: { mtfp }, programme: { mtfps = [] } }) =>
        mtfp === undefined || mtfps.some(({ id }) => id === mtfp)
          ? []
          : [{ pointer: '/mtfp', message: "must be a version of the MTFP in the programme's settings" }],
    },
    {
      id: 'STP-02',
      sentence: 'A stated figure does not follow from itself.',
      breaches: ({ record, id }) =>
        record.follows?.from === id ? [{ pointer: '/follows/from', message: 'must name another stated position' }] : [],
    },
    {
      id: 'STP-04',
      sentence: 'A stated figure is no part of itself.',
      breaches: ({ record: { parts = [] }, id }) =>
        parts.includes(id) ? [{ pointer: '/parts', message: 'must name other stated positions' }] : [],
    },
  ],
  section: (entries) => entries.map(({ id, record }) => ({ id, record })),
});
