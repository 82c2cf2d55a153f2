import * as z from 'zod';
import { counted, dateInWords, monthInWords } from '#language/in-words.ts';
import { type Instant, monthOf } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { type Register, team } from '#registers/declaration.ts';
import { ReviewSummary } from '#schemas/operations/answer-parts.ts';
import { isForPractice } from '#schemas/practice.ts';
import { Programme } from '#schemas/programme.ts';
import { bulletList, heading2, insetText, link, linkColumns, paragraph } from '../design/blocks.ts';
import { dataTable, summaryList } from '../design/tables.ts';
import { type Html, html } from '../html.ts';
import { historyLink, mayReadHistory } from './history/history.ts';
import {
  acrossPath,
  apiChainPath,
  bookPath,
  calendarPath,
  historyPath,
  monthEndPath,
  portfolioPath,
  programmesPath,
  registerPath,
  reportPath,
  reportsPath,
  reviewPath,
  reviewsPath,
  setUpPath,
  spreadsheetPath,
  toValidatePath,
} from './paths.ts';
import { asking, orNothing } from './question.ts';
import { linksToAcross } from './registers/across-screen.ts';
import { inOrder, pluralTitle } from './registers/register-at.ts';
import { countedByRating, isInTrouble, isUnderWay } from './reviews/in-trouble.ts';
import { ratingTag } from './reviews/ratings.ts';
import { may, type Screen, screen } from './screen.ts';
import { searchBox } from './search/search.ts';

export const ProgrammeAnswer = z.object({
  id: z.string(),
  record: z.object({
    name: z.string(),
    phase: z.string().optional(),
    council: z.string(),
    fictional: z.boolean().optional(),
    portfolios: Programme.shape.portfolios.optional(),
  }),
  computed: z.object({ nextReport: z.string().nullable(), nextReportDueOn: z.string().nullable() }),
});

const Reviews = z.object({ items: z.array(ReviewSummary), next: z.string().nullable() });
type ReviewItem = z.infer<typeof ReviewSummary>;
const Reports = z.object({
  items: z.array(z.object({ month: z.string(), revision: z.int(), publishedAt: z.string() })),
});

const countedBy = (items: readonly { readonly lifecycle: string }[]): string => {
  const counts = Map.groupBy(items, ({ lifecycle }) => lifecycle);
  return [...counts].map(([lifecycle, those]) => `${those.length} ${lifecycle}`).join(', ');
};

/** How those under way are rated today, the worst first. */
const ratingsShown = (reviews: readonly ReviewItem[]): Html => {
  const underWay = reviews.filter(isUnderWay);
  return underWay.length === 0
    ? html`No review is under way`
    : html`${countedByRating(underWay).map(
        ({ rating, count }, n) =>
          html`${n > 0 && ', '}<span class="tracker-short">${rating === undefined ? 'not rated' : ratingTag(rating)} ${count}</span>`,
      )}<br>The worse of SRO and assurance, of ${counted(underWay.length, 'review')} active or paused`;
};

/** Of each portfolio how many are under way and which are in trouble. */
const portfoliosShown = (
  programme: string,
  portfolios: z.infer<typeof Programme>['portfolios'],
  reviews: readonly ReviewItem[],
): Html =>
  dataTable({
    caption: 'Portfolios: what is in trouble, and what is late',
    stacked: true,
    columns: [{ head: 'Portfolio' }, { head: 'Active or paused', numeric: true }, { head: 'Rated Red or Amber/Red' }],
    rows: portfolios.map(({ id, name }) => {
      const underWay = reviews.filter((one) => one.portfolio === id && isUnderWay(one));
      const red = underWay.filter(isInTrouble);
      return [
        link(portfolioPath(programme, id), name),
        String(underWay.length),
        red.length === 0
          ? 'None'
          : html`${red.map((one, n) => html`${n > 0 && ', '}${link(reviewPath(programme, one.id), one.title)}`)}`,
      ];
    }),
    none: 'There is no portfolio.',
  });

const latestOf = (items: readonly { readonly month: string; readonly revision: number }[]) => {
  const months = new Map<string, number>();
  for (const { month, revision } of items) months.set(month, Math.max(revision, months.get(month) ?? 0));
  return [...months].toSorted(([one], [other]) => (one < other ? 1 : -1));
};

