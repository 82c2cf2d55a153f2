import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn, PlannedOn } from '#schemas/dates.ts';
import { Id, identified, Sentence, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, noChangeFact, reference } from '../field-kinds.ts';

const level = (what: string) =>
  z
    .int(`must be a ${what} from 1 to 5`)
    .min(1, `must be a ${what} from 1 to 5`)
    .max(5, `must be a ${what} from 1 to 5`);

export const RiskScore = z
  .strictObject({
    likelihood: level('likelihood').meta({
      title: 'Likelihood',
      description: 'From 1, very unlikely, to 5, very likely',
    }),
    impact: level('impact').meta({ title: 'Impact', description: 'From 1, minor, to 5, major' }),
  })
  .meta({ id: 'RiskScore' });
export type RiskScore = z.infer<typeof RiskScore>;
export const RiskBand = choice({ low: 'Low', medium: 'Medium', high: 'High' });
export type RiskBand = z.infer<typeof RiskBand>;

const Control = z.strictObject({
  what: Sentence.meta({ title: 'Control', description: 'What is done already to keep the risk down' }),
  owner: Owner.optional().meta({ title: 'Owner', description: "The post or team that does it, not a person's name" }),
});

const Action = z.strictObject({
  id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in this risk' }),
  what: Sentence.meta({ title: 'Action', description: 'What is to be done' }),
  owner: Owner.optional().meta({ title: 'Owner', description: "The post or team that does it, not a person's name" }),
  dueOn: PlannedOn.optional().meta({ title: 'Due on', description: 'The day by which it is to be done' }),
  status: choice({ open: 'Open', done: 'Done', cancelled: 'Cancelled' })
    .default('open')
    .meta({ title: 'Status', description: 'How far it has come' }),
});

/** A risk of a review or of the programme. */
export const Risk = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The risk in a few words' }),
    cause: Sentence.meta({ title: 'Cause', description: 'What could bring it about' }),
    event: Sentence.meta({ title: 'Event', description: 'What would happen' }),
    consequence: Sentence.meta({ title: 'Consequence', description: 'What that would do to the review' }),
    category: Title.meta({ title: 'Category', description: "The category of the council's own risk policy" }),
    proximity: Title.optional().meta({ title: 'Proximity', description: 'How soon it could happen' }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that owns the risk, not a person's name",
    }),
    inherent: RiskScore.meta({ title: 'Inherent score', description: 'Likelihood and impact before any control' }),
    current: RiskScore.meta({
      title: 'Current score',
      description: 'Likelihood and impact with the controls of today',
    }),
    target: z
      .union(
        [
          RiskScore,
          z.strictObject({
            toBeConfirmed: Sentence.meta({ title: 'To be confirmed', description: 'Why there is no target yet' }),
          }),
        ],
        { error: 'must be a likelihood and an impact from 1 to 5, or {"toBeConfirmed": "the reason"}' },
      )
      .meta({
        title: 'Target score',
        description: 'Likelihood and impact when the actions are done, or why that is still to be confirmed',
      }),
    treatment: choice({
      treat: 'Treat',
      tolerate: 'Tolerate',
      transfer: 'Transfer',
      terminate: 'Terminate',
    }).meta({ title: 'Treatment', description: 'What is done about it' }),
    controls: z.array(Control).max(30).default([]).meta({
      title: 'Controls',
      description: 'What is done already to keep the risk down',
    }),
    actions: identified(Action, 30).default([]).meta({
      title: 'Actions',
      description: 'What is still to be done, by whom and by when',
    }),
    status: choice({ open: 'Open', closed: 'Closed', happened: 'Happened' }).default('open').meta({
      title: 'Status',
      description: 'Whether it may still happen, no longer can, or did',
    }),
    issue: reference('issue').optional().meta({
      title: 'Issue',
      description: 'The issue that a risk became when it happened',
    }),
    threatensSaving: reference('saving').optional().meta({
      title: 'Threatens saving',
      description: 'The savings line of the same review that would be lost or late',
    }),
    lastReviewedOn: HappenedOn.optional().meta({
      title: 'Last reviewed on',
      description: 'The day on which it was last looked at as a whole',
    }),
    escalated: z
      .strictObject({
        on: HappenedOn.meta({ title: 'On', description: 'The day on which it was escalated' }),
        to: Title.meta({ title: 'To', description: 'The board or post that it was escalated to' }),
      })
      .optional()
      .meta({ title: 'Escalated', description: 'Where it was taken higher: when, and to whom' }),
    exempt,
  })
  .refine((risk) => risk.status !== 'happened' || risk.issue !== undefined, {
    path: ['issue'],
    message: 'must name the issue that the risk became',
  })
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof Risk>;

export const RiskFacts = z
  .object({
    scores: z
      .array(
        z.object({
          at: Instant.meta({ description: 'From when it has this score' }),
          score: z.int().meta({ description: 'Likelihood times impact, 1 to 25' }),
        }),
      )
      .meta({ description: 'Every change of the current score, oldest first' }),
    ...noChangeFact,
  })
  .meta({ id: 'RiskFacts' });
export type RiskFacts = z.infer<typeof RiskFacts>;

