import { counted as countOf } from '#language/in-words.ts';
import { addMonths } from '#language/time.ts';
import { isDoneSince } from '#registers/assurance-checkpoint/report.ts';
import type { ReportRule } from './report-rule.ts';

const noCheckpoint: NonNullable<ReportRule['ofReview']> = (
  review,
  {
    month: { month },
    programme: {
      reporting: { checkpointMonths },
    },
  },
) => {
  const { tier } = review.position.review;
  if (!review.counted || tier !== '1' || checkpointMonths === undefined) return [];
  const done = review.position.assuranceCheckpoints.filter(({ status }) => status === 'done');
  if (done.some((one) => isDoneSince(one, addMonths(month, 1 - checkpointMonths)))) return [];
  const within = countOf(checkpointMonths, 'month');
  return [
    {
      register: 'review',
      id: review.id,
      because:
        done.length === 0
          ? `${review.title} is of tier 1 and has never had a checkpoint by assurance.`
          : `${review.title} is of tier 1, and no checkpoint by assurance is dated within the last ${within}.`,
      evidence: [{ what: 'Checkpoints that were done', value: String(done.length) }],
    },
  ];
};

export const checkpointGaps: readonly ReportRule[] = [
  {
    id: 'GAP-12',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'A review of tier 1 has had no checkpoint by assurance within the months that the programme asks for.',
    ofReview: noCheckpoint,
  },
];
