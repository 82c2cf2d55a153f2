import { type Decided, done, refused } from '#domain/decided.ts';
import { getReportDraftOperation } from '#schemas/operations/reports.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import { preferredType } from '../http/accept.ts';
import { type Answer, jsonAnswer } from '../http/answer.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { notCached } from '../http/view-access.ts';
import type { ReadsDrafts } from '../reports/reads-drafts.ts';
import { contentDisposition, type ReportFormat } from '../reports/report-formats.ts';
import { type ShownDraft, shownDraft } from '../reports/shown-draft.ts';

/** Rows of each list that are tried, where one answer has no room for every row. */
const rowsTried = [everyRow, 100, 50, 20, 10, 5, 2, 1, 0] as const;

const thatFits = (draft: ReportDraft): ReportDraft => {
  for (const rows of rowsTried) {
    const shortened = { ...draft, content: withRowsAtMost(draft.content, rows) };
    if (isHandedOn(JSON.stringify(shortened))) return shortened;
  }
  return draft;
};

/** As the file of a published report, but for its name: nobody takes it for one. */
const fileName = ({ programme, month, revision }: ReportDraft): string => `${programme}-${month}-r${revision}-draft`;

const asFile = async (
  deps: ReadsDrafts,
  { draft, lines }: ShownDraft,
  type: Exclude<ReportFormat, 'application/json'>,
): Promise<Decided<Answer>> => {
  const { content, view, madeAt, madeBy, digest } = draft;
  const { draftInFormat } = await deps.loadDrafts();
  const report = {
    ...{ content, rowsAtMost: everyRow, draft: { madeAt, madeBy: madeBy.name, digest } },
    ...(view === undefined ? {} : { view }),
  };
  const made = await draftInFormat(deps, { report, lines }, type);
  if (made.kind === 'refused') return made;
  return done({
    ...made.result,
    headers: {
      'cache-control': notCached,
      ...contentDisposition(type, fileName(draft)),
      ...made.result.headers,
    },
  });
};

export const getReportDraft = query(
  getReportDraftOperation,
  async (call, deps: ReadsDrafts): Promise<Decided<Answer>> => {
    const offered = getReportDraftOperation.success.mediaTypes;
    const type = preferredType(call.headers.accept, offered);
    if (type === undefined)
      return refused({
        code: 'answer.not-acceptable',
        detail: `A draft is offered as ${offered.join(', ')}.`,
        facts: { offered: [...offered] },
      });
    const found = await shownDraft(call, deps, type !== 'application/json');
    if (found.kind === 'refused') return found;
    return type === 'application/json'
      ? done(jsonAnswer(thatFits(found.result.draft), { 'cache-control': notCached }))
      : asFile(deps, found.result, type);
  },
);
