import * as z from 'zod';
import { DateStatement } from '#schemas/date-statement.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Id, identified, Narrative, Sentence, Title } from '#schemas/ids.ts';

const Count = z.int('must be a whole number').min(0, 'must not be below zero').max(1_000_000);

/** An organisation met in the market. The same name in two engagements is one organisation. */
export const Organisation = z
  .strictObject({
    id: Id,
    name: Title,
    kind: z.enum(['national', 'sme', 'vcse', 'public-body', 'not-stated']).default('not-stated'),
    responses: Count.default(1),
    invitedIn: z.boolean().default(false),
    sharedWith: Sentence.optional(),
  })
  .meta({ id: 'Organisation' });

/** One engagement with the market, of a review or of the whole programme. */
export const MarketEngagement = z
  .strictObject({
    title: Title,
    kind: z.enum([
      'prior-information-notice',
      'preliminary-market-engagement-notice',
      'soft-market-test',
      'supplier-session',
      'peer-authority-visit',
      'benchmarking',
      'decision-not-to-engage',
    ]),
    on: DateStatement.default({ kind: 'not-stated' }),
    purpose: Narrative.optional(),
    reason: Narrative.optional(),
    organisations: identified(Organisation, 500).default([]),
    stated: z
      .strictObject({
        responses: Count.optional(),
        organisations: Count.optional(),
        invitedIn: Count.optional(),
        source: Sentence,
      })
      .optional()
      .meta({ description: 'Counts that a paper states without naming the organisations' }),
    conflictsAndEqualTreatment: Narrative.optional(),
    findings: Narrative.optional(),
    source: Sentence.optional(),
    exempt: Exemption.optional(),
  })
  .refine((engagement) => engagement.kind !== 'decision-not-to-engage' || engagement.reason !== undefined, {
    path: ['reason'],
    message: 'must say why the market is not engaged',
  })
  .meta({ id: 'MarketEngagement' });
export type MarketEngagement = z.infer<typeof MarketEngagement>;
