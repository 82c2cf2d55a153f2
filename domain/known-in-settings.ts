import { listed } from '#language/in-words.ts';
import type { Breach } from './content-rule.ts';

type Known = readonly { readonly id: string }[];

const oneOf = (what: string, known: Known): string =>
  known.length === 0
    ? `must be ${what} of the programme, which lists none: the programme office adds it to the settings first`
    : `must be ${what} of the programme: ${listed(known.map((one) => one.id))}`;

/** A word of the settings that a record uses and the settings do not have: the fault says which there are. */
export const unknownIn = (pointer: string, value: string | undefined, known: Known, what: string): Breach[] =>
  value === undefined || known.some((one) => one.id === value) ? [] : [{ pointer, message: oneOf(what, known) }];
