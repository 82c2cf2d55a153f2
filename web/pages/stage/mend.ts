import { team } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import { button, buttonGroup, insetText, link, paragraph } from '../../design/blocks.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { isObject, valuesOf } from '../../forms/record-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiReviewPath, programmesPath, stagePath } from '../paths.ts';
import { fieldControl } from '../registers/field-control.ts';
import { nameOfField, withItems } from '../registers/record-form.ts';
import { askNamed, type NamedEntries, namedEntries, people } from '../registers/references.ts';
import { reviewFields } from '../reviews/review-fields.ts';
import type { At, Screen } from '../screen.ts';
import { mendOf } from './mends.ts';
import { askGate, askReview, placeOf, stageCrumbs } from './review-at.ts';

const fieldsAt = ({ params }: At): readonly Field[] => {
  const mend = mendOf(params.criterion ?? '');
  return mend?.of === 'review' ? mend.fields.flatMap((name) => reviewFields.filter((one) => one.name === name)) : [];
};

const asksForSro = (fields: readonly Field[]): boolean => fields.some(({ name }) => name === 'sros');

/** One person answers for a review. */
const sro: Field = {
  name: 'sros',
  label: 'SRO',
  hint: 'Who answers for the review: exactly one person',
  kind: 'reference',
  register: people,
  required: true,
};

/** The one who is chosen, under the name that the directory has. */
const sroOf = (values: FormValues, { nameOf }: NamedEntries): unknown => {
  const subject = valueIn(values, 'sros');
  return [{ subject, name: nameOf(people, subject).text }];
};

/** What of a record changes, as a merge patch has it: what is no longer there is null. */
const patchOf = (fields: readonly Field[], record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name }) => [name, record[name] ?? null]));

/** Records what a criterion of the gate lacks, where that is in the review's own record. */
export const mend: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/stage/mend/{criterion}`,
  roles: team,
  asks: (at) => ({
    review: askReview(at),
    gate: askGate(at),
    ...askNamed(fieldsAt(at), [], at),
  }),
  versionOf: 'review',
  dates: 'now',
  start: ({ review }, at) => {
    const fields = fieldsAt(at);
    return asksForSro(fields)
      ? { sros: review.record.sros.length === 1 ? (review.record.sros[0]?.subject ?? '') : '' }
      : valuesOf(fields, review.record);
  },
  nameOf: nameOfField(reviewFields),
  show: (answers, at, filled) => {
    const { review, gate } = answers;
    const { title } = review.record;
    const { programme, review: id } = placeOf(at);
    const fields = fieldsAt(at);
    const mending = mendOf(at.params.criterion ?? '');
    const criterion = gate.criteria.find((one) => one.id === at.params.criterion);
    const { optionsOf } = namedEntries(answers, [], at);
    const controls = { values: filled.values, faultOf: filled.faultOf, optionsOf, fields };
    return {
      title: mending?.of === 'review' ? mending.title : 'What the gate asks for',
      caption: title,
      crumbs: stageCrumbs(at, title, true),
      body: html`${filled.above}${criterion !== undefined && insetText(html`<strong>${criterion.sentence}</strong><br>${criterion.because}`)}
${
  fields.length === 0
    ? paragraph(link(stagePath(programme, id), 'Back to what is needed'))
    : html`<form method="post" action="${at.path}" novalidate>${filled.sending}<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save</button>
${
  asksForSro(fields)
    ? fieldControl(sro, 'sros', controls)
    : fields.map((field) => fieldControl(field, field.name, controls))
}
${buttonGroup(button('Save'), link(stagePath(programme, id), 'Cancel'))}</form>`
}`,
    };
  },
  decide: (values, at, answers, { which }) => {
    const again = withItems(values, which);
    if (again !== undefined) return { kind: 'again', values: again };
    const fields = fieldsAt(at);
    const { programme, review } = placeOf(at);
    const sending = { method: 'PATCH', path: apiReviewPath(programme, review) } as const;
    if (asksForSro(fields)) {
      return valueIn(values, 'sros') === ''
        ? { kind: 'faults', faults: new Map([['sros', 'choose who answers for the review']]) }
        : { kind: 'send', sending: { ...sending, body: { sros: sroOf(values, namedEntries(answers, [], at)) } } };
    }
    const { record, faults } = recordOf(fields, values, isObject(answers.review) ? answers.review.record : {});
    if (faults.size > 0) return { kind: 'faults', faults };
    return { kind: 'send', sending: { ...sending, body: patchOf(fields, record) } };
  },
  done: (at) => {
    const { programme, review } = placeOf(at);
    return { path: stagePath(programme, review), notice: 'It was saved.' };
  },
});
