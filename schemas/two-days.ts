import * as z from 'zod';
import { LocalDate } from '#language/time.ts';

/** Two days, Europe/London, each as at its end. */
export const TwoDays = z.strictObject({
  from: LocalDate.meta({ title: 'Earlier day', description: 'The position at the end of this day' }),
  to: LocalDate.meta({ title: 'Later day', description: 'The position at the end of this day; of today, so far' }),
});
export type TwoDays = z.infer<typeof TwoDays>;

export const CompareDays = TwoDays.refine(({ from, to }) => from < to, {
  path: ['from'],
  message: 'must be before the later day',
}).meta({ id: 'CompareDays' });
export type CompareDays = z.infer<typeof CompareDays>;
