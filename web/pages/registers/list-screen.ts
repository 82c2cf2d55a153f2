import type { Register } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import { columnsOf, hasWorst, sortableColumns } from '#schemas/operations/register-query.ts';
import { buttonLink, link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable, type TableColumn } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { filtersOfList, listAddress, pagesOfList, type SortedBy, sortedBy, sortIn } from '../arranging.ts';
import { entryPath, newEntryPath, registerPath } from '../paths.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { actsOfRegister } from './acts-of-register.ts';
import { isOfNow, queryOf, readingChoice, readingIn, readSo } from './as-at.ts';
import { type ListColumn, listColumns } from './list-columns.ts';
import { filtersOfRegister } from './list-filters.ts';
import { askNamed, namedEntries } from './references.ts';
import {
  addingTo,
  askEntries,
  askOwner,
  capital,
  crumbsOf,
  EntryList,
  entryTitle,
  Named,
  ownerName,
  pluralTitle,
  type RegisterPlace,
  registerAt,
  routeOf,
} from './register-at.ts';

/** The columns that are what an entry is called; of a register without one, its noun stands above the names of its entries. */
const calledBy: readonly string[] = ['title', 'label'];
export const columnsIn = (register: Register) => {
  const columns = columnsOf(register);
  const name = columns.find((one) => calledBy.includes(one.name));
  return { name, others: columns.filter((one) => one !== name) };
};

/** What matters most first; of a register in which nothing does, by id, and months latest first. */
const byDefault = ({ across, ofMonth }: Register): SortedBy =>
  across !== undefined && hasWorst(across)
    ? { sort: 'worst', order: 'ascending' }
    : { sort: 'id', order: ofMonth ? 'descending' : 'ascending' };

/** What the address asks of the list, but for as of when and in whose view it is read. */
export const arrangementIn = ({ query }: At): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(query).filter(([name, value]) => value !== '' && !/^(?:asAt|view|cursor)(?:$|\/)/.test(name)),
  );

const headOf = (at: At, register: Register, now: SortedBy, name: Field | undefined): TableColumn => ({
  head: name?.label ?? capital(register.noun),
  sort: sortIn(at, name?.name ?? 'id', now),
});

const columnOf =
  (at: At, register: Register, now: SortedBy) =>
  ({ head, numeric, field }: ListColumn): TableColumn => ({
    head,
    numeric,
    ...(field !== undefined && sortableColumns(register).includes(field) ? { sort: sortIn(at, field.name, now) } : {}),
  });

/** Where a list is sorted otherwise: the way back to the worst first. */
const worstFirst = (at: At, register: Register, now: SortedBy): Html | false =>
  byDefault(register).sort === 'worst' &&
  (now.sort === 'worst'
    ? paragraph('Worst first: those of which something is still to be done, the overdue ones before the others.')
    : paragraph(link(listAddress(at, { sort: undefined, order: undefined }), 'Show the worst first')));

/** What can be done with many entries at once. */
const actsOnMany = (place: RegisterPlace, at: At): readonly Html[] =>
  actsOfRegister(place)
    .filter(({ on, roles }) => on === 'many' && may(at.viewer, roles))
    .map(({ page, text }) => paragraph(link(`${registerPath(registerAt(at), place.register.path)}${page}`, text)));

/** All entries of a register, as its columns have them, a page at a time. */
export const listScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  const makers = register.byActOnly
    ? actsOfRegister(place).flatMap(({ on, roles }) => (on === 'register' ? roles : []))
    : register.writers;
  const { name, others } = columnsIn(register);
  return screen({
    path: routeOf(place, ''),
    asks: (at) => ({
      ...askNamed(others, all, at),
      owner: askOwner(at),
      list: askEntries(place, at, {
        ...arrangementIn(at),
        ...sortedBy(at, byDefault(register)),
        limit: '50',
        cursor: at.query.cursor,
        ...queryOf(readingIn(at)),
      }),
    }),
    show: (answers, at) => {
      const owner = Named.parse(answers.owner);
      const { items, next } = EntryList.parse(answers.list);
      const here = registerAt(at);
      const reading = readingIn(at);
      const named = namedEntries(answers, all, at);
      const now = sortedBy(at, byDefault(register));
      const filters = filtersOfRegister(register, named, at.today);
      const isFiltered = filters.some((one) => (at.query[one.name] ?? '') !== '');
      const columns = listColumns(others, at.today);
      return {
        title: pluralTitle(register),
        caption: ownerName(owner),
        crumbs: crumbsOf(at, ownerName(owner)),
        body: html`${paragraph(register.purpose)}
${readingChoice(at, arrangementIn(at))}
${isOfNow(reading) && may(at.viewer, makers) && buttonLink(newEntryPath(here, register.path), addingTo(register).text)}
${isOfNow(reading) && actsOnMany(place, at)}
${(items.length > 0 || isFiltered) && filtersOfList(at, filters)}
${items.length > 1 && worstFirst(at, register, now)}
${dataTable({
  caption: pluralTitle(register),
  captionHidden: true,
  columns: [headOf(at, register, now, name), ...columns.map(columnOf(at, register, now))],
  rows: items.map((entry) => [
    html`${link(readSo(entryPath(here, register.path, entry.id), reading), entryTitle(register, entry))}${entry.struckOut !== null && html` ${tag('Struck out', 'grey')}`}`,
    ...columns.map(({ cell }) => cell(entry.record, named.nameOf)),
  ]),
  none: isFiltered
    ? `There are no ${register.path.replaceAll('-', ' ')} like that. Clear the filter to see all of them.`
    : `There are no ${register.path.replaceAll('-', ' ')} yet.`,
})}
${pagesOfList(at, next)}`,
      };
    },
  });
};