/** To the month that is due; where none is, or none has begun yet, to the one that was reported last. */
const monthEndLink = (id: string, due: string | null, last: string | undefined, now: Instant): Html | false => {
  if (due !== null && due <= monthOf(now))
    return paragraph(link(monthEndPath(id, due), `Month end of ${monthInWords(due)}: returns, draft and publication`));
  return (
    last !== undefined &&
    paragraph(link(monthEndPath(id, last), `Month end of ${monthInWords(last)}, the last that was reported`))
  );
};

/** A programme as it is today, and the way to everything in it. */
export const programmeToday = (all: readonly Register[] = registers): Screen =>
  screen({
    path: `${programmesPath}/{programmeId}`,
    asks: ({ params: { programmeId = '' } }) => {
      const api = apiChainPath({ programme: programmeId });
      return {
        programme: asking(api, ProgrammeAnswer),
        reviews: asking(`${api}/reviews`, Reviews, { limit: '200', sort: 'worst' }),
        reports: orNothing(asking(`${api}/reports`, Reports)),
      };
    },
    show: ({ programme, reviews, reports }, at) => {
      const { viewer, now } = at;
      const { id, record, computed } = programme;
      const ownRegisters = all.filter(({ scopes }) => scopes.includes('programme'));
      const months = latestOf(reports?.items ?? []);
      return {
        title: record.name,
        ...(record.phase === undefined ? {} : { caption: record.phase }),
        crumbs: [{ text: 'Programmes', to: programmesPath }],
        body: html`${record.fictional && insetText('This programme is fictional: it shows how the service works.')}
${summaryList([
  { key: 'Council', value: record.council },
  {
    key: 'Reviews',
    value: html`${link(reviewsPath(id), `${reviews.items.length}${reviews.next === null ? '' : ' or more'}`)}: ${countedBy(reviews.items)}`,
  },
  { key: 'Ratings today', value: ratingsShown(reviews.items) },
  {
    key: 'Next report',
    value:
      computed.nextReport === null
        ? 'None is due'
        : `${monthInWords(computed.nextReport)}${computed.nextReportDueOn === null ? '' : `, due ${dateInWords(computed.nextReportDueOn)}`}`,
  },
  { key: 'Savings', value: link(toValidatePath(id), 'What is claimed and not validated yet') },
])}
${isForPractice(id) && reviews.items.length === 0 && may(viewer, team) && paragraph('Nothing is in it yet. ', link(setUpPath(id, 'example'), 'Fill it with an example'))}
${mayReadHistory(viewer) && monthEndLink(id, computed.nextReport, months[0]?.[0], now)}
${paragraph(link(calendarPath(id), 'Calendar: when months end, returns and reports are due, and boards meet'))}
${mayReadHistory(viewer) && paragraph(link(setUpPath(id), 'Programme set-up'))}
${may(viewer, team) && html`${paragraph(link(spreadsheetPath(id), 'Bring in a spreadsheet of your own'))}${paragraph(link(bookPath({ programme: id }), 'All reviews as one workbook, out and back'))}`}
${searchBox(id, at)}
${heading2('Board reports')}
${months.length === 0 ? paragraph('No report is published yet.') : bulletList(months.slice(0, 6).map(([month, revision]) => html`${link(reportPath(id, month), monthInWords(month))}${revision > 1 && `, revision ${revision}`}`))}
${months.length > 6 && paragraph(link(reportsPath(id), 'All board reports'))}
${(record.portfolios ?? []).length > 0 && portfoliosShown(id, record.portfolios ?? [], reviews.items)}
${heading2('Over all reviews')}
${linkColumns([...linksToAcross(inOrder(all), id), link(acrossPath(id, 'actions'), 'Actions of risks and issues')])}
${heading2("The programme's own registers")}
${linkColumns(inOrder(ownRegisters).map((register) => link(registerPath({ programme: id }, register.path), pluralTitle(register))))}
${historyLink(historyPath({ programme: id }), viewer)}`,
      };
    },
  });
