import * as z from 'zod';
import { ReportMonth } from '#language/time.ts';
import { Id } from '#schemas/ids.ts';
import type { Role } from '#schemas/people.ts';
import { SavingsYear } from '#schemas/position.ts';
import { BusinessCase, BusinessCaseFacts } from './business-case/record.ts';
import { Decision, DecisionDates } from './decision/record.ts';
import { DeliveryModel } from './delivery-model/record.ts';
import { Issue } from './issue/record.ts';
import { MarketEngagement } from './market-engagement/record.ts';
import { Milestone, MilestoneFacts } from './milestone/record.ts';
import { Option } from './option/record.ts';
import { Rating, RatingFacts } from './rating/record.ts';
import { MonthlyReturn, MonthlyReturnFacts } from './return/record.ts';
import { Risk, RiskAssessment, RiskFacts } from './risk/record.ts';
import { Saving, SavingFacts } from './saving/record.ts';
import { StatedPosition } from './stated-position/record.ts';

/** A register keeps nothing beside its records. */
export const NoFacts = z.object({});
/** Nothing is computed for an entry. */
export const NothingComputed = z.object({});

export type Scope = 'review' | 'programme';

/** A register: what its entries hold, who writes them, where they live. */
export interface Register<K extends string = string> {
  readonly kind: K;
  /** The part of the path, in the plural. */
  readonly path: string;
  /** The English singular, for sentences; and the stem of its operations' names. */
  readonly noun: string;
  readonly stem: string;
  readonly plural: string;
  readonly scopes: readonly Scope[];
  readonly writers: readonly Role[];
  readonly id: z.ZodType<string>;
  readonly record: z.ZodType<Record<string, unknown>>;
  readonly facts: z.ZodType<Record<string, unknown>>;
  readonly computed: z.ZodType<Record<string, unknown>>;
  /** Entries made by an act (POST), which nobody puts. */
  readonly byActOnly?: true;
}

const team: readonly Role[] = ['transformation-team', 'programme-office'];

/** Every register, in the order in which the API lists them. */
export const registers = [
  {
    kind: 'market-engagement',
    path: 'market-engagements',
    noun: 'market engagement',
    stem: 'MarketEngagement',
    plural: 'MarketEngagements',
    scopes: ['review', 'programme'],
    writers: team,
    id: Id,
    record: MarketEngagement,
    facts: NoFacts,
    computed: NothingComputed,
  },
  {
    kind: 'option',
    path: 'options',
    noun: 'option',
    stem: 'Option',
    plural: 'Options',
    scopes: ['review'],
    writers: team,
    id: Id,
    record: Option,
    facts: NoFacts,
    computed: NothingComputed,
  },
  {
    kind: 'delivery-model',
    path: 'delivery-models',
    noun: 'delivery model',
    stem: 'DeliveryModel',
    plural: 'DeliveryModels',
    scopes: ['review'],
    writers: team,
    id: Id,
    record: DeliveryModel,
    facts: NoFacts,
    computed: NothingComputed,
  },
  {
    kind: 'business-case',
    path: 'business-cases',
    noun: 'business case',
    stem: 'BusinessCase',
    plural: 'BusinessCases',
    scopes: ['review'],
    writers: team,
    id: Id,
    record: BusinessCase,
    facts: BusinessCaseFacts,
    computed: NothingComputed,
  },
  {
    kind: 'saving',
    path: 'savings',
    noun: 'savings line',
    stem: 'Saving',
    plural: 'Savings',
    scopes: ['review'],
    writers: team,
    id: Id,
    record: Saving,
    facts: SavingFacts,
    computed: z.object({ years: z.array(SavingsYear) }),
  },
  {
    kind: 'risk',
    path: 'risks',
    noun: 'risk',
    stem: 'Risk',
    plural: 'Risks',
    scopes: ['review', 'programme'],
    writers: team,
    id: Id,
    record: Risk,
    facts: RiskFacts,
    computed: RiskAssessment,
  },
  {
    kind: 'milestone',
    path: 'milestones',
    noun: 'milestone',
    stem: 'Milestone',
    plural: 'Milestones',
    scopes: ['review', 'programme'],
    writers: team,
    id: Id,
    record: Milestone,
    facts: MilestoneFacts,
    computed: NothingComputed,
  },
  {
    kind: 'issue',
    path: 'issues',
    noun: 'issue',
    stem: 'Issue',
    plural: 'Issues',
    scopes: ['review', 'programme'],
    writers: team,
    id: Id,
    record: Issue,
    facts: NoFacts,
    computed: NothingComputed,
  },
  {
    kind: 'decision',
    path: 'decisions',
    noun: 'decision',
    stem: 'Decision',
    plural: 'Decisions',
    scopes: ['review', 'programme'],
    writers: team,
    id: Id,
    record: Decision,
    facts: NoFacts,
    computed: DecisionDates,
  },
  {
    kind: 'rating',
    path: 'ratings',
    noun: 'rating',
    stem: 'Rating',
    plural: 'Ratings',
    scopes: ['review'],
    writers: ['sro', 'assurance'],
    id: Id,
    record: Rating,
    facts: RatingFacts,
    computed: NothingComputed,
    byActOnly: true,
  },
  {
    kind: 'return',
    path: 'returns',
    noun: 'return',
    stem: 'Return',
    plural: 'Returns',
    scopes: ['review'],
    writers: ['transformation-team'],
    id: ReportMonth,
    record: MonthlyReturn,
    facts: MonthlyReturnFacts,
    computed: NothingComputed,
  },
  {
    kind: 'stated-position',
    path: 'stated-positions',
    noun: 'stated position',
    stem: 'StatedPosition',
    plural: 'StatedPositions',
    scopes: ['programme'],
    writers: ['programme-office', 'finance'],
    id: Id,
    record: StatedPosition,
    facts: NoFacts,
    computed: NothingComputed,
  },
] as const satisfies readonly Register[];

export type RegisterKind = (typeof registers)[number]['kind'];
