import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { Action } from '#registers/field-kinds.ts';
import { labelOf } from '#schemas/choices.ts';
import { inner } from '#schemas/schema-parts.ts';
import { link, paragraph } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { html } from '../../html.ts';
import { filtersOfList, pagesOfList } from '../arranging.ts';
import { apiChainPath, entryPath, programmePath, programmesPath } from '../paths.ts';
import { asking } from '../question.ts';
import { type Screen, screen } from '../screen.ts';
import { dueShown, ofReviewsChanged, ofYours, ProgrammeName, reviewShown } from './across-screen.ts';
import { either } from './list-filters.ts';
import { capital } from './register-at.ts';

/*
 * The actions of open risks and issues over all reviews of a programme (docs/meaning.md LIST-10).
 */

const Actions = z.object({
  items: z.array(
    z.object({
      review: z.object({ id: z.string(), title: z.string() }).nullable(),
      kind: z.string(),
      entry: z.object({ id: z.string(), title: z.string() }),
      what: z.string(),
      owner: z.string().nullable(),
      dueOn: LocalDate.nullable(),
      status: z.string(),
      overdue: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
});
type Item = z.infer<typeof Actions>['items'][number];

const rowOf = (programme: string) => (item: Item) => {
  const { review, kind, entry, what, owner, status } = item;
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`there is no register ${kind}`);
  const to = entryPath({ programme, review: review?.id }, register.path, entry.id);
  return [
    what,
    owner ?? '',
    dueShown(item),
    labelOf(inner(Action.shape.status), status),
    link(to, `${capital(register.noun)}: ${entry.title}`),
    reviewShown(programme, review),
  ];
};

/** The actions of all reviews, what is to be done first before the others, a page at a time. */
export const actions: Screen = screen({
  path: `${programmesPath}/{programmeId}/actions`,
  asks: ({ params: { programmeId = '' }, query }) => {
    const api = apiChainPath({ programme: programmeId });
    const { mine, open, overdue, owner, changedSince, lifecycle, cursor } = query;
    const asked = { mine, open, overdue, owner, changedSince, lifecycle, cursor, limit: '50' };
    return { programme: asking(api, ProgrammeName), list: asking(`${api}/across/actions`, Actions, asked) };
  },
  show: ({ programme: { record }, list: { items, next } }, at) => {
    const programme = at.params.programmeId ?? '';
    const filters = [
      ofYours,
      { name: 'open', label: 'Still to be done', options: either('Yes', 'No') },
      { name: 'overdue', label: 'Overdue', options: either('Yes', 'No') },
      { name: 'owner', label: 'Owner' },
      ...ofReviewsChanged(at.today),
    ];
    const isFiltered = filters.some(({ name }) => (at.query[name] ?? '') !== '');
    return {
      title: 'Actions of all reviews',
      caption: record.name,
      crumbs: [
        { text: 'Programmes', to: programmesPath },
        { text: record.name, to: programmePath(programme) },
      ],
      body: html`${paragraph('What is to be done about open risks and issues: what is overdue first, then by the day by which it is to be done.')}
${filtersOfList(at, filters)}
${dataTable({
  caption: 'Actions of all reviews',
  captionHidden: true,
  columns: ['Action', 'Owner', 'Due', 'Status', 'Risk or issue', 'Review'].map((head) => ({ head })),
  rows: items.map(rowOf(programme)),
  none: isFiltered
    ? `There are no actions like that${next === null ? '' : ' on this page'}. Clear the filter to see all of them.`
    : `There are no actions ${next === null ? 'yet' : 'on this page'}.`,
})}
${pagesOfList(at, next)}`,
    };
  },
});
