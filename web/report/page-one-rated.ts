import type { PageOne, RatedOnPageOne } from '#schemas/page-one.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { Report } from '#schemas/report.ts';
import { tierNames } from '#schemas/review.ts';
import { type Html, html, type Printable } from '../html.ts';
import { reasonOf, sinceInWords } from './in-short/confidence.ts';
import { cut, ended, ofVoice, type Room } from './page-one-room.ts';
import { lastRatingMark, outOfDateInWords, ratingMark, voiceNames } from './rating-mark.ts';
import { forwardLookInWords } from './review-words.ts';

const movedInWords = ({ moved }: RatedOnPageOne): Printable =>
  moved.length > 0 &&
  html`; ${moved.map(
    ({ by, was, is }, n) => html`${n > 0 && ', '}${voiceNames[by]} ${ratingInWords(is)}, was ${ratingInWords(was)}`,
  )}`;

/** Of which report it is, and how much stands on its page one. */
export interface On {
  readonly content: Report['content'];
  readonly room: Room;
}

/** Where there is room for so few letters of each, those of a voice will do. */
const fewWords = 60;

/** What each voice and the return say: the worse leads, so assurance comes first where it is the worse. */
const inTheirWords = ({ said, rating, returnWords }: RatedOnPageOne, { content, room }: On): Html => {
  const worstFirst = said.toSorted((a, b) => Number(b.rating === rating) - Number(a.rating === rating));
  return html`<p class="said">${worstFirst.map(
    (one) =>
      html`<strong>${voiceNames[one.by]}, ${ratingInWords(one.rating)}${one.outOfDate && `, ${outOfDateInWords(one, content)}`}:</strong> <span class="quoted">${cut(one.words, ofVoice(room))}</span>${
        one.forwardLook !== null && ` (${forwardLookInWords(one.forwardLook).toLowerCase()})`
      } `,
  )}${returnWords !== null && (room.words > fewWords || said.length === 0) && html`<strong>The month’s return:</strong> <span class="quoted">${cut(returnWords, ofVoice(room))}</span>`}</p>`;
};

const markOf = ({ said, rating }: RatedOnPageOne, content: Report['content']): Html => {
  const leading =
    said.find((one) => one.rating === rating && !one.outOfDate) ?? said.find((one) => one.rating === rating);
  return leading?.outOfDate === true ? lastRatingMark(leading, content) : ratingMark(rating);
};

const tierOf = ({ tier }: RatedOnPageOne): string => (tier === 'to-be-confirmed' ? tierNames[tier] : `Tier ${tier}`);

/** Who rates it so, and since when; nobody says so of a review that is not rated. */
const ratedSo = (one: RatedOnPageOne): string => {
  const since = sinceInWords(one);
  return since === '' ? 'not rated' : `rated so ${since}`;
};

const lead = (one: RatedOnPageOne, { content, room: { title } }: On): Html =>
  html`<p class="lead">${markOf(one, content)} <strong>${cut(one.title, title)}</strong> <span class="aside">${tierOf(one)}, ${cut(one.stageName, title)}; ${ratedSo(one)}${movedInWords(one)}</span></p>`;

/** A review with what makes it so: the words of each voice and of its return, or else what its records contradict. */
export const inFull = (one: RatedOnPageOne, { content, room }: On): Html => {
  const reason = reasonOf(one, content);
  return html`<li>${lead(one, { content, room })}${reason.isQuoted ? inTheirWords(one, { content, room }) : html`<p class="said">${ended(cut(reason.words, room.words))}</p>`}</li>`;
};

/** Of what is better the SRO's words will do. */
export const inBrief = (one: RatedOnPageOne, on: On): Html =>
  html`<li>${lead(one, on)}${inTheirWords({ ...one, said: one.said.filter(({ by }) => by === 'sro'), returnWords: null }, on)}</li>`;

const named = (one: RatedOnPageOne, { title }: Room): Html =>
  html`${cut(one.title, title)} (${ratingInWords(one.rating ?? 'not-rated')})`;

/** The first with their words, then the names of those that are left, and how many more there are. */
export const ratedList = (
  list: NonNullable<PageOne['worse']>,
  most: number,
  on: On,
  rated: (one: RatedOnPageOne, on: On) => Html,
  ofNamesAlone = '',
): Html => {
  const { room } = on;
  const first = list.rows.slice(0, most);
  const rest = list.rows.slice(most, most + room.named);
  const more = list.total - first.length - rest.length;
  const names = rest.map((one, n) => html`${n > 0 && ', '}${named(one, room)}`);
  return html`${first.length > 0 && html`<ul class="lines rated-list">${first.map((one) => rated(one, on))}</ul>`}${
    (rest.length > 0 || more > 0) &&
    html`<p>${names.length > 0 && html`${first.length > 0 ? 'Also ' : ofNamesAlone}${names}`}${more > 0 && `${names.length > 0 ? ' and ' : ''}${more} more`}: their words are in <a href="#reviews">the annex</a>.</p>`
  }`;
};
