import { details, filterForm, link, paragraph } from '../design/blocks.ts';
import type { Option } from '../design/choice.ts';
import { select } from '../design/choice.ts';
import { hidden, textInput } from '../design/input.ts';
import type { TableColumn } from '../design/tables.ts';
import { type Html, html } from '../html.ts';
import type { At } from './screen.ts';

/*
 * A list that is sorted, filtered and paged by its address alone: links in the heads of its columns, a form that asks, and the same
 * names as the API has.
 */

type Place = Pick<At, 'path' | 'query'>;
type Parameters = Readonly<Record<string, string | undefined>>;

/** The address of the same list with some of its parameters changed; from its first page on unless a cursor is given. */
export const listAddress = ({ path, query }: Place, changed: Parameters): string => {
  const all: Parameters = { ...query, cursor: undefined, ...changed };
  const asked = Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
};

/** How a list is sorted where its address says nothing of it. */
export interface SortedBy {
  readonly sort: string;
  readonly order: 'ascending' | 'descending';
}

export const sortedBy = ({ query }: Place, byDefault: SortedBy): SortedBy =>
  query.sort === undefined || query.sort === ''
    ? byDefault
    : { sort: query.sort, order: query.order === 'descending' ? 'descending' : 'ascending' };

/** The head of a column by which the list can be sorted: the same again turns it round. */
export const sortIn = (at: Place, name: string, now: SortedBy): NonNullable<TableColumn['sort']> => {
  const isNow = now.sort === name;
  const order = isNow && now.order === 'ascending' ? 'descending' : 'ascending';
  return { now: isNow ? now.order : 'none', to: listAddress(at, { sort: name, order }) };
};

/** What a list can be asked for: one of some values, or words. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  /** Without them it is words. */
  readonly options?: readonly Pick<Option, 'value' | 'label'>[];
}

const control = ({ name, label, options }: Filter, value: string): Html =>
  options === undefined
    ? textInput({ name, label, value, width: 20 })
    : select({ name, label, value, options: [{ value: '', label: 'All' }, ...options] });

/** The form that filters a list; what else its address says stays as it is. */
export const filtersOfList = (at: Place, filters: readonly Filter[]): Html | false => {
  if (filters.length === 0) return false;
  const names = filters.map(({ name }) => name);
  const kept = Object.entries(at.query).filter(([name]) => name !== 'cursor' && !names.includes(name));
  const set = names.filter((name) => (at.query[name] ?? '') !== '');
  return details(
    set.length === 0 ? 'Filter this list' : `Filter this list (${set.length} set)`,
    html`${filterForm(
      at.path,
      filters.map((one) => control(one, at.query[one.name] ?? '')),
      kept.map(([name, value]) => hidden(name, value)),
    )}${set.length > 0 && paragraph(link(listAddress(at, Object.fromEntries(names.map((name) => [name, undefined]))), 'Clear the filter'))}`,
    { open: set.length > 0 },
  );
};

/** The way to the next page, and back to the first. */
export const pagesOfList = (at: Place, next: string | null): Html | false => {
  const isFirst = (at.query.cursor ?? '') === '';
  return (
    (next !== null || !isFirst) &&
    html`<nav class="govuk-pagination govuk-pagination--block" aria-label="Pages of this list">${
      !isFirst &&
      html`<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="${listAddress(at, {})}"><span class="govuk-pagination__link-title">First page</span></a></div>`
    }${
      next !== null &&
      html`<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="${listAddress(at, { cursor: next })}" rel="next"><span class="govuk-pagination__link-title">Next page</span></a></div>`
    }</nav>`
  );
};
