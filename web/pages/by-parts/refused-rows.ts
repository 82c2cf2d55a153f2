import { counted } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { fieldsOf } from '#registers/fields.ts';
import { type Column, columnsOf } from '../../workbook/columns.ts';
import { labelAt } from '../../workbook/label-at.ts';
import { placeOfFault } from '../../workbook/place.ts';
import type { ProblemAnswer } from '../question.ts';
import type { Part } from './waiting.ts';

/*
 * What the API refused of a part, at the rows and columns of the file.
 */

const mostSentences = 50;

const columnsIn = (path: string, record: unknown, today: LocalDate): readonly Column[] => {
  const register = registers.find((one) => one.path === path);
  return register === undefined ? [] : columnsOf(fieldsOf(register.record), [record], today, () => []);
};

const changedMeanwhile =
  'was changed by somebody else since the file was read. Bring it again: it is compared with what is recorded by then';

const placeIn = /^\/entries\/(\d+)(?:\/record)?(.*)$/;

/** Which entries of a part a problem is about. */
export const entriesAtFault = ({ faults }: ProblemAnswer): ReadonlySet<number> =>
  new Set(faults.flatMap(({ pointer }) => placeIn.exec(pointer)?.[1] ?? []).map(Number));

/** The column of a label or, of a label of several together, the first of those. */
const headOf = (letters: Readonly<Record<string, string>>, label: string | undefined): string | undefined =>
  label === undefined
    ? undefined
    : (Object.keys(letters).find((head) => head === label) ??
      Object.keys(letters).find((head) => head.startsWith(`${label}: `)));

const inRow = (
  { cells }: Part,
  { place, row, title }: Part['entries'][number],
  label: string | undefined,
  what: string,
): string => {
  const head = cells && headOf(cells.letters, label);
  if (cells === undefined || head === undefined || row === undefined)
    return `${place}, ${title}${label === undefined ? '' : `, ${label}`}: ${what}`;
  const cell = { cell: `${cells.letters[head]}${row}`, head, title };
  return cells.sheet === ''
    ? `${placeOfFault(cell, 'Cell')}: ${what}`
    : `${cells.sheet}, ${placeOfFault(cell)}: ${what}`;
};

export const sentencesOf = (
  { status, faults, title, detail }: ProblemAnswer,
  part: Part,
  today: LocalDate,
): readonly string[] => {
  const each = faults.map(({ pointer, message }) => {
    const [, n, rest = ''] = placeIn.exec(pointer) ?? [];
    const entry = n === undefined ? undefined : part.entries[Number(n)];
    if (entry === undefined) return message;
    const label = labelAt(columnsIn(part.register, entry.record, today), rest, entry.record);
    return inRow(part, entry, label, status === 412 ? changedMeanwhile : message);
  });
  if (each.length === 0) return [detail || title];
  const more = each.length - mostSentences;
  return more > 0 ? [...each.slice(0, mostSentences), `And ${counted(more, 'more fault')}`] : each;
};