/** What follows from a risk by the programme's matrix. Scores are likelihood x impact, 1-25. */
export const RiskAssessment = z
  .object({
    inherentScore: z.int().meta({ description: 'Likelihood times impact before any control' }),
    currentScore: z.int().meta({ description: 'Likelihood times impact today' }),
    currentBand: RiskBand.meta({ description: "The band of the current score by the programme's matrix" }),
    targetScore: z
      .int()
      .nullable()
      .meta({ description: 'Likelihood times impact of the target; null where it is to be confirmed' }),
    nextReviewOn: LocalDate.nullable().meta({
      description:
        'The day by which it is to be reviewed next, counted from its last review, else from the day on which it was recorded',
    }),
    complete: z.boolean().meta({ description: 'Whether nothing is missing' }),
    missing: z.array(z.string()).meta({ description: 'What it lacks to be complete' }),
  })
  .meta({ id: 'RiskAssessment' });
export type RiskAssessment = z.infer<typeof RiskAssessment>;

export const RiskRow = z
  .object({
    id: Id,
    title: z.string(),
    likelihood: z.int(),
    impact: z.int(),
    score: z.int(),
    band: RiskBand,
    owner: z.string().optional(),
    nextReviewOn: LocalDate.nullable(),
    missing: z.array(z.string()),
    /** Of a position, empty where its words hold them already. */
    openActionsDue: z.array(z.object({ what: z.string(), dueOn: LocalDate })),
    /** Oldest first: a report shows the last six changes; a position has the latest of each month as well. */
    scores: z.array(z.object({ at: Instant, score: z.int() })),
  })
  .meta({ id: 'RiskRow' });
export type RiskRow = z.infer<typeof RiskRow>;

/** Why a risk is there and what is done about it: its controls, and the actions that are still open. */
export const RiskWords = z
  .object({
    cause: z.string(),
    event: z.string(),
    consequence: z.string(),
    controls: z.array(z.object({ what: z.string(), owner: z.string().nullable() })),
    actions: z.array(z.object({ what: z.string(), owner: z.string().nullable(), dueOn: LocalDate.nullable() })),
    escalated: z.object({ on: LocalDate, to: z.string() }).nullable(),
  })
  .meta({ id: 'RiskWords' });
export type RiskWords = z.infer<typeof RiskWords>;

/** An open risk of a position; of the highest ones, what a report says of the highest of all. */
const OpenRisk = RiskRow.extend({
  words: RiskWords.optional(),
  /** By when a risk that was never reviewed is to be reviewed first: `nextReviewOn` is then null, as `rules-1` reads it. */
  firstReviewOn: LocalDate.nullable().optional(),
  inherentScore: z.int().optional(),
  /** The day on which it was last recorded, changed or reviewed without a change. */
  confirmedOn: LocalDate.optional(),
  /** Absent where it is to be confirmed. */
  targetScore: z.int().optional(),
});
export type OpenRisk = z.infer<typeof OpenRisk>;

export const RisksSection = z.object({
  /** The open ones, highest score first. */
  open: z.array(OpenRisk),
  closed: z.array(z.object({ id: Id, title: z.string() })),
  happened: z.array(z.object({ id: Id, title: z.string(), issue: Id })),
});
export type RisksSection = z.infer<typeof RisksSection>;

const RiskInReport = ReportSubject.extend({
  risk: RiskRow,
  direction: z.enum(['new', 'up', 'down', 'same']),
  previousScore: z.int().nullable(),
});
const HighRisk = RiskInReport.extend({ words: RiskWords.optional() });
const AboutRisk = ReportSubject.extend({ risk: Id, riskTitle: z.string() });

const RisksPart = z.object({
  open: z.int(),
  programmeWide: z.int(),
  byBand: z.object({ low: z.int(), medium: z.int(), high: z.int() }),
  /** Rows likelihood 5 to 1, columns impact 1 to 5, counts of open risks. */
  heatMap: z.array(z.array(z.int())),
  likelihoodWords: z.array(z.string()),
  impactWords: z.array(z.string()),
  lowUpTo: z.int(),
  mediumUpTo: z.int(),
  top: listedOf(HighRisk),
  moved: listedOf(RiskInReport),
  overdue: listedOf(AboutRisk.extend({ dueOn: LocalDate, what: z.string() })),
  incomplete: listedOf(AboutRisk.extend({ missing: z.array(z.string()) })),
  coverage: z.string(),
});

export const risk = declareRegister({
  kind: 'risk',
  purpose: 'What could go wrong, how likely and how bad it is, and what is done about it.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Risk,
  facts: RiskFacts,
  reviewedNoChange: true,
  computed: RiskAssessment,
  columns: ['title', 'category', 'owner', 'current', 'treatment', 'status', 'lastReviewedOn'],
  entryName: ({ title }) => `the risk "${title}"`,
  position: section('risks', RisksSection, { open: [], closed: [], happened: [] }, { settings: ['riskMatrix'] }),
  report: firstReportPart('risks', RisksPart),
  example: {
    title: 'Savings are late',
    cause: 'The lease runs on',
    event: 'The building is not given up in time',
    consequence: 'The saving slips a year',
    category: 'Financial',
    owner: 'Head of Property',
    inherent: { likelihood: 4, impact: 4 },
    current: { likelihood: 3, impact: 4 },
    target: { likelihood: 2, impact: 3 },
    treatment: 'treat',
    controls: [{ what: 'Monthly look at the lease', owner: 'Estates' }],
    actions: [{ id: 'notice', what: 'Give notice', owner: 'Estates', dueOn: '2026-12-01' }],
    lastReviewedOn: '2026-01-10',
  },
  exampleId: 'savings-are-late',
});
