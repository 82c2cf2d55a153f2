import { dateInWords, listed } from '#language/in-words.ts';
import { bandTag, scoreInWords } from '#registers/risk/page-bands.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { PageOne } from '#schemas/page-one.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { cover } from './cover.ts';
import { decisionsByDay, laterInWords } from './in-short/decisions.ts';
import { type Asked, answersTo } from './in-short/in-short.ts';
import { besidesTheAnswers, outturnAtItsEnd } from './in-short/money.ts';
import { section } from './layout.ts';
import { moneyPicture } from './money-picture.ts';
import { plain } from './names.ts';
import { agreesInWords, changedInWords, foundInWords, preferredSoFar } from './page-one-answers.ts';
import { fits } from './page-one-on-paper.ts';
import { inBrief, inFull, ratedList } from './page-one-rated.ts';
import { cut, ended, lengthsIn, type Room, rooms } from './page-one-room.ts';
import type { ReportShown } from './report-shown.ts';

type Content = Report['content'];

/** Where the figures of an answer can be asked. */
export type WhyOf = (figures: readonly string[]) => Html | null;

/** A question of a board with its answer, and below it what belongs to that. */
const block = (id: string, answers: readonly Printable[], ...body: readonly Printable[]): Html =>
  html`<div class="block" id="first-${id}">${answers}${body}</div>`;

const asked = (question: string, answer: Printable): Html =>
  html`<p class="asked"><strong role="heading" aria-level="3">${question}</strong> ${answer}</p>`;

/** What page one is made of, in so much room. */
interface Page {
  readonly content: Content;
  readonly first: PageOne;
  readonly room: Room;
  readonly answers: ReturnType<typeof answersTo>;
  readonly whyOf: WhyOf;
}

/** An answer as it is shown; where what it names is listed below it, how many there are. */
const answered = ({ question, words, shown, lead, figures }: Asked, { whyOf }: Page, isListed = false): Html =>
  asked(question, html`${(isListed ? lead : undefined) ?? shown ?? words}${whyOf(figures)}`);

/** Whose it is, within brackets. */
const of = ({ review, title }: { readonly review: string | null; readonly title: string }, room: Room): string =>
  review === null ? 'the programme' : cut(title, room.title);

const sentences = (all: readonly string[]): Html | null =>
  all.length === 0 ? null : html`<ul class="lines">${all.map((one) => html`<li>${one}</li>`)}</ul>`;

/** A sentence of what is still to find and was, with what is not stated of each, is no longer than that: it is whole. */
const ofBesides = ({ words }: Room): number => Math.max(words, 180);

