import { counted, listed, monthInWords, poundsInWords } from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import type { PageOne } from '#schemas/page-one.ts';
import { type Html, html } from '../html.ts';
import { type Content, isShown } from './in-short/answer.ts';

/*
 * What sections of a report say to a question of a board, for page one: no figure is page one's own.
 */
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
  return parts.length === 0 || !isShown(content, 'findings') ? null : `Not resolved in the records: ${listed(parts)}.`;
};

interface ValidatedSince {
  readonly year: FinancialYear;
  /** Pounds then and now. */
  readonly was: number;
  readonly now: number;
  /** The month at whose end it was so, in words. */
  readonly until: string;
}

/** How what finance had validated of a year, and has validated since, comes to what it is now; null where it never validated anything. */
export const validatedSinceInWords = ({ year, was, now, until }: ValidatedSince): string | null => {
  if (was === 0 && now === 0) return null;
  const since =
    now === was
      ? 'and nothing since'
      : now > was
        ? `and ${poundsInWords(now - was)} more since`
        : `of which ${poundsInWords(was - now)} no longer holds`;
  return `Savings of ${year}: finance had validated ${was === 0 ? 'nothing' : poundsInWords(was)} by the end of ${until} ${since}: ${now === 0 ? 'nothing' : poundsInWords(now)}.`;
};

/** The same of the report before and this one; null where there is nothing to add up. */
const validatedSince = ({ pageOne, previous }: Content): string | null => {
  const money = pageOne?.money;
  if (!money || previous === null || money.before === undefined) return null;
  const [was, now] = [money.before.validatedPounds ?? 0, money.validatedPounds ?? 0];
  return validatedSinceInWords({ year: money.year, was, now, until: monthInWords(previous.month) });
};

/** Whether reviews, and validated savings where there are any, add up; what else does not agree is said after it. */
export const agreedInWords = (reviews: boolean, hasMoney: boolean): string =>
  !reviews ? 'No.' : `Yes, the number of reviews ${hasMoney ? 'and what is validated add up' : 'adds up'}.`;

/** Whether the numbers agree with those of the report before: how the reviews, and what is validated, come to what they are. */
export const agreesInWords = (
  { reconciles: { reviews, sentence } }: PageOne,
  content: Content,
): { readonly answer: string; readonly because: string } => {
  // A first report has nothing to agree with; that its own reviews do not add up is said all the same.
  if (content.previous === null && reviews) return { answer: 'There is no report before this one.', because: '' };
  const money = validatedSince(content);
  return {
    answer: agreedInWords(reviews, money !== null),
    because: money === null ? sentence : `${sentence} ${money}`,
  };
};

const changesAtMost = 4;
const lettersOfAChange = 90;

/** The first of what is otherwise than in the report before, what the records say of themselves where there is nothing else, and how many changes there are besides. */
export const changedInWords = (content: Content): Html | null => {
  if (!isShown(content, 'changes')) return null;
  const isOfRecords = (sentence: string): boolean => /^(?:Findings|Since baseline)\b/.test(sentence);
  const short = content.changes.filter(({ sentence }) => sentence.length <= lettersOfAChange);
  const ofReviews = short.filter(({ sentence }) => !isOfRecords(sentence));
  const first = (ofReviews.length === 0 ? short : ofReviews).slice(0, changesAtMost);
  const more = content.changes.length - first.length;
  return first.length === 0
    ? null
    : html`<p><span class="aside">Changed:</span> ${first.map(({ sentence }) => `${sentence} `)}${more > 0 && html`${more} more in <a href="#changes">What changed</a>.`}</p>`;
};
