import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { choice, labelOf } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Id, identified, Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { Owner } from '#schemas/people.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { Action, exempt, noChangeFact, onScale, reference } from '../field-kinds.ts';
import { Issue } from '../issue/record.ts';
import { risksAcross } from './across.ts';
import { RisksPart, RisksSection } from './projections.ts';
import { BandName, RiskAssessment } from './worked-out.ts';

/** Within the largest matrix that a programme may have; its own is held by RISK-05. */
const level = (what: string) =>
  z
    .int(numberFault(`must be a ${what} from 1 to 10`))
    .min(1, `must be a ${what} from 1 to 10`)
    .max(10, `must be a ${what} from 1 to 10`);

export const RiskScore = z
  .strictObject({
    likelihood: level('likelihood')
      .meta({
        title: 'Likelihood',
        description: "From 1, the least likely, to the last likelihood of the programme's matrix",
      })
      .register(onScale, { scale: 'likelihood' }),
    impact: level('impact')
      .meta({
        title: 'Impact',
        description: "From 1, the least, to the last impact of the programme's matrix",
      })
      .register(onScale, { scale: 'impact' }),
  })
  .meta({ id: 'RiskScore' });
export type RiskScore = z.infer<typeof RiskScore>;

/** A score that may be to be confirmed, with the reason. */
const scoreOrReason = (whyNot: string) =>
  z.union(
    [RiskScore, z.strictObject({ toBeConfirmed: Sentence.meta({ title: 'To be confirmed', description: whyNot }) })],
    {
      error: ({ input }) =>
        input === undefined
          ? 'is required'
          : 'must be a likelihood and an impact from 1 to 10, or {"toBeConfirmed": "the reason"}',
    },
  );

export const bandInWords = (band: string): string => labelOf(BandName, band);

const Control = z.strictObject({
  what: Sentence.meta({ title: 'Control', description: 'What is done already to keep the risk down' }),
  owner: Owner.optional().meta({ title: 'Owner', description: "The post or team that does it, not a person's name" }),
});

/** A risk of a review or of the programme. */
export const Risk = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The risk in a few words' }),
    cause: Sentence.meta({ title: 'Cause', description: 'What could bring it about' }),
    event: Sentence.meta({ title: 'Event', description: 'What would happen' }),
    consequence: Sentence.meta({ title: 'Consequence', description: 'What that would do to the review' }),
    category: Title.optional().meta({
      title: 'Category',
      description: "The category of the council's own risk policy; left out where it is not stated",
    }),
    proximity: Title.optional().meta({ title: 'Proximity', description: 'How soon it could happen' }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that owns the risk, not a person's name",
    }),
    inherent: scoreOrReason('Why it was not scored before any control').meta({
      title: 'Inherent score',
      description: 'Likelihood and impact before any control, or why that is still to be confirmed',
    }),
    current: scoreOrReason('Why it is not scored yet').meta({
      title: 'Current score',
      description: 'Likelihood and impact with the controls of today, or why that is still to be confirmed',
    }),
    target: scoreOrReason('Why there is no target yet').meta({
      title: 'Target score',
      description: 'Likelihood and impact when the actions are done, or why that is still to be confirmed',
    }),
    treatment: choice({
      treat: 'Treat',
      tolerate: 'Tolerate',
      transfer: 'Transfer',
      terminate: 'Terminate',
    })
      .optional()
      .meta({ title: 'Treatment', description: 'What is done about it; left out where it is not stated' }),
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
    issue: reference('issue')
      .optional()
      .meta({
        title: 'Issue',
        description: 'The issue that a risk became when it happened',
      })
      .register(neededIf, { words: 'the risk has happened' }),
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
        by: Owner.optional().meta({ title: 'By', description: "The post that escalated it, not a person's name" }),
        reason: Sentence.optional().meta({ title: 'Reason', description: 'Why it cannot be dealt with where it is' }),
        endedOn: HappenedOn.optional().meta({
          title: 'Ended on',
          description: 'The day on which it came back to whoever owns it',
        }),
        endedWhy: Sentence.optional()
          .meta({ title: 'Why it ended', description: 'Why it came back' })
          .register(neededIf, { words: 'it has ended' }),
      })
      .refine(({ on, endedOn }) => endedOn === undefined || endedOn >= on, {
        path: ['endedOn'],
        message: 'must not be before the day on which it was escalated',
      })
      .refine(({ endedOn, endedWhy }) => (endedOn === undefined) === (endedWhy === undefined), {
        path: ['endedWhy'],
        message: 'must be given where the escalation ended, and only there',
      })
      .optional()
      .meta({
        title: 'Escalated',
        description: 'Where it was taken higher: when, to whom, by whom and why, and when that ended',
      }),
    exempt,
  })
  .refine((risk) => risk.status !== 'happened' || risk.issue !== undefined, {
    path: ['issue'],
    message: 'must name the issue that the risk became',
  })
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof Risk>;

const { risk: _risk, status: _status, closedOn: _closedOn, ...given } = Issue.shape;

/** That a risk has happened: the issue that it becomes, but for what follows from that. */
export const RiskHappened = z
  .strictObject({ id: Id.meta({ title: 'Id', description: 'The id of the new issue' }), ...given })
  .meta({
    id: 'RiskHappened',
    description: 'The issue that an open risk becomes; it names the risk, and the risk names it',
  });

export const RiskFacts = z
  .object({
    scores: z
      .array(
        z.object({
          at: Instant.meta({ description: 'From when it has this score' }),
          score: z.int().meta({ description: 'Likelihood times what the impact weighs' }),
          onAnotherMatrix: z.literal(true).optional().meta({
            description: 'Set where the one before was of another matrix: the two are not compared',
          }),
        }),
      )
      .meta({ description: 'Every change of the current score, oldest first' }),
    recordedAt: Instant.optional().meta({ description: 'From when it is recorded, where it had no score then' }),
    scale: z
      .object({
        likelihood: z.int().meta({ description: 'How many likelihoods it has' }),
        impact: z.array(z.int()).meta({ description: 'What each of its impacts weighs' }),
      })
      .optional()
      .meta({
        description: 'The matrix on which it was scored; absent: 5 by 5, unweighted',
      }),
    ...noChangeFact,
  })
  .meta({ id: 'RiskFacts' });
export type RiskFacts = z.infer<typeof RiskFacts>;

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
  position: section(
    'risks',
    RisksSection,
    { open: [], unscored: [], closed: [], happened: [] },
    { settings: ['riskMatrix'] },
  ),
  across: risksAcross,
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
