import * as z from 'zod';
import facts from './paper.json' with { type: 'json' };

const Named = z.object({ id: z.string(), name: z.string() });
const ShareOfYear = z.object({ year: z.string(), percent: z.number(), note: z.string().optional() });
const Counted = z.object({ count: z.int(), when: z.string().nullable() });

/** The facts of Kent County Council's Productivity Plan of July 2024 that this example records, in words of our own. */
export const plan = z
  .object({
    source: z.string(),
    by: z.string(),
    name: z.string(),
    council: z.string(),
    themes: z.array(Named),
    grossExpenditure: z.object({ nearlyPounds: z.int() }),
    savingsAndIncomeBudgeted: z.object({ pounds: z.int(), from: z.string(), to: z.string(), years: z.int() }),
    transformationShareOfSavings: z.array(ShareOfYear),
    consultants: z.object({
      years: z.array(z.object({ endsWith: z.string(), year: z.string(), pounds: z.int() })),
      peak: z.object({ pounds: z.int(), when: z.string() }),
    }),
    returnOnCollection: z.object({ overPercent: z.number() }),
    supportForAssets: z.object({ percent: z.number() }),
    familyHubs: Counted,
    communityTeams: Counted,
    councilTaxShare: ShareOfYear,
    programme: z.object({
      name: z.string(),
      since: z.string(),
      board: z.string(),
      programmes: z.array(z.object({ id: z.string(), title: z.string() })),
      judgedBy: z.array(z.string()),
      decisionsNeed: z.string(),
    }),
    barriers: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        limit: z.object({ count: z.int(), percentOfUnder18s: z.number() }).optional(),
      }),
    ),
  })
  .parse(facts);
