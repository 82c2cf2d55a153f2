import { button, details, heading2, insetText, paragraph } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { hidden, idOf, textInput } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, formToken, valueIn } from '../../forms/form-values.ts';
import { asWritten, type Html, html, trusted } from '../../html.ts';
import type { MappedField } from '../../mapping/mapped-fields.ts';
import { type Mapping, programmeItself, referenceField, reviewField } from '../../mapping/mapping.ts';
import { headsNotRead, type MissingColumn, missingColumns } from '../../mapping/missing-columns.ts';
import { type Head, plain } from '../../mapping/table.ts';
import { textOfCell } from '../../workbook/sheet.ts';
import {
  type Brought,
  fileBox,
  headsBox,
  headsText,
  keptBox,
  mappingBox,
  reviewBox,
  stepBox,
  titleBox,
} from './brought.ts';

/*
 * Which column is which field: as guessed, or as it was kept, to be put right.
 */

const [ofReviews, ofReferences] = ['column-of-reviews', 'column-of-references'];
/** The control that says which column a field, the review or the reference is read from. */
export const columnBox = (key: string): string =>
  key === reviewField ? ofReviews : key === referenceField ? ofReferences : `column/${key}`;
/** In the place of a head: the column is not in the sheet, and nobody has said yet what is to be read for it. */
const notChosen = '(missing)';
const alwaysBox = (key: string): string => `always/${key}`;

const inScale = { k: ', in thousands', m: ', in millions' } as const;
const headLabel = ({ text, samples, scale }: Head): string =>
  `${text}${samples[0] === undefined ? '' : ` (“${samples[0]}”${scale === undefined ? '' : inScale[scale]})`}`;

/** A control in a cell of the table, whose label is the head of its row and column. */
const inCell = (name: string, label: string, control: (id: string) => Html): Html =>
  html`<label class="govuk-visually-hidden" for="${idOf(name)}">${label}</label>${control(idOf(name))}`;

const selectIn = (
  name: string,
  label: string,
  value: string,
  options: readonly { readonly value: string; readonly label: string }[],
): Html =>
  inCell(
    name,
    label,
    (id) =>
      html`<select class="govuk-select tracker-select" id="${id}" name="${name}">${options.map((one) => html`<option value="${asWritten(one.value)}"${one.value === value && trusted(' selected')}>${one.label}</option>`)}</select>`,
  );

const alwaysControl = ({ key, column }: MappedField, value: string): Html => {
  const label = `${column.label}: what every new row says`;
  const { field, choices } = column;
  const of =
    field.kind === 'yes or no' ? [{ label: 'Yes' }, { label: 'No' }] : field.kind === 'list' ? undefined : choices;
  return of === undefined
    ? inCell(
        alwaysBox(key),
        label,
        (id) =>
          html`<input class="govuk-input" id="${id}" name="${alwaysBox(key)}" type="text" value="${asWritten(value)}">`,
      )
    : selectIn(alwaysBox(key), label, value, [
        { value: '', label: '' },
        ...of.map((one) => ({ value: one.label, label: one.label })),
      ]);
};

