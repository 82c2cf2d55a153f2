import * as z from 'zod';
import { Instant, LocalDate } from '#language/time.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Id, identified, Sentence, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';

const level = (what: string) =>
  z
    .int(`must be a ${what} from 1 to 5`)
    .min(1, `must be a ${what} from 1 to 5`)
    .max(5, `must be a ${what} from 1 to 5`);

export const RiskScore = z
  .strictObject({ likelihood: level('likelihood'), impact: level('impact') })
  .meta({ id: 'RiskScore' });
export type RiskScore = z.infer<typeof RiskScore>;
export const RiskBand = z.enum(['low', 'medium', 'high']);
export type RiskBand = z.infer<typeof RiskBand>;

/** A risk of a review or of the programme. */
export const Risk = z
  .strictObject({
    title: Title,
    cause: Sentence,
    event: Sentence,
    consequence: Sentence,
    category: Title,
    proximity: Title.optional(),
    owner: Owner.optional(),
    inherent: RiskScore,
    current: RiskScore,
    target: z.union([RiskScore, z.strictObject({ toBeConfirmed: Sentence })], {
      error: 'must be a likelihood and an impact from 1 to 5, or {"toBeConfirmed": "the reason"}',
    }),
    treatment: z.enum(['treat', 'tolerate', 'transfer', 'terminate']),
    controls: z
      .array(z.strictObject({ what: Sentence, owner: Owner.optional() }))
      .max(30)
      .default([]),
    actions: identified(
      z.strictObject({
        id: Id,
        what: Sentence,
        owner: Owner.optional(),
        dueOn: LocalDate.optional(),
        status: z.enum(['open', 'done', 'cancelled']).default('open'),
      }),
      30,
    ).default([]),
    status: z.enum(['open', 'closed', 'happened']).default('open'),
    issue: Id.optional().meta({ description: 'The issue that a risk became when it happened' }),
    threatensSaving: Id.optional(),
    lastReviewedOn: LocalDate.optional(),
    escalated: z.strictObject({ on: LocalDate, to: Title }).optional(),
    exempt: Exemption.optional(),
  })
  .refine((risk) => risk.status !== 'happened' || risk.issue !== undefined, {
    path: ['issue'],
    message: 'must name the issue that the risk became',
  })
  .meta({ id: 'Risk' });
export type Risk = z.infer<typeof Risk>;

export const RiskFacts = z
  .object({ scores: z.array(z.object({ at: Instant, score: z.int() })) })
  .meta({ id: 'RiskFacts' });
export type RiskFacts = z.infer<typeof RiskFacts>;

/** What follows from a risk by the programme's matrix. Scores are likelihood x impact, 1-25. */
export const RiskAssessment = z
  .object({
    inherentScore: z.int(),
    currentScore: z.int(),
    currentBand: RiskBand,
    targetScore: z.int().nullable(),
    nextReviewOn: LocalDate.nullable(),
    complete: z.boolean(),
    missing: z.array(z.string()),
  })
  .meta({ id: 'RiskAssessment' });
export type RiskAssessment = z.infer<typeof RiskAssessment>;
