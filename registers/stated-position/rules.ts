import { defineRules, keepsNothing } from '#domain/registers/define-rules.ts';
import { NoFacts } from '../all.ts';
import { StatedPosition } from './record.ts';

const ofOneYear: readonly StatedPosition['measure'][] = [
  'savings-required',
  'savings-identified',
  'savings-unidentified',
];

export const statedPositionRules = defineRules({
  noun: 'stated position',
  record: StatedPosition,
  facts: NoFacts,
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
      id: 'STP-02',
      sentence: 'A stated figure does not follow from itself.',
      breaches: ({ record, id }) =>
        record.follows?.from === id ? [{ pointer: '/follows/from', message: 'must name another stated position' }] : [],
    },
  ],
  references: (record) =>
    record.follows === undefined
      ? []
      : [{ kind: 'stated-position', id: record.follows.from, pointer: '/follows/from' }],
  keeps: keepsNothing,
});
