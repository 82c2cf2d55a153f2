import { BusinessCase, BusinessCaseFacts } from '#schemas/business-case.ts';
import { Decision } from '#schemas/decision.ts';
import { DeliveryModel } from '#schemas/delivery-model.ts';
import type { RecordKind } from '#schemas/history.ts';
import { Issue } from '#schemas/issue.ts';
import { MarketEngagement } from '#schemas/market-engagement.ts';
import { Milestone, MilestoneFacts } from '#schemas/milestone.ts';
import { MonthlyReturn, MonthlyReturnFacts } from '#schemas/monthly-return.ts';
import { Appraisal, Option } from '#schemas/options-appraisal.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { Rating, RatingFacts } from '#schemas/rating.ts';
import { NoFacts } from '#schemas/registers.ts';
import { Review, ReviewFacts } from '#schemas/review.ts';
import { Risk, RiskFacts } from '#schemas/risk.ts';
import { Saving, SavingFacts } from '#schemas/saving.ts';
import { StatedPosition } from '#schemas/stated-position.ts';
import { optionsSection } from '../options-appraisal.ts';
import { risksSection } from '../risk-matrix.ts';
import { savingsSection } from '../savings-profile.ts';
import { engagementSection } from './engagement-section.ts';
import { entriesOf, type RecordAt } from './records.ts';
import {
  businessCasesSection,
  decisionsSection,
  deliveryModelsSection,
  issuesSection,
  milestonesSection,
  ratingsSection,
  returnsSection,
  reviewSection,
} from './register-sections.ts';

export type { RecordAt } from './records.ts';

const kinds: Readonly<Record<SectionName, readonly RecordKind[]>> = {
  review: ['review'],
  engagement: ['market-engagement'],
  options: ['option', 'appraisal'],
  deliveryModels: ['delivery-model'],
  businessCases: ['business-case'],
  savings: ['saving'],
  risks: ['risk'],
  milestones: ['milestone'],
  issues: ['issue'],
  decisions: ['decision'],
  ratings: ['rating'],
  returns: ['return'],
};

/** The kinds of things that a section is made of. */
export const kindsBehind = (section: SectionName): readonly RecordKind[] => kinds[section];

const touched = (kind: RecordKind, section: SectionName): readonly SectionName[] =>
  kinds[section].includes(kind) ? [section] : [];

/** The sections to make anew after a write of a thing: none for the programme's settings and its publications. */
export const sectionsTouchedBy = (kind: RecordKind): readonly SectionName[] => [
  ...touched(kind, 'review'),
  ...touched(kind, 'engagement'),
  ...touched(kind, 'options'),
  ...touched(kind, 'deliveryModels'),
  ...touched(kind, 'businessCases'),
  ...touched(kind, 'savings'),
  ...touched(kind, 'risks'),
  ...touched(kind, 'milestones'),
  ...touched(kind, 'issues'),
  ...touched(kind, 'decisions'),
  ...touched(kind, 'ratings'),
  ...touched(kind, 'returns'),
];

/** Whether a section is another under other settings of the programme: the bands of risks are judged by its matrix. */
export const dependsOnSettings = (section: SectionName): boolean => section === 'risks';

/** Whether the sections that depend on settings are the same under both; the schema has put their keys in one order. */
export const judgeAlike = (one: Programme, other: Programme): boolean =>
  JSON.stringify(one.riskMatrix) === JSON.stringify(other.riskMatrix);

type Builders = {
  readonly [S in SectionName]: (records: readonly RecordAt[], programme: Programme) => ReviewPosition[S];
};

