import { listed } from '#language/in-words.ts';
import { bandTag } from '#registers/risk/page-bands.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { PageOne } from '#schemas/page-one.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { cover } from './cover.ts';
import { none, section } from './layout.ts';
import { moneyPicture } from './money-picture.ts';
import { plain } from './names.ts';
import { assuranceSays, changedInWords, foundInWords, preferredSoFar, willBeMade } from './page-one-answers.ts';
import { inBrief, inFull, ratedList } from './page-one-rated.ts';
import { cut, ended, fits, type Room, rooms } from './page-one-room.ts';
import { ratingMark } from './rating-mark.ts';

type Content = Report['content'];

/** What a sentence of several names may have, of so many letters of anybody's words. */
const ofSentence = ({ words }: Room): number => Math.max(words, 100);

const block = (id: string, title: string, ...body: readonly Printable[]): Html =>
  html`<div class="block" id="first-${id}"><h3>${title}</h3>${body}</div>`;

/** Whose it is, within brackets. */
const of = ({ review, title }: { readonly review: string | null; readonly title: string }, room: Room): string =>
  review === null ? 'the programme' : cut(title, room.title);

const sentences = (all: readonly string[]): Html | null =>
  all.length === 0 ? null : html`<ul class="lines">${all.map((one) => html`<li>${one}</li>`)}</ul>`;

/** A sentence of what is still to find and was, with what is not stated of each, is no longer than that: it is whole. */
const ofBesides = ({ words }: Room): number => Math.max(words, 180);

/** The first of them, and how many there are besides. */
const besides = (all: readonly string[], room: Room): Html | null => {
  const more = all.length - room.besides;
  return html`${sentences(all.slice(0, room.besides).map((one) => cut(one, ofBesides(room))))}${
    more > 0 && html`<p class="aside">And ${more} more, in <a href="#changes">What changed</a>.</p>`
  }`;
};

const toDecide = (one: NonNullable<PageOne['decide']>['rows'][number], room: Room): Html =>
  html`<li><strong>${cut(one.decision, room.title)}</strong> (${of(one, room)}): ${plain(one.kind).toLowerCase()} by ${cut(one.body, room.title)}, ${dateStatementInWords(one.dueOn)}${one.overdue && html`, <strong>overdue</strong>`}. <span class="recommended">${
    one.recommended === null ? 'No recommendation is recorded.' : ended(cut(one.recommended, room.words))
  }</span></li>`;

