import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { office, team } from '#schemas/operations/problem-lists.ts';
import { apiChainPath, historyPath, programmesPath } from '../paths.ts';
import { asking } from '../question.ts';
import { crumbsOf, registerAt } from '../registers/register-at.ts';
import { reviewFields, withNames } from '../reviews/review-fields.ts';
import type { At, Screen } from '../screen.ts';
import { partsOfSetUp } from '../set-up/parts.ts';
import { ProgrammeSettings } from '../set-up/set-up-at.ts';
import { ReviewAtStage } from '../stage/review-at.ts';
import { correctionForm } from './correction-form.ts';

const places = {
  api: (at: At) => apiChainPath(registerAt(at)),
  history: (at: At) => historyPath(registerAt(at)),
} as const;

/** Corrects what was recorded of a review itself. */
export const correctReview = (all: readonly Register[] = registers): Screen =>
  correctionForm({
    ...places,
    path: `${programmesPath}/{programmeId}/reviews/{reviewId}/_correct/{change}`,
    roles: team,
    fields: reviewFields,
    all,
    asks: (at, asAt) => ({ review: asking(places.api(at), ReviewAtStage, asAt) }),
    shown: ({ review }, at) => {
      const { record } = ReviewAtStage.parse(review);
      return { name: record.title, caption: 'Review', crumbs: crumbsOf(at, record.title), before: record };
    },
    completed: (record, nameOf) => withNames(record, (id) => nameOf('people', id).text),
  });

/** Corrects the settings of a programme; the stages that reviews go through stay as they were. */
export const correctProgramme: Screen = correctionForm({
  ...places,
  path: `${programmesPath}/{programmeId}/_correct/{change}`,
  roles: office,
  fields: partsOfSetUp.flatMap(({ fields }) => fields),
  all: [],
  asks: (at, asAt) => ({ programme: asking(places.api(at), ProgrammeSettings, asAt) }),
  shown: ({ programme }, at) => {
    const { record } = ProgrammeSettings.parse(programme);
    return { name: record.name, caption: 'Settings', crumbs: crumbsOf(at, record.name), before: record };
  },
});
