import { withFullStop } from '#language/in-words.ts';

/*
 * Page one is one page of A4 (docs/meaning.md REPORT-32): where all that is written has no room on it, less of it stands there. What
 * is cut ends with `…` and is whole behind page one.
 */

/** How much stands on page one: how many of each list, and how many letters of what somebody wrote. */
export interface Room {
  readonly decisions: number;
  /** Reviews in trouble or better with words; the others by name. */
  readonly worse: number;
  readonly better: number;
  readonly named: number;
  /** Sentences of what else is worse or better. */
  readonly besides: number;
  /** Controls, and open actions, of a risk. */
  readonly done: number;
  readonly words: number;
  readonly title: number;
  /** The year's money as a picture, too. */
  readonly picture: boolean;
  /** What is done about the next highest risks, the money of the years after it, the first figures that changed, and how many reviews record no risk: the short pack just behind has them, too. */
  readonly controls: boolean;
  readonly later: boolean;
  readonly changed: boolean;
  readonly coverage: boolean;
}

type Extra = 'picture' | 'controls' | 'later' | 'changed' | 'coverage';
type Counts = readonly [number, number, number, number, number, number, number, number];

const all: readonly Extra[] = ['picture', 'controls', 'later', 'changed', 'coverage'];
/** From all down to one: the picture of the money stays longest. */
const fewer: readonly (readonly Extra[])[] = [
  all,
  ['picture', 'controls', 'later', 'changed'],
  ['picture', 'controls', 'later'],
  ['picture', 'controls'],
];
const last: readonly (readonly Extra[])[] = [['picture']];
const none: readonly (readonly Extra[])[] = [[]];

/** What is cut before any of the extras is left out, and what with fewer and fewer of them. */
const steps: readonly (readonly [counts: Counts, extras: readonly (readonly Extra[])[]])[] = [
  [[10, 3, 2, 7, 7, 5, 500, 200], [all]],
  [[8, 3, 2, 7, 7, 4, 350, 150], [all]],
  [[6, 3, 2, 7, 5, 3, 240, 120], [all]],
  [[5, 3, 2, 5, 4, 2, 170, 90], fewer.slice(0, 3)],
  [[4, 3, 2, 4, 3, 2, 120, 70], fewer.slice(1, 4)],
  [[4, 3, 1, 3, 3, 1, 90, 60], fewer.slice(2, 4)],
  [[3, 2, 1, 3, 2, 1, 70, 50], fewer.slice(2)],
  [[3, 2, 1, 2, 2, 1, 60, 40], last],
  [[3, 2, 0, 2, 2, 1, 60, 40], last],
  [[3, 1, 0, 2, 2, 1, 60, 36], last],
  [[2, 1, 0, 2, 1, 1, 50, 34], last],
  [[2, 1, 0, 2, 1, 1, 36, 32], last],
  [[2, 0, 0, 2, 1, 1, 36, 32], last],
  [[2, 0, 0, 2, 1, 1, 36, 32], none],
  [[1, 0, 0, 1, 1, 1, 36, 28], none],
];

/** How much of what others wrote stands in the answers above everything else: they are read in a minute. */
export const lengthsIn = ({ words }: Room): { title: number; words: number; named: number } =>
  words < 50 ? { title: 40, words: 60, named: 1 } : { title: 60, words: 110, named: words < 70 ? 2 : 3 };

/** From the most that page one ever has to the least. */
export const rooms: readonly Room[] = steps.flatMap(([counts, extras]) => {
  const [decisions, worse, better, named, besides, done, words, title] = counts;
  const room = { decisions, worse, better, named, besides, done, words, title };
  return extras.map((has) => ({
    ...room,
    picture: has.includes('picture'),
    controls: has.includes('controls'),
    later: has.includes('later'),
    changed: has.includes('changed'),
    coverage: has.includes('coverage'),
  }));
});

/** Words of at most so many letters, whole where they are no more: up to the end of a sentence, else of a word, with a sign that they go on. */
export const cut = (words: string, most: number): string => {
  if (words.length <= most) return words;
  const start = words.slice(0, most);
  const [sentence = ''] = /^[\s\S]*[.!?](?=\s)/.exec(start) ?? [];
  if (sentence.length > most / 3) return `${sentence} …`;
  const [whole = ''] = /^[\s\S]*\S(?=\s)/.exec(start) ?? [];
  const kept = whole.length > most / 3 ? whole : start.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:]+$/, '')}…`;
};

/** What a voice says of a review is the answer to why: it has room longer than other words. */
export const ofVoice = ({ words }: Room): number => Math.max(words, 130);

/** A sentence with its full stop, of words that were cut or not. */
export const ended = (words: string): string => (words.endsWith('…') ? words : withFullStop(words));
