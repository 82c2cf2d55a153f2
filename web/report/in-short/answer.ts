import { listed, withFullStop } from '#language/in-words.ts';
import type { Report } from '#schemas/report.ts';
import type { Html } from '../../html.ts';
import { cut } from '../page-one-room.ts';

/*
 * What a board asks first, each answered in a sentence or two that are made of what a section of the report says: no figure is the
 * answer's own, and what the record does not say is said as not known (docs/meaning.md REPORT-43).
 */

export type Content = Report['content'];

/** An answer in words, with the figures of the report that it has, by the names under which each can be asked. */
export interface Answer {
  readonly words: string;
  /** The same as it is shown, where more than words is. */
  readonly shown?: Html;
  /** The same where a list below it has what it names. */
  readonly lead?: string;
  readonly figures: readonly string[];
}

/** How much of what others wrote stands in an answer: letters of a title and of what was said, and how many are named. */
export interface Lengths {
  readonly title: number;
  readonly words: number;
  readonly named: number;
}

/** All of it: where there is no paper that ends. */
export const atFullLength: Lengths = { title: 10_000, words: 10_000, named: 10 };

export const isShown = ({ leftOut = [], notMade = [] }: Content, part: string): boolean =>
  [...leftOut, ...notMade].every((one) => one.part !== part);

/** `2 Red`, `no review`, with the first letter of a sentence. */
export const asSentence = (words: string): string =>
  withFullStop(`${words.slice(0, 1).toUpperCase()}${words.slice(1)}`);

/** Words that somebody wrote, within a sentence that goes on. */
export const within = (words: string, most: number): string => cut(words, most).replace(/[.\s]+$/, '');

/** The first so many of some names, and how many there are besides; where there is room, one that would be alone besides is named. */
export const firstOf = (names: readonly string[], total: number, most: number): string => {
  const first = names.slice(0, most > 1 && total === most + 1 ? total : most);
  const more = total - first.length;
  return first.length === 0 || more <= 0 ? listed(first) : `${first.join(', ')} and ${more} more`;
};
