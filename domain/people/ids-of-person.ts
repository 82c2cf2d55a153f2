import type { PersonState } from '#schemas/person.ts';

/** What says who somebody is: at the subject of a token, the person to whom it belongs; at a person, the subject of their token. */
interface WhoTheyAre {
  readonly sameAs?: string | undefined;
  readonly tokenSubject?: PersonState['tokenSubject'];
}

/**
 * Every id that records may name somebody by: the person's own first, then the one asked for and those of the tokens that belong
 * to them. The register may be given in part: whoever is asked for, and those among whom they are looked for.
 */
export const idsOf = (id: string, register: ReadonlyMap<string, WhoTheyAre>): readonly string[] => {
  const own = register.get(id)?.sameAs ?? id;
  const tokens = [...register].filter(([, { sameAs }]) => sameAs === own).map(([subject]) => subject);
  return [...new Set([own, id, ...tokens, register.get(own)?.tokenSubject ?? own])];
};
