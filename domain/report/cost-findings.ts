import { figureInWords, poundsInWords } from '#language/in-words.ts';
import {
  approvedOf,
  latestOf,
  type OfChain,
  poundedOf,
  saysOf,
  statedByCase,
} from '#registers/cost-or-benefit/approved-case.ts';
import type { CostsAndBenefitsSection } from '#registers/cost-or-benefit/record.ts';
import { statesSavings } from '#registers/saving/report.ts';
import type { Figure } from '#schemas/figures.ts';
import type { Programme } from '#schemas/programme.ts';
import { stageIndex } from '../review/stage-line.ts';
import { partsNotFollowing } from './cost-parts.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReviewInReport } from './review-in-report.ts';

type Entry = CostsAndBenefitsSection[number];

const register = 'cost-or-benefit';
const defaultTolerance = 10;

const chainOf = ({ position }: ReviewInReport): OfChain => ({
  entries: position.costsAndBenefits,
  cases: position.businessCases,
});

/** By how many pounds, at least, it is worse than approved and the tolerance; null where it is not, or not surely. */
const beyondTolerance = (type: Entry['type'], latest: Figure, approved: Figure, percent: number): number | null => {
  const [now, then] = [poundedOf(latest), poundedOf(approved)];
  const [from, to] = type === 'cost' ? [then?.high, now?.low] : [now?.high, then?.low];
  if (from == null || to == null) return null;
  const base = type === 'cost' ? from : to;
  return (to - from) * 100 > base * percent ? to - from : null;
};

const beyondApproved = (chain: OfChain, { caseTolerancePercent = defaultTolerance }: Programme): Found[] =>
  chain.entries.flatMap((entry) => {
    const { figure: approved, ofCase } = approvedOf(entry, chain);
    const latest = latestOf(entry);
    const beyond = beyondTolerance(entry.type, latest, approved, caseTolerancePercent);
    if (beyond === null) return [];
    const by = ofCase === null ? (approved.source ?? 'what is approved') : `"${ofCase}"`;
    const which = entry.actual.kind === 'not-stated' ? 'forecast' : 'actual';
    const worse = entry.type === 'cost' ? 'above' : 'below';
    return [
      {
        register,
        id: entry.id,
        because: `The ${which} of the ${entry.type} "${entry.title}", ${figureInWords(latest)}, is ${poundsInWords(beyond)} ${worse} the ${figureInWords(approved)} of ${by}, more than ${caseTolerancePercent}%, and no agreed change says so.`,
        evidence: [
          { what: `Approved by ${by}`, value: figureInWords(approved) },
          { what: which === 'forecast' ? 'Forecast' : 'Actual', value: figureInWords(latest) },
          { what: 'Tolerance', value: `${caseTolerancePercent}%` },
        ],
      },
    ];
  });

/** From this stage on a business case has said what it costs and brings; a programme's own stages have none such. */
const stageOfTheCase: Readonly<Record<string, string>> = {
  'service-review': 'full-business-case',
  'commissioning-cycle': 'plan',
};

const isAtTheCase = ({ position }: ReviewInReport, programme: Programme): boolean => {
  const stage = stageOfTheCase[programme.stageModel.kind];
  return stage !== undefined && stageIndex(programme, position.review.stage) >= stageIndex(programme, stage);
};

const statesMoney = (review: ReviewInReport, type: Entry['type']): boolean => {
  const { costsAndBenefits, businessCases, review: own } = review.position;
  return (
    costsAndBenefits.some((one) => one.type === type && saysOf(one)) ||
    (own.costAndBenefit?.[type].kind ?? 'not-stated') !== 'not-stated' ||
    businessCases.some((one) => statedByCase(one, type).kind !== 'not-stated') ||
    (type === 'benefit' && statesSavings(review))
  );
};

const nothingStated = (review: ReviewInReport, programme: Programme): Found[] => {
  if (!isAtTheCase(review, programme)) return [];
  const absent = (['cost', 'benefit'] as const).filter((type) => !statesMoney(review, type));
  if (absent.length === 0) return [];
  return [
    {
      register: 'review',
      id: review.id,
      because: `${review.title} is at its full business case or past it, and states no ${absent.join(' and no ')}.`,
      evidence: absent.map((type) => ({ what: type === 'cost' ? 'Costs stated' : 'Benefits stated', value: '0' })),
    },
  ];
};

const yearsNotCounted = (entries: CostsAndBenefitsSection): Found[] =>
  entries
    .filter(({ kind, overYears }) => kind === 'over-years' && overYears === undefined)
    .map((entry) => ({
      register,
      id: entry.id,
      because: `The ${entry.type} "${entry.title}" is over several years, and how many is not stated.`,
      evidence: [{ what: 'Over how many years', value: 'not stated' }],
    }));

export const costContradictions: readonly ReportRule[] = [
  {
    id: 'CON-30',
    kind: 'contradiction',
    since: 'rules-2',
    sentence:
      'A cost is above, or a benefit below, its approved figure by more than the tolerance, and no agreed change says so.',
    ofReview: (review, { programme }) => beyondApproved(chainOf(review), programme),
    ofProgramme: ({ costsAndBenefits }, { programme }) =>
      beyondApproved({ entries: costsAndBenefits, cases: [] }, programme),
  },
  {
    id: 'CON-32',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'What a cost is paid from, or the costs or benefits of a business case, do not come to the whole.',
    ofReview: (review) => partsNotFollowing(chainOf(review)),
    ofProgramme: ({ costsAndBenefits }) => partsNotFollowing({ entries: costsAndBenefits, cases: [] }),
  },
];

export const costGaps: readonly ReportRule[] = [
  {
    id: 'GAP-13',
    kind: 'data-gap',
    since: 'rules-2',
    sentence:
      'A review at its full business case or past it states no cost or no benefit, or one is over years that are not counted.',
    ofReview: (review, { programme }) =>
      review.counted ? [...nothingStated(review, programme), ...yearsNotCounted(review.position.costsAndBenefits)] : [],
    ofProgramme: ({ costsAndBenefits }) => yearsNotCounted(costsAndBenefits),
  },
];
