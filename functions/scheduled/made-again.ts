import { sameApartFromRedaction } from '#domain/redaction/redacted-report.ts';
import type { RuleSet } from '#domain/report/compose-report.ts';
import { dayOf } from '#language/time.ts';
import { isRedacted } from '#schemas/redaction.ts';
import type { Report, ReportContent, ReportLine } from '#schemas/report.ts';
import { newSecret } from '#store/digests/commitments.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { readReportSecret } from '#store/reports/report-salts.ts';
import type { Head } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { foldMonth, fromHistory, type MadeReport } from './fold-month.ts';

/** A published report made again from history. */
export interface MadeAgain {
  readonly content: ReportContent;
  /** Its content digest: the published one, where it is the same. */
  readonly contentDigest: string;
  readonly same: boolean;
  readonly samePublicView: boolean;
}

/** Whether lines and content are those that were published, but for what was redacted since: then no digest can be worked out again. */
const isSameAsPublished = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  published: Report,
  made: { readonly content: ReportContent; readonly lines: readonly ReportLine[] },
): Promise<boolean> => {
  const lines: ReportLine[] = [];
  for await (const chunk of readLineChunks(deps.table, programmeRef, published)) lines.push(...chunk.lines());
  const json = (value: unknown) => JSON.parse(JSON.stringify(value));
  const isDisposedOf = isRedacted(published.content.programme.name);
  // What changed since the month before is found by comparing words of both, and of a programme that was disposed of they are gone.
  const compared = ({ changes, ...rest }: ReportContent) => json(isDisposedOf ? rest : { ...rest, changes });
  return (
    sameApartFromRedaction(json(lines), json(made.lines)) &&
    sameApartFromRedaction(compared(published.content), compared(made.content))
  );
};

/**
 * Makes a published report again by its rule set from the heads given. It is the same where it comes to the digests that were
 * published; one out of which words were taken, where it says the same but for these.
 */
export const makeAgain = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  published: Report,
  { ruleSet, heads: [programmeHead, ...reviews] }: { readonly ruleSet: RuleSet; readonly heads: readonly Head[] },
): Promise<MadeAgain> => {
  const { content, publication } = published;
  const { month, revision, revisionReason, early } = content;
  if (programmeHead === undefined) throw new Error(`the heads of ${month} are missing`);
  const on = publication.publicView?.on ?? dayOf(publication.publishedAt);
  const secret = await readReportSecret(deps.table, programmeRef, content);
  const lines: ReportLine[] = [];
  const made: MadeReport = await foldMonth(
    deps,
    programmeRef,
    { month, revision, ruleSet, revisionReason, early, programmeHead, on, secret: secret ?? newSecret() },
    fromHistory(deps, programmeRef, reviews),
    secret === undefined ? async (_, some) => void lines.push(...some) : undefined,
  );
  if (
    secret === undefined &&
    (await isSameAsPublished(deps, programmeRef, published, { content: made.content, lines }))
  )
    return { content: made.content, contentDigest: publication.contentDigest, same: true, samePublicView: true };
  const { contentDigest, publicView } = made.digests;
  const samePublicView = publicView?.contentDigest === publication.publicView?.contentDigest;
  const same = contentDigest === publication.contentDigest && samePublicView;
  return { content: made.content, contentDigest, same, samePublicView };
};
