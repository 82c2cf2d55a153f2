import { monthInWords } from '#language/in-words.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { Figure } from '#schemas/figures.ts';
import { financialYearOf, monthInBoxes } from '../forms/day.ts';
import type { FormValues } from '../forms/form-values.ts';
import { isPlainList } from '../forms/record-values.ts';
import { type Choice, type Column, choicesCalled } from './columns.ts';
import { boxesOfDay, dateStatementBoxesOf, dateStatementText, dayOfText, monthOfText } from './date-text.ts';
import { figureBoxesOf, figureText, poundsOfText } from './figure-text.ts';
import { type ReadCell, textOfCell, type WrittenCell } from './sheet.ts';

/*
 * The value of a field as a cell, and a cell as what somebody would have filled into the boxes of its form.
 */

const labelled = (choices: readonly Choice[] | undefined, value: unknown): string =>
  choices?.find(({ name }) => name === value)?.label ?? String(value);

const figureCell = (value: unknown): WrittenCell => {
  if (typeof value === 'number') return { pounds: value };
  const figure = Figure.safeParse(value);
  if (!figure.success) return null;
  return figure.data.kind === 'amount' ? { pounds: figure.data.pounds } : figureText(figure.data);
};

/** A value as it is written. */
export const cellOf = ({ field, choices }: Column, value: unknown): WrittenCell => {
  if (value === undefined || value === null) return null;
  switch (field.kind) {
    case 'date':
      return { day: String(value) };
    case 'month':
      return monthInWords(String(value));
    case 'pounds':
      return { pounds: Number(value) };
    case 'number':
      return Number(value);
    case 'figure':
      return figureCell(value);
    case 'date as stated': {
      const stated = DateStatement.safeParse(value);
      return stated.success ? dateStatementText(stated.data) : null;
    }
    case 'yes or no':
      return value === true ? 'Yes' : 'No';
    case 'list':
      return isPlainList(field) && Array.isArray(value) ? value.map((one) => labelled(choices, one)).join('; ') : null;
    default:
      return choices === undefined ? String(value) : labelled(choices, value);
  }
};

export type CellRead = { readonly boxes: FormValues } | { readonly fault: string };

/** Whether two words are the same, whatever their capitals. */
export const alike = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en-GB', { sensitivity: 'accent', usage: 'search' }) === 0;

/** The name of what was chosen by its label or by its name, whatever its capitals. */
const chosen = (choices: readonly Choice[], text: string): string | undefined =>
  (
    choices.find(({ label }) => label === text) ??
    choices.find(({ name, label }) => alike(label, text) || alike(name, text))
  )?.name;

const mostNamed = 8;
const mustBeOneOf = (choices: readonly Choice[]): string =>
  choices.length === 0
    ? 'must be empty: there is nothing to choose from yet'
    : choices.length <= mostNamed
      ? `must be one of: ${choices.map(({ label }) => label).join(', ')}`
      : 'must be one of the list that the cell offers';

/** The same of what is chosen among the entries of a review: each has a title and an id. */
const mustBeOfReview = (choices: readonly Choice[], text: string, chosenFrom: string): string => {
  const meant = choicesCalled(choices, text);
  const all = choices.map(({ label }) => label).join(', ');
  if (choices.length === 0) return `must be empty: nothing is recorded yet among ${chosenFrom}`;
  return meant.length > 0
    ? `names several among ${chosenFrom}: put the one that is meant, ${meant.map(({ label }) => label).join(' or ')}`
    : `must name one of ${chosenFrom}, by its title or id, and “${text}” is none of them${choices.length <= mostNamed ? `: they are ${all}` : ''}`;
};

const notChosen = ({ chosenFrom }: Column, choices: readonly Choice[], text: string): string =>
  chosenFrom === undefined ? mustBeOneOf(choices) : mustBeOfReview(choices, text, chosenFrom);

const ofChoice = (name: string, column: Column, choices: readonly Choice[], text: string): CellRead => {
  const found = chosen(choices, text);
  return found === undefined ? { fault: notChosen(column, choices, text) } : { boxes: { [name]: found } };
};

