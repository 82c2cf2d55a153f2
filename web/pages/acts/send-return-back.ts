import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import { SendReturnBack } from '#registers/return/record.ts';
import { button, buttonGroup, heading2, insetText, link, paragraph } from '../../design/blocks.ts';
import { textArea } from '../../design/input.ts';
import { valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiEntryPath, confirmReturnPath, programmesPath, registerPath, yourWorkPath } from '../paths.ts';
import { asking } from '../question.ts';
import { Entry } from '../registers/register-at.ts';
import { type At, may, type Screen } from '../screen.ts';
import { askReview, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { factsOfReturn, sentBackShown, wordsOfReturn } from './return-words.ts';

const monthOf = ({ params }: At): string => params.entryId ?? '';

const [comment] = fieldsOf(SendReturnBack);

const formOf = (at: At, { values, sending, faultOf }: Filled): Html =>
  html`<form method="post" action="${at.path}" novalidate>${sending}
${textArea({ name: 'comment', label: comment?.label ?? '', hint: comment?.hint, value: valueIn(values, 'comment'), rows: 5, fault: faultOf('comment') })}
${paragraph('The team sees your comment in their work. The return stays in the record as it is, and waits for other words of theirs or for your confirmation.')}
${buttonGroup(button('Send it back'), link(confirmReturnPath(placeOf(at), monthOf(at)), 'Back to the figures and the confirmation'))}</form>`;

/** The SRO sends the return of a month back to the team: what it says is on the page, and no other words than those are sent back. */
export const sendReturnBack: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/returns/{entryId}/_send-back`,
  roles: ['sro'],
  asks: (at) => ({
    review: askReview(at),
    entry: asking(apiEntryPath(placeOf(at), 'returns', monthOf(at)), Entry),
  }),
  versionOf: 'entry',
  reread: (values) => values,
  start: () => ({ comment: '' }),
  nameOf: () => comment?.label ?? '',
  show: ({ review, entry }, at, filled) => {
    const { title } = review.record;
    const confirmed = factsOfReturn(entry)?.confirmed ?? null;
    const open = confirmed === null && entry.struckOut === null;
    return {
      title: `Send back the return of ${monthInWords(monthOf(at))}`,
      caption: title,
      crumbs: [...stageCrumbs(at, title, false), { text: 'Returns', to: registerPath(placeOf(at), 'returns') }],
      body: html`${filled.above}
${confirmed !== null && insetText(`This return was confirmed on ${dateInWords(dayOf(confirmed.at))}: it is not sent back any more.`)}
${entry.struckOut !== null && insetText('This return is struck out.')}
${heading2('What the team reports')}
${paragraph(wordsOfReturn(entry))}
${sentBackShown(entry)}
${open && (may(at.viewer, ['sro']) ? formOf(at, filled) : paragraph('It waits for the SRO of the review.'))}`,
    };
  },
  decide: (values, at) => {
    const body = SendReturnBack.safeParse({ comment: valueIn(values, 'comment') });
    if (!body.success)
      return {
        kind: 'faults',
        faults: new Map([
          [
            'comment',
            valueIn(values, 'comment') === ''
              ? 'say what the team is to change'
              : (body.error.issues[0]?.message ?? ''),
          ],
        ]),
      };
    const path = `${apiEntryPath(placeOf(at), 'returns', monthOf(at))}/send-backs`;
    return { kind: 'send', sending: { method: 'POST', path, body: body.data } };
  },
  done: (at) => ({
    path: yourWorkPath,
    notice: `You sent the return of ${monthInWords(monthOf(at))} back to the team.`,
  }),
});
