import { type Decided, done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import type { ReportMonth } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { visibleText } from '#schemas/exemption.ts';
import type { KeptDraft } from '#schemas/kept-draft.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { readDrafted, readDraftLines, readKeptDraft } from '#store/reports/drafts.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { type ViewRequest, viewOf } from '../http/view-access.ts';
import { readChain } from '../queries/read-chain.ts';
import { aroundKept } from './around-kept.ts';

/** A call for the draft of a month. */
type DraftCall = ViewRequest & { readonly params: { readonly programmeId: string; readonly month: ReportMonth } };

/** What of a draft anybody wrote, some of it withheld from the public view. */
interface Said {
  readonly content: ReportContent;
  readonly differences: string[] | null;
  readonly lines: readonly ReportLine[];
}

/** What a draft says in the view of whoever asks; which view that is where the two are not the same. */
const saidInView = async (
  call: DraftCall,
  { table }: ReadsTable,
  said: Said,
  { on }: KeptDraft,
): Promise<Said & Pick<ReportDraft, 'view'>> => {
  const json = JSON.stringify(said);
  if (!holdsMark(json)) return said;
  const view = await viewOf(call, table);
  return { ...JSON.parse(visibleText(json, { view, on })), view };
};

/** A draft as it is shown, and the lines that are kept with it, where they are asked for. */
export interface ShownDraft {
  readonly draft: ReportDraft;
  readonly lines: readonly ReportLine[];
}

/** The draft of a month that is kept, in the view of whoever asks. Refused: `draft.unknown`. */
export const shownDraft = async (
  call: DraftCall & { readonly actor: { readonly organisation: string } },
  deps: ReadsTable,
  withLines: boolean,
): Promise<Decided<ShownDraft>> => {
  const { month } = call.params;
  const chainRef = chainRefOf(call);
  const [programme, kept] = await Promise.all([
    readChain(deps, chainRef),
    readKeptDraft(deps.table, chainRef, month, call.now),
  ]);
  if (programme.kind === 'refused') return programme;
  const unknown = refused({ code: 'draft.unknown', detail: `No draft of ${monthInWords(month)} is kept.` });
  if (kept === undefined) return unknown;
  const [content, lines, { redactedSince, ...rest }] = await Promise.all([
    readDrafted(deps.table, chainRef, kept),
    withLines ? readDraftLines(deps.table, chainRef, kept) : [],
    aroundKept(deps, chainRef, kept),
  ]);
  if (content === undefined || redactedSince) return unknown;
  const { lines: shownLines, ...shown } = await saidInView(
    call,
    deps,
    { content, differences: kept.differences, lines },
    kept,
  );
  const { revision, digest, madeAt, keptUntil } = kept;
  return done({
    draft: {
      status: 'draft',
      programme: chainRef.programme,
      ...{ month, revision, digest, madeAt, keptUntil },
      ...rest,
      ...shown,
    },
    lines: shownLines,
  });
};