const ofList = (name: string, column: Column, text: string): CellRead => {
  const { field, choices } = column;
  const items = text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const known = choices ?? field.choices;
  if (known === undefined) return { boxes: { [name]: items.join('\n') } };
  const names = items.map((one) => chosen(known, one));
  const wrong = items[names.indexOf(undefined)];
  return wrong !== undefined
    ? { fault: `${notChosen(column, known, wrong)}; several are divided by semicolons` }
    : { boxes: { [name]: names.join('\n') } };
};

const ofDay = (name: string, cell: ReadCell): CellRead => {
  if (typeof cell === 'object' && cell !== null) return { boxes: boxesOfDay(name, cell.day) };
  if (typeof cell === 'number')
    return { fault: 'is a number and must be a date, like 31 March 2026: give the cell the format of a date' };
  const read = dayOfText(textOfCell(cell));
  return read.kind === 'value'
    ? { boxes: boxesOfDay(name, read.value) }
    : { fault: read.kind === 'fault' ? read.message : 'must be a date' };
};

const ofMonth = (name: string, cell: ReadCell): CellRead => {
  const month =
    typeof cell === 'object' && cell !== null ? monthOfText(cell.day.slice(0, 7)) : monthOfText(textOfCell(cell));
  return month === undefined ? { fault: 'must be a month, like March 2026' } : { boxes: monthInBoxes(name, month) };
};

/** As a column of yes or no has its choices. */
export const yesOrNo: readonly Choice[] = [
  { name: 'Yes', label: 'Yes' },
  { name: 'No', label: 'No' },
];
const yes = /^(?:yes|y|true|1)$/i;
const no = /^(?:no|n|false|0)$/i;
const ofYesOrNo = (name: string, text: string): CellRead =>
  yes.test(text)
    ? { boxes: { [name]: 'yes' } }
    : no.test(text)
      ? { boxes: { [name]: 'no' } }
      : { fault: 'must be Yes or No' };

const ofPounds = (name: string, text: string): CellRead => {
  const pounds = poundsOfText(text);
  if (typeof pounds === 'number') return { boxes: { [name]: String(pounds) } };
  return { fault: pounds ?? 'must be an amount of money' };
};

/** An error that a formula came to: `#REF!`, `#DIV/0!`. */
const isError = (cell: ReadCell): boolean =>
  typeof cell === 'string' && /^#(?:REF|DIV\/0|VALUE|NAME|NUM|N\/A|NULL)[!?]?$/.test(cell);

/**
 * What a cell that is not empty fills into the boxes of its form, or what is wrong with it.
 *
 * @param name of the field in its form: `years/0/plan`
 */
export const boxesOfCell = (column: Column, name: string, cell: ReadCell): CellRead => {
  const { field, choices } = column;
  const text = textOfCell(cell);
  if (isError(cell)) return { fault: `is ${text}, an error of a formula: put a value in its place` };
  switch (field.kind) {
    case 'date':
      return ofDay(name, cell);
    case 'month':
      return ofMonth(name, cell);
    case 'pounds':
      return ofPounds(name, text);
    case 'figure':
      return typeof cell === 'object'
        ? { fault: 'is a date and must be an amount of money' }
        : figureBoxesOf(name, text);
    case 'date as stated':
      return dateStatementBoxesOf(name, text.replace(/^(\d{4}-\d\d-\d\d)$/, '$1'));
    case 'yes or no':
      return ofYesOrNo(name, text);
    case 'list':
      return ofList(name, column, text);
    case 'financial year': {
      const year = financialYearOf(text);
      return year.kind === 'fault' ? { fault: year.message } : { boxes: { [name]: text } };
    }
    default:
      if (choices !== undefined) return ofChoice(name, column, choices, text);
      return typeof cell === 'object' && cell !== null && field.kind !== 'id'
        ? { fault: 'is a date and must be words: give the cell the format of text' }
        : { boxes: { [name]: text } };
  }
};

/** What a cell is read as: two that are read as the same fill the same boxes. */
const readAs = (column: Column, cell: ReadCell): string | undefined => {
  const read = boxesOfCell(column, 'it', cell);
  return 'fault' in read
    ? undefined
    : JSON.stringify(Object.entries(read.boxes).toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

/** Whether a cell says what another said, in its words or in others: `£1.2m` says what `1200000` does. */
export const saysTheSame = (column: Column, cell: ReadCell, text: string): boolean => {
  const own = textOfCell(cell);
  if (own === text || own === '' || text === '') return own === text;
  const read = readAs(column, cell);
  return read !== undefined && read === readAs(column, text);
};
