import { done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { factsOfRedaction } from '#registers/redaction/rules.ts';
import { visibleText } from '#schemas/exemption.ts';
import type { KeptDraft } from '#schemas/kept-draft.ts';
import { getReportDraftOperation } from '#schemas/operations/reports.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { readNames } from '#store/records/people.ts';
import { readRegister } from '#store/records/records.ts';
import { readDrafted, readKeptDraft } from '#store/reports/drafts.ts';
import { readCurrentHeads } from '#store/reports/report-heads.ts';
import type { ChainRef } from '#store/table/keys.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { isHandedOn } from '../http/response-size.ts';
import { query } from '../http/use-case.ts';
import { viewOf } from '../http/view-access.ts';
import { readChain } from '../queries/read-chain.ts';

/** What of a draft is not its content: asked at once. */
const around = async ({ table }: ReadsTable, chainRef: ChainRef, kept: KeptDraft) => {
  const [heads, redactions, names] = await Promise.all([
    readCurrentHeads(table, chainRef),
    readRegister(table, chainRef, 'redaction'),
    readNames(table, chainRef.organisation, [kept.madeBy]),
  ]);
  return {
    recordedSince: merkleRoot(heads.map((head) => head[2])) !== kept.headsRoot,
    /** Words that it may hold were taken out of the record since. */
    redactedSince: redactions.some(
      (one) => one.sequence > kept.readUpTo && factsOfRedaction(one.state).agreed !== null,
    ),
    madeBy: { subject: kept.madeBy, name: names.get(kept.madeBy) ?? kept.madeBy },
  };
};

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
    around(deps, chainRef, kept),
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
