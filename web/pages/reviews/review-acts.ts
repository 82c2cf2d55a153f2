import * as z from 'zod';
import { registers } from '#registers/all.ts';
import { team } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { labelOf } from '#schemas/choices.ts';
import { StruckOut } from '#schemas/history.ts';
import { kindsFrom } from '#schemas/lifecycle-acts.ts';
import { asksBesides, ChangeLifecycle, KindOfChange } from '#schemas/lifecycle-change.ts';
import { Lifecycle, RecordStageWork } from '#schemas/review.ts';
import { bulletList, link, paragraph } from '../../design/blocks.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiReviewPath, programmesPath, reviewPath } from '../paths.ts';
import { asking } from '../question.ts';
import { decidedBy, formOfRecord, nameOfField } from '../registers/record-form.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import { strikeOutForm } from '../registers/strike-out-form.ts';
import { type At, type Screen, screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';

const base = `${programmesPath}/{programmeId}/reviews/{reviewId}`;

const here = (at: At): string => {
  const { programme, review } = placeOf(at);
  return reviewPath(programme, review);
};
const api = (at: At): string => {
  const { programme, review } = placeOf(at);
  return apiReviewPath(programme, review);
};

const ReviewAlive = z.object({ record: z.object({ title: z.string(), lifecycle: Lifecycle }) });

/** Acts that change no lifecycle are taken from each. */
const inPlace: readonly KindOfChange[] = ['re-tier', 'move-portfolio', 'rename'];

/** What may happen to a review as it is now. */
export const lifeOfReview: Screen = screen({
  path: `${base}/_life`,
  roles: team,
  asks: (at) => ({ review: asking(api(at), ReviewAlive) }),
  show: ({ review }, at) => {
    const { title, lifecycle } = review.record;
    const kinds = [...kindsFrom(lifecycle), ...inPlace];
    return {
      title: 'What happens to this review?',
      caption: title,
      crumbs: stageCrumbs(at, title, false),
      body: html`${paragraph(`It is ${labelOf(Lifecycle, lifecycle).toLowerCase()}. Each of these is recorded with a reason, which reports show.`)}
${bulletList(kinds.map((kind) => link(`${here(at)}/_life/${kind}`, labelOf(KindOfChange, kind))))}`,
    };
  },
});

const allFields = fieldsOf(ChangeLifecycle);

/** What is said of a field for one kind: `Of "split": whether it goes on` is for the API's readers. */
const hintFor = (hint: string, kind: KindOfChange): string => {
  const [, said] = new RegExp(`Of \`${kind}\`: ([^.]*)`).exec(hint) ?? [];
  return said === undefined ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
};

const asAsked = (field: Field, kind: KindOfChange, required: boolean): Field => ({
  ...field,
  ...(field.name === 'into' ? { of: 'reference', register: 'review' } : {}),
  ...(field.name === 'portfolio' ? { list: 'portfolios' } : {}),
  hint: hintFor(field.hint, kind),
  required,
});

/** The fields of a kind: its reason, and what it asks besides. */
const fieldsOfKind = (kind: KindOfChange): readonly Field[] => {
  const besides = asksBesides(kind).flatMap(({ field, required }) =>
    allFields.filter(({ name }) => name === field).map((one) => asAsked(one, kind, required)),
  );
  return [...besides, ...allFields.filter(({ name }) => name === 'reason')];
};
const kindIn = ({ params }: At): KindOfChange => KindOfChange.catch('rename').parse(params.kind);

/** An act in the life of a review. */
export const changeLifecycle: Screen = formScreen({
  path: `${base}/_life/{kind}`,
  roles: team,
  asks: (at) => ({ review: askReview(at), ...askNamed(fieldsOfKind(kindIn(at)), registers, at) }),
  versionOf: 'review',
  dates: 'as-chosen',
  reread: (values) => values,
  start: () => ({}),
  nameOf: nameOfField(allFields),
  show: (answers, at, filled) => {
    const { title } = answers.review.record;
    return {
      title: labelOf(KindOfChange, kindIn(at)),
      caption: title,
      crumbs: [...stageCrumbs(at, title, false), { text: 'What happens to it', to: `${here(at)}/_life` }],
      body: formOfRecord({
        fields: fieldsOfKind(kindIn(at)),
        at,
        filled,
        named: namedEntries(answers, registers, at),
        cancel: `${here(at)}/_life`,
        save: 'Record',
      }),
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(fieldsOfKind(kindIn(at)), values, which, (record) => ({
      method: 'POST',
      path: `${api(at)}/lifecycle-changes`,
      body: { kind: kindIn(at), ...record },
    })),
  done: (at) => ({ path: here(at), notice: 'It was recorded.' }),
});

const workFields = fieldsOf(RecordStageWork);

/** Whether the work of the stage is in progress or complete. */
export const recordStageWork: Screen = formScreen({
  path: `${base}/stage/_work`,
  roles: ['transformation-team'],
  asks: (at) => ({ review: askReview(at) }),
  versionOf: 'review',
  dates: 'as-chosen',
  reread: (values) => values,
  start: () => ({}),
  nameOf: nameOfField(workFields),
  show: (answers, at, filled) => {
    const { record, computed } = answers.review;
    return {
      title: `The work of ${computed.stageName}`,
      caption: record.title,
      crumbs: stageCrumbs(at, record.title, true),
      body: formOfRecord({
        fields: workFields,
        at,
        filled,
        named: namedEntries(answers, registers, at),
        cancel: `${here(at)}/stage`,
      }),
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(workFields, values, which, (record) => ({ method: 'POST', path: `${api(at)}/stage-work`, body: record })),
  done: (at) => ({ path: `${here(at)}/stage`, notice: 'It was recorded.' }),
});

const ReviewStruckOut = z.object({ record: z.object({ title: z.string() }), struckOut: StruckOut.nullable() });

/** Strikes a review out that was opened by mistake, or puts it back. */
export const strikeOutReview: Screen = strikeOutForm({
  path: `${base}/_strike-out`,
  roles: team,
  asks: (at) => ({ of: asking(api(at), ReviewStruckOut) }),
  shown: (answers, at) => {
    const { record, struckOut } = ReviewStruckOut.parse(answers.of);
    return {
      name: record.title,
      caption: 'Review',
      crumbs: stageCrumbs(at, record.title, false),
      reason: struckOut?.reason ?? null,
    };
  },
  here,
  api,
});
