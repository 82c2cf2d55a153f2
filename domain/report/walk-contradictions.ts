import { poundsInWords } from '#language/in-words.ts';
import type { InYearWalksSection } from '#registers/in-year-walk/record.ts';
import { walked } from '#registers/in-year-walk/walked.ts';
import { compared, perhapsRounded, statedAsPrinted, sumOf } from '#registers/stated-position/stated-rounding.ts';
import type { Found, ReportRule } from './report-rule.ts';

const leftOtherwise = (walks: InYearWalksSection): Found[] =>
  walks.flatMap(({ id, title, year, left: printed, beforeAction, actions }) => {
    const { left } = walked({ beforeAction, actions });
    if (printed === undefined || left === null || printed === left) return [];
    const parts = actions
      .filter(({ inWalk }) => inWalk)
      .reduce((sum, { pounds = 0 }) => sumOf(sum, statedAsPrinted(-pounds)), statedAsPrinted(beforeAction ?? 0));
    const rounded = perhapsRounded(compared(statedAsPrinted(printed), parts));
    return [
      {
        register: 'in-year-walk',
        id,
        because: `What is left by "${title}" in ${year} is printed as ${poundsInWords(printed)}; the forecast of ${poundsInWords(beforeAction ?? 0)} less its actions comes to ${poundsInWords(left)}${rounded}.`,
        evidence: [
          { what: 'Printed', value: poundsInWords(printed) },
          { what: 'Worked out', value: poundsInWords(left) },
        ],
      },
    ];
  });

export const walkContradictions: readonly ReportRule[] = [
  {
    id: 'CON-20',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'What an in-year walk prints as left is not its forecast less its actions.',
    ofProgramme: ({ inYearWalks }) => leftOtherwise(inYearWalks),
  },
];
