import * as z from 'zod';
import facts from './paper.json' with { type: 'json' };

/** The facts of Kent County Council's Budget Recovery Strategy of October 2023 that this example records, in words of our own. */
export const strategy = z
  .object({
    source: z.string(),
    on: z.string(),
    name: z.string(),
    council: z.string(),
    knownAs: z.array(z.string()),
    recommendationsToCabinet: z.int(),
    walk: z.object({
      year: z.string(),
      asAt: z.string(),
      reported: z.string(),
      beforeAction: z.int(),
      actions: z.array(z.object({ id: z.string(), what: z.string(), pounds: z.int() })),
      left: z.int(),
    }),
    objectives: z.array(z.object({ id: z.string(), number: z.int(), name: z.string() })),
    urgentActions: z.array(
      z.object({ id: z.string(), what: z.string(), pounds: z.int().nullable(), for: z.string().optional() }),
    ),
    opportunities: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        parts: z.array(z.string()),
        words: z.string(),
        spendWithOthers: z.object({ nearlyPercent: z.int(), words: z.string() }).optional(),
      }),
    ),
    largest: z.object({ what: z.string(), words: z.string() }),
    oneOff: z.object({ year: z.string(), words: z.string() }),
    approvalRoutes: z.array(z.string()),
    riskCategories: z.array(z.string()),
    riskAppetite: z.string(),
  })
  .parse(facts);
