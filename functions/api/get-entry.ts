import { done, refused } from '#domain/decided.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import { getEntryOperations } from '#schemas/operations/registers.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { etagOf } from '../http/etag.ts';
import { registerOf } from '../http/register.ts';
import { query } from '../http/use-case.ts';
import { readChainRecord } from '../queries/read-chain.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { entryView } from '../views/entry-view.ts';

export const getEntry = query(getEntryOperations, async (call, deps: ReadsTable) => {
  const chainRef = chainRefOf(call);
  const { kind } = registerOf(call);
  const id = call.params.entryId;
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const read = await readChainRecord(deps, chainRef, { kind, id }, asOf);
  if (read.kind === 'refused') return read;
  const { programme, storedRecord: entry } = read.result;
  if (entry === undefined) return refused(noSuchEntry(kind, id, asOf?.inWords));
  return done(
    jsonAnswer(
      entryView(entry, programme),
      asOf === undefined ? { etag: etagOf(chainRef, { kind, id }, entry.version) } : {},
    ),
  );
});