/** The first of what is worse, or better, under that word, and how many there are besides. */
const besides = (word: string, all: readonly string[], room: Room): Html | null => {
  // A line that says that there is one more is as long as that one.
  const most = all.length === room.besides + 1 ? all.length : room.besides;
  const more = all.length - most;
  const first = all.slice(0, most).map((one) => cut(one, ofBesides(room)));
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

const decide = (page: Page): Html => {
  const { first, content, room, answers } = page;
  const answer = answers.toDecide;
  const { decide: due } = first;
  if (due === null) return block('decide', [answered(answer, page)]);
  const { horizon, now, total } = decisionsByDay(content);
  const rows = now.slice(0, room.decisions);
  const more = total - rows.length;
  const preferred = preferredSoFar({ ...due, rows: [...now] }, content);
  const later = laterInWords(content, room.title);
  const asides = [
    ...(preferred === null || room.decisions === 1 ? [] : [preferred]),
    ...(later === null ? [] : [later]),
  ];
  return block(
    'decide',
    [answered(answer, page, true)],
    rows.length > 0 && html`<ul class="lines">${rows.map((one) => toDecide(one, room))}</ul>`,
    more > 0 &&
      html`<p class="aside">${more} more ${more === 1 ? 'decision is' : 'decisions are'} due by ${dateInWords(horizon)}, in <a href="#board-needs">What needs the board</a>.</p>`,
    sentences(due.besides.map((one) => cut(one, ofBesides(room)))),
    asides.length > 0 && html`<p class="aside">${asides.join(' ')}</p>`,
  );
};

/** Where nothing is in trouble: why the worst are no better. */
const worstRatedOf = ({ first: { worse: list, worstRated }, content, room }: Page): Html | null =>
  list?.total === 0 && worstRated !== undefined && worstRated !== null
    ? html`<p class="aside">The worst of those that are rated:</p>${ratedList(worstRated, Math.max(1, room.better), { content, room }, inFull)}`
    : null;

const trouble = (page: Page): Html => {
  const { first, content, room, answers } = page;
  const { worse } = first;
  // Where there is no room for a list, the answer says of the worst why.
  const isListed = room.worse > 0 && worse !== null && worse.total > 0;
  return block(
    'worse',
    [answered(answers.inTrouble, page, isListed)],
    isListed && ratedList(worse, room.worse, { content, room }, inFull),
    worstRatedOf(page),
  );
};

/** What is otherwise than in the report before: what is worse, what is better, and the first figures. */
const changed = (page: Page): Html => {
  const { first, content, room, answers } = page;
  const { better: list, worseBesides, betterBesides } = first;
  const isBetter = list !== null && list.total > 0;
  const nothing = worseBesides.length + betterBesides.length === 0 && !isBetter;
  return block(
    'changed',
    [answered(answers.changed, page)],
    besides('Worse', worseBesides, room),
    besides('Better', betterBesides, room),
    // The answer names them.
    isBetter && room.better > 0 && ratedList(list, room.better, { content, room }, inBrief, 'Rated better: '),
    content.previous !== null && (room.changed || nothing) && changedInWords(content),
  );
};

/** The year's money: what the answers say, as a picture, and what they do not say. */
const money = (page: Page): Html => {
  const { first, content, room, answers } = page;
  const of = first.money;
  const both = [answered(answers.saved, page), answered(answers.willBeMade, page)];
  if (of === null) return block('money', both);
  return block(
    'money',
    both,
    room.picture && moneyPicture(of, outturnAtItsEnd(content, of)),
    sentences(besidesTheAnswers(content, of)),
    room.later && of.later.length > 0 && html`<p class="aside">${of.later.join(' ')}</p>`,
  );
};

const reconciles = ({ first, content }: Page): Html => {
  const found = foundInWords(content);
  const { answer, because } = agreesInWords(first, content);
  return block('reconciles', [
    asked(
      'Do the numbers agree with last month?',
      html`${answer} ${because}${
        found !== null &&
        html` ${found} <span class="aside">(<a href="#in-brief-gaps">What does not fit together</a>)</span>`
      }`,
    ),
  ]);
};

const returns = ({ first: { returns: of }, room }: Page): Html | null =>
  of &&
  block('returns', [asked('Who has not reported?', of.sentences.map((one) => cut(one, ofBesides(room))).join(' '))]);

const done = (what: string, items: readonly string[], room: Room): Html => {
  // A day at the end of what is to be done is not cut off.
  const first = items.slice(0, room.done).map((one) => cut(one, Math.max(room.words, 60)));
  const more = items.length - first.length;
  return html`<span class="aside">${what}:</span> ${items.length === 0 ? 'none recorded.' : ended(listed(more > 0 ? [...first, `${more} more`] : first))} `;
};

type RiskOnPageOne = NonNullable<PageOne['risks']>['rows'][number];

const directions = { up: ', up', down: ', down', new: ', new', same: '' } as const;

const riskLead = (one: RiskOnPageOne, { risks: part }: Content, room: Room): Html =>
  html`<strong>${cut(one.riskTitle, room.title)}</strong> (${of(one, room)}): ${scoreInWords(part, one.score)} ${bandTag(part, one.band)}${directions[one.direction]}`;

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
  return html`<li>${leads} (${ofThem}${first && ownedBy(first, room)}). ${first && room.controls && doneAbout(first, room)}${
    first?.escalatedTo && html` <span class="aside">Escalated to:</span> ${ended(cut(first.escalatedTo, room.title))}`
  }</li>`;
};

/** The next highest, and of which the same is written as of the top risk. */
const otherRisks = (rows: readonly RiskOnPageOne[], content: Content, room: Room): Html | null => {
  const [[, ...likeTheTop] = [], ...others] = saidAlike(rows);
  return likeTheTop.length + others.length === 0
    ? null
    : html`<ul class="lines">${
        likeTheTop.length > 0 &&
        html`<li>The same is written of ${likeTheTop.map((one, n) => html`${n > 0 && ' and '}${riskLead(one, content, room)}`)}.</li>`
      }${others.map((alike) => risk(alike, content, room))}</ul>`;
};

const risks = (page: Page): Html => {
  const { first, content, room, answers } = page;
  const { risks: list } = first;
  return block(
    'risks',
    [answered(answers.topRisk, page)],
    list && otherRisks(list.rows, content, room),
    list && (room.coverage || list.total === 0) && html`<p class="aside">${content.risks.coverage}</p>`,
  );
};

const within = (content: Content, first: PageOne, room: Room, whyOf: WhyOf): Html => {
  const answers = answersTo(content, lengthsIn(room));
  const page: Page = { content, first, room, answers, whyOf };
  return section(
    'page-one',
    'In short',
    (content.notMade ?? []).map(({ sentence }) => html`<p class="note">${sentence}</p>`),
    content.recordedInMonth === 0 && html`<p class="note">Nothing was recorded for this month.</p>`,
    html`<div class="page-one">${[
      block('on-track', [answered(answers.onTrack, page)]),
      decide(page),
      trouble(page),
      block('assurance', [answered(answers.assurance, page)]),
      changed(page),
      money(page),
      risks(page),
      reconciles(page),
      returns(page),
    ]}</div>`,
  );
};

const noWhy: WhyOf = () => null;

/** The same with all that it has room for at most: of a draft, which is not printed. */
export const pageOneAtMost = (content: Content, first: PageOne): Html => {
  const [most] = rooms;
  return most === undefined ? html`` : within(content, first, most, noWhy);
};

/** What a board reads first, in the order in which it asks; it stands on one page of A4. */
export const pageOne = (report: ReportShown, first: PageOne, whyOf: WhyOf = noWhy): Html => {
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
