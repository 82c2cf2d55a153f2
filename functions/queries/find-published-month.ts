import { type Decided, done, refused } from '#domain/decided.ts';
import { monthInWords } from '#language/in-words.ts';
import { readThing } from '#store/records/records.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { publishedRevision } from './publication.ts';
import { readPlace } from './read-chain.ts';

/** The published month that a path speaks of, with its latest revision; refused where none is published. */
export const publishedMonth = async (
  call: Call,
  deps: ReadsTable,
  purpose: string,
): Promise<Decided<{ month: string; revision: number }>> => {
  const place = placeOf(call);
  const month = param(call, 'month');
  const [programme, published] = await Promise.all([
    readPlace(deps, place),
    readThing(deps.table, place, 'publication', month),
  ]);
  if (programme.kind === 'refused') return programme;
  return published === undefined
    ? refused({
        code: 'report.unpublished',
        detail: `No report of ${monthInWords(month)} is published, so there is none to ${purpose}.`,
      })
    : done({ month, revision: publishedRevision(published) });
};
