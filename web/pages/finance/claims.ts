import * as z from 'zod';
import type { FinancialYear, Instant } from '#language/time.ts';
import { type ClaimQuery, SavingFacts, saving } from '#registers/saving/record.ts';
import { asking, type Question } from '../question.ts';

/*
 * What reviews claim was saved and finance has still to validate: the list of savings lines over all reviews, read claim by claim.
 */

const LineAcross = z.object({
  review: z.object({ id: z.string(), title: z.string() }).nullable(),
  names: z.record(z.string(), z.string()),
  entry: z.object({
    id: z.string(),
    record: z.object({ title: z.string() }),
    facts: z.object({ claimedBySubject: z.string().optional(), queries: SavingFacts.shape.queries }),
    computed: saving.computed.pick({ toValidate: true }),
  }),
});
export const LinesToValidate = z.object({ items: z.array(LineAcross), next: z.string().nullable() });
export type LinesToValidate = z.infer<typeof LinesToValidate>;

/** The lines with the most pounds to validate first, as many as one answer has. */
export const askLinesToValidate = (
  programme: string,
  review?: string,
  only: { readonly mine?: 'true' } = {},
): Question<typeof LinesToValidate> =>
  asking(`/programmes/${encodeURIComponent(programme)}/across/${saving.path}`, LinesToValidate, {
    state: 'to-validate',
    review,
    ...only,
    limit: '200',
  });

/** What is claimed of one year of one savings line. */
export interface Claim {
  readonly review: { readonly id: string; readonly title: string };
  readonly line: string;
  readonly title: string;
  readonly year: FinancialYear;
  readonly pounds: number;
  readonly by: string;
  readonly byName: string;
  /** Null where that was not kept. */
  readonly since: Instant | null;
  /** Those who may not validate it, because they claimed of this line. */
  readonly claimants: readonly string[];
  /** What finance asked about it, oldest first. */
  readonly queries: readonly ClaimQuery[];
  /** What people are called today. */
  readonly nameOf: (subject: string) => string;
}

export const claimsIn = ({ items }: LinesToValidate): readonly Claim[] =>
  items.flatMap(({ review, names, entry: { id, record, facts, computed } }) =>
    review === null
      ? []
      : computed.toValidate.map(({ year, pounds, by, since }) => ({
          review,
          line: id,
          title: record.title,
          year,
          pounds,
          by,
          byName: names[by] ?? by,
          since,
          queries: (facts.queries ?? []).filter((one) => one.year === year),
          nameOf: (subject: string) => names[subject] ?? subject,
          claimants: [by, ...(facts.claimedBySubject === undefined ? [] : [facts.claimedBySubject])],
        })),
  );

export type ClaimOrder = 'largest' | 'oldest';

/** The oldest first, those of which it was not kept before all others; or the largest first, whichever its sign. */
export const inClaimOrder = (claims: readonly Claim[], order: ClaimOrder): readonly Claim[] =>
  claims.toSorted((one, other) => {
    const larger = Math.abs(other.pounds) - Math.abs(one.pounds);
    const older = (one.since ?? '') < (other.since ?? '') ? -1 : (one.since ?? '') > (other.since ?? '') ? 1 : 0;
    return order === 'oldest' ? older || larger : larger || older;
  });

export const sumOf = (claims: readonly Claim[]): number => claims.reduce((sum, { pounds }) => sum + pounds, 0);

/** The claim of a year of a line as it stands, and what finance validated of that year before, oldest first. */
export const validationsOf = ({ validations }: SavingFacts, year: FinancialYear): SavingFacts['validations'] =>
  validations.filter((one) => one.year === year);
