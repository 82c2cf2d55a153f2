import { listedAtMost } from '#language/in-words.ts';
import { hidden } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { PlannedEntry } from '../../workbook/place.ts';
import { type Brought, rowsFromBox } from './brought.ts';
import { nameOfOwner, type PlanOf } from './owner-plans.ts';

/*
 * Every row that would be recorded, with what: some hundred a page.
 */

const [mostRows, mostFields, longest] = [500, 6, 60];
const shortened = (text: string): string =>
  text === '' ? 'nothing' : text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

const said = ({ version, cells }: PlannedEntry): string =>
  version === undefined
    ? `New. ${listedAtMost(
        cells.filter(({ label }) => label !== 'Title').map(({ label, to }) => `${label}: ${shortened(to)}`),
        mostFields,
      )}`
    : listedAtMost(
        cells.map(({ label, from, to }) => `${label}: ${shortened(from)} becomes ${shortened(to)}`),
        mostFields,
      );

/** @param leadTo a form that shows the page again with other rows of it */
export const rowsShown = (
  brought: Brought,
  plans: readonly PlanOf[],
  values: FormValues,
  leadTo: (text: string, from: Html) => Html,
): Html => {
  const all = plans
    .flatMap(({ owner, plan }) => [...plan.added, ...plan.changed].map((entry) => ({ owner, entry })))
    .toSorted((one, other) => one.entry.row - other.entry.row);
  const asked = Number(valueIn(values, rowsFromBox)) || 0;
  const from = asked > 0 && asked < all.length ? asked - (asked % mostRows) : 0;
  const to = Math.min(from + mostRows, all.length);
  const lead = (begin: number): Html =>
    leadTo(`Show ${begin + 1} to ${Math.min(begin + mostRows, all.length)}`, hidden(rowsFromBox, String(begin)));
  return html`${dataTable({
    caption: all.length > mostRows ? `Row by row: ${from + 1} to ${to} of ${all.length}` : 'Row by row',
    stacked: true,
    columns: [{ head: 'Row and title' }, { head: 'Review' }, { head: 'What would be recorded' }],
    rows: all
      .slice(from, to)
      .map(({ owner, entry }) => [`${entry.row}: ${entry.title}`, nameOfOwner(brought, owner), said(entry)]),
    none: 'Nothing in it is different from what is recorded.',
  })}
${from > 0 && lead(from - mostRows)}${to < all.length && lead(to)}`;
};
