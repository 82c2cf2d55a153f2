import * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { linesPage } from '#schemas/limits.ts';
import { Report, ReportLines } from '#schemas/report.ts';
import { ReportFigures } from '#schemas/report-figures.ts';
import { apiChainPath, apiReportPath, programmePath, programmesPath, type ReportAt, reportsPath } from '../paths.ts';
import { type Answers, asking, keeping, orNothing } from '../question.ts';
import type { At, Crumb } from '../screen.ts';

const Months = z.object({
  items: z.array(
    z.object({
      month: z.string(),
      revision: z.int(),
      publishedAt: z.string(),
      reason: z.string().nullable().default(null),
    }),
  ),
});
export type PublishedRevision = z.output<typeof Months>['items'][number];

/** The published months of a programme, the latest first, each with its latest revision. */
export const monthsOf = ({ items }: z.output<typeof Months>) => {
  const months = new Map<string, PublishedRevision>();
  for (const one of items) if (one.revision > (months.get(one.month)?.revision ?? 0)) months.set(one.month, one);
  return [...months.values()].toSorted((one, other) => (one.month < other.month ? 1 : -1));
};

/** The revisions of a month, the latest first. */
export const revisionsOf = ({ items }: z.output<typeof Months>, month: string): readonly PublishedRevision[] =>
  items.filter((one) => one.month === month).toSorted((one, other) => other.revision - one.revision);

export const monthsAsked = (programme: string) => asking(`${apiChainPath({ programme })}/reports`, Months);

/** The addresses of a report: of a month its latest revision, unless one is named. */
const route = `${programmesPath}/{programmeId}/reports/{month}`;
export const reportRoutes: readonly string[] = [route, `${route}/revisions/{revision}`];

/** The view that an address asks for; undefined: what whoever looks may read. */
const viewAsked = ({ query }: At): 'public' | undefined => (query.view === 'public' ? 'public' : undefined);

/** Which report an address is of, in which view. */
export const reportOf = (at: At): ReportAt => ({
  programme: at.params.programmeId ?? '',
  month: at.params.month ?? '',
  revision: at.params.revision,
  view: viewAsked(at),
});

/** What a report is made from: every row, the first of its lines where one answer has no room for all, and which of its figures can be asked. */
export const reportAsked = (at: At) => {
  const here = reportOf(at);
  const { view } = here;
  const api = apiReportPath(here);
  return {
    report: keeping(asking(api, Report, { rows: 'all', view })),
    lines: keeping(asking(`${api}/lines`, ReportLines, { limit: String(linesPage.most), view })),
    figures: keeping(orNothing(asking(`${api}/figures`, ReportFigures, { view }))),
    months: orNothing(monthsAsked(here.programme)),
  };
};

/** What was answered of a report, whatever else was asked. */
export type ReportAnswers = Omit<Answers<ReturnType<typeof reportAsked>>, 'months'>;

/** What the pages of a report call it, and where they stand. */
export const aboutReport = (
  here: ReportAt,
  { month, revision, programme }: Report['content'],
): { readonly title: string; readonly crumbs: readonly Crumb[] } => ({
  title: `Board report for ${monthInWords(month)}${here.revision === undefined ? '' : `, revision ${revision}`}${here.view === undefined ? '' : ', public view'}`,
  crumbs: [
    { text: 'Programmes', to: programmesPath },
    { text: programme.name, to: programmePath(here.programme) },
    { text: 'Reports', to: reportsPath(here.programme) },
  ],
});

/** The report as the pages of reports are made from it. */
export const reportGiven = ({ report, lines }: Pick<ReportAnswers, 'report' | 'lines'>) => ({
  report,
  lines: lines.lines,
  linesComplete: lines.next === null,
});
