import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { dayOf, type FinancialYear } from '#language/time.ts';
import { type ClaimQuery, isOpenQuery, SavingFacts } from '#registers/saving/record.ts';
import { heading2, inLines, type Task, tag, taskList } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { answerQueryPath } from '../paths.ts';
import { type MaybeQuestion, orNothing } from '../question.ts';
import type { Entry } from '../registers/register-at.ts';
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

/** Of the programmes whose reviews somebody answers for or leads, what finance asks about the claims of those reviews. */
export const askQueriesOfMine = (programmes: readonly string[]): Readonly<Record<string, MaybeQuestion>> =>
  Object.fromEntries(
    programmes.map((id) => [`queries-of-${id}`, orNothing(askLinesToValidate(id, undefined, { mine: 'true' }))]),
  );

const taskOf = (programme: string, { review, line, title, year, nameOf }: Claim, query: ClaimQuery): Task => ({
  text: `Answer finance's query on ${year} of ${title}`,
  to: answerQueryPath({ programme, review: review.id }, line, year),
  hint: html`${review.title}<br>${queryShown(query, nameOf)}`,
  status: tag('Queried', 'orange'),
});

/** What waits for those who answer for claims. */
export const queriesOfMine = (programmes: readonly string[], more: object | undefined): Html | false => {
  const tasks = programmes.flatMap((id) => {
    const lines = LinesToValidate.safeParse(Reflect.get(more ?? {}, `queries-of-${id}`)).data;
    return lines === undefined
      ? []
      : claimsIn(lines).flatMap((claim) => claim.queries.filter(isOpenQuery).map((query) => taskOf(id, claim, query)));
  });
  return tasks.length > 0 && html`${heading2('What finance asks')}${taskList('queries', tasks)}`;
};
