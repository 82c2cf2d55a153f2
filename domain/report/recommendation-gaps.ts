import { listed } from '#language/in-words.ts';
import type { RecommendationsSection } from '#registers/recommendation/record.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Found, ReportRule } from './report-rule.ts';

const nobodyByNoDay = (recommendations: RecommendationsSection): Found[] =>
  recommendations.flatMap(({ id, title, status, response, owner, due }) => {
    if (status === 'closed' || response === 'rejected' || response === 'awaited') return [];
    const lacks = [
      ...(owner === undefined ? ['no owner'] : []),
      ...(due.kind === 'not-stated' || due.kind === 'to-be-confirmed' ? ['no date by which it is due'] : []),
    ];
    if (lacks.length === 0) return [];
    return [
      {
        register: 'recommendation',
        id,
        because: `The recommendation "${title}" was accepted and has ${listed(lacks)}.`,
        evidence: [
          { what: 'Owner', value: owner ?? 'not stated' },
          { what: 'Due', value: dateStatementInWords(due) },
        ],
      },
    ];
  });

export const recommendationGaps: readonly ReportRule[] = [
  {
    id: 'GAP-07',
    kind: 'data-gap',
    since: 'rules-2',
    alsoOfEnded: true,
    sentence: 'A recommendation that was accepted has no owner, or no date by which it is due.',
    ofReview: ({ position }) => nobodyByNoDay(position.recommendations),
    ofProgramme: ({ recommendations }) => nobodyByNoDay(recommendations),
  },
];
