import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn, HappenedWhen } from '#schemas/dates.ts';
import { Share } from '#schemas/figures.ts';
import { Id, identified, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, NoChangeFacts, source } from '../field-kinds.ts';

const Count = z.int(numberFault('must be a whole number')).min(0, 'must not be below zero').max(1_000_000);

export const OrganisationKind = choice({
  national: 'National company',
  sme: 'Small or medium-sized enterprise',
  vcse: 'Voluntary, community or social enterprise',
  'public-body': 'Public body',
  'not-stated': 'Not stated',
});

/** An organisation met in the market. The same name in two engagements is one organisation. */
export const Organisation = z
  .strictObject({
    id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in this engagement' }),
    name: Title.meta({ title: 'Name', description: 'The organisation by its full name' }),
    kind: OrganisationKind.default('not-stated').meta({
      title: 'Kind',
      description: 'What kind of organisation it is',
    }),
    askedOn: HappenedOn.optional().meta({ title: 'Asked', description: 'The day on which it was asked' }),
    responses: Count.default(1).meta({
      title: 'Responses',
      description: 'How many responses it gave; 0 while it was asked and has not answered',
    }),
    answeredOn: HappenedOn.optional().meta({ title: 'Answered', description: 'The day on which it answered' }),
    said: Sentence.optional().meta({ title: 'What it said', description: 'What it answered, in a sentence or two' }),
    invitedIn: z
      .boolean()
      .default(false)
      .meta({ title: 'Invited in', description: 'Whether it was asked to come and talk' }),
    sharedWith: Sentence.optional().meta({
      title: 'Shared with',
      description: 'Where it answered together with others: with whom',
    }),
  })
  .meta({ id: 'Organisation' });

/** One engagement with the market, of a review or of the whole programme. */
export const MarketEngagement = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The engagement in a few words' }),
    kind: choice({
      'prior-information-notice': 'Prior information notice',
      'preliminary-market-engagement-notice': 'Preliminary market engagement notice',
      'soft-market-test': 'Soft market test',
      'supplier-session': 'Supplier session',
      'peer-authority-visit': 'Visit to another authority',
      benchmarking: 'Benchmarking',
      'decision-not-to-engage': 'Decision not to engage',
    }).meta({ title: 'Kind', description: 'How the market was approached, or that it was decided not to' }),
    on: HappenedWhen.default({ kind: 'not-stated' }).meta({
      title: 'When',
      description: 'When it took place, as far as that is stated',
    }),
    purpose: Narrative.optional().meta({ title: 'Purpose', description: 'What was to be learned' }),
    reason: Narrative.optional()
      .meta({
        title: 'Reason',
        description: 'Why; needed where it was decided not to engage',
      })
      .register(neededIf, { words: 'it was decided not to engage' }),
    organisations: identified(Organisation, 500).default([]).meta({
      title: 'Organisations',
      description: 'Who was asked, answered or was met',
    }),
    stated: z
      .strictObject({
        responses: Count.optional().meta({ title: 'Responses', description: 'How many responses the paper states' }),
        organisations: Count.optional().meta({
          title: 'Organisations',
          description: 'How many organisations the paper states',
        }),
        invitedIn: Count.optional().meta({
          title: 'Invited in',
          description: 'How many the paper says were invited in',
        }),
        source: Sentence.meta({ title: 'Source', description: 'The paper that states these counts' }),
      })
      .optional()
      .meta({
        title: 'Stated counts',
        description: 'Counts that a paper states without naming the organisations',
      }),
    conflictsAndEqualTreatment: Narrative.optional().meta({
      title: 'Conflicts and equal treatment',
      description: 'How conflicts of interest were met and everybody was treated alike',
    }),
    findings: Narrative.optional().meta({ title: 'Findings', description: 'What was learned' }),
    source,
    exempt,
  })
  .refine((engagement) => engagement.kind !== 'decision-not-to-engage' || engagement.reason !== undefined, {
    path: ['reason'],
    message: 'must say why the market is not engaged',
  })
  .meta({ id: 'MarketEngagement' });
export type MarketEngagement = z.infer<typeof MarketEngagement>;

/** Whether an organisation was asked and has not answered (docs/meaning.md MARKET-2). */
export const isOpenAnswer = ({ askedOn, answeredOn, responses }: z.infer<typeof Organisation>): boolean =>
  askedOn !== undefined && answeredOn === undefined && responses === 0;

const StatedCounts = z.object({
  responses: z.int().optional(),
  organisations: z.int().optional(),
  invitedIn: z.int().optional(),
  source: z.string(),
});

export const EngagementSection = z.object({
  engagements: z.int(),
  /** A recorded decision not to engage. */
  decidedNotTo: z.boolean(),
  /** Of the organisations that are named. */
  responses: z.int(),
  /** Distinct names, folded to lower case, of those that answered or were met; and of those invited in. */
  organisations: z.array(z.string()),
  invitedIn: z.array(z.string()),
  /** Counts that papers state without naming anybody. */
  stated: z.array(StatedCounts),
  /** The latest day on which one of them was recorded, changed or reviewed without a change. */
  confirmedOn: LocalDate.optional(),
});
export type EngagementSection = z.infer<typeof EngagementSection>;

const countedWith = listedOf(ReportSubject.extend({ count: z.int() }));

const EngagementPart = z.object({
  engagements: z.int(),
  responses: z.int(),
  organisations: z.int(),
  invitedIn: z.int(),
  /** Part of the counts above that a paper states without naming the organisations. */
  statedOnly: z.object({
    responses: z.int(),
    organisations: z.int(),
    invitedIn: z.int(),
    sources: listedOf(z.string()),
  }),
  programmeWide: z.int(),
  /** With which reviews, or the programme, organisations are counted: each once, with the first of them by id. Reports by `rules-1` have none. */
  countedWith: z.object({ organisations: countedWith, invitedIn: countedWith }).optional(),
  reviewsEngaged: Share,
  decidedNotTo: z.int(),
  notes: z.array(z.string()),
});

export const marketEngagement = declareRegister({
  kind: 'market-engagement',
  purpose: 'How the market was engaged, who answered and what was learned.',
  scopes: ['review', 'programme'],
  writers: team,
  record: MarketEngagement,
  facts: NoChangeFacts,
  reviewedNoChange: true,
  columns: ['title', 'kind', 'on', 'organisations'],
  entryName: ({ title }) => `the market engagement "${title}"`,
  position: section('engagement', EngagementSection, {
    engagements: 0,
    decidedNotTo: false,
    responses: 0,
    organisations: [],
    invitedIn: [],
    stated: [],
  }),
  report: firstReportPart('engagement', EngagementPart),
  example: {
    title: 'Supplier day',
    kind: 'supplier-session',
    on: { kind: 'date', date: '2026-01-08' },
    purpose: 'To learn who could run the estate, and on what terms.',
    organisations: [{ id: 'acme', name: 'Acme Estates', kind: 'national', responses: 2, invitedIn: true }],
  },
  exampleId: 'supplier-day',
});
