import { button, buttonGroup, insetText, link, paragraph, warningText } from '../../design/blocks.ts';
import { textArea } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import { formScreen } from '../form-screen.ts';
import { apiReviewPath, programmesPath, stagePath } from '../paths.ts';
import type { Screen } from '../screen.ts';
import { askGate, askReview, placeOf, stageCrumbs } from './review-at.ts';

/** The SRO lets a review pass its next gate without a criterion. */
export const waive: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/stage/waive/{criterion}`,
  roles: ['sro'],
  asks: (at) => ({ review: askReview(at), gate: askGate(at) }),
  versionOf: 'review',
  start: () => ({ reason: '' }),
  nameOf: () => 'Reason',
  show: ({ review, gate }, at, { above, sending, values, faultOf }) => {
    const { title } = review.record;
    const { programme, review: id } = placeOf(at);
    const criterion = gate.criteria.find((one) => one.id === at.params.criterion);
    const back = stagePath(programme, id);
    return {
      title: 'Waive a criterion',
      caption: title,
      crumbs: stageCrumbs(at, title, true),
      body:
        criterion === undefined || criterion.state === 'met'
          ? html`${paragraph(criterion === undefined ? 'The gate ahead does not ask for this.' : criterion.because)}${paragraph(link(back, 'Back to what is needed'))}`
          : html`${above}${insetText(html`<strong>${criterion.sentence}</strong><br>${criterion.because}`)}
${warningText(`Your reason is shown in reports and in the record of the move to ${gate.nextName}. It holds for that one move.`)}
<form method="post" action="${at.path}" novalidate>${sending}
${textArea({ name: 'reason', label: 'Why the review may go on without it', value: valueIn(values, 'reason'), fault: faultOf('reason') })}
${buttonGroup(button('Waive this criterion', { kind: 'warning' }), link(back, 'Cancel'))}</form>`,
    };
  },
  decide: (values, at) => {
    const reason = valueIn(values, 'reason');
    if (reason === '') return { kind: 'faults', faults: new Map([['reason', 'must say why']]) };
    const { programme, review } = placeOf(at);
    return {
      kind: 'send',
      sending: {
        method: 'POST',
        path: `${apiReviewPath(programme, review)}/waivers`,
        body: { criterion: at.params.criterion, reason },
      },
    };
  },
  done: (at) => {
    const { programme, review } = placeOf(at);
    return { path: stagePath(programme, review), notice: `${at.params.criterion} was waived for the next move.` };
  },
});
