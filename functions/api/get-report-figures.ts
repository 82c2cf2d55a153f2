import { done } from '#domain/decided.ts';
import type { FigureOfReport } from '#domain/report/figures/figure.ts';
import { figuresOfReport } from '#domain/report/figures/figures-of-report.ts';
import { listReportFiguresOperation, listRevisionFiguresOperation } from '#schemas/operations/report-figures.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { query } from '../http/use-case.ts';
import type { ViewRequest } from '../http/view-access.ts';
import { askedReport, headersOfPart, isUnchanged, wholeContent } from '../reports/asked-report.ts';
import { readsRegisters } from '../reports/figures-of-report.ts';
import { figuresOfRecord } from '../reports/record-in-figures.ts';

type FiguresCall = Call<
  { readonly programmeId: string; readonly month: string; readonly revision?: string | undefined },
  {
    readonly asAt?: string | undefined;
    readonly view?: string | undefined;
    readonly review?: string | undefined;
    readonly register?: string | undefined;
    readonly entry?: string | undefined;
  }
> &
  ViewRequest;

const listed = ({ figure, title, part, unit, value, rule }: FigureOfReport) => ({
  ...{ figure, title, part, unit, value, rule },
});

const figuresOf = async (call: FiguresCall, deps: ReadsTable) => {
  const asked = await askedReport(call, deps);
  if (asked.kind === 'refused') return asked;
  const { review, register, entry } = call.query;
  const addresses = readsRegisters(call.actor.roles);
  const part =
    register === undefined || entry === undefined
      ? 'figures'
      : ['figures', review ?? '', register, entry, addresses ? 'addresses' : 'names'].join('-');
  const headers = headersOfPart(call, asked.result, part);
  if (isUnchanged(call, headers)) return done({ kind: 'not-modified' as const, headers });
  const content = await wholeContent(deps, asked.result);
  const { month, revision } = content;
  const all = figuresOfReport(content);
  const figures =
    register === undefined || entry === undefined
      ? all.map(listed)
      : (
          await figuresOfRecord(deps, { ...asked.result, content }, all, {
            record: { review: review ?? null, register, entry },
            addresses,
          })
        ).map(({ figure, row }) => ({ ...listed(figure), row }));
  return done(jsonAnswer({ month, revision, contentDigest: asked.result.view.digest, figures }, headers));
};

export const getReportFigures = [
  ...query(listReportFiguresOperation, figuresOf),
  ...query(listRevisionFiguresOperation, figuresOf),
];
