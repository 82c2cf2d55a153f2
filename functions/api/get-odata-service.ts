import { done } from '#domain/decided.ts';
import { feedTables } from '#domain/feeds/tables.ts';
import { getODataServiceOperation } from '#schemas/operations/feeds.ts';
import { odataAnswer, serviceRoot } from '../feeds/odata-answer.ts';
import { refusalOfOptions } from '../feeds/odata-options.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { readChain } from '../queries/read-chain.ts';

export const getODataService = query(getODataServiceOperation, async (call, deps: ReadsTable) => {
  const stray = refusalOfOptions(call, ['$format', 'view']);
  if (stray !== undefined) return stray;
  const programme = await readChain(deps, chainRefOf(call));
  if (programme.kind === 'refused') return programme;
  const root = serviceRoot(call);
  const sets = feedTables.map(({ name, title }) => ({ name, title, kind: 'EntitySet', url: name }));
  return done(odataAnswer(JSON.stringify({ '@odata.context': `${root}/$metadata`, value: sets })));
});
