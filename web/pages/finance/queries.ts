import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { dayOf, type FinancialYear } from '#language/time.ts';
import { type ClaimQuery, isOpenQuery, SavingFacts } from '#registers/saving/record.ts';
import { heading2, inLines, link, paragraph, type Task, tag, taskList } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { answerQueryPath, toValidatePath } from '../paths.ts';
import { type MaybeQuestion, orNothing } from '../question.ts';
import type { Entry } from '../registers/register-at.ts';
import { type At, may } from '../screen.ts';
import { askLinesToValidate, type Claim, claimsIn, LinesToValidate } from './claims.ts';

/*
 * What finance asks about claims before it validates them, and what is answered (docs/meaning.md SAVINGS-30).
 */

type NameOf = (subject: string) => string;

const whenBy = (what: string, { at, by }: { readonly at: string; readonly by: string }, nameOf?: NameOf): string =>
  `${what} on ${dateInWords(dayOf(at))}${nameOf === undefined ? '' : ` by ${nameOf(by)}`}`;

/** When a query was asked, and when it was answered. */
export const queriedWhen = ({ answered, claimChanged, ...asked }: ClaimQuery): Html =>
  html`${whenBy('Queried', asked)}${answered !== undefined && html`<br>${whenBy('Answered', answered)}`}${claimChanged !== undefined && html`<br>${whenBy('Claim changed', claimChanged)}`}`;

/** A query with what became of it. */
export const queryShown = ({ question, answered, claimChanged, ...asked }: ClaimQuery, nameOf?: NameOf): Html =>
  html`${whenBy('Queried', asked, nameOf)}: ${inLines(question)}${answered !== undefined && html`<br>${whenBy('Answered', answered, nameOf)}: ${inLines(answered.words)}`}${claimChanged !== undefined && html`<br>${whenBy('Claim changed', claimChanged, nameOf)}`}`;

const Queried = z.object({ queries: SavingFacts.shape.queries });

/** Everything that was asked about the claims of a line, or of one of its years; nothing where nothing was. */
export const queriesOfLine = ({ facts }: Pick<Entry, 'facts'>, year?: FinancialYear): Html | false => {
  const queries = Queried.safeParse(facts).data?.queries ?? [];
  const shown = queries.filter((one) => year === undefined || one.year === year);
  return (
    shown.length > 0 &&
    html`${heading2('What finance asked')}<ul class="govuk-list govuk-list--spaced">${shown.map((one) => html`<li><strong>${one.year}</strong><br>${queryShown(one)}</li>`)}</ul>`
  );
};

/** The open queries of so many reviews of others are shown; the list of claims has all. */
const mostOfOthers = 5;

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Whom an open query waits for: those whom its review names, and the team, which may answer any. The programmes of the reviews that somebody answers for
 * or leads are asked for those reviews, as a list ends; all of them for the team.
 */
export const askQueries = (
  mine: readonly string[],
  all: readonly Named[],
  { viewer }: At,
): Readonly<Record<string, MaybeQuestion>> =>
  Object.fromEntries([
    ...mine.map((id) => [`queries-of-${id}`, orNothing(askLinesToValidate(id, undefined, { mine: 'true' }))]),
    ...(may(viewer, ['transformation-team'])
      ? all.map(({ id }) => [`queries-in-${id}`, orNothing(askLinesToValidate(id))])
      : []),
  ]);

interface OpenQuery {
  readonly programme: string;
  readonly claim: Claim;
  readonly query: ClaimQuery;
}

const openQueriesIn = (programme: string, answer: unknown): readonly OpenQuery[] => {
  const lines = LinesToValidate.safeParse(answer).data;
  return lines === undefined
    ? []
    : claimsIn(lines).flatMap((claim) =>
        claim.queries.filter(isOpenQuery).map((query) => ({ programme, claim, query })),
      );
};

const oldestFirst = (all: readonly OpenQuery[]): readonly OpenQuery[] =>
  all.toSorted((one, other) => (one.query.at < other.query.at ? -1 : 1));

const taskOf = ({ programme, claim: { review, line, title, year, nameOf }, query }: OpenQuery): Task => ({
  text: `Answer finance's query on ${year} of ${title}`,
  to: answerQueryPath({ programme, review: review.id }, line, year),
  hint: html`${review.title}<br>${queryShown(query, nameOf)}`,
  status: tag('Queried', 'orange'),
});

const ofOthers = (queries: readonly OpenQuery[], all: readonly Named[]): Html | false => {
  const more = queries.length - mostOfOthers;
  const lists = all.filter(({ id }) => queries.some(({ programme }) => programme === id));
  return (
    queries.length > 0 &&
    html`<h3 class="govuk-heading-s">Of reviews that do not name you</h3>${taskList('queries-of-others', queries.slice(0, mostOfOthers).map(taskOf))}${
      more > 0 &&
      paragraph(
        `${more} more: `,
        lists.map(({ id, name }, n) => html`${n > 0 && ', '}${link(toValidatePath(id), `claims of ${name}`)}`),
        '.',
      )
    }`
  );
};

/** What waits for those who answer for claims; that of the reviews that name them first. */
export const openQueries = (mine: readonly string[], all: readonly Named[], more: object | undefined): Html | false => {
  const answered = (name: string): unknown => Reflect.get(more ?? {}, name);
  const own = oldestFirst(mine.flatMap((id) => openQueriesIn(id, answered(`queries-of-${id}`))));
  const isOwn = (one: OpenQuery): boolean =>
    own.some(({ programme, claim }) => programme === one.programme && claim.review.id === one.claim.review.id);
  const others = oldestFirst(
    all.flatMap(({ id }) => openQueriesIn(id, answered(`queries-in-${id}`))).filter((one) => !isOwn(one)),
  );
  return (
    own.length + others.length > 0 &&
    html`${heading2('What finance asks')}${own.length > 0 && taskList('queries', own.map(taskOf))}${ofOthers(others, all)}`
  );
};