const builders: Builders = {
  review: (records) => {
    const [review] = entriesOf(records, 'review', Review, ReviewFacts);
    if (review === undefined) throw new Error('the review record is not among the things of its position');
    return reviewSection(review);
  },
  engagement: (records) => engagementSection(entriesOf(records, 'market-engagement', MarketEngagement, NoFacts)),
  options: (records) =>
    optionsSection(
      entriesOf(records, 'appraisal', Appraisal, NoFacts)[0]?.record ?? null,
      entriesOf(records, 'option', Option, NoFacts),
    ),
  deliveryModels: (records) => deliveryModelsSection(entriesOf(records, 'delivery-model', DeliveryModel, NoFacts)),
  businessCases: (records) =>
    businessCasesSection(entriesOf(records, 'business-case', BusinessCase, BusinessCaseFacts)),
  savings: (records) => savingsSection(entriesOf(records, 'saving', Saving, SavingFacts)),
  risks: (records, programme) => risksSection(entriesOf(records, 'risk', Risk, RiskFacts), programme.riskMatrix),
  milestones: (records) => milestonesSection(entriesOf(records, 'milestone', Milestone, MilestoneFacts)),
  issues: (records) => issuesSection(entriesOf(records, 'issue', Issue, NoFacts)),
  decisions: (records) => decisionsSection(entriesOf(records, 'decision', Decision, NoFacts)),
  ratings: (records) => ratingsSection(entriesOf(records, 'rating', Rating, RatingFacts)),
  returns: (records) => returnsSection(entriesOf(records, 'return', MonthlyReturn, MonthlyReturnFacts)),
};

/**
 * One section of a review's position, from the things of the kinds behind it; others are ignored, and so is what is
 * struck out. The order of the things changes nothing.
 * @throws Error naming kind and id where a state does not parse, and where the review record itself is missing
 */
export const buildSection = <S extends SectionName>(
  section: S,
  records: readonly RecordAt[],
  programme: Programme,
): ReviewPosition[S] => builders[section](records, programme);

/**
 * The whole position of a review, from all its things.
 * @throws Error as `buildSection` does
 */
export const buildPosition = (records: readonly RecordAt[], programme: Programme): ReviewPosition => ({
  review: buildSection('review', records, programme),
  engagement: buildSection('engagement', records, programme),
  options: buildSection('options', records, programme),
  deliveryModels: buildSection('deliveryModels', records, programme),
  businessCases: buildSection('businessCases', records, programme),
  savings: buildSection('savings', records, programme),
  risks: buildSection('risks', records, programme),
  milestones: buildSection('milestones', records, programme),
  issues: buildSection('issues', records, programme),
  decisions: buildSection('decisions', records, programme),
  ratings: buildSection('ratings', records, programme),
  returns: buildSection('returns', records, programme),
});

/** The position of a review whose registers hold nothing yet. */
export const emptyPosition: Omit<ReviewPosition, 'review'> = {
  engagement: { engagements: 0, decidedNotTo: false, responses: 0, organisations: [], invitedIn: [], stated: [] },
  options: { options: [], preferredNotFirst: [] },
  deliveryModels: [],
  businessCases: [],
  savings: { years: [], lines: [] },
  risks: { open: [], closed: [], happened: [] },
  milestones: [],
  issues: [],
  decisions: [],
  ratings: { sro: null, assurance: null },
  returns: [],
};

/** What belongs to the whole programme and to no review. */
export interface ProgrammeWide
  extends Pick<ReviewPosition, 'engagement' | 'risks' | 'milestones' | 'issues' | 'decisions'> {
  readonly statedPositions: readonly { readonly id: string; readonly record: StatedPosition }[];
}

/**
 * The position of the programme's own registers.
 * @throws Error naming kind and id where a state does not parse
 */
export const buildProgrammeWide = (records: readonly RecordAt[], programme: Programme): ProgrammeWide => ({
  engagement: buildSection('engagement', records, programme),
  risks: buildSection('risks', records, programme),
  milestones: buildSection('milestones', records, programme),
  issues: buildSection('issues', records, programme),
  decisions: buildSection('decisions', records, programme),
  statedPositions: entriesOf(records, 'stated-position', StatedPosition, NoFacts).map(({ id, record }) => ({
    id,
    record,
  })),
});
