import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { BusinessCase, type BusinessCaseFacts } from '#registers/business-case/record.ts';
import { fieldsOf } from '#registers/fields.ts';
import { bulletList, button, heading2, inLines, insetText, paragraph, warningText } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import { hidden, textArea } from '../../design/input.ts';
import { summaryCard, summaryList } from '../../design/tables.ts';
import { dayOf as dayFilledIn } from '../../forms/day.ts';
import { type FormValues, pressed, valueIn } from '../../forms/form-values.ts';
import { isObject } from '../../forms/record-values.ts';
import { type Html, html, type Printable } from '../../html.ts';
import type { Filled } from '../form.ts';
import { fieldControl } from '../registers/field-control.ts';
import type { Entry } from '../registers/register-at.ts';
import { byId, shownValue } from '../registers/shown-value.ts';
import {
  approves,
  earlierIn,
  fieldsOfStep,
  type OpenCondition,
  outcomeBody,
  outcomeFields,
  outcomeInWords,
  type Step,
} from './outcome-values.ts';

const caseFields = fieldsOf(BusinessCase);

/** The case that is judged, every field that holds something. */
export const caseShown = ({ record, recordedAt }: Entry): Html =>
  summaryCard({
    title: `The case as recorded on ${dateInWords(dayOf(recordedAt))}`,
    content: summaryList(
      caseFields.flatMap((field) => {
        const value = shownValue(field, record[field.name], byId, caseFields);
        return value === null || value === '' ? [] : [{ key: field.label, value }];
      }),
    ),
  });

export const outcomeBefore = ({ outcomes }: BusinessCaseFacts): Html | false => {
  const latest = outcomes.at(-1);
  return (
    latest !== undefined &&
    insetText(
      `${outcomeInWords(latest.outcome)} by ${latest.body} on ${dateInWords(latest.on)}. What you record supersedes that, and both stay in the record.`,
    )
  );
};

/** What is filled in on other steps goes along. */
const along = (values: FormValues, shown: (name: string) => boolean): readonly Html[] =>
  Object.entries(values).flatMap(([name, value]) => (name === 'step' || shown(name) ? [] : [hidden(name, value)]));

const controlsOf = (step: Step, { values, faultOf }: Filled): readonly Html[] =>
  fieldsOfStep(step).map((field) =>
    fieldControl(field, field.name, { values, faultOf, optionsOf: () => [], fields: outcomeFields }),
  );

const earlierControl = ({ id, text, owner, dueOn }: OpenCondition, { values, faultOf }: Filled): Html => {
  const name = `earlier/${id}`;
  const note = (status: 'met' | 'no-longer-needed', label: string): Html =>
    textArea({
      name: `${name}/${status}/note`,
      label,
      value: valueIn(values, `${name}/${status}/note`),
      rows: 2,
      fault: faultOf(`${name}/${status}/note`),
    });
  return radios({
    name: `${name}/status`,
    label: text,
    hint: `${owner}, due ${dateInWords(dueOn)}`,
    value: earlierIn(values, id).status,
    options: [
      { value: 'open', label: 'Carried over: it stays open' },
      { value: 'met', label: 'Met', reveals: note('met', 'What was done') },
      {
        value: 'no-longer-needed',
        label: 'No longer needed',
        reveals: note('no-longer-needed', 'Why it is no longer needed'),
      },
    ],
  });
};

const conditionsStep = (filled: Filled, open: readonly OpenCondition[]): Html =>
  html`${valueIn(filled.values, 'outcome') === 'approved-with-conditions' && controlsOf('conditions', filled).slice(0, 1)}
${open.length > 0 && html`${heading2('Conditions of the outcome before that are open')}${open.map((one) => earlierControl(one, filled))}`}`;

const earlierLines = (values: FormValues, open: readonly OpenCondition[]): readonly Printable[] =>
  open.map(({ id, text }) => {
    const { status, note } = earlierIn(values, id);
    if (!approves(values)) return `${text}: falls with this outcome`;
    if (status === 'open') return `${text}: carried over`;
    return `${text}: ${status === 'met' ? 'met' : 'no longer needed'} (${note})`;
  });

const newLines = (values: FormValues, open: readonly OpenCondition[]): readonly string[] => {
  const { conditions } = outcomeBody(values, open).body;
  return (Array.isArray(conditions) ? conditions : []).flatMap((one: unknown) =>
    isObject(one) ? [`${one.text} (${one.owner}, due ${dateInWords(String(one.dueOn))})`] : [],
  );
};

const checkStep = ({ values }: Filled, entry: Entry, open: readonly OpenCondition[]): Html => {
  const on = dayFilledIn(values, 'on');
  const added = newLines(values, open);
  const rows: readonly (readonly [string, Printable])[] = [
    ['Outcome', outcomeInWords(valueIn(values, 'outcome'))],
    ['Reason', inLines(valueIn(values, 'reason'))],
    ['Body', valueIn(values, 'body')],
    ['Date', on.kind === 'value' ? dateInWords(on.value) : ''],
    ['Reference', valueIn(values, 'reference')],
    ['Conditions', added.length === 0 ? '' : bulletList(added)],
    ['Conditions of the outcome before', open.length === 0 ? '' : bulletList(earlierLines(values, open))],
  ];
  const change = (step: Step, text: string) => button(text, { kind: 'secondary', name: pressed, value: `go ${step}` });
  return html`${summaryList(rows.flatMap(([key, value]) => (value === '' || (key === 'Reason' && valueIn(values, 'reason') === '') ? [] : [{ key, value }])))}
<div class="govuk-button-group">${change('outcome', 'Change the outcome')}${change('decision', 'Change who decided')}${(added.length > 0 || (approves(values) && open.length > 0)) && change('conditions', 'Change the conditions')}</div>
${caseShown(entry)}
${warningText('An outcome is not changed or taken back. A later one supersedes it, and both stay.')}
${paragraph('You record it for the case as it is shown here. If the case is changed before you record the outcome, you are asked to read it again.')}`;
};

/** The controls of a step, with what was filled in on the others. */
export const stepShown = (
  step: Step,
  filled: Filled,
  { entry, open }: { readonly entry: Entry; readonly open: readonly OpenCondition[] },
): Html => {
  const { values } = filled;
  const ofStep = (name: string): boolean => {
    const first = name.split('/')[0] ?? '';
    if (step === 'conditions')
      return (
        first === 'earlier' || (first === 'conditions' && valueIn(values, 'outcome') === 'approved-with-conditions')
      );
    return fieldsOfStep(step).some((one) => one.name === first);
  };
  return html`${hidden('step', step)}${along(values, ofStep)}
${
  step === 'check'
    ? checkStep(filled, entry, open)
    : step === 'conditions'
      ? conditionsStep(filled, open)
      : controlsOf(step, filled)
}`;
};
