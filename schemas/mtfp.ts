import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { choice } from './choices.ts';
import { PlannedOn } from './dates.ts';
import { Id, Sentence, Title } from './ids.ts';

/** A version of the medium-term financial plan: the next one goes beside the last, and neither changes the other. */
export const Mtfp = z
  .strictObject({
    id: Id,
    name: Title.meta({ title: 'Name', description: 'What people call this version' }),
    approvedOn: PlannedOn.optional().meta({
      title: 'Approved on',
      description: 'The day on which it is, or was, approved',
    }),
    approvedBy: Title.optional().meta({ title: 'Approved by', description: 'The body that approves it' }),
    prices: choice({ cash: 'Cash', real: 'Real', 'not-stated': 'Not stated' }).default('not-stated').meta({
      title: 'Prices',
      description: 'Whether its pounds are of their own year (cash), or of one year throughout (real)',
    }),
    priceYear: FinancialYear.optional().meta({
      title: 'Price year',
      description: 'Of real prices: the year that they are of',
    }),
    from: FinancialYear.meta({ title: 'First year', description: 'The first year that it plans' }),
    to: FinancialYear.meta({ title: 'Last year', description: 'The last year that it plans' }),
    source: Sentence.optional().meta({ title: 'Source', description: 'The paper that sets it out' }),
  })
  .refine((mtfp) => mtfp.to >= mtfp.from, { path: ['to'], message: 'must not be before the first year' })
  .refine((mtfp) => mtfp.priceYear === undefined || mtfp.prices === 'real', {
    path: ['priceYear'],
    message: 'must be left out unless the prices are real',
  })
  .meta({ id: 'Mtfp' });
export type Mtfp = z.infer<typeof Mtfp>;
