import { type Decided, done, refused } from '#domain/decided.ts';
import { draftRefusal } from '#domain/report/may-run.ts';
import type { ReportMonth } from '#language/time.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import { readKeptDraft } from '#store/reports/drafts.ts';
import type { Sent } from '../commands/act.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';

/** What a run says of the draft that whoever asks for it names: that it is the one that is kept. Nothing where none is named. */
export const readDraftNamed = async (
  call: Sent & { readonly params: { readonly programmeId: string } },
  deps: ReadsTable,
  {
    month,
    revision,
    draft,
  }: { readonly month: ReportMonth; readonly revision: number; readonly draft: string | undefined },
): Promise<Decided<Pick<ReportRun, 'draft' | 'askedBy'>>> => {
  if (draft === undefined) return done({});
  const kept = await readKeptDraft(deps.table, chainRefOf(call), month, call.now);
  const refusal = draftRefusal(month, kept, { revision, draft });
  return refusal === null ? done({ draft, askedBy: call.actor.subject }) : refused(refusal);
};
