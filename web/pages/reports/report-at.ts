import * as z from 'zod';
import { linesPage } from '#schemas/limits.ts';
import { Report, ReportLines } from '#schemas/report.ts';
import { apiChainPath } from '../paths.ts';
import { type Answers, asking, orNothing } from '../question.ts';
import type { At } from '../screen.ts';

const Months = z.object({
  items: z.array(z.object({ month: z.string(), revision: z.int(), publishedAt: z.string() })),
});

/** The published months of a programme, the latest first, each with its latest revision. */
export const monthsOf = ({ items }: z.output<typeof Months>) => {
  const months = new Map<string, z.output<typeof Months>['items'][number]>();
  for (const one of items) if (one.revision > (months.get(one.month)?.revision ?? 0)) months.set(one.month, one);
  return [...months.values()].toSorted((one, other) => (one.month < other.month ? 1 : -1));
};

export const monthsAsked = (programme: string) => asking(`${apiChainPath({ programme })}/reports`, Months);

/** The view that an address asks for; undefined: what whoever looks may read. */
export const viewAsked = ({ query }: At): 'public' | undefined => (query.view === 'public' ? 'public' : undefined);

/** What a report is made from: every row, and the first of its lines where one answer has no room for all. */
export const reportAsked = (at: At) => {
  const { programmeId = '', month = '' } = at.params;
  const view = viewAsked(at);
  const api = `${apiChainPath({ programme: programmeId })}/reports/${encodeURIComponent(month)}`;
  return {
    report: asking(api, Report, { rows: 'all', view }),
    lines: asking(`${api}/lines`, ReportLines, { limit: String(linesPage.most), view }),
    months: orNothing(monthsAsked(programmeId)),
  };
};

/** The report as the pages of reports are made from it. */
export const reportGiven = ({ report, lines }: Answers<ReturnType<typeof reportAsked>>) => ({
  report,
  lines: lines.lines,
  linesComplete: lines.next === null,
});
