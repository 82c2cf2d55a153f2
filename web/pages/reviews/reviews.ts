import * as z from 'zod';
import { team } from '#registers/declaration.ts';
import { ReviewSummary } from '#schemas/operations/answer-parts.ts';
import { lifecycleNames, tierNames } from '#schemas/review.ts';
import { buttonLink, filterForm, link, paragraph, tag } from '../../design/blocks.ts';
import { select } from '../../design/choice.ts';
import { dataTable } from '../../design/tables.ts';
import { html } from '../../html.ts';
import { programmePath, programmesPath, reviewPath, reviewsPath } from '../paths.ts';
import { ProgrammeAnswer } from '../programme.ts';
import { asking } from '../question.ts';
import { may, type Screen, screen } from '../screen.ts';

const Reviews = z.object({ items: z.array(ReviewSummary), next: z.string().nullable() });
type ReviewItem = z.infer<typeof ReviewSummary>;

const filters = ['mine', 'lifecycle', 'tier'] as const;
type Filter = (typeof filters)[number];
const asFilter = { mine: 'sro', lifecycle: 'lifecycle', tier: 'tier' } as const;

/** Of the filters that are set, what the API takes: an empty one is none. */
const asked = (query: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(filters.map((name): [string, string | undefined] => [asFilter[name], query[name] || undefined]));

const filterOf = (query: Readonly<Record<string, string>>, path: string) => {
  const one = (name: Filter, label: string, options: readonly (readonly [string, string])[]) =>
    select({
      name,
      label,
      value: query[name] ?? '',
      options: [{ value: '', label: 'All' }, ...options.map(([value, text]) => ({ value, label: text }))],
    });
  return filterForm(
    path,
    one('mine', 'Whose', [['me', 'Mine']]),
    one('lifecycle', 'Lifecycle', Object.entries(lifecycleNames)),
    one('tier', 'Tier', Object.entries(tierNames)),
  );
};

const row = (programme: string) => (review: ReviewItem) => [
  html`${link(reviewPath(programme, review.id), review.title)}${review.struckOut && html` ${tag('Struck out', 'grey')}`}`,
  review.stageName,
  lifecycleNames[review.lifecycle],
  tierNames[review.tier],
  review.sros.length === 0 ? 'No SRO' : review.sros.map(({ name }) => name).join(', '),
];

/** The reviews of a programme: filtered by what the address says. */
export const reviews: Screen = screen({
  path: `${programmesPath}/{programmeId}/reviews`,
  asks: ({ params: { programmeId = '' }, query }) => {
    const api = `/programmes/${encodeURIComponent(programmeId)}`;
    return {
      programme: asking(api, ProgrammeAnswer),
      reviews: asking(`${api}/reviews`, Reviews, { ...asked(query), limit: '100', cursor: query.cursor }),
    };
  },
  show: ({ programme, reviews: { items, next } }, { path, query, viewer }) => ({
    title: 'Reviews',
    caption: programme.record.name,
    crumbs: [
      { text: 'Programmes', to: programmesPath },
      { text: programme.record.name, to: programmePath(programme.id) },
    ],
    body: html`${may(viewer, team) && buttonLink(`${reviewsPath(programme.id)}/_new`, 'Open a review')}
${filterOf(query, path)}
${dataTable({
  caption: 'Reviews',
  captionHidden: true,
  columns: [{ head: 'Review' }, { head: 'Stage' }, { head: 'Lifecycle' }, { head: 'Tier' }, { head: 'SRO' }],
  rows: items.map(row(programme.id)),
  none: 'There is no such review.',
})}
${next !== null && paragraph(link(`${reviewsPath(programme.id)}?${new URLSearchParams({ ...query, cursor: next })}`, 'Next page'))}`,
  }),
});
