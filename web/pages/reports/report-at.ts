import * as z from 'zod';
import { linesPage } from '#schemas/limits.ts';
import { Report, ReportLines } from '#schemas/report.ts';
import { ReportFigures } from '#schemas/report-figures.ts';
import { apiChainPath, apiReportPath, type ReportAt } from '../paths.ts';
import { type Answers, asking, keeping, orNothing } from '../question.ts';
import type { At } from '../screen.ts';

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

/** The report as the pages of reports are made from it. */
export const reportGiven = ({ report, lines }: Pick<Answers<ReturnType<typeof reportAsked>>, 'report' | 'lines'>) => ({
  report,
  lines: lines.lines,
  linesComplete: lines.next === null,
});
