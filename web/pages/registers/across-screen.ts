import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { addDays, type LocalDate, LocalDate as LocalDateSchema } from '#language/time.ts';
import type { Across } from '#registers/across.ts';
import type { Register } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import { labelsOf } from '#schemas/choices.ts';
import { hasWorst } from '#schemas/operations/register-query.ts';
import { Lifecycle } from '#schemas/review.ts';
import { link, paragraph, tag } from '../../design/blocks.ts';
import { dataTable, type TableColumn } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { type Filter, filtersOfList, listAddress, pagesOfList, type SortedBy, sortedBy, sortIn } from '../arranging.ts';
import { acrossPath, apiChainPath, entryPath, programmePath, programmesPath, reviewPath } from '../paths.ts';
import { asking } from '../question.ts';
import { type At, type Screen, screen } from '../screen.ts';
import { listColumns } from './list-columns.ts';
import { filtersOfRegister } from './list-filters.ts';
import { arrangementIn, columnsIn } from './list-screen.ts';
import { askNamed, namedEntries } from './references.ts';
import { capital, Entry, entryTitle, pluralTitle } from './register-at.ts';
import { byId } from './shown-value.ts';

/*
 * A register over all reviews of a programme, and of the programme itself, from its declaration (docs/meaning.md LIST-9).
 */

type RegisterAcross = Register & { readonly across: Across };
/** Whether the API lists the entries of a register over all reviews. */
export const isListedAcross = (register: Register): register is RegisterAcross =>
  register.across !== undefined && register.scopes.includes('review');

export const AcrossList = z.object({
  items: z.array(
    z.object({
      review: z.object({ id: z.string(), title: z.string() }).nullable(),
      stateName: z.string(),
      dueOn: LocalDateSchema.nullable(),
      overdue: z.boolean(),
      entry: Entry,
    }),
  ),
  next: z.string().nullable(),
});
type Item = z.infer<typeof AcrossList>['items'][number];

export const ProgrammeName = z.object({ record: z.object({ name: z.string() }) });

const worst: SortedBy = { sort: 'worst', order: 'ascending' };

/** What is of its own review alone has no name here; what says the state again is left out. */
const shownColumns = (register: RegisterAcross): readonly Field[] => {
  const states = Object.keys(register.across.states);
  return columnsIn(register).others.filter(
    ({ kind, of, choices = [] }) =>
      kind !== 'reference' &&
      of !== 'reference' &&
      !(choices.length > 0 && states.every((state) => choices.some(({ name }) => name === state))),
  );
};

const since = (today: LocalDate, days: number, label: string) => ({ value: addDays(today, -days), label });

export const ofYours: Filter = {
  name: 'mine',
  label: 'Whose',
  options: [{ value: 'true', label: 'Of reviews that you answer for or lead' }],
};
/** Of what changed lately, and of which reviews. */
export const ofReviewsChanged = (today: LocalDate): readonly Filter[] => [
  {
    name: 'changedSince',
    label: 'Recorded or changed',
    options: [since(today, 7, 'In the last 7 days'), since(today, 31, 'In the last 31 days')],
  },
  {
    name: 'lifecycle',
    label: 'Reviews that are',
    options: Object.entries(labelsOf(Lifecycle) ?? {}).map(([value, label]) => ({ value, label })),
  },
];

const filtersOf = (
  register: RegisterAcross,
  at: At,
  named: Parameters<typeof filtersOfRegister>[1],
): readonly Filter[] => [ofYours, ...filtersOfRegister(register, named, at.today), ...ofReviewsChanged(at.today)];

