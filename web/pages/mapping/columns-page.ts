import { button, details, heading2, paragraph } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { hidden, idOf, textInput } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, formToken, valueIn } from '../../forms/form-values.ts';
import { asWritten, type Html, html, trusted } from '../../html.ts';
import { headsMissing } from '../../mapping/guess.ts';
import type { MappedField } from '../../mapping/mapped-fields.ts';
import { type Mapping, programmeItself } from '../../mapping/mapping.ts';
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
export const columnBox = (key: string): string => `column/${key}`;
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

const fieldsTable = (caption: string, fields: readonly MappedField[], { mapping, table }: Brought): Html =>
  dataTable({
    caption,
    stacked: true,
    columns: [{ head: 'Field' }, { head: 'Your column' }, { head: 'Where that is empty, a new row says' }],
    rows: fields.map((mapped) => {
      const { key, column, needed } = mapped;
      const now = mapping.columns.find(({ field }) => field === key);
      return [
        html`${column.label}${!needed && html`<span class="govuk-hint"> if you have it</span>`}`,
        selectIn(columnBox(key), `${column.label}: your column`, headNow(table.heads, now?.head), [
          { value: '', label: 'None' },
          ...table.heads.map((head) => ({ value: head.text, label: headLabel(head) })),
        ]),
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

const notTaken = ({ mapping, table }: Brought): Html | false => {
  const taken = new Set([mapping.review, mapping.reference, ...mapping.columns.map(({ head }) => head)]);
  const others = table.heads.filter(({ text }) => !taken.has(text));
  return (
    others.length > 0 && paragraph(`Columns that no field is read from: ${others.map(({ text }) => text).join(', ')}.`)
  );
};

const aboutRows = (brought: Brought, fault: (name: string) => string | undefined): Html => {
  const { mapping, table, review, reviews, title } = brought;
  const heads = table.heads.map((head) => ({ value: head.text, label: headLabel(head) }));
  return html`${textInput({ name: titleBox, label: 'Name of this mapping', hint: 'What the spreadsheet is called among you: the mapping is kept by it for next time', value: title, fault: fault(titleBox) })}
${select({ name: ofReviews, label: 'Which column says of which review a row is?', value: headNow(table.heads, mapping.review), options: [{ value: '', label: 'None: all rows are of one' }, ...heads] })}
${select({ name: reviewBox, label: 'Where no column says so, of which review are all rows?', value: review, options: [{ value: programmeItself, label: 'None: they are of the programme itself' }, ...reviews.map(({ id, title: label }) => ({ value: id, label }))] })}
${select({ name: ofReferences, label: 'Which column has a reference, by which a row is known again next time?', hint: 'An entry has the reference as its id, in lower case with hyphens: R 17 is r-17. A reference that never changes is safer than a title', value: headNow(table.heads, mapping.reference), options: [{ value: '', label: 'None: its title' }, ...heads] })}`;
};

/** The body of the page. */
export const columnsPage = (brought: Brought, faults: readonly ShownFault[]): Html => {
  const { around, mappedFields, mapping, table } = brought;
  const fault = (name: string): string | undefined => faults.find(({ field }) => field === name)?.message;
  const [first, more] = [true, false].map((is) => mappedFields.filter((one) => isShownFirst(brought, one) === is));
  const missing = headsMissing(mapping, table);
  return html`${paragraph(`Read of ${brought.file.name}: ${table.rows.length} rows. Nothing is recorded before you have seen what it would be.`)}
${missing.length > 0 && paragraph(`The mapping names columns that this spreadsheet does not have: ${missing.join(', ')}.`)}
${headsForm(brought)}
<form method="post" action="${around.at.path}" novalidate>${hidden(formToken, around.at.token)}${hidden(fileBox, JSON.stringify(brought.file))}${hidden(headsBox, headsText(brought.heads))}${hidden(keptBox, brought.id)}${hidden(mappingBox, JSON.stringify(mapping))}${hidden(stepBox, 'columns')}
${heading2('What a row is')}
${aboutRows(brought, fault)}
${fieldsTable('Which column is which field', first ?? [], brought)}
${(more ?? []).length > 0 && details('More fields that you may have', fieldsTable('More fields', more ?? [], brought))}
${notTaken(brought)}
${button('Go on')}</form>`;
};

/** The mapping that was chosen; what its words mean stays for the fields that it still has. */
export const mappingChosen = ({ mapping, mappedFields, register }: Brought, sent: FormValues): Mapping => {
  const [reference, review] = [valueIn(sent, ofReferences), valueIn(sent, ofReviews)];
  const columns = mappedFields.flatMap(({ key }) => {
    const [head, always] = [valueIn(sent, columnBox(key)), valueIn(sent, alwaysBox(key))];
    return head === '' && always === ''
      ? []
      : [{ field: key, ...(head === '' ? {} : { head }), ...(always === '' ? {} : { always }) }];
  });
  return {
    ...mapping,
    columns,
    reference: reference === '' ? undefined : reference,
    review: review === '' ? undefined : review,
    register: mapping.register ?? register.path,
  };
};
