import * as z from 'zod';

/** When a field that may be left out must be given all the same, as its form says it: `it is closed`. */
export const neededIf = z.registry<{ readonly words: string }>();

export const neededIfOf = (schema: z.core.$ZodType): string | undefined => neededIf.get(schema)?.words;
