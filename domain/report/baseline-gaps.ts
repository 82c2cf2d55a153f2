import { baselineCompared } from '#registers/named-baseline/compared.ts';
import type { ReportRule } from './report-rule.ts';

export const baselineGaps: readonly ReportRule[] = [
  {
    id: 'GAP-14',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'The named baseline that reports are to be compared with is not there, or is struck out.',
    ofProgramme: ({ namedBaselines }, { programme }) => {
      const { comparedWith } = programme;
      if (comparedWith === undefined || baselineCompared(programme, namedBaselines) !== undefined) return [];
      return [
        {
          register: 'named-baseline',
          id: comparedWith,
          because: `The settings have reports compared with the named baseline "${comparedWith}", which is not there or is struck out.`,
          evidence: [{ what: 'Named baselines that are there', value: String(namedBaselines.length) }],
        },
      ];
    },
  },
];
