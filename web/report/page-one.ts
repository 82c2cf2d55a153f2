import { dateInWords, listed } from '#language/in-words.ts';
import { bandTag } from '#registers/risk/page-bands.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { PageOne, RatedOnPageOne } from '#schemas/page-one.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { Report } from '#schemas/report.ts';
import { tierNames } from '#schemas/review.ts';
import { type Html, html, type Printable } from '../html.ts';
import { none, section } from './layout.ts';
import { moneyPicture } from './money-picture.ts';
import { plain } from './names.ts';
import { lastRatingMark, ratingMark, voiceNames } from './rating-mark.ts';
import { forwardLookInWords } from './review-words.ts';

type Given = NonNullable<Report['content']['pageOne']>;

const inWordsAtMost = 3;
const betterAtMost = 2;

const block = (id: string, title: string, ...body: readonly Printable[]): Html =>
  html`<div class="block" id="first-${id}"><h3>${title}</h3>${body}</div>`;

/** Whose it is, within brackets. */
const of = ({ review, title }: { readonly review: string | null; readonly title: string }): string =>
  review === null ? 'the programme' : title;

const sentences = (all: readonly string[]): Html | null =>
  all.length === 0 ? null : html`<ul class="lines">${all.map((one) => html`<li>${one}</li>`)}</ul>`;

const decide = ({ decide: due }: PageOne): Html | null =>
  due &&
  block(
    'decide',
    'What the board must decide',
    due.total === 0
      ? none('No decision is recorded as due.')
      : html`<ul class="lines">${due.rows.map(
          (one) =>
            html`<li><strong>${one.decision}</strong> (${of(one)}): ${plain(one.kind).toLowerCase()} by ${one.body}, ${dateStatementInWords(one.dueOn)}${one.overdue && html`, <strong>overdue</strong>`}. <span class="recommended">${
              one.recommended === null ? 'No recommendation is recorded.' : `${one.recommended}.`
            }</span></li>`,
        )}</ul>`,
    due.total > due.rows.length && html`<p class="aside">${due.total - due.rows.length} more decisions are due.</p>`,
    sentences(due.besides),
  );

const movedInWords = ({ moved }: RatedOnPageOne): Printable =>
  moved.length > 0 &&
  html`; ${moved.map(
    ({ by, was, is }, n) => html`${n > 0 && ', '}${voiceNames[by]} ${ratingInWords(is)}, was ${ratingInWords(was)}`,
  )}`;

/** What each voice and the return say: the worse leads, so assurance comes first where it is the worse. */
const inTheirWords = ({ said, rating, returnWords }: RatedOnPageOne): Html => {
  const worstFirst = said.toSorted((a, b) => Number(b.rating === rating) - Number(a.rating === rating));
  return html`<p class="said">${worstFirst.map(
    (one) =>
      html`<strong>${voiceNames[one.by]}, ${ratingInWords(one.rating)}${one.outOfDate && `, last said on ${dateInWords(one.on)}`}:</strong> <span class="quoted">${one.words}</span>${
        one.forwardLook !== null && ` (${forwardLookInWords(one.forwardLook).toLowerCase()})`
      } `,
  )}${returnWords !== null && html`<strong>The month’s return:</strong> <span class="quoted">${returnWords}</span>`}</p>`;
};

const markOf = ({ said, rating }: RatedOnPageOne): Html => {
  const leading =
    said.find((one) => one.rating === rating && !one.outOfDate) ?? said.find((one) => one.rating === rating);
  return leading?.outOfDate === true ? lastRatingMark(leading) : ratingMark(rating);
};

const tierOf = ({ tier }: RatedOnPageOne): string => (tier === 'to-be-confirmed' ? tierNames[tier] : `Tier ${tier}`);

const lead = (one: RatedOnPageOne): Html =>
  html`<p class="lead">${markOf(one)} <strong>${one.title}</strong> <span class="aside">${tierOf(one)}, ${one.stageName}${movedInWords(one)}</span></p>`;

const inFull = (one: RatedOnPageOne): Html => html`<li>${lead(one)}${inTheirWords(one)}</li>`;

/** Of what is better the SRO's words will do. */
const inBrief = (one: RatedOnPageOne): Html =>
  html`<li>${lead(one)}${inTheirWords({ ...one, said: one.said.filter(({ by }) => by === 'sro'), returnWords: null })}</li>`;

const named = (one: RatedOnPageOne): Html => html`${one.title} (${ratingInWords(one.rating ?? 'not-rated')})`;

