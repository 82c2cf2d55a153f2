import { Report, ReportLine } from '#schemas/report.ts';
import { tablesOf } from '#web/tables/report-tables.ts';
import type { Person, TestTracker } from './tracker.ts';

/*
 * Published reports as their readers pull them, of what the samples of a release recorded.
 */

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const zip = 'application/zip';
export const pdf = 'application/pdf';
export const views = ['full', 'public'] as const;
export const office = { roles: ['programme-office'], subject: 'olga-office', organisation: 'local-council' } as const;

type Params = Readonly<Record<string, string>>;

/** The titles of the files by their names. */
export const titlesOf = (report: Report, lines: readonly ReportLine[]): ReadonlyMap<string, string> =>
  new Map([['report', 'Report'], ...tablesOf(report, lines).map(({ id, title }) => [id, title] as const)]);

export const pullsFrom = (tracker: Pick<TestTracker, 'must'>) => {
  const pull = (params: Params, accept: string, query = '', as: Person = office) =>
    tracker.must('getReport', { as, params, query, headers: { accept } });
  return {
    pull,
    jsonOf: async (params: Params, view: string, as: Person = office): Promise<Report> =>
      Report.parse((await pull(params, 'application/json', `rows=all&view=${view}`, as)).body),
    linesOf: async (params: Params, view: string, as: Person = office): Promise<readonly ReportLine[]> => {
      const lines: ReportLine[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await tracker.must('getReportLines', { as, params, query: `view=${view}${cursor}` });
        lines.push(...ReportLine.array().parse(body.lines));
        if (body.next === null) return lines;
        cursor = `&cursor=${body.next}`;
      }
    },
  };
};
