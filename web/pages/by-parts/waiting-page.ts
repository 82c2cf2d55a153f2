import { counted } from '#language/in-words.ts';
import { button, link, paragraph } from '../../design/blocks.ts';
import { hidden } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, formFrom, formToken } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { At } from '../screen.ts';
import { isAllDone, recordedOf, type Stream, type Waiting, waitingCarried } from './waiting.ts';

const stateOf = ({ left, refused }: Stream, isOne: boolean): Html | string => {
  if (left.length > 0) return 'Still to be recorded';
  if (refused.length === 0) return 'Done';
  return html`Stopped${!isOne && ', and the other reviews went on'}:<ul class="govuk-list govuk-list--bullet">${refused.map((text) => html`<li>${text}</li>`)}</ul>`;
};

/**
 * How far it has come: with script it goes on by itself, without it by the button.
 *
 * @param goesOnAfter milliseconds; undefined: by the button alone
 */
export const waitingPage = (
  waiting: Waiting,
  at: At,
  values: FormValues,
  { linkTo, goesOnAfter }: { readonly linkTo: (stream: Stream) => string; readonly goesOnAfter: number | undefined },
): Html => {
  const isDone = isAllDone(waiting);
  const all = waiting.streams.reduce((sum, { of }) => sum + of, 0);
  return html`<p class="govuk-body" role="status">${
    isDone
      ? `${counted(recordedOf(waiting), 'row')} recorded from ${waiting.file}. Rows that said what is recorded already were left as they are.`
      : `${recordedOf(waiting)} of ${counted(all, 'row')} recorded so far. What is recorded stays recorded, whatever happens to this page.`
  }</p>
${
  !isDone &&
  html`<form method="post" action="${at.path}" novalidate${goesOnAfter !== undefined && html` data-goes-on="${goesOnAfter}"`}>${hidden(formToken, at.token)}${waitingCarried(waiting, at)}${values[formFrom] !== undefined && hidden(formFrom, values[formFrom])}
${button('Record the next rows')}</form>`
}
${dataTable({
  caption: 'Review by review',
  stacked: true,
  columns: [{ head: 'Review' }, { head: 'Recorded' }, { head: 'State' }],
  rows: waiting.streams.map((stream) => [
    link(linkTo(stream), stream.name),
    `${counted(stream.recorded, 'row')} of ${stream.of}`,
    stateOf(stream, waiting.streams.length === 1),
  ]),
  none: '',
})}
${isDone && waiting.streams.some(({ refused }) => refused.length > 0) && paragraph(html`Put right what was refused in the spreadsheet, and ${link(at.path, 'bring it again')}: what is recorded already is left as it is.`)}`;
};
