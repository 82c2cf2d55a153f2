import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { PlannedOn } from './dates.ts';
import { Id, Sentence, Title } from './ids.ts';

/** A version of the medium-term financial plan: the next one goes beside the last, and neither changes the other. */
export const Mtfp = z
  .strictObject({
    id: Id,
    name: Title,
    approvedOn: PlannedOn.optional().meta({ description: 'The day on which it is, or was, approved' }),
    approvedBy: Title.optional().meta({ description: 'The body that approves it' }),
    prices: z.enum(['cash', 'real', 'not-stated']).default('not-stated').meta({
      description: 'Whether its pounds are of their own year (cash), or of one year throughout (real)',
    }),
    priceYear: FinancialYear.optional().meta({ description: 'Of real prices: the year that they are of' }),
    from: FinancialYear.meta({ description: 'The first year that it plans' }),
    to: FinancialYear.meta({ description: 'The last year that it plans' }),
    source: Sentence.optional(),
  })
  .refine((mtfp) => mtfp.to >= mtfp.from, { path: ['to'], message: 'must not be before the first year' })
  .refine((mtfp) => mtfp.priceYear === undefined || mtfp.prices === 'real', {
    path: ['priceYear'],
    message: 'must be left out unless the prices are real',
  })
  .meta({ id: 'Mtfp' });
export type Mtfp = z.infer<typeof Mtfp>;
