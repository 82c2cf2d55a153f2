import * as z from 'zod';

export const Order = z.enum(['ascending', 'descending']);
export type Order = z.infer<typeof Order>;

/** Which way a list is sorted; what has nothing to be sorted by stays last. */
export const order = Order.optional().meta({
  description: '`ascending`, the default, or `descending`; what has nothing to be sorted by comes last either way',
});
