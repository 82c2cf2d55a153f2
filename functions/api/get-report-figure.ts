import { done, refused } from '#domain/decided.ts';
import { figuresOfReport } from '#domain/report/figures/figures-of-report.ts';
import { monthInWords } from '#language/in-words.ts';
import { getReportFigureOperation, getRevisionFigureOperation } from '#schemas/operations/report-figures.ts';
import { LinesMissing } from '#store/reports/report-lines.ts';
import { jsonAnswer } from '../http/answer.ts';
import { requestedAsAt } from '../http/as-at.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { cursorOf, leadsNowhere, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import type { ViewRequest } from '../http/view-access.ts';
import { askedReport, headersOfPart, isUnchanged, wholeContent } from '../reports/asked-report.ts';
import { figureRows, readsRegisters } from '../reports/figures-of-report.ts';
import { startAsText, startFrom } from '../reports/lines-page.ts';

type FigureCall = Call<
  {
    readonly programmeId: string;
    readonly month: string;
    readonly revision?: string | undefined;
    readonly figure: string;
  },
  {
    readonly asAt?: string | undefined;
    readonly view?: string | undefined;
    readonly limit?: string | undefined;
    readonly cursor?: string | undefined;
  }
> &
  ViewRequest;

const nextOf = (call: FigureCall, following: string | undefined): string | null =>
  requestedAsAt(call) === undefined ? cursorOf(following) : pinnedCursorOf(call, following);

const figureOf = async (call: FigureCall, deps: ReadsTable) => {
  const page = requestedPage(call, /^[0-9.]{1,20}$/);
  if (page.kind === 'refused') return page;
  const start = startFrom(page.result.after);
  if (start === undefined) return leadsNowhere();
  const asked = await askedReport(call, deps);
  if (asked.kind === 'refused') return asked;
  const { limit } = page.result;
  const addresses = readsRegisters(call.actor.roles);
  const part = `figure-${call.params.figure}-${startAsText(start)}-${limit}-${addresses ? 'addresses' : 'names'}`;
  const headers = headersOfPart(call, asked.result, part);
  if (isUnchanged(call, headers)) return done({ kind: 'not-modified' as const, headers });
  const content = await wholeContent(deps, asked.result);
  const { month, revision } = content;
  const figures = figuresOfReport(content);
  const named = figures.find(({ figure }) => figure === call.params.figure);
  if (named === undefined)
    return refused({
      code: 'figure.unknown',
      detail: `The report of ${monthInWords(month)} has no figure "${call.params.figure}".`,
    });
  try {
    const found = await figureRows(deps, { ...asked.result, content }, named, { start, limit, addresses });
    if (found.rows.length === 0 && found.next === undefined && start.chunk > 0 && start.chunk >= content.lines)
      return leadsNowhere();
    const { figure, title, unit, value, rule, madeOf, from, rows: kept } = named;
    const other = (name: string) => figures.find((one) => one.figure === name);
    return done(
      jsonAnswer(
        {
          ...{ figure, title, part: named.part, unit, value, rule },
          ...{ month, revision, contentDigest: asked.result.view.digest },
          ...(madeOf === undefined
            ? {}
            : {
                madeOf: madeOf.map(({ figure: of, sign }) => ({
                  ...{ figure: of, sign },
                  title: other(of)?.title ?? of,
                  value: other(of)?.value ?? null,
                })),
              }),
          ...(from === undefined ? {} : { from }),
          rows: found.rows,
          rowsNotKept: kept === undefined ? 0 : kept.total - kept.rows.length,
          next: nextOf(call, found.next === undefined ? undefined : startAsText(found.next)),
        },
        headers,
      ),
    );
  } catch (error) {
    if (error instanceof LinesMissing && error.first === start.chunk && call.query.cursor !== undefined)
      return leadsNowhere();
    throw error;
  }
};

export const getReportFigure = [
  ...query(getReportFigureOperation, figureOf),
  ...query(getRevisionFigureOperation, figureOf),
];
