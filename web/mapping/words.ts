import type { Field } from '#registers/fields.ts';
import { boxesOfCell, yesOrNo } from '../workbook/cell-values.ts';
import type { Choice, Column } from '../workbook/columns.ts';
import { type ReadCell, textOfCell } from '../workbook/sheet.ts';
import type { MappedField } from './mapped-fields.ts';
import { type Mapping, programmeItself, reviewField } from './mapping.ts';
import { type Head, plain, type Table } from './table.ts';

/*
 * Words of a spreadsheet that are none of ours: each is listed once, with what it may mean, and is read so from then on.
 */

/** A word that is not understood as it stands, of a field. */
export interface UnknownWord {
  readonly field: string;
  readonly label: string;
  readonly word: string;
  /** In how many rows it stands. */
  readonly rows: number;
  /** What it may mean; undefined where that is written. */
  readonly choices?: readonly Choice[];
  /** What it means most likely: the name of a choice, or what is written; empty: nothing; undefined: nobody can say. */
  readonly guess: string | undefined;
}

export interface Review {
  readonly id: string;
  readonly title: string;
}

/** The head of the column that a field is read from. */
export const headOf = (heads: readonly Head[], text: string | undefined): Head | undefined =>
  text === undefined ? undefined : heads.find((one) => plain(one.text) === plain(text));

/** Amounts, and words before them that say how sure they are: every number that stands there is one of the column's scale. */
const amounts =
  /^(?:about|around|approx\.?|approximately|circa|ca?\.?|~|nearly|almost|just under|over|more than|above|between|>)?[\s£\d.,()+–-]+(?:(?:and|to)[\s£\d.,]+)?$/i;

/** An amount in thousands or millions, where the head of its column says so. */
export const scaled = (cell: ReadCell, { scale }: Head, { kind }: Field): ReadCell => {
  const text = textOfCell(cell);
  if (scale === undefined || (kind !== 'figure' && kind !== 'pounds') || !amounts.test(text)) return cell;
  return text.replaceAll(/\d[\d,]*(?:\.\d+)?/g, `$&${scale}`);
};

const number = /^-?[\d,]+(?:\.\d+)?$/;

/** What is wrong with a cell for a column; undefined where it is understood. */
export const faultOfCell = (column: Column, cell: ReadCell): string | undefined => {
  const read = boxesOfCell(column, 'cell', cell);
  if ('fault' in read) return read.fault;
  return column.field.kind === 'number' && !number.test(textOfCell(cell)) ? 'must be a number' : undefined;
};

/** Words that mean the same among those who keep trackers, by what one of ours is called. */
const alike: readonly (readonly [ours: RegExp, theirs: RegExp])[] = [
  [/^open$/, /^(?:live|active|ongoing|on-going|in progress|current|outstanding|new|not started)\b/],
  [/^closed$/, /^(?:complete[d]?|done|resolved|implemented|archived|shut)\b/],
  [/^happened$/, /^(?:materiali[sz]ed|occurred|issue|now an issue)\b/],
  [/^treat$/, /^(?:mitigate|reduce|manage|control)\b/],
  [/^tolerate$/, /^(?:accept(?:ed)?|watch|monitor)\b/],
  [/^transfer$/, /^(?:share|insure)\b/],
  [/^terminate$/, /^(?:avoid|stop)\b/],
  [/^cash-releasing$/, /^(?:cashable|cash)\b/],
  [/^one-off$/, /^(?:one off|once|non-recurring)\b/],
  [/^recurring$/, /^(?:ongoing|on-going|permanent|base)\b/],
  [/^accepted in part$/, /^(?:partially|partly|part)\b/],
  [/^accepted$/, /^(?:agreed|yes)\b/],
  [/^rejected$/, /^(?:not (?:agreed|accepted)|no)\b/],
  [/^awaited$/, /^(?:pending|none yet)\b/],
  [/^audit$/, /^(?:internal|external) audit\b/],
];

const guessAmong = (choices: readonly Choice[], word: string): string | undefined => {
  const text = plain(word);
  const begins = choices.filter(({ label }) => text.startsWith(plain(label)) || plain(label).startsWith(text));
  if (begins.length === 1) return begins[0]?.name;
  return choices.find(({ name, label }) =>
    alike.some(([ours, theirs]) => (ours.test(plain(label)) || ours.test(name)) && theirs.test(text)),
  )?.name;
};

