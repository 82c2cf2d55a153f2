import * as z from 'zod';
import { Instant } from '#language/time.ts';
import { Place } from './feed-step.ts';

/** What `$skiptoken` holds: nobody but this service reads it. */
const ODataToken = z.strictObject({
  table: z.string(),
  /** From when the changes after this reading are asked for. */
  from: Instant,
  since: z.string().optional(),
  /** Whether the last page is to say where changes are followed. */
  tracks: z.boolean(),
  continued: z.strictObject({
    after: Place.optional(),
    sorted: z
      .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .max(6)
      .readonly()
      .optional(),
    skip: z.int().min(0),
    top: z.int().min(0).optional(),
  }),
});
type ODataToken = z.infer<typeof ODataToken>;

export const odataTokenOf = (token: ODataToken): string =>
  Buffer.from(JSON.stringify(token), 'utf8').toString('base64url');

/** What a token says; undefined of one that was not given for this table and these changes. */
export const odataTokenFrom = (text: string, { table, since }: Pick<ODataToken, 'table' | 'since'>) => {
  try {
    const token = ODataToken.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
    if (token?.table !== table || token.since !== since) return undefined;
    const { after, sorted, skip, top } = token.continued;
    return { ...token, continued: { after, sorted, skip, top } };
  } catch {
    return undefined;
  }
};
