import * as z from 'zod';
import { counted, dateInWords, pounds } from '#language/in-words.ts';
import { dayOf, type FinancialYear } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { type ChangedLine, LedgerPeriodFacts } from '#registers/ledger-period/record.ts';
import { saving } from '#registers/saving/record.ts';
import { differenceInWords, periodInWords } from '#schemas/ledger.ts';
import { heading2, paragraph, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import type { RegisterAt } from '../paths.ts';
import { asking, everyPage, type MaybeQuestion, orNothingIfBusy } from '../question.ts';
import { type Entry, registerAt } from '../registers/register-at.ts';
import type { At } from '../screen.ts';

/*
 * What the finance ledger shows beside a claim (docs/meaning.md SAVINGS-25).
 */

const LedgerFigures = z.object({
  items: z.array(
    z.object({
      year: z.string(),
      code: z.string(),
      period: z.string(),
      saved: z.int().nullable(),
      claimed: z.int().nullable(),
      difference: z.int().nullable(),
      state: z.enum(['agrees', 'differs', 'not-claimed', 'not-stated', 'withheld']),
      claims: z.array(
        z.object({
          review: z.object({ id: z.string() }),
          saving: z.object({ id: z.string() }),
          claimed: z.int().nullable(),
          validated: z.int().nullable(),
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
});
export type LedgerFigures = z.infer<typeof LedgerFigures>;
type LedgerFigure = LedgerFigures['items'][number];

const ask = (programme: string, only: Readonly<Record<string, string>>): MaybeQuestion<typeof LedgerFigures> =>
  orNothingIfBusy(
    everyPage(
      asking(`/programmes/${encodeURIComponent(programme)}/ledger-figures`, LedgerFigures, { ...only, limit: '200' }),
    ),
  );

/** Of the budget lines of which something claimed waits for finance. */
export const askLedgerToValidate = (programme: string): MaybeQuestion<typeof LedgerFigures> =>
  ask(programme, { toValidate: 'true' });
/** Of those from which a review saves. */
export const askLedgerOfReview = (
  programme: string,
  review: string,
  year?: FinancialYear,
): MaybeQuestion<typeof LedgerFigures> => ask(programme, { review, ...(year === undefined ? {} : { year }) });

/** The figure of the budget line that a savings line comes from, in a year. */
export const ledgerFigureOf = (
  figures: LedgerFigures | null,
  { review, line, year }: { readonly review: string; readonly line: string; readonly year: string },
): LedgerFigure | undefined =>
  figures?.items.find(
    (figure) => figure.year === year && figure.claims.some((one) => one.review.id === review && one.saving.id === line),
  );

const shared = ({ claims, claimed }: LedgerFigure): string => {
  const others = claims.filter((one) => one.claimed !== null).length - 1;
  return others > 0 && claimed !== null ? `, of ${others + 1} claims that come to ${pounds(claimed)}` : '';
};

/** What the ledger shows of a line, and by when; and how that stands to what is claimed. */
export const ledgerShown = (figure: LedgerFigure | undefined): Html => {
  if (figure === undefined) return html`Not in the ledger`;
  const { saved, state, difference } = figure;
  if (saved === null) return html`No saving shown by ${periodInWords(figure.period)}`;
  const stands =
    state === 'agrees'
      ? html`${tag('Agrees', 'green')}<br>`
      : difference !== null && html`<strong>${differenceInWords(difference)}</strong><br>`;
  return html`${pounds(saved)}${shared(figure)}<br>${stands}<span class="govuk-hint">By ${periodInWords(figure.period)}, ${figure.code}</span>`;
};

const Corrected = z.object({ corrected: LedgerPeriodFacts.shape.corrected });

const amounts = (one: ChangedLine['before']): string =>
  one === null ? 'Not stated' : `${pounds(one.actual)}${one.saved === undefined ? '' : `, saved ${pounds(one.saved)}`}`;

/** What the last sending of a period changed of the lines that were there. */
export const correctedLines = ({ facts }: Pick<Entry, 'facts'>): Html | false => {
  const corrected = Corrected.safeParse(facts).data?.corrected;
  if (corrected === undefined) return false;
  const { at, count, lines } = corrected;
  return html`${heading2('What was last changed')}${paragraph(
    `${counted(count, 'line')} on ${dateInWords(dayOf(at))}${count > lines.length ? `, of which these are the first ${lines.length}. The history has all` : ''}.`,
  )}${dataTable({
    caption: 'Lines that were last changed',
    captionHidden: true,
    stacked: true,
    columns: [{ head: 'Code' }, { head: 'Before' }, { head: 'Now' }],
    rows: lines.map(({ code, before, after }) => [code, amounts(before), amounts(after)]),
    none: '',
  })}`;
};

/** What the page of a savings line asks of the ledger. */
export const askLedgerOfEntry = (register: Register, at: At): Readonly<Record<string, MaybeQuestion>> => {
  const { programme, review } = registerAt(at);
  return register.kind === saving.kind && review !== undefined ? { ledger: askLedgerOfReview(programme, review) } : {};
};

/** The ledger's figure of each year of a savings line, where it has one. */
export const ledgerOfEntry = ({ review }: RegisterAt, line: string, answers: object): Html | false => {
  const figures = LedgerFigures.safeParse(Reflect.get(answers, 'ledger')).data;
  const shown = (figures?.items ?? []).flatMap((figure) => {
    const own = figure.claims.find((one) => one.review.id === review && one.saving.id === line);
    return own === undefined ? [] : [{ figure, own }];
  });
  const orNone = (value: number | null): string => (value === null ? 'Nothing' : pounds(value));
  return (
    shown.length > 0 &&
    html`${heading2('In the ledger')}${dataTable({
      caption: 'What is claimed, validated, and shown by the ledger',
      captionHidden: true,
      stacked: true,
      columns: [
        { head: 'Year', short: true },
        { head: 'Claimed', numeric: true },
        { head: 'Validated', numeric: true },
        { head: 'Saved, as the ledger shows' },
      ],
      rows: shown.map(({ figure, own }) => [
        figure.year,
        orNone(own.claimed),
        orNone(own.validated),
        ledgerShown(figure),
      ]),
      none: '',
    })}`
  );
};
