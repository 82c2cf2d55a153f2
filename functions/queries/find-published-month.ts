import { type Decided, done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { readRecord } from '#store/records/records.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { publishedRevision } from './publication.ts';
import { readChain } from './read-chain.ts';

/** The published month that a path speaks of, with its latest revision; refused where none is published. */
export const publishedMonth = async (
  call: Call<{ readonly programmeId: string; readonly month: string }, unknown>,
  deps: ReadsTable,
  purpose: string,
): Promise<Decided<{ month: string; revision: number }>> => {
  const chainRef = chainRefOf(call);
  const month = call.params.month;
  const [programme, published] = await Promise.all([
    readChain(deps, chainRef),
    readRecord(deps.table, chainRef, 'publication', month),
  ]);
  if (programme.kind === 'refused') return programme;
  return published === undefined
    ? refused({
        code: 'report.unpublished',
        detail: `No report of ${monthInWords(month)} is published, so there is none to ${purpose}.`,
      })
    : done({ month, revision: publishedRevision(published) });
};
