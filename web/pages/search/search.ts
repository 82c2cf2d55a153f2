import * as z from 'zod';
import { counted, dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { auditors } from '#schemas/operations/history.ts';
import { Found } from '#schemas/operations/search.ts';
import { button, link, paragraph, tag } from '../../design/blocks.ts';
import { checkboxes } from '../../design/choice.ts';
import { textInput } from '../../design/input.ts';
import { type Html, html } from '../../html.ts';
import { pagesOfList } from '../arranging.ts';
import {
  appraisalPath,
  entryHistoryPath,
  entryPath,
  historyPath,
  programmePath,
  programmesPath,
  reviewPath,
  searchPath,
} from '../paths.ts';
import { asking } from '../question.ts';
import { Named, ownerName } from '../registers/register-at.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { markedWords } from './marked-words.ts';

const FoundPage = z.object({
  items: z.array(Found),
  next: z.string().nullable(),
  reviews: z.int(),
  lookedThrough: z.int(),
});
type FoundPage = z.infer<typeof FoundPage>;

const nounOf = (kind: string, register: Register | undefined): string =>
  register?.noun ?? (kind === 'appraisal' ? 'options appraisal' : kind);

/** Where a record is read; what it was before, where its history is. */
const addressOf = (programme: string, { review, kind, id, earlier }: Found, register: Register | undefined): string => {
  const at = { programme, review: review?.id };
  if (register !== undefined)
    return earlier === null ? entryPath(at, register.path, id) : entryHistoryPath(at, register.path, id);
  if (earlier !== null) return historyPath(at);
  if (review === null) return programmePath(programme);
  return kind === 'appraisal' ? appraisalPath(programme, review.id) : reviewPath(programme, review.id);
};

const foundShown = (programme: string, one: Found, asked: string, all: readonly Register[]): Html => {
  const { review, kind, called, struckOut, texts, earlier } = one;
  const register = all.find((it) => it.kind === kind);
  const where =
    kind === 'review'
      ? 'Review'
      : `${nounOf(kind, register)}, ${review === null ? 'the programme itself' : review.title}`;
  return html`<li class="tracker-item"><h2 class="govuk-heading-s govuk-!-margin-bottom-1">${link(addressOf(programme, one, register), markedWords(called, asked))}${struckOut && html` ${tag('Struck out', 'grey')}`}</h2>
<p class="govuk-body-s govuk-!-margin-bottom-1">${where.charAt(0).toUpperCase()}${where.slice(1)}</p>
${earlier !== null && html`<p class="govuk-body-s govuk-!-margin-bottom-1">What it said from ${dateInWords(dayOf(earlier.effectiveAt))}, in change ${earlier.sequence}; it does not say so today.</p>`}
${texts.map(({ label, excerpt }) => html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${label}:</strong> ${markedWords(excerpt, asked)}</p>`)}</li>`;
};

/** The box for words, with what they are looked for in. */
export const searchBox = (programme: string, { viewer, query }: At): Html =>
  html`<form method="get" action="${searchPath(programme)}" role="search">${textInput({
    name: 'q',
    label: 'Search this programme',
    hint: 'Words in its reviews and registers: all of them must stand in what is found',
    value: query.q ?? '',
    width: 30,
  })}${
    may(viewer, auditors) &&
    checkboxes({
      name: 'history',
      label: 'Where',
      values: query.history === 'true' ? ['true'] : [],
      options: [{ value: 'true', label: 'Also in what texts said before they were changed' }],
    })
  }${button('Search', { kind: 'secondary' })}</form>`;

const howFar = ({ items, next, reviews, lookedThrough }: FoundPage): string => {
  const far = next === null ? '' : ` So far ${lookedThrough} of ${counted(reviews, 'review')} are looked through.`;
  if (items.length > 0) return `${counted(items.length, 'record')} on this page.${far}`;
  return next === null ? 'Nothing was found.' : `Nothing was found yet.${far} Go on with the next page.`;
};

/** What was found of some words in a programme, each with where they stand. */
export const search = (all: readonly Register[] = registers): Screen =>
  screen({
    path: `${programmesPath}/{programmeId}/search`,
    asks: ({ params: { programmeId = '' }, query: { q, history, cursor, view } }) => {
      const api = `/programmes/${encodeURIComponent(programmeId)}`;
      return {
        programme: asking(api, Named),
        found: asking(`${api}/search`, FoundPage, { q, history, cursor, view, limit: '20' }),
      };
    },
    show: ({ programme, found }, at) => {
      const { programmeId = '' } = at.params;
      const q = at.query.q ?? '';
      const asked = q.trim() !== '';
      return {
        title: asked ? `Search for ${q}` : 'Search',
        caption: ownerName(programme),
        crumbs: [
          { text: 'Programmes', to: programmesPath },
          { text: ownerName(programme), to: programmePath(programmeId) },
        ],
        body: html`${searchBox(programmeId, at)}
${asked && paragraph(howFar(found))}
${found.items.length > 0 && html`<ul class="govuk-list">${found.items.map((one) => foundShown(programmeId, one, q, all))}</ul>`}
${pagesOfList(at, found.next)}`,
      };
    },
  });