const nothing = /^(?:n\/?a|n\.a\.|none|nil|-+|–|—|\?+|not applicable|tbc|t\.b\.c\.?|tba|tbd|unknown)$/i;
const toBeConfirmed = /^(?:tbc|t\.b\.c\.?|tba|tbd|\?+)$/i;

/** What is written for a word that is read as another, as it would stand in a cell. */
const guessWritten = ({ kind }: Field, word: string): string | undefined => {
  if (kind === 'number') return /^(\d+)\s*(?:[-–:=(]|$)/.exec(word)?.[1] ?? /[(=-]\s*(\d+)\)?$/.exec(word)?.[1];
  if ((kind === 'figure' || kind === 'date as stated') && toBeConfirmed.test(word))
    return `TBC: the spreadsheet says ${word}`;
  return nothing.test(word) ? '' : undefined;
};

const choicesOf = ({ field, choices }: Column): readonly Choice[] | undefined =>
  field.kind === 'yes or no' ? yesOrNo : field.kind === 'list' ? undefined : choices;

/** A list is words divided by signs, and words are read as they are. */
const isRead = ({ field, choices }: Column): boolean =>
  (choices !== undefined && field.kind !== 'list') ||
  ['number', 'figure', 'pounds', 'date', 'month', 'date as stated', 'yes or no', 'financial year'].includes(field.kind);

const mostWords = 40;
const longestWord = 100;

const countedIn = ({ rows }: Table, { at }: Head): ReadonlyMap<string, readonly ReadCell[]> => {
  const cells = rows.map((row) => row.cells[at] ?? null).filter((cell) => textOfCell(cell) !== '');
  return Map.groupBy(cells, (cell) => plain(textOfCell(cell)));
};

/** The review that a cell names, by its title or id; the programme where it names that. */
export const reviewNamed = (reviews: readonly Review[], text: string): string | undefined =>
  reviews.find(({ id, title }) => plain(title) === plain(text) || id === plain(text))?.id;

const unknownReviews = (table: Table, mapping: Mapping, reviews: readonly Review[]): readonly UnknownWord[] => {
  const head = headOf(table.heads, mapping.review);
  if (head === undefined) return [];
  const choices = [
    ...reviews.map(({ id, title }) => ({ name: id, label: title })),
    { name: programmeItself, label: 'The programme itself' },
  ];
  return [...countedIn(table, head).values()].flatMap((cells) => {
    const word = textOfCell(cells[0] ?? null);
    if (reviewNamed(reviews, word) !== undefined || word.length > longestWord) return [];
    const guess = guessAmong(choices, word);
    return [{ field: reviewField, label: 'Review', word, rows: cells.length, choices, guess }];
  });
};

/** The words of a table that are not understood, those of a column that most rows have first; what a mapping knows is not among them. */
export const unknownWords = (
  table: Table,
  mapping: Mapping,
  fields: readonly MappedField[],
  reviews: readonly Review[],
): readonly UnknownWord[] => {
  const known = new Set(mapping.words.map(({ field, word }) => `${field} ${plain(word)}`));
  const ofFields = fields.flatMap(({ key, column }) => {
    const head = headOf(table.heads, mapping.columns.find(({ field }) => field === key)?.head);
    if (head === undefined || !isRead(column)) return [];
    const choices = choicesOf(column);
    return [...countedIn(table, head).values()].flatMap((cells): readonly UnknownWord[] => {
      const [cell = null] = cells;
      const word = textOfCell(cell);
      if (word.length > longestWord || faultOfCell(column, scaled(cell, head, column.field)) === undefined) return [];
      const guess = nothing.test(word) && choices !== undefined ? '' : undefined;
      return [
        {
          ...{ field: key, label: column.label, word, rows: cells.length },
          ...(choices === undefined ? {} : { choices }),
          guess: guess ?? (choices === undefined ? guessWritten(column.field, word) : guessAmong(choices, word)),
        },
      ];
    });
  });
  const all = [...unknownReviews(table, mapping, reviews), ...ofFields].filter(
    ({ field, word }) => !known.has(`${field} ${plain(word)}`),
  );
  return [...Map.groupBy(all, ({ field }) => field).values()].flatMap((those) =>
    those.toSorted((one, other) => other.rows - one.rows).slice(0, mostWords),
  );
};
