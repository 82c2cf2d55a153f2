import type { Run, Runs } from './blocks.ts';
import type { Weight } from './fonts.ts';
import type { Letters } from './letters.ts';

/** Words that are drawn together. */
export interface Span {
  readonly text: string;
  readonly weight: Weight;
  readonly soft: boolean;
  readonly mark?: Run['mark'] | undefined;
  readonly pageOf?: Run['pageOf'] | undefined;
  readonly width: number;
}
export interface Line {
  readonly spans: readonly Span[];
  readonly width: number;
}

export interface Measure {
  readonly letters: Letters;
  readonly size: number;
  readonly bold?: boolean;
}

interface Word {
  /** A blank, a break of the line, or a word. */
  readonly text: string;
  readonly weight: Weight;
  readonly soft: boolean;
  readonly mark?: Run['mark'] | undefined;
  readonly pageOf?: Run['pageOf'] | undefined;
}

/** How a page is named behind what is on it: before its number is known there is room for one of two digits. */
export const beforePage = ', page ';
export const roomForPage = '00';

/** What a word takes of a line; a mark nearly as much as the letters are high. */
const widthOf = ({ text, weight, mark, pageOf }: Word, { letters, size }: Measure): number =>
  mark !== undefined
    ? size * 0.9
    : letters.width(pageOf === undefined ? text : `${beforePage}${roomForPage}`, weight, size);

const isBlank = ({ text, mark, pageOf }: Word): boolean =>
  mark === undefined && pageOf === undefined && /^[ ]*$/.test(text);

const isWords = ({ mark, pageOf }: Pick<Word, 'mark' | 'pageOf'>): boolean =>
  mark === undefined && pageOf === undefined;

const wordsOf = (runs: Runs, bold: boolean): readonly Word[] =>
  runs.flatMap((run) =>
    (isWords(run) ? (run.text.match(/\n| +|[^ \n]+/g) ?? []) : ['']).map((text) => ({
      text,
      ...{ mark: run.mark, pageOf: run.pageOf },
      weight: run.bold || bold ? ('bold' as const) : ('regular' as const),
      soft: run.soft,
    })),
  );

/** A word that is wider than a line in parts that are not: digests and addresses. */
const fitting = (word: Word, width: number, { letters, size }: Measure): readonly Word[] => {
  if (letters.width(word.text, word.weight, size) <= width) return [word];
  const parts: string[] = [''];
  for (const letter of word.text) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && letters.width(last + letter, word.weight, size) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts.map((text) => ({ ...word, text }));
};

const joined = (words: readonly Word[], measure: Measure): Line => {
  const spans: Span[] = [];
  for (const word of words) {
    const width = widthOf(word, measure);
    const last = spans.at(-1);
    if (last !== undefined && isWords(word) && isWords(last) && last.weight === word.weight && last.soft === word.soft)
      spans[spans.length - 1] = { ...last, text: last.text + word.text, width: last.width + width };
    else spans.push({ ...word, width });
  }
  return { spans, width: spans.reduce((sum, span) => sum + span.width, 0) };
};

const withoutBlanks = (words: readonly Word[]): readonly Word[] => {
  const last = words.findLastIndex((word) => !isBlank(word));
  return words.slice(0, last + 1);
};

/** Words that no blank stands between are in one line: a mark with its word, a word with its full stop. */
const together = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    const [before] = last ?? [];
    const isApart = (one: Word): boolean => isBlank(one) || one.text === '\n';
    if (last === undefined || before === undefined || isApart(before) || isApart(word)) groups.push([word]);
    else last.push(word);
  }
  return groups;
};

const widthOfAll = (words: readonly Word[], measure: Measure): number =>
  words.reduce((sum, word) => sum + widthOf(word, measure), 0);

/** Words broken into lines of a width. */
export const linesOf = (runs: Runs, width: number, measure: Measure): readonly Line[] => {
  const lines: Line[] = [];
  let words: Word[] = [];
  let taken = 0;
  const end = (): void => {
    lines.push(joined(withoutBlanks(words), measure));
    words = [];
    taken = 0;
  };
  const place = (group: readonly Word[]): void => {
    const [first] = group;
    if (first === undefined) return;
    if (first.text === '\n') {
      end();
      return;
    }
    const wide = widthOfAll(group, measure);
    if (taken + wide > width && words.length > 0 && !isBlank(first)) end();
    if (isBlank(first) && words.length === 0) return;
    words.push(...group);
    taken += wide;
  };
  for (const group of together(wordsOf(runs, measure.bold ?? false))) {
    if (widthOfAll(group, measure) > width)
      for (const word of group.flatMap((one) => fitting(one, width, measure))) place([word]);
    else place(group);
  }
  if (words.length > 0) end();
  return lines;
};

/** How wide the words would be in one line each, and how wide the longest of what stands together is. */
export const widthsOf = (runs: Runs, measure: Measure): { readonly whole: number; readonly longest: number } => {
  let [whole, line, longest] = [0, 0, 0];
  for (const group of together(wordsOf(runs, measure.bold ?? false))) {
    const isEnd = group[0]?.text === '\n';
    const wide = isEnd ? 0 : widthOfAll(group, measure);
    line = isEnd ? 0 : line + wide;
    whole = Math.max(whole, line);
    longest = Math.max(longest, wide);
  }
  return { whole, longest };
};
