import * as z from 'zod';
import { HappenedOn } from './dates.ts';

/** Two days, Europe/London, each as at its end. */
export const TwoDays = z.strictObject({
  from: HappenedOn.meta({ title: 'Earlier day', description: 'The position at the end of this day' }),
  to: HappenedOn.meta({ title: 'Later day', description: 'The position at the end of this day; of today, so far' }),
});
export type TwoDays = z.infer<typeof TwoDays>;

export const CompareDays = TwoDays.refine(({ from, to }) => from < to, {
  path: ['from'],
  message: 'must be before the later day',
}).meta({ id: 'CompareDays' });
export type CompareDays = z.infer<typeof CompareDays>;
