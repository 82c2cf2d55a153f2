import { counted, dateInWords, pounds } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { isOpenQuery } from '#registers/saving/record.ts';
import { heading2, paragraph, type Task, tag, taskList } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { toValidatePath } from '../paths.ts';
import { type MaybeQuestion, orNothing } from '../question.ts';
import { type At, may } from '../screen.ts';
import { askLinesToValidate, claimsIn, inClaimOrder, LinesToValidate, sumOf } from './claims.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Of each programme, for finance and for nobody else, what is claimed there. */
export const askWorkOfFinance = (
  programmes: readonly Named[],
  { viewer }: At,
): Readonly<Record<string, MaybeQuestion>> =>
  may(viewer, ['finance'])
    ? Object.fromEntries(programmes.map(({ id }) => [`claims-of-${id}`, orNothing(askLinesToValidate(id))]))
    : {};

/** What is claimed in each programme and waits for finance; none for others. */
export const claimsToValidate = (
  programmes: readonly Named[],
  more: object | undefined,
  { viewer }: At,
): readonly Task[] =>
  programmes.flatMap(({ id, name }) => {
    if (!may(viewer, ['finance'])) return [];
    const lines = LinesToValidate.safeParse(Reflect.get(more ?? {}, `claims-of-${id}`)).data;
    const claims = lines === undefined ? [] : inClaimOrder(claimsIn(lines), 'oldest');
    const answered = claims.filter(({ queries }) => queries.length > 0 && !queries.some(isOpenQuery)).length;
    const oldest = claims.find(({ since }) => since !== null)?.since;
    if (claims.length === 0) return [];
    return [
      {
        text: `${counted(claims.length, 'claim')}${lines?.next === null ? '' : ' and more'} to validate in ${name}`,
        to: `${toValidatePath(id)}?order=oldest`,
        hint: `${pounds(sumOf(claims))}${oldest === undefined || oldest === null ? '' : `, the oldest since ${dateInWords(dayOf(oldest))}`}${answered === 0 ? '' : `. ${counted(answered, 'query was', 'queries were')} answered`}`,
        status: tag('To validate', 'blue'),
      },
    ];
  });

/** The same as a part of the first page; nothing for others. */
export const workOfFinance = (programmes: readonly Named[], more: object | undefined, at: At): Html | false => {
  if (!may(at.viewer, ['finance'])) return false;
  const tasks = claimsToValidate(programmes, more, at);
  return html`${heading2('Savings to validate')}${tasks.length === 0 ? paragraph('Everything that was claimed is validated.') : taskList('to-validate', tasks)}`;
};
