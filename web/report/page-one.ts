import { dateInWords, listed, monthInWords } from '#language/in-words.ts';
import { bandTag } from '#registers/risk/page-bands.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { PageOne } from '#schemas/page-one.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { cover } from './cover.ts';
import { withoutTrouble } from './in-short/confidence.ts';
import { decisionsByDay, laterInWords } from './in-short/decisions.ts';
import { inShort } from './in-short/in-short.ts';
import { moneyInSentences } from './in-short/money.ts';
import { none, section } from './layout.ts';
import { moneyPicture } from './money-picture.ts';
import { plain } from './names.ts';
import { changedInWords, foundInWords, preferredSoFar } from './page-one-answers.ts';
import { inBrief, inFull, ratedList } from './page-one-rated.ts';
import { cut, ended, fits, lengthsIn, type Room, rooms } from './page-one-room.ts';

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

/** The first of what is worse, or better, under that word, and how many there are besides. */
const besides = (word: string, all: readonly string[], room: Room): Html | null => {
  const more = all.length - room.besides;
  const first = all.slice(0, room.besides).map((one) => cut(one, ofBesides(room)));
  return all.length === 0
    ? null
    : html`<ul class="lines">${first.map((one, n) => html`<li>${n === 0 && html`<strong>${word}:</strong> `}${one}</li>`)}${
        more > 0 && html`<li class="aside">And ${more} more, in <a href="#changes">What changed</a>.</li>`
      }</ul>`;
};

const toDecide = (one: NonNullable<PageOne['decide']>['rows'][number], room: Room): Html =>
  html`<li><strong>${cut(one.decision, room.title)}</strong> (${of(one, room)}): ${plain(one.kind).toLowerCase()} by ${cut(one.body, room.title)}, ${dateStatementInWords(one.dueOn)}${one.overdue && html`, <strong>overdue</strong>`}. <span class="recommended">${
    one.recommended === null ? 'No recommendation is recorded.' : ended(cut(one.recommended, Math.max(room.words, 80)))
  }</span></li>`;

const decide = ({ decide: due }: PageOne, content: Content, room: Room): Html | null => {
  if (due === null) return null;
  const { horizon, now, total } = decisionsByDay(content);
  const rows = now.slice(0, room.decisions);
  const more = total - rows.length;
  const preferred = preferredSoFar({ ...due, rows: [...now] }, content);
  const later = laterInWords(content, room.title);
  const none = due.total === 0 ? 'No decision is recorded as due.' : `No decision is due by ${dateInWords(horizon)}.`;
  const asides = [
    ...(preferred === null || room.decisions === 1 ? [] : [preferred]),
    ...(total === 0 && later === null ? [none] : []),
    ...(later === null ? [] : [later]),
  ];
  return block(
    'decide',
    'What the board must decide',
    rows.length > 0 && html`<ul class="lines">${rows.map((one) => toDecide(one, room))}</ul>`,
    more > 0 &&
      html`<p class="aside">${more} more ${more === 1 ? 'decision is' : 'decisions are'} due by ${dateInWords(horizon)}, in <a href="#board-needs">What needs the board</a>.</p>`,
    asides.length > 0 && html`<p class="aside">${asides.join(' ')}</p>`,
    // Where there is hardly any room the answers above say how many there are.
    room.decisions > 1 && sentences(due.besides.map((one) => cut(one, ofSentence(room)))),
  );
};

/** Where nothing is in trouble: why the worst are no better. */
const worstRatedOf = ({ worse: list, worstRated }: PageOne, content: Content, room: Room): Html | null =>
  list?.total === 0 && worstRated !== undefined && worstRated !== null
    ? html`<p class="aside">No review is Red, Amber/Red or worse than before; the worst of those that are rated:</p>${ratedList(worstRated, Math.max(1, room.better), { content, room }, inFull)}`
    : null;

const trouble = (first: PageOne, content: Content, room: Room): Html | null | false =>
  // Where there is hardly any room, the answer above names the worst.
  first.worse &&
  (first.worse.total === 0 || room.decisions > 1) &&
  block(
    'worse',
    'In trouble or worse, and why',
    first.worse.total > 0 && ratedList(first.worse, room.worse, { content, room }, inFull),
    worstRatedOf(first, content, room) ?? (first.worse.total === 0 && none(withoutTrouble(content))),
  );

/** What is otherwise than in the report before: what is worse, what is better, and the first figures. */
const changed = (first: PageOne, content: Content, room: Room): Html => {
  const { better: list, worseBesides, betterBesides } = first;
  const isBetter = list !== null && list.total > 0;
  const nothing = worseBesides.length + betterBesides.length === 0 && !isBetter;
  const heading =
    content.previous === null ? 'What changed' : `What changed since ${monthInWords(content.previous.month)}`;
  return block(
    'changed',
    heading,
    content.previous === null && none('This is the first report of the programme: there is none to compare it with.'),
    besides('Worse', worseBesides, room),
    besides('Better', betterBesides, room),
    isBetter && ratedList(list, room.better, { content, room }, inBrief, 'Rated better: '),
    content.previous !== null && nothing && none('Nothing is recorded as worse or better.'),
    content.previous !== null && (room.changed || nothing) && changedInWords(content),
  );
};

const money = ({ money: of }: PageOne, content: Content, room: Room): Html | null =>
  of &&
  block(
    'money',
    `The money, ${of.year}`,
    room.picture && moneyPicture(of),
    sentences(moneyInSentences(content, of)),
    room.later && of.later.length > 0 && html`<p class="aside">${of.later.join(' ')}</p>`,
  );

