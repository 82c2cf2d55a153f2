import { registers } from '#registers/all.ts';
import type { Refusal } from '#schemas/problems.ts';

const nouns: ReadonlyMap<string, string> = new Map(registers.map(({ kind, noun }) => [kind, noun]));

/** What people call a record of a kind: `savings line`, `review`. */
export const nounOf = (kind: string): string => nouns.get(kind) ?? kind;

/** 404: no such entry; `when` completes the sentence where it is asked as of a time. */
export const noSuchEntry = (kind: string, id: string, when = ''): Refusal => ({
  code: 'entry.unknown',
  detail: `There is no ${nounOf(kind)} with the id ${id} here${when}.`,
});
