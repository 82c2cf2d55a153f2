import { dateInWords } from '#language/in-words.ts';
import type { IssuesSection } from '#registers/issue/record.ts';
import type { Found, ReportRule } from './report-rule.ts';

const nobodyMendsIt = (issues: IssuesSection): Found[] =>
  issues.flatMap(({ id, title, owner, severity, status, raisedOn }) =>
    status === 'open' && owner === undefined
      ? [
          {
            register: 'issue',
            id,
            because: `The issue "${title}", raised on ${dateInWords(raisedOn)}, is open and has no owner.`,
            evidence: [
              { what: 'Owner', value: 'not stated' },
              { what: 'Severity', value: severity },
            ],
          },
        ]
      : [],
  );

export const issueGaps: readonly ReportRule[] = [
  {
    id: 'GAP-15',
    kind: 'data-gap',
    since: 'rules-2',
    alsoOfEnded: true,
    sentence: 'An open issue has no owner.',
    ofReview: ({ position }) => nobodyMendsIt(position.issues),
    ofProgramme: ({ issues }) => nobodyMendsIt(issues),
  },
];
