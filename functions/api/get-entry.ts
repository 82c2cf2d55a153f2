import { done, refused } from '#domain/decided.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { requestedAsOf } from '../queries/as-of.ts';
import { readChainRecord } from '../queries/read-chain.ts';
import { entryView } from '../views/entry-view.ts';

export const getEntry: UseCase<ReadsTable> = async (call, deps) => {
  const chainRef = chainRefOf(call);
  const { kind } = registerOf(call);
  const id = param(call, 'entryId');
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const read = await readChainRecord(deps, chainRef, { kind, id }, asOf);
  if (read.kind === 'refused') return read;
  const { programme, storedRecord: entry } = read.result;
  if (entry === undefined)
    return refused({
      code: 'entry.unknown',
      detail: `There is no ${kind} with the id ${id} here${asOf?.inWords ?? ''}.`,
    });
  return done({
    status: 200,
    headers: asOf === undefined ? { etag: etagOf(entry.version) } : {},
    body: entryView(entry, programme),
  });
};