const columnsOf = (register: RegisterAcross, at: At, now: SortedBy): readonly TableColumn[] => {
  const { has } = register.across;
  const { name } = columnsIn(register);
  return [
    { head: name?.label ?? capital(register.noun), sort: sortIn(at, 'title', now) },
    { head: 'Review', sort: sortIn(at, 'review', now) },
    { head: 'State', sort: sortIn(at, 'state', now) },
    ...(has.includes('due') ? [{ head: 'Due', sort: sortIn(at, 'due', now) }] : []),
    ...listColumns(shownColumns(register), at.today).map(({ head, numeric, field }) => ({
      head,
      numeric,
      ...(field?.name === 'owner' && has.includes('owner') ? { sort: sortIn(at, 'owner', now) } : {}),
    })),
  ];
};

export const dueShown = ({ dueOn, overdue }: Pick<Item, 'dueOn' | 'overdue'>): Html =>
  html`${dueOn !== null && dateInWords(dueOn)}${overdue && html` ${tag('Overdue', 'red')}`}`;

export const reviewShown = (programme: string, review: Item['review']): Html =>
  review === null
    ? link(programmePath(programme), 'The programme itself')
    : link(reviewPath(programme, review.id), review.title);

const rowOf =
  (register: RegisterAcross, programme: string, { today }: At) =>
  (item: Item) => {
    const { review, entry, stateName } = item;
    const to = entryPath({ programme, review: review?.id }, register.path, entry.id);
    return [
      link(to, entryTitle(register, entry)),
      reviewShown(programme, review),
      stateName,
      ...(register.across.has.includes('due') ? [dueShown(item)] : []),
      ...listColumns(shownColumns(register), today).map(({ cell }) => cell(entry.record, byId)),
    ];
  };

const inWords = ({ path }: Register): string => path.replaceAll('-', ' ');

/** The entries of a register over all reviews, what matters most first, a page at a time. */
export const acrossScreen = (register: RegisterAcross): Screen => {
  const columns = shownColumns(register);
  return screen({
    path: `${programmesPath}/{programmeId}/${register.path}`,
    asks: (at) => {
      const api = apiChainPath({ programme: at.params.programmeId ?? '' });
      return {
        ...askNamed(columns, [], at),
        programme: asking(api, ProgrammeName),
        list: asking(`${api}/across/${register.path}`, AcrossList, {
          ...arrangementIn(at),
          ...sortedBy(at, worst),
          limit: '50',
          cursor: at.query.cursor,
        }),
      };
    },
    show: (answers, at) => {
      const programme = at.params.programmeId ?? '';
      const { name } = ProgrammeName.parse(answers.programme).record;
      const { items, next } = AcrossList.parse(answers.list);
      const filters = filtersOf(register, at, namedEntries(answers, [], at));
      const now = sortedBy(at, worst);
      const isFiltered = filters.some((one) => (at.query[one.name] ?? '') !== '');
      return {
        title: `${pluralTitle(register)} of all reviews`,
        caption: name,
        crumbs: [
          { text: 'Programmes', to: programmesPath },
          { text: name, to: programmePath(programme) },
        ],
        body: html`${paragraph(register.purpose)}
${filtersOfList(at, filters)}
${
  hasWorst(register.across) &&
  (now.sort === 'worst'
    ? paragraph('Worst first: those of which something is still to be done, the overdue ones before the others.')
    : paragraph(link(listAddress(at, { sort: undefined, order: undefined }), 'Show the worst first')))
}
${dataTable({
  caption: `${pluralTitle(register)} of all reviews`,
  captionHidden: true,
  columns: columnsOf(register, at, now),
  rows: items.map(rowOf(register, programme, at)),
  none: isFiltered
    ? `There are no ${inWords(register)} like that${next === null ? '' : ' on this page'}. Clear the filter to see all of them.`
    : `There are no ${inWords(register)} yet.`,
})}
${pagesOfList(at, next)}`,
      };
    },
  });
};

/** The ways to the lists over all reviews. */
export const linksToAcross = (all: readonly Register[], programme: string): readonly Html[] =>
  all.filter(isListedAcross).map((register) => link(acrossPath(programme, register.path), pluralTitle(register)));
