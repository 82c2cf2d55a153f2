import { counted, listed } from '#language/in-words.ts';
import type { PageOne } from '#schemas/page-one.ts';
import type { RatedOrNot } from '#schemas/rating-names.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { cut } from './page-one-room.ts';
import { ratingMark } from './rating-mark.ts';

/*
 * What sections of a report say to a question of a board, for page one: no figure is page one's own.
 */
type Content = Report['content'];

const isShown = ({ leftOut = [], notMade = [] }: Content, part: string): boolean =>
  [...leftOut, ...notMade].every((one) => one.part !== part);

const lettersOfATitle = 40;
/** Of what goes well, and of what nobody says today, the number says enough. */
const isAsked = (rating: RatedOrNot): boolean => rating === 'red' || rating === 'amber-red' || rating === 'amber';

/** What assurance says, apart from the SROs, and of which reviews, where they are few. */
export const assuranceSays = ({ ratings, pageOne }: Content): Html => {
  const names = new Map((pageOne?.position?.assurance ?? []).map((one) => [one.rating, one.titles]));
  const whose = (rating: RatedOrNot, count: number): string => {
    const titles = names.get(rating) ?? [];
    return count > titles.length || !isAsked(rating)
      ? ''
      : ` (${listed(titles.map((title) => cut(title, lettersOfATitle)))})`;
  };
  const said = ratings.assurance.filter(({ rating, share }) => rating !== 'not-rated' && share.numerator > 0);
  return said.length === 0
    ? html`<span class="aside">Assurance has rated none of them.</span>`
    : html`<span class="aside">Assurance says:</span> ${said.map(
        ({ rating, share }) =>
          html`<span class="in-strip">${ratingMark(rating)} ${share.numerator}${whose(rating, share.numerator)}</span> `,
      )}`;
};

/** Whether what is planned of the year comes to what is required of it; where most of it is in no figure, nobody can say. */
export const willBeMade = ({ stillToFind, achievable }: NonNullable<PageOne['money']>): string => {
  if (stillToFind === null) return 'That is not known.';
  const { low, high, exact, excluded } = stillToFind;
  if (high <= 0) return 'Yes, if what reviews plan is delivered.';
  const unstated = achievable.excluded.reduce((sum, { count }) => sum + count, 0);
  if (unstated > achievable.count)
    return `That is not known: ${unstated} of the ${achievable.count + unstated} figures of what is identified are not stated.`;
  if (low !== null && low <= 0) return 'That is not certain by what reviews plan.';
  return exact && excluded.length === 0
    ? 'No, not by what reviews plan.'
    : 'No, not by what reviews have stated so far.';
};

/** Of how many reviews an option is preferred, of most at least, where a decision of the programme has nothing recommended. */
export const preferredSoFar = (due: NonNullable<PageOne['decide']>, content: Content): string | null => {
  const { numerator, denominator } = content.options.reviewsWithPreferred;
  const asks = due.rows.some(({ review, recommended }) => review === null && recommended === null);
  return asks && denominator > 0 && numerator * 2 >= denominator && isShown(content, 'options')
    ? `An option is preferred for ${numerator} of ${counted(denominator, 'review')}.`
    : null;
};

/** How many findings of the records there are. */
export const foundInWords = (content: Content): string | null => {
  const kinds = [
    ['contradiction', 'contradiction'],
    ['unreadable', 'record that cannot be read', 'records that cannot be read'],
    ['data-gap', 'data gap'],
  ] as const;
  const parts = kinds.flatMap(([kind, one, many = `${one}s`]) => {
    const count = content.foundByRule.reduce((sum, rule) => sum + (rule.kind === kind ? rule.count : 0), 0);
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return parts.length === 0 || !isShown(content, 'findings') ? null : `The records hold ${listed(parts)}.`;
};

const changesAtMost = 4;
const lettersOfAChange = 90;

/** The first of the figures that are otherwise than in the report before, and how many changes there are besides. */
export const changedInWords = (content: Content): Html | null => {
  if (!isShown(content, 'changes')) return null;
  const first = content.changes
    .filter(({ before, after, sentence }) => before !== null && after !== null && sentence.length <= lettersOfAChange)
    .slice(0, changesAtMost);
  const more = content.changes.length - first.length;
  return first.length === 0
    ? null
    : html`<p><span class="aside">Changed:</span> ${first.map(({ sentence }) => `${sentence} `)}${more > 0 && html`${more} more in <a href="#changes">What changed</a>.`}</p>`;
};
