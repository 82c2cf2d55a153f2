import { Programme } from '#schemas/programme.ts';
import { type StageModel, stagesOf } from '#schemas/stages.ts';
import { button, buttonGroup, link, paragraph } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import { valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, programmesPath, setUpPath } from '../paths.ts';
import type { Screen } from '../screen.ts';
import { askSettings, programmeIn, setUpCrumbs } from './set-up-at.ts';

const shipped = [
  { kind: 'service-review', label: 'A service review, from identified to closed' },
  { kind: 'commissioning-cycle', label: 'The commissioning cycle' },
] as const satisfies readonly { readonly kind: StageModel['kind']; readonly label: string }[];

const namesOf = (model: StageModel): string =>
  stagesOf(model)
    .map(({ name }) => name)
    .join(', ');

/** Chooses the stages that reviews go through, among those that the service has; a list of the council's own is kept by the API. */
export const stageModel: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/set-up/stages`,
  roles: ['programme-office'],
  asks: (at) => ({ programme: askSettings(at) }),
  versionOf: 'programme',
  dates: 'now',
  start: ({ programme }) => ({ kind: programme.record.stageModel.kind }),
  nameOf: () => 'Stages of a review',
  show: ({ programme }, at, { above, sending, values, faultOf }) => {
    const now = Programme.shape.stageModel.safeParse(programme.record.stageModel);
    return {
      title: 'Stages of a review',
      caption: programme.record.name,
      crumbs: [...setUpCrumbs(at, programme), { text: 'Set-up', to: setUpPath(programmeIn(at)) }],
      body: html`${above}${now.success && paragraph(`Now: ${namesOf(now.data)}`)}
<form method="post" action="${at.path}" novalidate>${sending}
${radios({
  name: 'kind',
  label: 'Which stages do reviews go through?',
  hint: 'Once there are reviews, stages are changed with care: each review moves to a stage of the new list',
  value: valueIn(values, 'kind'),
  fault: faultOf('kind'),
  options: shipped.map(({ kind, label }) => ({ value: kind, label, hint: namesOf({ kind }) })),
})}
${buttonGroup(button('Save'), link(setUpPath(programmeIn(at)), 'Cancel'))}</form>`,
    };
  },
  decide: (values, at, { programme }) => {
    const chosen = shipped.find(({ kind }) => kind === valueIn(values, 'kind'));
    if (chosen === undefined) return { kind: 'faults', faults: new Map([['kind', 'choose one of these']]) };
    return {
      kind: 'send',
      sending: {
        method: 'PUT',
        path: apiChainPath({ programme: programmeIn(at) }),
        body: { ...programme.record, stageModel: { kind: chosen.kind } },
      },
    };
  },
  done: (at) => ({ path: setUpPath(programmeIn(at)), notice: 'Stages of a review: saved.' }),
});
