import type { Gate } from '#schemas/review.ts';
import { bulletList, buttonGroup, buttonLink, details, insetText, link, paragraph } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { programmesPath, stagePath } from '../paths.ts';
import { may, type Screen, screen } from '../screen.ts';
import { gateTasks } from './gate-tasks.ts';
import { askGate, askReview, placeOf, stageCrumbs } from './review-at.ts';

const switchedOff = ({ switchedOff: off = [] }: Gate): Html | false =>
  off.length > 0 &&
  details(
    'Criteria that the programme has switched off',
    bulletList(off.map(({ sentence, reason }) => html`${sentence} ${reason}`)),
  );

/** What a review still needs before its next stage: the gate as a list of tasks. */
export const stage: Screen = screen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/stage`,
  asks: (at) => ({ review: askReview(at), gate: askGate(at) }),
  show: ({ review, gate }, at) => {
    const { title } = review.record;
    const place = placeOf(at);
    const moves = `${stagePath(place.programme, place.review)}/move`;
    return {
      title: gate.nextName === null ? `Stage: ${gate.stageName}` : `What is needed before ${gate.nextName}`,
      caption: title,
      crumbs: stageCrumbs(at, title, false),
      body: html`${paragraph(`This review is at the stage ${gate.stageName}.`)}
${gate.open ? insetText(gate.sentence) : gate.criteria.length === 0 && paragraph(gate.sentence)}
${gate.criteria.length > 0 && gateTasks(place, gate, may(at.viewer, ['sro']))}
${switchedOff(gate)}
${
  may(at.viewer, ['sro', 'transformation-team']) &&
  (gate.open
    ? buttonGroup(buttonLink(moves, `Move to ${gate.nextName}`))
    : paragraph(link(moves, 'Move it to another stage')))
}
${may(at.viewer, ['transformation-team']) && paragraph(link(`${stagePath(place.programme, place.review)}/_work`, 'Say how far the work of this stage has come'))}`,
    };
  },
});
