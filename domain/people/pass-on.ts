import type { Person } from '#schemas/people.ts';
import type { NamedAs, PersonState } from '#schemas/person.ts';
import type { Review } from '#schemas/review.ts';

/*
 * A leaver's work: what records name somebody by, passed on to another (docs/meaning.md PEOPLE-22). Owners are posts and
 * teams, not people (PEOPLE-8), and returns are owed by whoever is the SRO: they follow the review.
 */

/** What a review names somebody as, by any of their ids. */
export const namedAs = (
  { sros, lead }: { readonly sros: readonly string[]; readonly lead?: string | null | undefined },
  ids: readonly string[],
): readonly NamedAs[] => [
  ...(sros.some((sro) => ids.includes(sro)) ? (['sro'] as const) : []),
  ...(typeof lead === 'string' && ids.includes(lead) ? (['lead'] as const) : []),
];

/** The review with the other in their place, once; everybody else stays as and where they are. */
export const withOther = (review: Review, ids: readonly string[], to: Person): Review => {
  const isLeaver = ({ subject }: Person): boolean => ids.includes(subject);
  const replaced = review.sros.map((sro) => (isLeaver(sro) ? to : sro));
  return {
    ...review,
    sros: replaced.filter(({ subject }, n) => replaced.findIndex((one) => one.subject === subject) === n),
    ...(review.lead !== undefined && isLeaver(review.lead) ? { lead: to } : {}),
  };
};

/** What somebody's deputies are with the other in the leaver's place; nobody is a deputy of themselves. */
export const deputiesWithOther = (
  self: string,
  deputies: NonNullable<PersonState['deputies']>,
  ids: readonly string[],
  to: string,
): NonNullable<PersonState['deputies']> =>
  deputies.flatMap((deputy) =>
    ids.includes(deputy.person) ? (self === to ? [] : [{ ...deputy, person: to }]) : [deputy],
  );
