import { monthInWords } from '#language/in-words.ts';
import { measuredInWords } from '#language/measured-in-words.ts';
import type { IndicatorsSection } from '#registers/performance-indicator/record.ts';
import { latestBy } from '#registers/performance-indicator/status.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';

/** With as many decimals as it is printed with: 42.9 has one. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Whether a value is what its parts give, in the precision in which it is printed. */
const followsFrom = (value: number, exact: number): boolean =>
  Math.abs(exact - value) <= 0.5 * 10 ** -decimalsOf(value) + Number.EPSILON * Math.abs(exact);

const doesNotFollow = (indicators: IndicatorsSection, { month }: ReportedMonth): Found[] =>
  indicators.flatMap(({ id, title, unit, readings }) => {
    const { latest } = latestBy(readings, month);
    const { value, parts } = latest ?? {};
    if (latest === undefined || value === undefined || parts === undefined || parts.denominator === 0) return [];
    if (unit !== 'percent' && unit !== 'ratio') return [];
    const exact = (parts.numerator / parts.denominator) * (unit === 'percent' ? 100 : 1);
    if (followsFrom(value, exact)) return [];
    const given = measuredInWords(unit, Math.round(exact * 100) / 100);
    const stated = measuredInWords(unit, value);
    return [
      {
        register: 'performance-indicator',
        id,
        because: `"${title}" reads ${stated} for ${monthInWords(latest.month)}; ${parts.numerator} of ${parts.denominator} are ${given}.`,
        evidence: [
          { what: 'Stated', value: stated },
          { what: `${parts.numerator} of ${parts.denominator}`, value: given },
        ],
      },
    ];
  });

export const indicatorContradictions: readonly ReportRule[] = [
  {
    id: 'CON-16',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'The latest reading of a performance indicator does not follow from its parts.',
    ofReview: ({ inResults, position }, { month }) =>
      inResults ? doesNotFollow(position.performanceIndicators, month) : [],
    ofProgramme: ({ performanceIndicators }, { month }) => doesNotFollow(performanceIndicators, month),
  },
];
