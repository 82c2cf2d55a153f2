import { factsOfRedaction } from '#registers/redaction/rules.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { readNames } from '#store/records/people.ts';
import { readRegister } from '#store/records/records.ts';
import { readCurrentHeads } from '#store/reports/report-heads.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** What was made from the record and is kept for some days. */
interface Kept {
  readonly headsRoot: string;
  readonly readUpTo: number;
  readonly madeBy: string;
}

/** What of a draft, or of a comparison, is not its content: asked at once. */
export const aroundKept = async ({ table }: ReadsTable, chainRef: ChainRef, kept: Kept) => {
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
