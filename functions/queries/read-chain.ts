import { type Decided, done, refused } from '#domain/decided.ts';
import type { Programme } from '#schemas/programme.ts';
import { reviewsExist } from '#store/positions/position-pages.ts';
import type { RecordRef } from '#store/records/load-for-change.ts';
import { readCurrent } from '#store/records/read-current.ts';
import { readFirstOf, readRecord, readRecordAsAt, type StoredRecord } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { settingsOf } from '../views/loaded-records.ts';
import type { AsOf } from './as-of.ts';
import { readAsOf } from './read-as-of.ts';
import { unknownProgramme, unknownReview } from './unknown-chain.ts';

/** The settings then in force; before there were any, those that the programme began with, as a report takes them. */
const settingsAsAt = async (deps: ReadsTable, chainRef: ChainRef, asOf: AsOf): Promise<StoredRecord | undefined> => {
  const chain = { ...chainRef, review: null };
  return (
    (await readRecordAsAt(deps.table, chain, 'programme', chainRef.programme, asOf.asAt, asOf.knowledge)) ??
    (await readFirstOf(deps.table, chain, 'programme', chainRef.programme, asOf.knowledge))
  );
};

/** The programme's settings, where the programme and, if the chain is one's, the review are there. */
export const readChain = async (deps: ReadsTable, chainRef: ChainRef, asOf?: AsOf): Promise<Decided<Programme>> => {
  const [programme, required] = await Promise.all([
    asOf === undefined
      ? readRecord(deps.table, chainRef, 'programme', chainRef.programme)
      : settingsAsAt(deps, chainRef, asOf),
    reviewsExist(deps.table, chainRef, chainRef.review === null ? [] : [chainRef.review]),
  ]);
  if (programme === undefined) return refused(unknownProgramme(chainRef, asOf?.inWords));
  return chainRef.review !== null && required.size === 0
    ? refused(unknownReview(chainRef, chainRef.review))
    : done(settingsOf(programme));
};

/** A record of a chain, as of two times or of today, under the programme's settings. */
export interface ChainRecord {
  readonly programme: Programme;
  readonly storedRecord: StoredRecord | undefined;
}

/** What `readChain` and `readAsOf` answer; of today in one call. */
export const readChainRecord = async (
  deps: ReadsTable,
  chainRef: ChainRef,
  name: RecordRef,
  asOf: AsOf | undefined,
): Promise<Decided<ChainRecord>> => {
  if (asOf !== undefined) {
    const [programme, storedRecord] = await Promise.all([
      readChain(deps, chainRef, asOf),
      readAsOf(deps, chainRef, name, asOf),
    ]);
    if (programme.kind === 'refused') return programme;
    return done({ programme: programme.result, storedRecord });
  }
  const { programme, reviewIsThere, storedRecord } = await readCurrent(deps.table, chainRef, name);
  if (programme === undefined) return refused(unknownProgramme(chainRef));
  return reviewIsThere
    ? done({ programme: settingsOf(programme), storedRecord })
    : refused(unknownReview(chainRef, chainRef.review));
};
