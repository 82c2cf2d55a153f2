import { counted as countOf, dateInWords, listed } from '#language/in-words.ts';
import { nextUpdateOf } from '#registers/handover/record.ts';
import { handedTo, isUpdateOverdue } from '#registers/handover/report.ts';
import { isOutstanding } from '#registers/milestone/expected.ts';
import type { Found, ReportRule, SeenByRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';

const notReportedOn = ({ position }: ReviewInReport, { month }: SeenByRule): Found[] =>
  position.handovers
    .filter((one) => isUpdateOverdue(one, month))
    .map((one) => {
      const last = one.lastUpdate === null ? 'never' : dateInWords(one.lastUpdate.on);
      const since = one.lastUpdate === null ? 'has not reported on it since' : `last did on ${last}`;
      return {
        register: 'handover',
        id: one.id,
        because: `"${one.title}" was handed over to ${one.to} on ${dateInWords(one.on)}, who is to report on it every ${countOf(one.everyMonths, 'month').replace(/^1 /, '')} and ${since}.`,
        evidence: [
          { what: 'Handed over to', value: one.to },
          { what: 'Last update', value: last },
          { what: 'Next update due', value: dateInWords(nextUpdateOf(one)) },
        ],
      };
    });

/** What of a completed review is open and in nobody's hands, by kind. */
const leftToNobody = ({ position }: ReviewInReport, { financialYear }: ReportedMonth) => {
  const to = handedTo(position);
  const { risks, issues, milestones, savings, review } = position;
  const unhanded = (kind: Parameters<typeof to>[0], ids: readonly (string | undefined)[]): number =>
    ids.filter((id) => to(kind, id) === null).length;
  const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
  return [
    { noun: 'risk', count: unhanded('risks', idsOf([...risks.open, ...risks.unscored])) },
    { noun: 'issue', count: unhanded('issues', idsOf(issues.filter(({ status }) => status === 'open'))) },
    { noun: 'milestone', count: unhanded('milestones', idsOf(milestones.filter(isOutstanding))) },
    {
      noun: 'saving',
      count: unhanded(
        'savings',
        idsOf(savings.lines.filter(({ years }) => years.some((one) => one.year >= financialYear && one.plan !== 0))),
      ),
    },
    {
      noun: 'unrealised benefit',
      count: unhanded(
        'unrealised',
        (review.unrealisedBenefits ?? []).map(({ id }) => id),
      ),
    },
  ].filter(({ count }) => count > 0);
};

const handedToNobody = (review: ReviewInReport, { month }: SeenByRule): Found[] => {
  if (review.position.review.lifecycle !== 'completed') return [];
  const left = leftToNobody(review, month);
  if (left.length === 0) return [];
  return [
    {
      register: 'review',
      id: review.id,
      because: `${review.title} is completed and leaves open, handed over to nobody: ${listed(left.map(({ noun, count }) => countOf(count, noun)))}.`,
      evidence: left.map(({ noun, count }) => ({ what: `Open and not handed over: ${noun}`, value: String(count) })),
    },
  ];
};

export const handoverContradictions: readonly ReportRule[] = [
  {
    id: 'CON-19',
    kind: 'contradiction',
    since: 'rules-2',
    alsoOfEnded: true,
    sentence: 'What was handed over is to be reported on, and its owner has not done so in time.',
    ofReview: notReportedOn,
  },
];

export const handoverGaps: readonly ReportRule[] = [
  {
    id: 'GAP-11',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'A completed review leaves open what was handed over to nobody.',
    ofReview: handedToNobody,
  },
];
