import { BusinessCase, BusinessCaseFacts } from '#schemas/business-case.ts';
import { Decision } from '#schemas/decision.ts';
import { DeliveryModel } from '#schemas/delivery-model.ts';
import type { ThingKind } from '#schemas/history.ts';
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
import { entriesOf, type ThingAt } from './records.ts';
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

export type { ThingAt } from './records.ts';

const kinds: Readonly<Record<SectionName, readonly ThingKind[]>> = {
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
export const kindsBehind = (section: SectionName): readonly ThingKind[] => kinds[section];

const touched = (kind: ThingKind, section: SectionName): readonly SectionName[] =>
  kinds[section].includes(kind) ? [section] : [];

/** The sections to make anew after a write of a thing: none for the programme's settings and its publications. */
export const sectionsTouchedBy = (kind: ThingKind): readonly SectionName[] => [
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

type Builders = {
  readonly [S in SectionName]: (things: readonly ThingAt[], programme: Programme) => ReviewPosition[S];
};

const builders: Builders = {
  review: (things) => {
    const [review] = entriesOf(things, 'review', Review, ReviewFacts);
    if (review === undefined) throw new Error('the review record is not among the things of its position');
    return reviewSection(review);
  },
  engagement: (things) => engagementSection(entriesOf(things, 'market-engagement', MarketEngagement, NoFacts)),
  options: (things) =>
    optionsSection(
      entriesOf(things, 'appraisal', Appraisal, NoFacts)[0]?.record ?? null,
      entriesOf(things, 'option', Option, NoFacts),
    ),
  deliveryModels: (things) => deliveryModelsSection(entriesOf(things, 'delivery-model', DeliveryModel, NoFacts)),
  businessCases: (things) => businessCasesSection(entriesOf(things, 'business-case', BusinessCase, BusinessCaseFacts)),
  savings: (things) => savingsSection(entriesOf(things, 'saving', Saving, SavingFacts)),
  risks: (things, programme) => risksSection(entriesOf(things, 'risk', Risk, RiskFacts), programme.riskMatrix),
  milestones: (things) => milestonesSection(entriesOf(things, 'milestone', Milestone, MilestoneFacts)),
  issues: (things) => issuesSection(entriesOf(things, 'issue', Issue, NoFacts)),
  decisions: (things) => decisionsSection(entriesOf(things, 'decision', Decision, NoFacts)),
  ratings: (things) => ratingsSection(entriesOf(things, 'rating', Rating, RatingFacts)),
  returns: (things) => returnsSection(entriesOf(things, 'return', MonthlyReturn, MonthlyReturnFacts)),
};

/**
 * One section of a review's position, from the things of the kinds behind it; others are ignored, and so is what is
 * struck out. The order of the things changes nothing.
 * @throws Error naming kind and id where a state does not parse, and where the review record itself is missing
 */
export const buildSection = <S extends SectionName>(
  section: S,
  things: readonly ThingAt[],
  programme: Programme,
): ReviewPosition[S] => builders[section](things, programme);

/**
 * The whole position of a review, from all its things.
 * @throws Error as `buildSection` does
 */
export const buildPosition = (things: readonly ThingAt[], programme: Programme): ReviewPosition => ({
  review: buildSection('review', things, programme),
  engagement: buildSection('engagement', things, programme),
  options: buildSection('options', things, programme),
  deliveryModels: buildSection('deliveryModels', things, programme),
  businessCases: buildSection('businessCases', things, programme),
  savings: buildSection('savings', things, programme),
  risks: buildSection('risks', things, programme),
  milestones: buildSection('milestones', things, programme),
  issues: buildSection('issues', things, programme),
  decisions: buildSection('decisions', things, programme),
  ratings: buildSection('ratings', things, programme),
  returns: buildSection('returns', things, programme),
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
export const buildProgrammeWide = (things: readonly ThingAt[], programme: Programme): ProgrammeWide => ({
  engagement: buildSection('engagement', things, programme),
  risks: buildSection('risks', things, programme),
  milestones: buildSection('milestones', things, programme),
  issues: buildSection('issues', things, programme),
  decisions: buildSection('decisions', things, programme),
  statedPositions: entriesOf(things, 'stated-position', StatedPosition, NoFacts).map(({ id, record }) => ({
    id,
    record,
  })),
});
