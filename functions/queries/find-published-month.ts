import { type Decided, done } from '#domain/decided.ts';
import type { LatestReport } from '#domain/report/may-run.ts';
import type { ReportMonth } from '#language/time.ts';
import type { Programme } from '#schemas/programme.ts';
import { readRecord } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { sealedReport } from './publication.ts';
import { readChain } from './read-chain.ts';

/**
 * The month that a path names, with what its latest report says of itself (null: none is published), and the programme's settings.
 * `readSettings`: how the programme is read that it is of, and refused.
 */
export const latestOfMonth = async (
  call: Call<{ readonly programmeId: string; readonly month: string }, unknown>,
  deps: ReadsTable,
  readSettings: (deps: ReadsTable, chainRef: ChainRef) => Promise<Decided<Programme>> = readChain,
): Promise<
  Decided<{ readonly month: ReportMonth; readonly latest: LatestReport | null; readonly programme: Programme }>
> => {
  const chainRef = chainRefOf(call);
  const month = call.params.month;
  const [programme, published] = await Promise.all([
    readSettings(deps, chainRef),
    readRecord(deps.table, chainRef, 'publication', month),
  ]);
  if (programme.kind === 'refused') return programme;
  return done({
    month,
    latest: published === undefined ? null : sealedReport(published),
    programme: programme.result,
  });
};
