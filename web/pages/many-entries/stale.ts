import * as z from 'zod';
import { instantInWords } from '#language/instant-in-words.ts';
import type { ProblemAnswer } from '../question.ts';

/*
 * Entries of a list of changes that moved since they were read, as the API names them (docs/meaning.md WRITE-27).
 */

const Stale = z.object({
  stale: z.array(
    z.object({
      id: z.string(),
      fields: z.array(z.string()).default([]),
      changes: z.array(z.object({ byName: z.string(), at: z.string() })).default([]),
    }),
  ),
});
export type StaleEntry = z.infer<typeof Stale>['stale'][number];

export const staleIn = ({ facts }: ProblemAnswer): readonly StaleEntry[] => Stale.safeParse(facts).data?.stale ?? [];

export const whoChanged = ({ changes: [last] }: StaleEntry): string =>
  last === undefined ? 'somebody changed it' : `${last.byName} changed it on ${instantInWords(last.at)}`;

/** Whether its record itself is another: what acts keep of it may move without that. */
export const isOtherRecord = ({ fields }: StaleEntry, recordFields: readonly string[]): boolean =>
  fields.some((field) => recordFields.includes(field));
