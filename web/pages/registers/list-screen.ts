import { fieldsOf } from '#registers/fields.ts';
import { buttonLink, link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { html } from '../../html.ts';
import { entryPath, newEntryPath, registerPath } from '../paths.ts';
import { may, type Screen, screen } from '../screen.ts';
import { actsOfRegister } from './acts-of-register.ts';
import { isOfNow, queryOf, readingChoice, readingIn, readSo } from './as-at.ts';
import {
  askEntries,
  askOwner,
  capital,
  crumbsOf,
  entryTitle,
  ownerName,
  pluralTitle,
  type RegisterPlace,
  registerAt,
  routeOf,
  withArticle,
} from './register-at.ts';
import { byId, valueInCell } from './shown-value.ts';

const numeric = ['pounds', 'number', 'figure'];

/** The columns that are what an entry is called; of a register without one, its noun stands above the names of its entries. */
const calledBy: readonly string[] = ['title', 'label'];

/** All entries of a register, as its columns have them, a page at a time. */
export const listScreen = (place: RegisterPlace): Screen => {
  const { register } = place;
  const fields = fieldsOf(register.record);
  const makers = register.byActOnly
    ? actsOfRegister(place).flatMap(({ on, roles }) => (on === 'register' ? roles : []))
    : register.writers;
  const columns = register.columns.flatMap((name) => fields.filter((one) => one.name === name));
  return screen({
    path: routeOf(place, ''),
    asks: (at) => ({
      owner: askOwner(at),
      list: askEntries(place, at, { limit: '50', cursor: at.query.cursor, ...queryOf(readingIn(at)) }),
    }),
    show: ({ owner, list }, at) => {
      const here = registerAt(at);
      const reading = readingIn(at);
      const name = columns.find((one) => calledBy.includes(one.name));
      const others = columns.filter((one) => one !== name);
      const isWhole = list.next === null && at.query.cursor === undefined;
      const entries = register.ofMonth && isWhole ? list.items.toReversed() : list.items;
      return {
        title: pluralTitle(register),
        caption: ownerName(owner),
        crumbs: crumbsOf(at, ownerName(owner)),
        body: html`${paragraph(register.purpose)}
${readingChoice(at)}
${isOfNow(reading) && may(at.viewer, makers) && buttonLink(newEntryPath(here, register.path), `Add ${withArticle(register)}`)}
${
  isOfNow(reading) &&
  actsOfRegister(place)
    .filter(({ on, roles }) => on === 'many' && may(at.viewer, roles))
    .map(({ page, text }) => paragraph(link(`${registerPath(here, register.path)}${page}`, text)))
}
${dataTable({
  caption: pluralTitle(register),
  captionHidden: true,
  columns: [
    { head: name?.label ?? capital(register.noun) },
    ...others.map(({ label, kind }) => ({ head: label, numeric: numeric.includes(kind) })),
  ],
  rows: entries.map((entry) => [
    html`${link(readSo(entryPath(here, register.path, entry.id), reading), entryTitle(register, entry))}${entry.struckOut !== null && html` ${tag('Struck out', 'grey')}`}`,
    ...others.map((field) => valueInCell(field, entry.record[field.name], byId)),
  ]),
  none: `There are no ${register.path.replaceAll('-', ' ')} yet.`,
})}
${list.next !== null && paragraph(link(readSo(`${registerPath(here, register.path)}?cursor=${encodeURIComponent(list.next)}`, reading), 'Next page'))}`,
      };
    },
  });
};