/** The first with their words, then the names of those that are left. */
const ratedList = (list: NonNullable<PageOne['worse']>, most: number, rated: (one: RatedOnPageOne) => Html): Html => {
  const first = list.rows.slice(0, most);
  const rest = list.rows.slice(most);
  const more = list.total - list.rows.length;
  return html`<ul class="lines rated-list">${first.map(rated)}</ul>${
    rest.length > 0 &&
    html`<p>Also ${rest.map((one, n) => html`${n > 0 && ', '}${named(one)}`)}${more > 0 && ` and ${more} more`}: their words are in <a href="#reviews">the annex</a>.</p>`
  }`;
};

/** That nothing is in trouble is known of what is rated alone. */
const noneInTrouble = (position: PageOne['position']): string => {
  const ratings = position?.ratings ?? [];
  const all = ratings.reduce((sum, { count }) => sum + count, 0);
  const without = ratings.reduce((sum, { rating, count }) => sum + (isRated(rating) ? 0 : count), 0);
  if (without === all) return 'No review has a rating of today, so what is in trouble is not known.';
  const rest = without === 0 ? '' : ` ${without} of ${all} reviews have no rating of today.`;
  return `No review is rated Red or Amber/Red, or worse than before.${rest}`;
};
const isRated = (rating: string): boolean => rating !== 'not-rated' && rating !== 'out-of-date';

const worse = ({ worse: list, worseBesides, position }: PageOne): Html =>
  block(
    'worse',
    'What is worse, or in trouble, and why',
    list && (list.total === 0 ? none(noneInTrouble(position)) : ratedList(list, inWordsAtMost, inFull)),
    sentences(worseBesides),
  );

const better = ({ better: list, betterBesides }: PageOne): Html =>
  block(
    'better',
    'What is better',
    list && list.total > 0 && ratedList(list, betterAtMost, inBrief),
    sentences(betterBesides),
    (list === null || list.total === 0) && betterBesides.length === 0 && none('Nothing is recorded as better.'),
  );

const money = ({ money: of }: PageOne): Html | null =>
  of &&
  block(
    'money',
    `The money, ${of.year}`,
    moneyPicture(of),
    sentences(of.sentences),
    of.later.length > 0 && html`<p class="aside">${of.later.join(' ')}</p>`,
  );

const reconciles = ({ reconciles: { reviews, sentence } }: PageOne): Html =>
  block(
    'reconciles',
    'Do the numbers agree with last month?',
    html`<p><strong>${reviews ? 'Yes.' : 'No.'}</strong> ${sentence}</p>`,
  );

const returns = ({ returns: of }: PageOne): Html | null =>
  of && block('returns', 'Who has not reported', html`<p>${of.sentences.join(' ')}</p>`);

const position = ({ position: of }: PageOne): Html | null =>
  of &&
  block(
    'position',
    'Are we on track?',
    of.sentences.length === 0
      ? none('Nobody has rated a review, so the record does not say.')
      : html`<p>${of.sentences.join(' ')}</p>`,
    html`<p class="strip">${of.sentences.length > 0 && html`<span class="aside">Each review by its worse rating:</span> `}${of.ratings.map(
      ({ rating, count }) => html`<span class="in-strip">${ratingMark(rating)} ${count}</span> `,
    )}</p>`,
  );

const done = (what: string, items: readonly string[]): Html =>
  html`<span class="aside">${what}:</span> ${items.length === 0 ? 'none recorded' : listed(items)}. `;

const risks = ({ risks: list }: PageOne, { risks: part }: Report['content']): Html | null =>
  list &&
  block(
    'risks',
    'The highest risks, and what is done about them',
    list.rows.length === 0
      ? none('No scored risk is open.')
      : html`<ul class="lines">${list.rows.map(
          (one) =>
            html`<li><strong>${one.riskTitle}</strong> (${of(one)}): ${one.score} ${bandTag(part, one.band)}${
              one.direction === 'up'
                ? ', up'
                : one.direction === 'down'
                  ? ', down'
                  : one.direction === 'new'
                    ? ', new'
                    : ''
            }, ${one.owner === null ? 'no owner' : `owned by ${one.owner}`}. ${one.cause !== null && html`<span class="aside">Because:</span> ${one.cause}. `}${done('Controls', one.controls)}${done('Open actions', one.actions)}${
              one.escalatedTo !== null && html`<span class="aside">Escalated to:</span> ${one.escalatedTo}.`
            }</li>`,
        )}</ul>`,
  );

/** What a board reads first, in the order in which it asks; it stands on one page of A4. */
export const pageOne = ({ content }: Report, first: Given): Html =>
  section(
    'page-one',
    'The month on one page',
    (content.notMade ?? []).map(({ sentence }) => html`<p class="note">${sentence}</p>`),
    content.recordedInMonth === 0 && html`<p class="note">Nothing was recorded for this month.</p>`,
    html`<div class="page-one">${[
      position(first),
      decide(first),
      worse(first),
      better(first),
      money(first),
      reconciles(first),
      returns(first),
      risks(first, content),
    ]}</div>`,
  );