const decide = ({ decide: due }: PageOne, content: Content, room: Room): Html | null => {
  if (due === null) return null;
  const rows = due.rows.slice(0, room.decisions);
  const more = due.total - rows.length;
  const preferred = preferredSoFar(due, content);
  return block(
    'decide',
    'What the board must decide',
    due.total === 0
      ? none('No decision is recorded as due.')
      : html`<ul class="lines">${rows.map((one) => toDecide(one, room))}</ul>`,
    preferred !== null && html`<p class="aside">${preferred}</p>`,
    more > 0 &&
      html`<p class="aside">${more} more ${more === 1 ? 'decision is' : 'decisions are'} due, in <a href="#board-needs">What needs the board</a>.</p>`,
    sentences(due.besides.map((one) => cut(one, ofSentence(room)))),
  );
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

/** Where nothing is in trouble: why the worst are no better. */
const worstRatedOf = ({ worse: list, worstRated }: PageOne, room: Room): Html | null =>
  list?.total === 0 && worstRated !== undefined && worstRated !== null
    ? html`<p class="aside">The worst of them:</p>${ratedList(worstRated, room.better, room, inFull)}`
    : null;

const worse = (first: PageOne, room: Room): Html => {
  const { worse: list, worseBesides, position } = first;
  return block(
    'worse',
    'What is worse, or in trouble, and why',
    list && (list.total === 0 ? none(noneInTrouble(position)) : ratedList(list, room.worse, room, inFull)),
    worstRatedOf(first, room),
    besides(worseBesides, room),
  );
};

const better = ({ better: list, betterBesides }: PageOne, room: Room): Html =>
  block(
    'better',
    'What is better',
    list && list.total > 0 && ratedList(list, room.better, room, inBrief),
    besides(betterBesides, room),
    (list === null || list.total === 0) && betterBesides.length === 0 && none('Nothing is recorded as better.'),
  );

const money = ({ money: of }: PageOne, room: Room): Html | null =>
  of &&
  block(
    'money',
    `The money, ${of.year}`,
    html`<p><strong>Will what is required be saved?</strong> ${willBeMade(of)}</p>`,
    room.picture && moneyPicture(of),
    sentences(of.sentences),
    room.later && of.later.length > 0 && html`<p class="aside">${of.later.join(' ')}</p>`,
  );

const reconciles = ({ reconciles: { reviews, sentence } }: PageOne, content: Content, room: Room): Html => {
  const found = foundInWords(content);
  return block(
    'reconciles',
    'Do the numbers agree with last month?',
    html`<p><strong>${reviews ? 'Yes.' : 'No.'}</strong> ${sentence}${
      found !== null &&
      html` ${found} <span class="aside">(<a href="#in-brief-gaps">What does not fit together</a>)</span>`
    }</p>`,
    room.changed && changedInWords(content),
  );
};

const returns = ({ returns: of }: PageOne, room: Room): Html | null =>
  of &&
  block(
    'returns',
    'Who has not reported',
    html`<p>${of.sentences.map((one) => cut(one, ofSentence(room))).join(' ')}</p>`,
  );

const position = ({ position: of }: PageOne, content: Content, room: Room): Html | null =>
  of &&
  block(
    'position',
    'Are we on track?',
    of.sentences.length === 0
      ? none('Nobody has rated a review, so the record does not say.')
      : html`<p>${of.sentences.map((one) => cut(one, Math.max(room.words, 200))).join(' ')}</p>`,
    html`<p class="strip">${of.sentences.length > 0 && html`<span class="aside">Each review by its worse rating:</span> `}${of.ratings.map(
      ({ rating, count }) => html`<span class="in-strip">${ratingMark(rating)} ${count}</span> `,
    )}${assuranceSays(content)}</p>`,
  );

const done = (what: string, items: readonly string[], room: Room): Html => {
  const first = items.slice(0, room.done).map((one) => cut(one, room.words));
  const more = items.length - first.length;
  return html`<span class="aside">${what}:</span> ${items.length === 0 ? 'none recorded.' : ended(listed(more > 0 ? [...first, `${more} more`] : first))} `;
};

type RiskOnPageOne = NonNullable<PageOne['risks']>['rows'][number];

const directions = { up: ', up', down: ', down', new: ', new', same: '' } as const;

const risk = (one: RiskOnPageOne, { risks: part }: Content, room: Room): Html =>
  html`<li><strong>${cut(one.riskTitle, room.title)}</strong> (${of(one, room)}): ${one.score} ${bandTag(part, one.band)}${directions[one.direction]}, ${
    one.owner === null ? 'no owner.' : ended(`owned by ${cut(one.owner, room.title)}`)
  } ${one.cause !== null && html`<span class="aside">Because:</span> ${ended(cut(one.cause, room.words))} `}${done('Controls', one.controls, room)}${done('Open actions', one.actions, room)}${
    one.escalatedTo !== null &&
    html`<span class="aside">Escalated to:</span> ${ended(cut(one.escalatedTo, room.title))}`
  }</li>`;

const risks = ({ risks: list }: PageOne, content: Content, room: Room): Html | null =>
  list &&
  block(
    'risks',
    'The highest risks, and what is done about them',
    list.total === 0
      ? content.risks.open > 0 && none('No scored risk is open.')
      : html`<ul class="lines">${list.rows.map((one) => risk(one, content, room))}</ul>`,
    (room.coverage || list.total === 0) && html`<p class="aside">${content.risks.coverage}</p>`,
  );

const within = (content: Content, first: PageOne, room: Room): Html =>
  section(
    'page-one',
    'The month on one page',
    (content.notMade ?? []).map(({ sentence }) => html`<p class="note">${sentence}</p>`),
    content.recordedInMonth === 0 && html`<p class="note">Nothing was recorded for this month.</p>`,
    html`<div class="page-one">${[
      position(first, content, room),
      decide(first, content, room),
      worse(first, room),
      better(first, room),
      money(first, room),
      reconciles(first, content, room),
      returns(first, room),
      risks(first, content, room),
    ]}</div>`,
  );

/** The same with all that it has room for at most: of a draft, which is not printed. */
export const pageOneAtMost = (content: Content, first: PageOne): Html => {
  const [most] = rooms;
  return most === undefined ? html`` : within(content, first, most);
};

/** What a board reads first, in the order in which it asks; it stands on one page of A4. */
export const pageOne = (report: Report, first: PageOne): Html => {
  const above = cover(report);
  const [most, ...less] = rooms.map((room) => () => within(report.content, first, room));
  let page = most?.() ?? html``;
  for (const next of less) {
    if (fits(above, page)) break;
    page = next();
  }
  return page;
};
