import type { ReportSetting, ReviewAtEnd, RuleSet } from '#domain/report/compose-report.ts';
import type { UnreadableChain } from '#domain/report/findings.ts';
import type { RuleSets } from '#domain/report/rule-sets.ts';
import type { LocalDate } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet } from '#schemas/rule-set-name.ts';
import { DigestsInMaking, type DigestsOfReport } from '#store/digests/content-digest.ts';
import { DraftDigestInMaking } from '#store/digests/draft-digest.ts';
import type { FactsOf } from '#store/records/records.ts';
import type { Head } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { comparedWithBaseline } from './compared-with-baseline.ts';
import { LineChunks, type StoreLines } from './line-chunks.ts';
import { openMonth, type ReportAsked, type ReportBasis, readBasis } from './report-basis.ts';
import { foldReviews } from './review-at-month-end.ts';

/** Whatever makes reports has rule sets to make them by. */
export interface MakesReports extends ReadsTable {
  readonly ruleSets: RuleSets;
}

/** The report that is to be made of a month. */
export interface ReportToMake
  extends Pick<ReportSetting, 'month' | 'revision' | 'revisionReason' | 'early'>,
    Pick<ReportAsked, 'onDay'> {
  readonly ruleSet: RuleSet;
  /** The head of the programme's own chain that it is made from. */
  readonly programmeHead: Head;
  /** The day as at which its public view withholds text. */
  readonly on: LocalDate;
  /** What the salts of its texts are made from: of a report that is made again, the published one's. */
  readonly secret: string;
  /** Whether it is a draft, or is compared with one. */
  readonly asDraft?: boolean;
}

/** The reviews of a report, each once and in any order, as at the end of its month; and what of them cannot be read. */
export type ReviewSource = (basis: ReportBasis, factsOf: FactsOf) => AsyncIterable<ReviewAtEnd | UnreadableChain>;

const factsOf = ({ derivesFacts }: RuleSet): FactsOf => (derivesFacts ? 'derived' : 'as-recorded');

/** What a month comes to. */
export interface MadeReport {
  readonly content: ReportContent;
  readonly digests: DigestsOfReport;
  /** Of what a draft of it says; undefined where nobody compares it with one. */
  readonly draftDigest: string | undefined;
  /** The version of the programme's settings that it was made under. */
  readonly settingsVersion: number;
  /** The last event of the programme's chain when the first of it was read. */
  readonly readUpTo: number;
  /** What cost the report a part each: for the log. */
  readonly faults: readonly unknown[];
}

/**
 * Makes the report of a month: for publication, to rebuild a published one, or to verify one. The lines go to `store`, in
 * the order of the source, before the report is closed; where it is left out they are digested alone.
 */
export const foldMonth = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  report: ReportToMake,
  source: ReviewSource,
  store?: StoreLines,
): Promise<MadeReport> => {
  const { month, onDay, revision, revisionReason, early, ruleSet, programmeHead } = report;
  const basis = await readBasis(deps, programmeRef, { month, onDay }, programmeHead, factsOf(ruleSet));
  const fold = openMonth(programmeRef, basis, { month, day: onDay?.day, revision, revisionReason, early }, ruleSet);
  const digests = new DigestsInMaking(report.secret, report.on);
  const draftDigest = report.asDraft === true ? new DraftDigestInMaking() : undefined;
  const chunks = store === undefined ? undefined : new LineChunks(store);
  const reviews = source(basis, factsOf(ruleSet));
  const isCompared = isInRuleSet({ since: 'rules-2' }, ruleSet.name);
  for await (const found of isCompared ? comparedWithBaseline(deps, programmeRef, basis, reviews) : reviews) {
    if (!('position' in found)) {
      fold.addUnreadable(found);
      continue;
    }
    const line = fold.add(found);
    if (line === undefined) continue;
    const json = JSON.stringify(line);
    digests.add(line, json);
    draftDigest?.add(line);
    await chunks?.add(line, Buffer.byteLength(json));
  }
  await chunks?.flush();
  const content = fold.close();
  const { settingsVersion, readUpTo } = basis;
  return {
    content,
    digests: digests.close(content),
    draftDigest: draftDigest?.close(content),
    settingsVersion,
    readUpTo,
    faults: fold.faults,
  };
};

/** Every review from its history alone, up to its head. */
export const fromHistory = (deps: ReadsTable, programmeRef: ProgrammeRef, heads: readonly Head[]): ReviewSource =>
  async function* (basis, factsOf) {
    for await (const found of foldReviews(deps, programmeRef, basis, heads, factsOf))
      if (found !== undefined) yield found;
  };
