import * as z from 'zod';
import { registers } from '#registers/all.ts';
import { team } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { valuesOf } from '../../forms/record-values.ts';
import type { Decided, SentForm } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { correctReview } from '../history/correct-chain.ts';
import { askChanges } from '../history/history.ts';
import {
  apiChainPath,
  apiReviewPath,
  ownerPath,
  programmePath,
  programmesPath,
  reviewPath,
  reviewsPath,
} from '../paths.ts';
import { asking } from '../question.ts';
import { formOfRecord, idOfNew, nameOfField, withItems } from '../registers/record-form.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import type { At, Crumb, Screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { fieldsOfChange, fieldsOfNew, mainOfReview, newReview, withNames } from './review-fields.ts';

const ProgrammeName = z.object({ record: z.object({ name: z.string() }) });
const Put = z.object({ id: z.string(), record: z.object({ title: z.string() }) });

interface Given {
  readonly fields: readonly Field[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What is wrong with what was filled in, one more line of a list, or the record that it makes. */
const recordIn = (values: FormValues, at: At, { fields, before, answers }: Given, { which }: SentForm) => {
  const again = withItems(values, which);
  if (again !== undefined) return { kind: 'again', values: again } as const;
  const { record, faults } = recordOf(fields, values, before);
  if (faults.size > 0) return { kind: 'faults', faults } as const;
  const { nameOf } = namedEntries(answers, registers, at);
  return { kind: 'record', record: withNames(record, (id) => nameOf('people', id).text) } as const;
};

const programmeCrumbs = ({ params: { programmeId = '' } }: At, name: string): readonly Crumb[] => [
  { text: 'Programmes', to: programmesPath },
  { text: name, to: programmePath(programmeId) },
  { text: 'Reviews', to: reviewsPath(programmeId) },
];

/** Changes what is recorded of a review itself; its life changes by acts. */
export const changeReview: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/_change`,
  roles: team,
  asks: (at) => ({ review: askReview(at), ...askNamed(fieldsOfChange, registers, at) }),
  versionOf: 'review',
  dates: 'as-chosen',
  late: {
    screen: correctReview(),
    of: (at) => ownerPath(placeOf(at)),
    line: (at) => askChanges(at, 'review', placeOf(at).review),
  },
  start: ({ review }) => valuesOf(fieldsOfChange, review.record),
  nameOf: nameOfField(fieldsOfChange),
  show: (answers, at, filled) => {
    const { title } = answers.review.record;
    const { programme, review } = placeOf(at);
    return {
      title: `Change ${title}`,
      caption: 'Review',
      crumbs: stageCrumbs(at, title, false),
      body: formOfRecord({
        fields: fieldsOfChange,
        at,
        filled,
        named: namedEntries(answers, registers, at),
        cancel: reviewPath(programme, review),
        main: mainOfReview,
        begun: valuesOf(fieldsOfChange, newReview),
      }),
    };
  },
  decide: (values, at, answers, sent): Decided => {
    const { record: before } = answers.review;
    const read = recordIn(values, at, { fields: fieldsOfChange, before, answers }, sent);
    if (read.kind !== 'record') return read;
    const { programme, review } = placeOf(at);
    // A merge patch: what a form does not ask for stays, and what was emptied is taken out.
    const body = Object.fromEntries(fieldsOfChange.map(({ name }) => [name, read.record[name] ?? null]));
    return { kind: 'send', sending: { method: 'PATCH', path: apiReviewPath(programme, review), body } };
  },
  done: (at) => {
    const { programme, review } = placeOf(at);
    return { path: reviewPath(programme, review), notice: 'The review was saved.' };
  },
});

/** Opens a review; its id is made of its title. */
export const addReview: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/_new`,
  roles: team,
  asks: (at) => ({
    programme: asking(apiChainPath({ programme: at.params.programmeId ?? '' }), ProgrammeName),
    ...askNamed(fieldsOfNew, registers, at),
  }),
  dates: 'as-chosen',
  adds: {
    screen: changeReview,
    at: ({ params }, id) => ({
      path: `${reviewPath(params.programmeId ?? '', id)}/_change`,
      params: { ...params, reviewId: id },
    }),
  },
  // Exactly one person answers for a review: there is a box for one.
  start: () => ({ ...valuesOf(fieldsOfNew, newReview), 'sros/0/id': '' }),
  nameOf: nameOfField(fieldsOfNew),
  show: (answers, at, filled) => {
    const { name } = answers.programme.record;
    return {
      title: 'Open a review',
      caption: name,
      crumbs: programmeCrumbs(at, name),
      body: formOfRecord({
        fields: fieldsOfNew,
        at,
        filled,
        named: namedEntries(answers, registers, at),
        cancel: reviewsPath(at.params.programmeId ?? ''),
        main: mainOfReview,
        begun: valuesOf(fieldsOfNew, newReview),
      }),
    };
  },
  decide: (values, at, answers, sent): Decided => {
    const read = recordIn(values, at, { fields: fieldsOfNew, before: {}, answers }, sent);
    if (read.kind !== 'record') return read;
    const path = apiReviewPath(at.params.programmeId ?? '', idOfNew(read.record, 'review', sent.key));
    return { kind: 'send', sending: { method: 'PUT', path, body: read.record, version: 'new' } };
  },
  done: (at, _, answer) => {
    const { id, record } = Put.parse(answer);
    return { path: reviewPath(at.params.programmeId ?? '', id), notice: `${record.title} was opened.` };
  },
});
