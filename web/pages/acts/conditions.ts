import { dateInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import { type RecordedOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import { fieldsOf } from '#registers/fields.ts';
import {
  button,
  buttonGroup,
  heading2,
  insetText,
  link,
  paragraph,
  type Task,
  tag,
  taskList,
} from '../../design/blocks.ts';
import { dayInBoxes } from '../../forms/day.ts';
import { recordOf } from '../../forms/record-of.ts';
import { type Html, html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { programmesPath } from '../paths.ts';
import { fieldControl } from '../registers/field-control.ts';
import { nameOfField } from '../registers/record-form.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { askReview } from '../stage/review-at.ts';
import { apiCasePath, askCase, caseCrumbs, caseFacts, casePath, caseTitle } from './case-at.ts';
import { outcomeInWords } from './outcome-values.ts';

type Condition = RecordedOutcome['conditions'][number];

const path = `${programmesPath}/{programmeId}/reviews/{reviewId}/business-cases/{entryId}/_conditions`;
const conditionsPath = (at: At): string => `${casePath(at)}/_conditions`;

const stateOf = ({ status, dueOn }: Condition, today: LocalDate): Html =>
  status === 'met'
    ? tag('Met', 'green')
    : status === 'no-longer-needed'
      ? tag('No longer needed', 'grey')
      : dueOn < today
        ? tag('Overdue', 'red')
        : tag('Open', 'blue');

const taskOf =
  (at: At) =>
  (condition: Condition): Task => {
    const { id, text, owner, dueOn, note, statusOn } = condition;
    return {
      text,
      ...(may(at.viewer, ['sro', 'transformation-team'])
        ? { to: `${conditionsPath(at)}/${encodeURIComponent(id)}` }
        : {}),
      hint: html`${owner}, due ${dateInWords(dueOn)}${statusOn !== undefined && html`<br>Since ${dateInWords(statusOn)}${note !== undefined && `: ${note}`}`}`,
      status: stateOf(condition, at.today),
    };
  };

const outcomeShown = (at: At, { outcome, body, on, reason, conditions, number }: RecordedOutcome): Html =>
  html`${heading2(`${outcomeInWords(outcome)} by ${body} on ${dateInWords(on)}`)}
${reason !== undefined && paragraph(reason)}
${conditions.length === 0 ? paragraph('No conditions.') : taskList(`outcome-${number}`, conditions.map(taskOf(at)))}`;

/** What was decided on a case, and how far the conditions of that have come. */
export const conditions: Screen = screen({
  path,
  asks: (at) => ({ review: askReview(at), entry: askCase(at) }),
  show: ({ review, entry }, at) => {
    const { outcomes } = caseFacts(entry);
    const latest = outcomes.at(-1);
    const superseded = outcomes.slice(0, -1).toReversed();
    return {
      title: 'Outcome and conditions',
      caption: caseTitle(entry),
      crumbs: caseCrumbs(at, review.record.title, entry),
      body: html`${latest === undefined ? paragraph('No outcome is recorded yet.') : outcomeShown(at, latest)}
${superseded.length > 0 && html`${heading2('Superseded')}<ul class="govuk-list govuk-list--bullet">${superseded.map(({ outcome, body, on }) => html`<li>${outcomeInWords(outcome)} by ${body} on ${dateInWords(on)}</li>`)}</ul>`}`,
    };
  },
});

const fields = fieldsOf(UpdateCondition).filter(({ name }) => name !== 'condition');

/** Says how far a condition of the latest outcome has come. */
export const updateCondition: Screen = formScreen({
  path: `${path}/{condition}`,
  roles: ['sro', 'transformation-team'],
  asks: (at) => ({ review: askReview(at), entry: askCase(at) }),
  versionOf: 'entry',
  start: ({ entry }, at) => {
    const condition = caseFacts(entry)
      .outcomes.at(-1)
      ?.conditions.find(({ id }) => id === at.params.condition);
    return { status: condition?.status ?? '', note: condition?.note ?? '', ...dayInBoxes('on', at.today) };
  },
  nameOf: nameOfField(fields),
  show: ({ review, entry }, at, { above, sending, values, faultOf }) => {
    const condition = caseFacts(entry)
      .outcomes.at(-1)
      ?.conditions.find(({ id }) => id === at.params.condition);
    return {
      title: 'Progress on a condition',
      caption: caseTitle(entry),
      crumbs: [
        ...caseCrumbs(at, review.record.title, entry),
        { text: 'Outcome and conditions', to: conditionsPath(at) },
      ],
      body:
        condition === undefined
          ? paragraph('The latest outcome of this case has no such condition.')
          : html`${above}${insetText(html`<strong>${condition.text}</strong><br>${condition.owner}, due ${dateInWords(condition.dueOn)}`)}
<form method="post" action="${at.path}" novalidate>${sending}
${fields.map((field) => fieldControl(field, field.name, { values, faultOf, optionsOf: () => [], fields }))}
${buttonGroup(button('Save'), link(conditionsPath(at), 'Cancel'))}</form>`,
    };
  },
  decide: (values, at) => {
    const { record, faults } = recordOf(fields, values, {});
    if (faults.size > 0) return { kind: 'faults', faults };
    return {
      kind: 'send',
      sending: {
        method: 'POST',
        path: `${apiCasePath(at)}/condition-updates`,
        body: { ...record, condition: at.params.condition },
      },
    };
  },
  done: (at) => ({ path: conditionsPath(at), notice: 'The progress of the condition was saved.' }),
});