const reconciles = ({ reconciles: { reviews, sentence } }: PageOne, content: Content): Html => {
  const found = foundInWords(content);
  return block(
    'reconciles',
    'Do the numbers agree with last month?',
    html`<p><strong>${reviews ? 'Yes.' : 'No.'}</strong> ${sentence}${
      found !== null &&
      html` ${found} <span class="aside">(<a href="#in-brief-gaps">What does not fit together</a>)</span>`
    }</p>`,
  );
};

const returns = ({ returns: of }: PageOne, room: Room): Html | null =>
  of &&
  block(
    'returns',
    'Who has not reported',
    html`<p>${of.sentences.map((one) => cut(one, ofSentence(room))).join(' ')}</p>`,
  );

const done = (what: string, items: readonly string[], room: Room): Html => {
  // A day at the end of what is to be done is not cut off.
  const first = items.slice(0, room.done).map((one) => cut(one, Math.max(room.words, 60)));
  const more = items.length - first.length;
  return html`<span class="aside">${what}:</span> ${items.length === 0 ? 'none recorded.' : ended(listed(more > 0 ? [...first, `${more} more`] : first))} `;
};

type RiskOnPageOne = NonNullable<PageOne['risks']>['rows'][number];

const directions = { up: ', up', down: ', down', new: ', new', same: '' } as const;

const riskLead = (one: RiskOnPageOne, { risks: part }: Content, room: Room): Html =>
  html`<strong>${cut(one.riskTitle, room.title)}</strong> (${of(one, room)}): ${one.score} ${bandTag(part, one.band)}${directions[one.direction]}`;

const ownedBy = ({ owner }: RiskOnPageOne, room: Room): string =>
  owner === null ? 'no owner' : `owned by ${cut(owner, room.title)}`;

const doneAbout = (one: RiskOnPageOne, room: Room): Html =>
  html`${one.cause !== null && room.worse > 0 && html`<span class="aside">Because:</span> ${ended(cut(one.cause, room.words))} `}${done('Controls', one.controls, room)}${done('Open actions', one.actions, room)}`;

/** Risks of which the same is said word for word, the highest of them first: it is said once. */
const saidAlike = (rows: readonly RiskOnPageOne[]): readonly (readonly RiskOnPageOne[])[] => {
  const groups = Map.groupBy(rows, ({ owner, cause, controls, actions, escalatedTo }) =>
    JSON.stringify([owner, cause, controls, actions, escalatedTo]),
  );
  return [...groups.values()];
};

const risk = (alike: readonly RiskOnPageOne[], content: Content, room: Room): Html => {
  const [first] = alike;
  const leads = alike.map((one, n) => html`${n > 0 && ' and '}${riskLead(one, content, room)}`);
  const ofThem = alike.length === 1 ? '' : alike.length === 2 ? 'both ' : 'all ';
  return html`<li>${leads} (${ofThem}${first && ownedBy(first, room)}). ${first && doneAbout(first, room)}${
    first?.escalatedTo && html` <span class="aside">Escalated to:</span> ${ended(cut(first.escalatedTo, room.title))}`
  }</li>`;
};

const risks = ({ risks: list }: PageOne, content: Content, room: Room): Html | null =>
  list &&
  block(
    'risks',
    'The highest risks, and what is done about them',
    list.total === 0
      ? content.risks.open > 0 && none('No scored risk is open.')
      : html`<ul class="lines">${saidAlike(list.rows).map((alike) => risk(alike, content, room))}</ul>`,
    (room.coverage || list.total === 0) && html`<p class="aside">${content.risks.coverage}</p>`,
  );

/** Where the figures of an answer can be asked. */
export type WhyOf = (figures: readonly string[]) => Html | null;

const short = (content: Content, room: Room, whyOf: WhyOf): Html =>
  html`<ul class="lines in-short">${inShort(content, lengthsIn(room)).map(
    ({ question, words, shown, figures }) =>
      html`<li><strong>${question}</strong> ${shown ?? words}${whyOf(figures)}</li>`,
  )}</ul>`;

const within = (content: Content, first: PageOne, room: Room, whyOf: WhyOf): Html =>
  section(
    'page-one',
    'In short',
    (content.notMade ?? []).map(({ sentence }) => html`<p class="note">${sentence}</p>`),
    content.recordedInMonth === 0 && html`<p class="note">Nothing was recorded for this month.</p>`,
    short(content, room, whyOf),
    html`<div class="page-one">${[
      decide(first, content, room),
      trouble(first, content, room),
      changed(first, content, room),
      money(first, content, room),
      reconciles(first, content),
      returns(first, room),
      risks(first, content, room),
    ]}</div>`,
  );

const noWhy: WhyOf = () => null;

/** The same with all that it has room for at most: of a draft, which is not printed. */
export const pageOneAtMost = (content: Content, first: PageOne): Html => {
  const [most] = rooms;
  return most === undefined ? html`` : within(content, first, most, noWhy);
};

/** What a board reads first, in the order in which it asks; it stands on one page of A4. */
export const pageOne = (report: Report, first: PageOne, whyOf: WhyOf = noWhy): Html => {
  const above = cover(report);
  const [most, ...less] = rooms;
  if (most === undefined) return html``;
  // What leads to the reason of a figure is not printed, and takes no room on paper.
  const fitting =
    [most, ...less.slice(0, -1)].find((room) => fits(above, within(report.content, first, room, noWhy))) ??
    less.at(-1) ??
    most;
  return within(report.content, first, fitting, whyOf);
};
