import { type Decided, done, refused } from '#domain/decided.ts';
import { draftRefusal, notBySecondPerson } from '#domain/report/draft.ts';
import type { ReportMonth } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import { readKeptDraft } from '#store/reports/drafts.ts';
import type { Sent } from '../commands/act.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';

/**
 * What a run says of the draft that whoever asks for it names: that it is the one that is kept, and that somebody else made it where the
 * settings ask for two people; and who asks for the report.
 */
export const readDraftNamed = async (
  call: Sent & { readonly params: { readonly programmeId: string } },
  deps: ReadsTable,
  programme: Programme,
  named: { readonly month: ReportMonth; readonly revision: number; readonly draft: string | undefined },
): Promise<Decided<Pick<ReportRun, 'draft' | 'draftMadeBy' | 'askedBy'>>> => {
  const { month, draft } = named;
  const { subject } = call.actor;
  const kept = draft === undefined ? undefined : await readKeptDraft(deps.table, chainRefOf(call), month, call.now);
  const refusal =
    draftRefusal(named, kept) ?? notBySecondPerson(programme, { month, draft, madeBy: kept?.madeBy, subject });
  if (refusal !== null) return refused(refusal);
  const askedBy = { askedBy: subject };
  return done(draft === undefined || kept === undefined ? askedBy : { draft, draftMadeBy: kept.madeBy, ...askedBy });
};
