import * as z from 'zod';
import { poundsInWords } from '#language/in-words.ts';

/** A figure in whole pounds, or what is between two of them: an end is null where an "over" figure leaves it open. */
export const Pounded = z.object({
  low: z.int().nullable().meta({ description: 'The low end, in whole pounds' }),
  high: z.int().nullable().meta({ description: 'The high end, in whole pounds' }),
  exact: z.boolean().meta({ description: 'Whether it is of exact amounts' }),
});
export type Pounded = z.infer<typeof Pounded>;

/** `£100,000`, `about £50,000`, `at least £1 million`, `£20,000 to £50,000`. */
export const poundedInWords = ({ low, high, exact }: Pounded, inWords = poundsInWords): string => {
  if (low === null) return high === null ? 'cannot be worked out' : `at most ${inWords(high)}`;
  if (high === null) return `at least ${inWords(low)}`;
  return low === high ? `${exact ? '' : 'about '}${inWords(low)}` : `${inWords(low)} to ${inWords(high)}`;
};
