import type { Field } from '#registers/fields.ts';
import { defaultsOf, fieldsOf } from '#registers/fields.ts';
import { Review, ReviewToPut } from '#schemas/review.ts';
import { isObject } from '../../forms/record-values.ts';
import { people } from '../registers/references.ts';

/*
 * The fields of a review as forms ask for them: other reviews, people and words of the settings are chosen by name.
 */

const reviewNamed = new Set(['parent', 'mergedInto', 'splitInto', 'splitFrom']);
const lists = { directorate: 'directorates', portfolio: 'portfolios', theme: 'themes' } as const;
const isListed = (name: string): name is keyof typeof lists => name in lists;

const person: Field = {
  name: 'subject',
  label: 'Person',
  hint: 'Somebody of the directory; the programme office adds who is missing',
  kind: 'reference',
  register: people,
  required: true,
};

/** What a form does not ask for stays as it was: the stage that a wait holds is set by programs alone. */
const ofWait = (field: Field): readonly Field[] =>
  field.name === 'holdsStage'
    ? []
    : [field.name === 'review' ? { ...field, kind: 'reference', register: 'review' } : field];

const asAsked = (field: Field): Field => {
  const { name } = field;
  if (reviewNamed.has(name))
    return { ...field, kind: field.kind === 'list' ? 'list' : 'reference', of: 'reference', register: 'review' };
  if (isListed(name)) return { ...field, list: lists[name] };
  if (name === 'sros' || name === 'lead') return { ...field, fields: [person] };
  if (name === 'waitsFor') return { ...field, fields: (field.fields ?? []).flatMap(ofWait) };
  return field;
};

export const reviewFields: readonly Field[] = fieldsOf(ReviewToPut).map(asAsked);

/** What changes by an act in the life of a review, with a reason, once it is there. */
const byActAlone = new Set([
  'lifecycle',
  'lifecycleReason',
  'tier',
  'portfolio',
  'transferredTo',
  'mergedInto',
  'splitInto',
]);
export const fieldsOfChange = reviewFields.filter(({ name }) => !byActAlone.has(name));

/** What is asked when a review is opened; the rest follows as it goes on. */
const atOpening: readonly (keyof ReviewToPut)[] = [
  'title',
  'kind',
  'services',
  'sros',
  'lead',
  'directorate',
  'portfolio',
  'theme',
  'tier',
  'lifecycle',
  'endDate',
  'outcomesSought',
  'parent',
  'splitFrom',
  'openedAt',
];
/** What a review is where nobody says otherwise; a change says nothing of it. */
const held = new Map(fieldsOf(Review).map(({ name, hasDefault }) => [name, hasDefault]));
export const fieldsOfNew: readonly Field[] = atOpening.flatMap((asked) =>
  reviewFields
    .filter(({ name }) => name === asked)
    .map((field) => (held.get(field.name) === true ? { ...field, hasDefault: true as const } : field)),
);
export const newReview: Readonly<Record<string, unknown>> = defaultsOf(Review);

/** What the forms of a review always show. */
export const mainOfReview: readonly string[] = atOpening.slice(0, atOpening.indexOf('parent'));

const withName =
  (nameOf: (id: string) => string) =>
  (one: unknown): unknown =>
    isObject(one) && typeof one.subject === 'string' ? { subject: one.subject, name: nameOf(one.subject) } : one;

/** A record with the name of each person who was chosen by their id. */
export const withNames = (
  record: Readonly<Record<string, unknown>>,
  nameOf: (id: string) => string,
): Readonly<Record<string, unknown>> => {
  const { sros, lead } = record;
  const named = withName(nameOf);
  return {
    ...record,
    ...(Array.isArray(sros) ? { sros: sros.map(named) } : {}),
    ...(lead === undefined ? {} : { lead: named(lead) }),
  };
};
