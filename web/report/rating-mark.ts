import type { RatingName } from '#schemas/rating-names.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import { type Html, html } from '../html.ts';

type Rated = RatingName | 'not-rated';

const shapes: Readonly<Record<Rated, Html>> = {
  green: html`<circle cx="8" cy="8" r="7"/>`,
  'amber-green': html`<path d="M8 1a7 7 0 0 0 0 14zM9.5 1.5 15 8l-5.5 6.5z"/>`,
  amber: html`<path d="M8 1 15.5 14.5H.5z"/>`,
  'amber-red': html`<path d="M7.5 2v12.5H.5zM8.750 2h6.250v12.5H8.750z"/>`,
  red: html`<rect x="1.5" y="1.5" width="13" height="13"/>`,
  'not-rated': html`<circle class="hollow" cx="8" cy="8" r="6"/>`,
};

/** A rating by word and by shape: circle for green, triangle for amber, square for red, halves for the two between. */
export const ratingMark = (rating: Rated | null): Html => {
  const name = rating ?? 'not-rated';
  return html`<span class="rating ${name}"><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name]}</svg> ${ratingInWords(name)}</span>`;
};
