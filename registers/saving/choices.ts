import type * as z from 'zod';
import { choice } from '#schemas/choices.ts';

export const SavingClass = choice({
  'cash-releasing': 'Cash-releasing',
  'non-cash-releasing': 'Non-cash-releasing',
  'cost-avoidance': 'Cost avoidance',
  income: 'Income',
}).meta({ id: 'SavingClass' });
export type SavingClass = z.infer<typeof SavingClass>;

export const SavingMechanism = choice({
  transformation: 'Transformation',
  efficiency: 'Efficiency',
  'service-reduction': 'Service reduction',
  'council-tax': 'Council tax',
  financing: 'Financing',
}).meta({ id: 'SavingMechanism' });
export type SavingMechanism = z.infer<typeof SavingMechanism>;

export const Firmness = choice({
  indicative: 'Indicative',
  'business-case': 'Business case',
  agreed: 'Agreed',
  delivered: 'Delivered',
}).meta({ id: 'Firmness' });
export type Firmness = z.infer<typeof Firmness>;