interface ColumnChoice {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What is chosen among the columns now, with those that may be chosen; of one that is not in the sheet nothing is, before somebody chooses. */
const columnChoice = (
  { table: { heads } }: Brought,
  head: string | undefined,
  none: string,
  missing: MissingColumn | undefined,
): ColumnChoice => ({
  value: missing === undefined ? headNow(heads, head) : notChosen,
  options: [
    ...(missing === undefined ? [] : [{ value: notChosen, label: `“${missing.head}” is not there: choose` }]),
    { value: '', label: missing === undefined ? none : 'None: left out on purpose' },
    ...heads.map((one) => ({ value: one.text, label: headLabel(one) })),
  ],
});

const fieldsTable = (
  caption: string,
  fields: readonly MappedField[],
  brought: Brought,
  missing: readonly MissingColumn[],
): Html =>
  dataTable({
    caption,
    stacked: true,
    columns: [{ head: 'Field' }, { head: 'Your column' }, { head: 'Where that is empty, a new row says' }],
    rows: fields.map((mapped) => {
      const { key, column, needed } = mapped;
      const now = brought.mapping.columns.find(({ field }) => field === key);
      const { value, options } = columnChoice(
        brought,
        now?.head,
        'None',
        missing.find((one) => one.of === key),
      );
      return [
        html`${column.label}${!needed && html`<span class="govuk-hint"> if you have it</span>`}`,
        selectIn(columnBox(key), `${column.label}: your column`, value, options),
        alwaysControl(mapped, now?.always ?? ''),
      ];
    }),
    none: '',
  });

const headNow = (heads: readonly Head[], text: string | undefined): string =>
  text === undefined ? '' : (heads.find((one) => plain(one.text) === plain(text))?.text ?? '');

const rowLabel = ({ file }: Brought, { sheet, row }: { sheet: number; row: number }): string => {
  const of = file.sheets[sheet];
  const words = (of?.rows.find(({ number }) => number === row)?.cells ?? [])
    .map(textOfCell)
    .filter((text) => text !== '');
  const shown = words.slice(0, 5).join(', ');
  return `${of?.name ?? ''}, row ${row}: ${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}`;
};

const mostHeadRows = 20;

/** A form of its own: what was chosen of other columns is not of these. */
const headsForm = (brought: Brought): Html => {
  const { around, file, heads, headRows, register, id, title } = brought;
  const offered = [heads, ...headRows.filter((one) => one !== heads)].slice(0, mostHeadRows);
  return details(
    `The heads of its columns are in row ${heads.row} of the sheet “${file.sheets[heads.sheet]?.name ?? ''}”. Choose another row`,
    html`<form method="post" action="${around.at.path}" novalidate>${hidden(formToken, around.at.token)}${hidden(fileBox, JSON.stringify(file))}${hidden('what', id === '' ? `new:${register.path}` : `kept:${id}`)}${hidden(stepBox, 'heads')}${hidden(titleBox, title)}
${select({ name: headsBox, label: 'Row of the heads', value: headsText(heads), options: offered.map((one) => ({ value: headsText(one), label: rowLabel(brought, one) })) })}
${button('Show the columns below it', { kind: 'secondary' })}</form>`,
  );
};

const isShownFirst = ({ mapping }: Brought, { key, needed, of }: MappedField): boolean =>
  needed || of.required || mapping.columns.some(({ field }) => field === key);

/** Columns of the sheet that nothing is read from, in a sentence. */
export const notReadSaid = ({ mapping, table }: Brought): string | undefined => {
  const others = headsNotRead(mapping, table);
  return others.length === 0
    ? undefined
    : `Columns that nothing is read from: ${others.map(({ text }) => text).join(', ')}.`;
};

const aboutRows = (
  brought: Brought,
  fault: (name: string) => string | undefined,
  missing: readonly MissingColumn[],
): Html => {
  const { mapping, review, reviews, title } = brought;
  const choiceOf = (key: string, head: string | undefined, none: string): ColumnChoice =>
    columnChoice(
      brought,
      head,
      none,
      missing.find(({ of }) => of === key),
    );
  return html`${textInput({ name: titleBox, label: 'Name of this mapping', hint: 'What the spreadsheet is called among you: the mapping is kept by it for next time', value: title, fault: fault(titleBox) })}
${select({ name: ofReviews, label: 'Which column says of which review a row is?', fault: fault(ofReviews), ...choiceOf(reviewField, mapping.review, 'None: all rows are of one') })}
${select({ name: reviewBox, label: 'Where no column says so, of which review are all rows?', value: review, options: [{ value: programmeItself, label: 'None: they are of the programme itself' }, ...reviews.map(({ id, title: label }) => ({ value: id, label }))] })}
${select({ name: ofReferences, label: 'Which column has a reference, by which a row is known again next time?', hint: 'An entry has the reference as its id, in lower case with hyphens: R 17 is r-17. A reference that never changes is safer than a title', fault: fault(ofReferences), ...choiceOf(referenceField, mapping.reference, 'None: its title') })}`;
};

/** The body of the page. */
export const columnsPage = (brought: Brought, faults: readonly ShownFault[]): Html => {
  const { around, mappedFields, mapping, table } = brought;
  const missing = missingColumns(brought);
  const notRead = notReadSaid(brought);
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.message;
  const [first, more] = [true, false].map((is) => mappedFields.filter((one) => isShownFirst(brought, one) === is));
  return html`${paragraph(`Read of ${brought.file.name}: ${table.rows.length} rows. Nothing is recorded before you have seen what it would be.`)}
${missing.length > 0 && notRead !== undefined && insetText(notRead)}
${headsForm(brought)}
<form method="post" action="${around.at.path}" novalidate>${hidden(formToken, around.at.token)}${hidden(fileBox, JSON.stringify(brought.file))}${hidden(headsBox, headsText(brought.heads))}${hidden(keptBox, brought.id)}${hidden(mappingBox, JSON.stringify(mapping))}${hidden(stepBox, 'columns')}
${heading2('What a row is')}
${aboutRows(brought, fault, missing)}
${fieldsTable('Which column is which field', first ?? [], brought, missing)}
${(more ?? []).length > 0 && details('More fields that you may have', fieldsTable('More fields', more ?? [], brought, missing))}
${missing.length === 0 && notRead !== undefined && paragraph(notRead)}
${button('Go on')}</form>`;
};

/** The mapping that was chosen; what its words mean stays for the fields that it still has. */
export const mappingChosen = ({ mapping, mappedFields, register }: Brought, sent: FormValues): Mapping => {
  const chosen = (key: string, before: string | undefined): string | undefined => {
    const head = valueIn(sent, columnBox(key));
    return head === notChosen ? before : head || undefined;
  };
  const columns = mappedFields.flatMap(({ key }) => {
    const head = chosen(key, mapping.columns.find(({ field }) => field === key)?.head);
    const always = valueIn(sent, alwaysBox(key));
    return head === undefined && always === ''
      ? []
      : [{ field: key, ...(head === undefined ? {} : { head }), ...(always === '' ? {} : { always }) }];
  });
  return {
    ...mapping,
    columns,
    reference: chosen(referenceField, mapping.reference),
    review: chosen(reviewField, mapping.review),
    register: mapping.register ?? register.path,
  };
};
