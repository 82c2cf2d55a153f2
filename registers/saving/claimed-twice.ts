import { inOrder, reviewKey } from '#domain/report/in-order.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import type { FinancialYear } from '#language/time.ts';
import { foldedName, holdsMark } from '#language/withheld-text.ts';
import type { ClaimedTwice } from './projections.ts';

/*
 * One budget line, or one contract, from which several lines save in the same year, of one review or of several: a double
 * count until all but one of them say why they are none (docs/meaning.md SAVINGS-21).
 */

type Line = ReviewInReport['position']['savings']['lines'][number];
type What = ClaimedTwice['what'];

interface Claim {
  readonly subject: SubjectOfRow;
  readonly id: string;
  readonly saving: string;
  readonly replaces: string | undefined;
  readonly justification: string | null;
  readonly years: ReadonlyMap<FinancialYear, number>;
}

const claimOf = (review: ReviewInReport, line: Line): Claim => ({
  subject: subjectOf(review),
  id: line.id,
  saving: line.title,
  replaces: line.substituteFor,
  justification: line.justification ?? null,
  years: new Map(line.years.flatMap(({ year, plan }) => (plan === null || plan === 0 ? [] : [[year, plan]]))),
});

/** A substitute takes the place of a line of its own review: that line is no second claim. */
const withoutReplaced = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    ({ id, subject }) => !claims.some((other) => other.subject.review === subject.review && other.replaces === id),
  );

interface Named {
  readonly name: string;
  readonly claim: Claim;
}

/** The name as the first line has it; where a line withholds it, as the first of those, so that no other line gives it away. */
const nameOf = (all: readonly Named[]): string => (all.find(({ name }) => holdsMark(name)) ?? all[0])?.name ?? '';

const sharedOf = (what: What, group: readonly Named[]): ClaimedTwice[] => {
  const named = inOrder(group, ({ claim: { subject, id } }) => [reviewKey(subject), id]);
  const name = nameOf(named);
  const all = withoutReplaced(named.map(({ claim }) => claim));
  const years = [...new Set(all.flatMap((claim) => [...claim.years.keys()]))]
    .filter((year) => all.filter((claim) => claim.years.has(year)).length > 1)
    .sort();
  if (years.length === 0) return [];
  const lines = all
    .filter((claim) => years.some((year) => claim.years.has(year)))
    .map(({ subject, id, saving, justification, years: pounds }) => ({
      ...subject,
      id,
      saving,
      pounds: years.reduce((sum, year) => sum + (pounds.get(year) ?? 0), 0),
      justification,
    }));
  const justified = lines.filter((line) => line.justification === null).length <= 1;
  return [{ what, name, years, lines, justified }];
};

/** What several lines claim, in the order of its names; reviews are added in any order. */
export const claimedTwice = () => {
  const groups = new Map<string, { readonly what: What; readonly named: Named[] }>();
  const take = (what: What, name: string | undefined, claim: Claim, of = ''): void => {
    if (name === undefined) return;
    const key = `${what} ${of} ${foldedName(name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { what, named: [{ name, claim }] });
    else group.named.push({ name, claim });
  };
  return {
    add: (review: ReviewInReport): void => {
      for (const line of review.position.savings.lines) {
        if (line.budgetLine === undefined && line.contract === undefined) continue;
        const claim = claimOf(review, line);
        take('budget-line', line.budgetLine, claim);
        // The id of a contract is the review's own: what another review calls so is another contract.
        const own = review.position.contracts.find(({ id }) => id === line.contract);
        take('contract', own?.title ?? line.contract, claim, own === undefined ? '' : review.id);
      }
    },
    close: (): readonly ClaimedTwice[] =>
      inOrder(
        [...groups.values()].flatMap(({ what, named }) => sharedOf(what, named)),
        ({ what, name }) => [what, name],
      ),
  };
};
