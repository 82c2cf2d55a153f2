import { done } from '#domain/decided.ts';
import { figuresOfReport } from '#domain/report/figures/figures-of-report.ts';
import { listReportFiguresOperation, listRevisionFiguresOperation } from '#schemas/operations/report-figures.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { query } from '../http/use-case.ts';
import { askedReport, headersOfPart, isUnchanged, type ReportPartCall, wholeContent } from '../reports/asked-report.ts';

const figuresOf = async (call: ReportPartCall, deps: ReadsTable) => {
  const asked = await askedReport(call, deps);
  if (asked.kind === 'refused') return asked;
  const headers = headersOfPart(call, asked.result, 'figures');
  if (isUnchanged(call, headers)) return done({ kind: 'not-modified' as const, headers });
  const content = await wholeContent(deps, asked.result);
  const { month, revision } = content;
  const figures = figuresOfReport(content).map(({ figure, title, part, unit, value, rule }) => ({
    ...{ figure, title, part, unit, value, rule },
  }));
  return done(jsonAnswer({ month, revision, contentDigest: asked.result.view.digest, figures }, headers));
};

export const getReportFigures = [
  ...query(listReportFiguresOperation, figuresOf),
  ...query(listRevisionFiguresOperation, figuresOf),
];
