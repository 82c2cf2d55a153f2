import { counted, listed, pounds } from '#language/in-words.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { apart, type MoneyTotal, type Pounds } from '../../mapping/money-totals.ts';

const inWords = ({ low, high }: Pounds): string =>
  low === high ? pounds(low) : `between ${pounds(low)} and ${pounds(high)}`;

const agreement = ({ read, inSheet }: MoneyTotal): string => {
  if (inSheet === undefined) return 'The sheet has no total of it that can be read';
  const { rows } = inSheet;
  const where = rows.length === 1 ? `row ${rows[0]}` : `rows ${listed(rows.map(String))} together`;
  const difference = apart(read, inSheet);
  const how =
    difference === 0 ? 'they agree' : `${pounds(difference)} ${read.low > inSheet.high ? 'more' : 'less'} is read`;
  return `${inWords(inSheet)} in ${where}: ${how}`;
};

/** What the columns of money come to, against the rows of totals of the sheet. */
export const totalsShown = (totals: readonly MoneyTotal[]): Html | false =>
  totals.length > 0 &&
  dataTable({
    caption: 'What the money comes to',
    stacked: true,
    columns: [{ head: 'Field' }, { head: 'Your column' }, { head: 'Read of all rows' }, { head: 'Total in the sheet' }],
    rows: totals.map((one) => [
      one.label,
      one.head,
      html`${inWords(one.read)}${one.withoutAmount > 0 && html`<span class="govuk-hint"> and ${counted(one.withoutAmount, 'row')} without an amount</span>`}`,
      agreement(one),
    ]),
    none: '',
  });
