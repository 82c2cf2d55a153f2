import * as z from 'zod';
import { team } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import { button, buttonGroup, insetText, link, paragraph } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { isObject, valuesOf } from '../../forms/record-values.ts';
import { type Html, html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiReviewPath, programmesPath, stagePath } from '../paths.ts';
import { asking } from '../question.ts';
import { fieldControl } from '../registers/field-control.ts';
import { nameOfField, withItems } from '../registers/record-form.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import { reviewFields } from '../reviews/review-fields.ts';
import type { At, Screen } from '../screen.ts';
import { mendOf } from './mends.ts';
import { askGate, askReview, placeOf, stageCrumbs } from './review-at.ts';

const fieldsAt = ({ params }: At): readonly Field[] => {
  const mend = mendOf(params.criterion ?? '');
  return mend?.of === 'review' ? mend.fields.flatMap((name) => reviewFields.filter((one) => one.name === name)) : [];
};

const asksForSro = (fields: readonly Field[]): boolean => fields.some(({ name }) => name === 'sros');

const People = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

/** One person answers for a review: chosen among those whom the organisation knows. */
const sroControl = (people: z.infer<typeof People>, { values, faultOf }: Filled): Html =>
  select({
    name: 'sros',
    label: 'SRO',
    hint: 'Who answers for the review: exactly one person',
    value: valueIn(values, 'sros'),
    fault: faultOf('sros'),
    options: [{ value: '', label: 'Choose one' }, ...people.items.map(({ id, name }) => ({ value: id, label: name }))],
  });

const sroOf = (values: FormValues, people: z.infer<typeof People>): unknown =>
  people.items.flatMap(({ id, name }) => (id === valueIn(values, 'sros') ? [{ subject: id, name }] : []));

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
    ...(asksForSro(fieldsAt(at)) ? { people: asking('/directory', People, { limit: '200' }) } : {}),
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
    ? sroControl(People.parse(Reflect.get(answers, 'people')), filled)
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
      const people = People.parse(Reflect.get(answers, 'people'));
      return valueIn(values, 'sros') === ''
        ? { kind: 'faults', faults: new Map([['sros', 'choose who answers for the review']]) }
        : { kind: 'send', sending: { ...sending, body: { sros: sroOf(values, people) } } };
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
