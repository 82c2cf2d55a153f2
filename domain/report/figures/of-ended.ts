import { isOutstanding } from '#registers/milestone/expected.ts';
import { highestBandOf } from '#registers/risk/risk-matrix.ts';
import type { ReviewInReport } from '../review-in-report.ts';
import { byTitle, type FiguresOfRecords, figuresOfRecords, reviewItself } from './of-records.ts';

const rule = {
  id: 'REPORT-22',
  sentence:
    'What is open of reviews that have ended stays in the report until it is closed, done or met; no total of counted reviews holds it.',
};
const of = { part: 'ended', whose: 'ended', rule } as const;

const ofReviews = figuresOfRecords({
  ...of,
  ...reviewItself,
  unit: 'reviews',
  figures: {
    reviews: { title: 'Reviews that have ended', value: ({ reviews }) => reviews, gives: () => true },
    paused: {
      title: 'Reviews that are paused and not counted',
      value: ({ paused }) => paused,
      gives: ({ position }) => position.review.lifecycle === 'paused',
    },
    unrealised: {
      title: 'Benefits that reviews ended without',
      unit: 'records',
      value: ({ unrealised }) => unrealised?.total,
      gives: ({ position }) => position.review.unrealisedBenefits?.length,
    },
  },
});

const riskOf = ({ position: { risks } }: ReviewInReport) => [
  ...risks.open,
  ...risks.unscored.map(({ id, title }) => ({ id, title, band: null })),
];

const ofRisks = figuresOfRecords({
  ...of,
  register: 'risk',
  ofReview: riskOf,
  named: byTitle,
  figures: {
    risks: { title: 'Open risks of reviews that have ended', value: ({ risks }) => risks.total, gives: () => true },
    'high-risks': {
      title: 'Open risks of the highest band of reviews that have ended',
      value: ({ highRisks }) => highRisks,
      gives: ({ band }, { setting }) => band === highestBandOf(setting.programme.riskMatrix),
    },
  },
});

const ofIssues = figuresOfRecords({
  ...of,
  register: 'issue',
  ofReview: ({ position }) => position.issues,
  named: byTitle,
  figures: {
    issues: {
      title: 'Open issues of reviews that have ended',
      value: ({ issues }) => issues.total,
      gives: ({ status }) => status === 'open',
    },
  },
});

const ofMilestones = figuresOfRecords({
  ...of,
  register: 'milestone',
  ofReview: ({ position }) => position.milestones,
  named: byTitle,
  figures: {
    milestones: {
      title: 'Outstanding milestones of reviews that have ended',
      value: ({ milestones }) => milestones.total,
      gives: isOutstanding,
    },
  },
});

const ofCases = figuresOfRecords({
  ...of,
  register: 'business-case',
  ofReview: ({ position }) => position.businessCases,
  named: byTitle,
  figures: {
    conditions: {
      title: 'Open conditions of approvals of reviews that have ended',
      value: ({ conditions }) => conditions.total,
      gives: ({ openConditions }) => openConditions.length,
    },
  },
});

const ofSavings = figuresOfRecords({
  ...of,
  register: 'saving',
  ofReview: ({ position }) => position.savings.lines,
  named: byTitle,
  figures: {
    savings: {
      title: 'Yearly savings to come of reviews that have ended',
      value: ({ savings }) => savings.total,
      gives: ({ years }, { month }) =>
        years.filter(({ year, plan }) => year >= month.financialYear && plan !== 0).length,
    },
  },
});

/** What reviews that have ended leave open. */
export const figuresOfEnded: readonly FiguresOfRecords[] = [
  ofReviews,
  ofRisks,
  ofIssues,
  ofMilestones,
  ofCases,
  ofSavings,
];
