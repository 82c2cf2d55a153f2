import * as z from 'zod';
import { dateInWords, pounds } from '#language/in-words.ts';
import { dayOf, FinancialYear } from '#language/time.ts';
import { SavingFacts } from '#registers/saving/record.ts';
import { SignedPounds } from '#schemas/figures.ts';
import { heading2, inLines, link, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html, type Printable } from '../../html.ts';
import { validatePath } from '../paths.ts';
import { type Entry, registerAt } from '../registers/register-at.ts';
import { type At, may } from '../screen.ts';

/* What finance said of what a savings line claims, on the page of the line. */

const Validated = z.object({ validations: SavingFacts.shape.validations });
type Validation = z.output<typeof Validated>['validations'][number];
const Claimed = z.object({
  years: z.array(z.object({ year: FinancialYear, claimedActual: SignedPounds.optional() })),
});
const Waiting = z.object({ toValidate: z.array(z.object({ year: FinancialYear, pounds: SignedPounds })) });

const againstClaim = (validation: Validation, claimed: number | undefined): Printable => {
  if (validation.dropped !== undefined)
    return html`${tag('No longer holds', 'grey')}<br>The claim was changed on ${dateInWords(dayOf(validation.dropped.at))}`;
  if (claimed === undefined) return '';
  const less = claimed - validation.pounds;
  return less === 0 ? 'As claimed' : `${pounds(Math.abs(less))} ${less > 0 ? 'less' : 'more'} than claimed`;
};

/** Each validation, the latest first, with how it differs from the claim and why; and what is claimed and waits for finance. */
export const validationsOfLine = (entry: Entry, at: Pick<At, 'params' | 'viewer'>): Html | false => {
  const { validations } = Validated.safeParse(entry.facts).data ?? { validations: [] };
  const { toValidate } = Waiting.safeParse(entry.computed).data ?? { toValidate: [] };
  const years = Claimed.safeParse(entry.record).data?.years ?? [];
  const claimedOf = (year: FinancialYear) => years.find((one) => one.year === year)?.claimedActual;
  const waiting = toValidate.map(({ year, pounds: claimed }) => [
    year,
    pounds(claimed),
    may(at.viewer, ['finance'])
      ? link(
          validatePath(registerAt(at), entry.id, year),
          html`Validate<span class="govuk-visually-hidden"> ${year}</span>`,
        )
      : tag('Waits for finance', 'blue'),
    '',
    '',
  ]);
  /** What is claimed now is not what was validated then, where the claim was changed since. */
  const claimShown = ({ year, dropped }: Validation): string => {
    const claimed = claimedOf(year);
    return dropped !== undefined ? '' : claimed === undefined ? 'Nothing' : pounds(claimed);
  };
  const given = validations
    .toReversed()
    .map((one) => [
      one.year,
      claimShown(one),
      html`${pounds(one.pounds)}<br>${dateInWords(one.on)}`,
      againstClaim(one, claimedOf(one.year)),
      one.note === undefined ? '' : inLines(one.note),
    ]);
  return (
    waiting.length + given.length > 0 &&
    html`${heading2('Claimed and validated')}${dataTable({
      caption: 'What is claimed, and what finance validated',
      captionHidden: true,
      stacked: true,
      columns: [
        { head: 'Year', short: true },
        { head: 'Claimed', numeric: true },
        { head: 'Validated' },
        { head: 'Against the claim' },
        { head: 'Why it differs' },
      ],
      rows: [...waiting, ...given],
      none: '',
    })}`
  );
};
