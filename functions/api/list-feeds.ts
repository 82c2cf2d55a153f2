import { done } from '#domain/decided.ts';
import { feedTables } from '#domain/feeds/tables.ts';
import { listFeedsOperation } from '#schemas/operations/feeds.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { readChain } from '../queries/read-chain.ts';

export const listFeeds = query(listFeedsOperation, async (call, deps: ReadsTable) => {
  const programme = await readChain(deps, chainRefOf(call));
  if (programme.kind === 'refused') return programme;
  const root = `/programmes/${call.params.programmeId}`;
  const tables = feedTables.map((table) => ({ ...table, address: `${root}/feeds/${table.name}` }));
  return done(jsonAnswer({ odata: `${root}/odata`, tables }));
});
