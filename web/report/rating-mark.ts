import { dateInWords, monthInWords } from '#language/in-words.ts';
import { monthOfDate, type ReportMonth } from '#language/time.ts';
import type { LastRating, RatedOrNot, Voice } from '#registers/rating/record.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportLine } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';

const shapes: Readonly<Record<RatedOrNot, Html>> = {
  green: html`<circle cx="8" cy="8" r="7"/>`,
  'amber-green': html`<path d="M8 1a7 7 0 0 0 0 14zM9.5 1.5 15 8l-5.5 6.5z"/>`,
  amber: html`<path d="M8 1 15.5 14.5H.5z"/>`,
  'amber-red': html`<path d="M7.5 2v12.5H.5zM8.750 2h6.250v12.5H8.750z"/>`,
  red: html`<rect x="1.5" y="1.5" width="13" height="13"/>`,
  'out-of-date': html`<path class="hollow" d="M2 8h12"/>`,
  'not-rated': html`<circle class="hollow" cx="8" cy="8" r="6"/>`,
};

/** A rating by word and by shape: circle for green, triangle for amber, square for red, halves for the two between. */
export const ratingMark = (rating: RatedOrNot | null): Html => {
  const name = rating ?? 'not-rated';
  return html`<span class="rating ${name}"><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg> ${ratingInWords(name)}</span>`;
};

type Said = Pick<LastRating, 'rating' | 'on' | 'outOfDate'>;
/** Of which month a report is. */
export interface ReportOf {
  readonly month: ReportMonth;
}

/** Why a rating counts for nothing: it was given in the month, and no return came; else it was said too long ago. */
export const outOfDateInWords = ({ on }: Pick<Said, 'on'>, { month }: ReportOf): string =>
  monthOfDate(on) === month
    ? `rated on ${dateInWords(on)}; no return for ${monthInWords(month)}`
    : `last said on ${dateInWords(on)}`;

/** What a voice says of a review, with its day; what is out of date has neither the shape nor the colour of a rating. */
export const lastRatingMark = (last: Said | null, month: ReportOf): Html =>
  last?.outOfDate
    ? html`<span class="rating out-of-date"><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes['out-of-date']}</svg> ${ratingInWords(last.rating)}, ${outOfDateInWords(last, month)}</span>`
    : html`${ratingMark(last?.rating ?? null)}${last !== null && html`<span class="under">on ${dateInWords(last.on)}</span>`}`;

/** The same as a text. */
const lastRatingInWords = (last: LastRating | null, month: ReportOf): string => {
  if (last === null) return ratingInWords('not-rated');
  const { rating, outOfDate } = last;
  return outOfDate ? `${ratingInWords(rating)}, ${outOfDateInWords(last, month)}` : ratingInWords(rating);
};

export const voiceNames: Readonly<Record<Voice, string>> = { sro: 'SRO', assurance: 'Assurance' };

/** How a voice rates a review, as a text; reports by `rules-1` say no day of a rating. */
export const saidBy = ({ ratings, sroRating, assuranceRating }: ReportLine, voice: Voice, month: ReportOf): string =>
  ratings === undefined
    ? ratingInWords((voice === 'sro' ? sroRating : assuranceRating) ?? 'not-rated')
    : lastRatingInWords(ratings[voice], month);
