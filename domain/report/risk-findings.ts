import type { OpenRisk, RisksSection } from '#registers/risk/projections.ts';
import type { Found, ReportRule } from './report-rule.ts';

const reasonsOf = ({ title, score, inherentScore, targetScore }: OpenRisk): string[] => [
  ...(targetScore !== undefined && targetScore > score
    ? [`The target score of "${title}" is ${targetScore}, above its current score of ${score}.`]
    : []),
  ...(inherentScore !== undefined && inherentScore < score
    ? [`The inherent score of "${title}" is ${inherentScore}, below its current score of ${score}.`]
    : []),
];

const scoresOutOfOrder = ({ open }: RisksSection): Found[] =>
  open.flatMap((risk) => {
    const reasons = reasonsOf(risk);
    if (reasons.length === 0) return [];
    const { id, score, inherentScore, targetScore } = risk;
    return [
      {
        register: 'risk',
        id,
        because: reasons.join(' '),
        evidence: [
          { what: 'Inherent score', value: String(inherentScore ?? 'not stated') },
          { what: 'Current score', value: String(score) },
          { what: 'Target score', value: String(targetScore ?? 'to be confirmed') },
        ],
      },
    ];
  });

const scoredOnAnotherMatrix = ({ unscored }: RisksSection): Found[] =>
  unscored.flatMap(({ id, title, because, onAnotherMatrix }) =>
    onAnotherMatrix
      ? [
          {
            register: 'risk',
            id,
            because: `"${title}" has no score. ${because}.`,
            evidence: [{ what: 'Score', value: because }],
          },
        ]
      : [],
  );

export const riskGaps: readonly ReportRule[] = [
  {
    id: 'GAP-08',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: "A risk was scored on another matrix than the programme's.",
    ofReview: (review) => (review.counted ? scoredOnAnotherMatrix(review.position.risks) : []),
    ofProgramme: ({ risks }) => scoredOnAnotherMatrix(risks),
  },
];

export const riskContradictions: readonly ReportRule[] = [
  {
    id: 'CON-14',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: "A risk's target score is above its current one, or its inherent score is below it.",
    ofReview: (review) => scoresOutOfOrder(review.position.risks),
    ofProgramme: ({ risks }) => scoresOutOfOrder(risks),
  },
];
