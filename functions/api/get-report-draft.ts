import { done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { visibleText } from '#schemas/exemption.ts';
import { getReportDraftOperation } from '#schemas/operations/reports.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import { readDrafted, readKeptDraft } from '#store/reports/drafts.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { viewOf } from '../http/view-access.ts';
import { readChain } from '../queries/read-chain.ts';
import { aroundKept } from '../reports/around-kept.ts';

/** Rows of each list that are tried, where one answer has no room for every row. */
const rowsTried = [everyRow, 100, 50, 20, 10, 5, 2, 1, 0] as const;

const thatFits = (draft: ReportDraft): ReportDraft => {
  for (const rows of rowsTried) {
    const shortened = { ...draft, content: withRowsAtMost(draft.content, rows) };
    if (isHandedOn(JSON.stringify(shortened))) return shortened;
  }
  return draft;
};

export const getReportDraft = query(getReportDraftOperation, async (call, deps: ReadsTable) => {
  const { month } = call.params;
  const chainRef = chainRefOf(call);
  const [programme, kept] = await Promise.all([
    readChain(deps, chainRef),
    readKeptDraft(deps.table, chainRef, month, call.now),
  ]);
  if (programme.kind === 'refused') return programme;
  const unknown = refused({ code: 'draft.unknown', detail: `No draft of ${monthInWords(month)} is kept.` });
  if (kept === undefined) return unknown;
  const [content, { redactedSince, ...rest }] = await Promise.all([
    readDrafted(deps.table, chainRef, kept),
    aroundKept(deps, chainRef, kept),
  ]);
  if (content === undefined || redactedSince) return unknown;
  const said: { content: ReportContent; differences: string[] | null } = { content, differences: kept.differences };
  const json = JSON.stringify(said);
  const view = holdsMark(json) ? await viewOf(call, deps.table) : undefined;
  const shown: typeof said = view === undefined ? said : JSON.parse(visibleText(json, { view, on: kept.on }));
  const { revision, digest, madeAt, keptUntil } = kept;
  const draft: ReportDraft = {
    status: 'draft',
    programme: chainRef.programme,
    ...{ month, revision, digest, madeAt, keptUntil },
    ...rest,
    ...(view === undefined ? {} : { view }),
    ...shown,
  };
  return done(jsonAnswer(thatFits(draft), { 'cache-control': 'no-store' }));
});
