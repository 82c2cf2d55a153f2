import type { Field } from '#registers/fields.ts';
import { details, paragraph } from '../../design/blocks.ts';
import { checkboxes, select } from '../../design/choice.ts';
import { dateInput } from '../../design/date-input.ts';
import { type Control, textInput } from '../../design/input.ts';
import { type FormValues, listIn, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';

/** The paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972. */
const grounds = [
  'any individual',
  'the identity of an individual',
  'the financial or business affairs of any person, the council included',
  'consultations or negotiations about labour relations',
  'legal professional privilege',
  'a notice, order or direction that the council proposes',
  'the prevention, investigation or prosecution of crime',
] as const;

/** Which fields the public does not see, why, and until when. */
export const exemptionControl = (control: Control, values: FormValues, fields: readonly Field[]): Html => {
  const { name, label, hint, fault } = control;
  const withText = fields.filter(({ kind }) => ['text', 'long text', 'address', 'list', 'group'].includes(kind));
  return html`<div id="${name}">${details(
    `${label}${fault === undefined ? '' : `: ${fault}`}`,
    html`${paragraph(hint, '. Figures and dates are not withheld: record a sensitive figure as to be confirmed.')}
${checkboxes({ name: `${name}/fields`, label: 'Which fields are exempt?', values: listIn(values, `${name}/fields`), options: withText.map((field) => ({ value: field.name, label: field.label })), fault })}
${select({
  name: `${name}/ground`,
  label: 'Paragraph of Schedule 12A',
  value: valueIn(values, `${name}/ground`),
  options: [
    { value: '', label: 'Choose one' },
    ...grounds.map((words, n) => ({ value: String(n + 1), label: `${n + 1}: ${words}` })),
  ],
})}
${dateInput({ name: `${name}/until`, label: 'The first day on which the public sees them (optional)', parts: ['day', 'month', 'year'], valueOf: (part) => valueIn(values, `${name}/until/${part}`) })}
${textInput({ name: `${name}/reason`, label: 'Why (optional)', hint: 'The public does not see this either', value: valueIn(values, `${name}/reason`) })}`,
  )}</div>`;
};
