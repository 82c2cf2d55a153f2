import { counted } from '#language/in-words.ts';
import { button, paragraph } from '../../design/blocks.ts';
import { hidden, idOf } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, jsonIn, valueIn } from '../../forms/form-values.ts';
import { asWritten, type Html, html, trusted } from '../../html.ts';
import { type Mapping, reviewField } from '../../mapping/mapping.ts';
import { plain } from '../../mapping/table.ts';
import { type UnknownWord, unknownWords } from '../../mapping/words.ts';
import { type Brought, carriedOn, stepBox } from './brought.ts';

/*
 * What the words of a spreadsheet mean that are none of ours: each once, with a guess.
 */

const wordBox = (n: number): string => `word/${n}`;
const putRight = '?';
/** The words that a page asked about, in their order, as it sends them along. */
const askedBox = 'words-asked';
type Asked = readonly (readonly [field: string, word: string])[];

/** Every word that is asked about, whether or not it was answered before. */
export const wordsAskedOf = ({ table, mapping, mappedFields, reviews }: Brought): readonly UnknownWord[] =>
  unknownWords(table, { ...mapping, words: [] }, mappedFields, reviews);
export const wordsStillUnknown = ({ table, mapping, mappedFields, reviews }: Brought): readonly UnknownWord[] =>
  unknownWords(table, mapping, mappedFields, reviews);

const valueNow = ({ words }: Mapping, { field, word, guess, choices }: UnknownWord): string => {
  const said = words.find((one) => one.field === field && plain(one.word) === plain(word));
  if (said !== undefined) return said.means ?? '';
  return guess ?? (choices === undefined ? word : putRight);
};

const control = (asked: UnknownWord, n: number, value: string): Html => {
  const { choices, label, word, field } = asked;
  const id = idOf(wordBox(n));
  const labelled = html`<label class="govuk-visually-hidden" for="${id}">${label}: “${word}” means</label>`;
  if (choices === undefined)
    return html`${labelled}<input class="govuk-input" id="${id}" name="${wordBox(n)}" type="text" value="${asWritten(value)}">`;
  const options = [
    { value: putRight, label: 'I put it right in the spreadsheet' },
    { value: '', label: field === reviewField ? 'Leave these rows out' : 'Nothing: leave it empty' },
    ...choices.map(({ name, label: text }) => ({ value: name, label: text })),
  ];
  return html`${labelled}<select class="govuk-select tracker-select" id="${id}" name="${wordBox(n)}">${options.map((one) => html`<option value="${asWritten(one.value)}"${one.value === value && trusted(' selected')}>${one.label}</option>`)}</select>`;
};

export const wordsPage = (brought: Brought): Html => {
  const asked = wordsAskedOf(brought);
  const list: Asked = asked.map(({ field, word }) => [field, word]);
  return html`${paragraph('These words are none of ours. Say once what each means: it is kept with the mapping. What you leave as it stands is listed with its cells, to be put right in the spreadsheet; what you empty is not read.')}
<form method="post" action="${brought.around.at.path}" novalidate>${carriedOn(brought)}${hidden(stepBox, 'words')}${hidden(askedBox, JSON.stringify(list))}
${dataTable({
  caption: 'What your words mean',
  captionHidden: true,
  stacked: true,
  columns: [{ head: 'Your word' }, { head: 'Field' }, { head: 'Means' }],
  rows: asked.map((one, n) => [
    html`${one.word}<span class="govuk-hint"> in ${counted(one.rows, 'row')}</span>`,
    one.label,
    control(one, n, valueNow(brought.mapping, one)),
  ]),
  none: '',
})}
${button('Check what would be recorded')}</form>`;
};

const isAsked = (value: unknown): value is Asked =>
  Array.isArray(value) &&
  value.every((one) => Array.isArray(one) && one.length === 2 && one.every((text) => typeof text === 'string'));

/** The mapping with what its words were said to mean. */
export const withWords = (mapping: Mapping, sent: FormValues): Mapping => {
  const asked = jsonIn(sent, askedBox);
  if (!isAsked(asked)) return mapping;
  const about = new Set(asked.map(([field, word]) => `${field} ${plain(word)}`));
  const said = asked.flatMap(([field, word], n) => {
    const means = valueIn(sent, wordBox(n));
    if (means === putRight || means === word) return [];
    return [{ field, word, ...(means === '' ? {} : { means }) }];
  });
  return {
    ...mapping,
    words: [...mapping.words.filter(({ field, word }) => !about.has(`${field} ${plain(word)}`)), ...said],
  };
};
