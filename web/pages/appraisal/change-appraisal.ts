import { defaultsOf, fieldsOf } from '#registers/fields.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { team } from '#schemas/operations/problem-lists.ts';
import { hidden } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { valuesOf } from '../../forms/record-values.ts';
import { formScreen } from '../form-screen.ts';
import { correctionForm } from '../history/correction-form.ts';
import { askChanges } from '../history/history.ts';
import { historyPath, programmesPath } from '../paths.ts';
import { orNothing } from '../question.ts';
import { decidedBy, formOfRecord, nameOfField } from '../registers/record-form.ts';
import { byId } from '../registers/shown-value.ts';
import type { Screen } from '../screen.ts';
import { askReview, placeOf, ReviewAtStage } from '../stage/review-at.ts';
import { apiAppraisal, appraisalAt, appraisalCrumbs, askAppraisal, ShownAppraisal } from './appraisal-at.ts';

const base = `${programmesPath}/{programmeId}/reviews/{reviewId}/appraisal`;
const fields = fieldsOf(Appraisal);

/** Whether there was none when the form was shown: who sets it at the same time then reads what the other recorded. */
const isNew = 'is-new';

/** Corrects what was recorded of the appraisal. */
export const correctAppraisal: Screen = correctionForm({
  path: `${base}/_correct/{change}`,
  roles: team,
  fields,
  all: [],
  asks: (at, asAt) => ({ review: askReview(at), appraisal: askAppraisal(at, asAt) }),
  shown: (answers, at) => {
    const { title } = ReviewAtStage.parse(answers.review).record;
    const { record } = ShownAppraisal.parse(answers.appraisal);
    return { name: 'the options appraisal', caption: title, crumbs: appraisalCrumbs(at, title), before: record };
  },
  history: (at) => historyPath(placeOf(at)),
  api: apiAppraisal,
});

/** Sets or changes the criteria, weights and tests of the appraisal. */
export const changeAppraisal: Screen = formScreen({
  path: `${base}/_change`,
  roles: team,
  asks: (at) => ({ review: askReview(at), appraisal: orNothing(askAppraisal(at)) }),
  versionOf: 'appraisal',
  dates: 'as-chosen',
  late: {
    screen: correctAppraisal,
    of: appraisalAt,
    line: (at) => askChanges(at, 'appraisal', 'appraisal'),
  },
  start: ({ appraisal }) => ({
    ...valuesOf(fields, appraisal?.record ?? defaultsOf(Appraisal)),
    [isNew]: appraisal === null ? 'yes' : '',
  }),
  nameOf: nameOfField(fields),
  show: ({ review }, at, filled) => {
    const { title } = review.record;
    return {
      title: 'Criteria and weights of the options appraisal',
      caption: title,
      crumbs: appraisalCrumbs(at, title),
      body: formOfRecord({
        fields,
        at,
        filled,
        named: { nameOf: byId, optionsOf: () => [] },
        first: hidden(isNew, valueIn(filled.values, isNew)),
        cancel: appraisalAt(at),
      }),
    };
  },
  decide: (values, at, _, { which }) =>
    decidedBy(fields, values, which, (body) => ({
      method: 'PUT',
      path: apiAppraisal(at),
      body,
      version: valueIn(values, isNew) === 'yes' ? 'new' : undefined,
    })),
  done: (at) => ({ path: appraisalAt(at), notice: 'The appraisal was saved.' }),
});
