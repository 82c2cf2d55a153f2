import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import { ConfirmReturn, FiguresToConfirm } from '#registers/return/record.ts';
import { stagesOf } from '#schemas/stages.ts';
import { button, buttonGroup, heading2, insetText, link, paragraph } from '../../design/blocks.ts';
import { hidden, textArea } from '../../design/input.ts';
import { jsonIn, valueIn } from '../../forms/form-values.ts';
import { html } from '../../html.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import {
  apiEntryPath,
  apiRegisterPath,
  newEntryPath,
  programmesPath,
  registerPath,
  sendBackPath,
  yourWorkPath,
} from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { Entry, EntryList, titleOf } from '../registers/register-at.ts';
import { type At, may, type Screen } from '../screen.ts';
import { askReview, ProgrammeStages, placeOf, stageCrumbs } from '../stage/review-at.ts';
import { returnFiguresShown } from './return-figures.ts';
import { factsOfReturn, sentBackShown, wordsOfReturn } from './return-words.ts';

const monthOf = ({ params }: At): string => params.entryId ?? '';

const [, addedWords] = fieldsOf(ConfirmReturn);

const declaration = (at: At, figures: unknown, { values, sending, faultOf }: Filled) =>
  html`<form method="post" action="${at.path}" novalidate>${sending}${hidden('figures', JSON.stringify(figures))}
${textArea({ name: 'words', label: `${addedWords?.label} (optional)`, hint: addedWords?.hint, value: valueIn(values, 'words'), rows: 3, fault: faultOf('words') })}
${heading2('Declaration')}
${paragraph(`I have read the return and the figures on this page, and confirm that they are the position of the review for ${monthInWords(monthOf(at))}.`)}
${buttonGroup(button('Confirm this return'), link(sendBackPath(placeOf(at), monthOf(at)), 'Send it back with a comment'), link(registerPath(placeOf(at), 'returns'), 'Not now'))}</form>`;

/** The SRO confirms the return of a month with the figures on the page: those, and no others, are what is confirmed. */
export const confirmReturn: Screen = formScreen({
  path: `${programmesPath}/{programmeId}/reviews/{reviewId}/returns/{entryId}/_confirm`,
  roles: ['sro'],
  asks: (at) => ({
    review: askReview(at),
    programme: asking(`/programmes/${encodeURIComponent(placeOf(at).programme)}`, ProgrammeStages),
    entry: asking(apiEntryPath(placeOf(at), 'returns', monthOf(at)), Entry),
    figures: asking(`${apiEntryPath(placeOf(at), 'returns', monthOf(at))}/figures`, FiguresToConfirm),
    milestones: orNothing(asking(apiRegisterPath(placeOf(at), 'milestones'), EntryList, { limit: '200' })),
  }),
  versionOf: 'entry',
  reread: (values) => values,
  start: () => ({ words: '' }),
  nameOf: (field) => (field === 'words' ? (addedWords?.label ?? '') : 'Figures'),
  show: ({ review, programme, entry, figures, milestones }, at, filled) => {
    const { title } = review.record;
    const confirmed = factsOfReturn(entry)?.confirmed ?? null;
    const names = {
      stage: (id: string) => stagesOf(programme.record.stageModel).find((one) => one.id === id)?.name ?? id,
      milestone: (id: string) => {
        const found = milestones?.items.find((one) => one.id === id);
        return found === undefined ? id : titleOf(found.record, id);
      },
    };
    return {
      title: `Return of ${monthInWords(monthOf(at))}`,
      caption: title,
      crumbs: [...stageCrumbs(at, title, false), { text: 'Returns', to: registerPath(placeOf(at), 'returns') }],
      body: html`${filled.above}
${confirmed !== null && insetText(`This return was confirmed on ${dateInWords(dayOf(confirmed.at))}.`)}
${heading2('What the team reports')}
${paragraph(wordsOfReturn(entry))}
${sentBackShown(entry)}
${returnFiguresShown(figures, names, confirmed === null && may(at.viewer, ['sro']) ? newEntryPath(placeOf(at), 'ratings') : undefined)}
${confirmed === null && entry.struckOut === null && (may(at.viewer, ['sro']) ? declaration(at, figures.figures, filled) : paragraph('It waits for the SRO of the review to confirm it.'))}`,
    };
  },
  decide: (values, at) => {
    const words = valueIn(values, 'words');
    const body = ConfirmReturn.safeParse({ figures: jsonIn(values, 'figures'), ...(words === '' ? {} : { words }) });
    if (!body.success) {
      const ofWords = body.error.issues.find(({ path }) => path[0] === 'words');
      return {
        kind: 'faults',
        faults: new Map([
          ofWords === undefined
            ? ['figures', 'read the figures on this page, then confirm them']
            : ['words', ofWords.message],
        ]),
      };
    }
    const path = `${apiEntryPath(placeOf(at), 'returns', monthOf(at))}/confirmations`;
    return { kind: 'send', sending: { method: 'POST', path, body: body.data } };
  },
  done: (at) => ({
    path: yourWorkPath,
    notice: `You confirmed the return of ${monthInWords(monthOf(at))}.`,
  }),
});
