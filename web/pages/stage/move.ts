import { MoveStage } from '#schemas/review.ts';
import { type StageStep, stagesOf } from '#schemas/stages.ts';
import { button, buttonGroup, heading2, insetText, link, paragraph } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import { hidden, textArea } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiReviewPath, programmesPath, stagePath } from '../paths.ts';
import { asking } from '../question.ts';
import type { Screen } from '../screen.ts';
import { gateTasks } from './gate-tasks.ts';
import { askGate, askReview, ProgrammeStages, placeOf, stageCrumbs } from './review-at.ts';

/** The stages before the one that a review is at, the nearest first. */
const stagesBefore = (stages: readonly StageStep[], here: string): readonly StageStep[] =>
  stages
    .slice(
      0,
      Math.max(
        0,
        stages.findIndex(({ id }) => id === here),
      ),
    )
    .toReversed();

export const moversOfStage = ['sro', 'transformation-team'] as const;

/** Moves a review to its next stage, its gate open, or back with a reason. */
export const moveStage: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/stage/move`,
  roles: moversOfStage,
  asks: (at) => ({
    review: askReview(at),
    gate: askGate(at),
    programme: asking(`/programmes/${encodeURIComponent(placeOf(at).programme)}`, ProgrammeStages),
  }),
  versionOf: 'review',
  dates: 'now',
  // It may have moved to that stage by now: where it goes from there is chosen again.
  reread: (values, now) => ({ ...values, to: '', from: now.from ?? '', next: now.next ?? '' }),
  start: ({ gate, programme }, { query }) => {
    const wayBack = stagesBefore(stagesOf(programme.record.stageModel), gate.stage).find(({ id }) => id === query.to);
    return {
      ...{ from: gate.stage, to: wayBack?.id ?? (gate.open ? (gate.next ?? '') : '') },
      ...{ reason: '', next: gate.next ?? '' },
    };
  },
  nameOf: (field) => (field === 'to' ? 'Stage' : 'Reason'),
  show: ({ review, gate, programme }, at, { above, sending, values, faultOf }) => {
    const { title } = review.record;
    const place = placeOf(at);
    const back = stagesBefore(stagesOf(programme.record.stageModel), gate.stage);
    const reason = textArea({
      name: 'reason',
      label: 'Why it goes back',
      hint: 'Needed where the review goes back to an earlier stage; every report of the move shows it',
      value: valueIn(values, 'reason'),
      fault: faultOf('reason'),
    });
    const options = [
      ...(gate.next === null || !gate.open
        ? []
        : [{ value: gate.next, label: `On to ${gate.nextName}`, hint: 'What the gate asks for is there' }]),
      ...back.map(({ id, name }) => ({ value: id, label: `Back to ${name}` })),
    ];
    return {
      title: 'Move the review to another stage',
      caption: title,
      crumbs: stageCrumbs(at, title, true),
      body: html`${above}
${gate.open ? insetText(gate.sentence) : gate.criteria.length > 0 && html`${heading2(`Not yet to ${gate.nextName}`)}${gateTasks(place, gate, at.viewer.roles.includes('sro'))}`}
${
  options.length === 0
    ? paragraph(gate.sentence)
    : html`<form method="post" action="${at.path}" novalidate>${sending}${hidden('from', valueIn(values, 'from'))}${hidden('next', valueIn(values, 'next'))}
${radios({ name: 'to', label: `From ${gate.stageName} to`, value: valueIn(values, 'to'), options, fault: faultOf('to') })}
${back.length > 0 && reason}
${buttonGroup(button('Move the review'), link(stagePath(place.programme, place.review), 'Cancel'))}</form>`
}`,
    };
  },
  decide: (values, at) => {
    const to = valueIn(values, 'to');
    const reason = valueIn(values, 'reason');
    if (to === '') return { kind: 'faults', faults: new Map([['to', 'choose the stage to which it moves']]) };
    const goesBack = to !== valueIn(values, 'next');
    if (goesBack && reason === '')
      return { kind: 'faults', faults: new Map([['reason', 'must say why it goes back']]) };
    const body = MoveStage.safeParse({ to, ...(goesBack ? { reason } : {}) });
    if (!body.success)
      return {
        kind: 'faults',
        faults: new Map(body.error.issues.map(({ path, message }) => [path.join('/'), message])),
      };
    const { programme, review } = placeOf(at);
    return {
      kind: 'send',
      sending: { method: 'POST', path: `${apiReviewPath(programme, review)}/stage-moves`, body: body.data },
    };
  },
  done: (at, values, answer) => {
    const { programme, review } = placeOf(at);
    const moved = askReview(at).answer.safeParse(answer);
    const from = valueIn(values, 'from');
    // What undoes a move is another one: back, which says why, or on again through its gate.
    const back = `${stagePath(programme, review)}/move?${new URLSearchParams({ to: from })}`;
    return {
      path: stagePath(programme, review),
      ...(from === '' ? {} : { undo: back }),
      notice: moved.success ? `The review is at ${moved.data.computed.stageName} now.` : 'The review was moved.',
    };
  },
});
