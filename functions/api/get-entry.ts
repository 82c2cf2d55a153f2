import { done, refused } from '#domain/decided.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { momentAsked } from '../queries/as-of.ts';
import { readOfPlace } from '../queries/read-chain.ts';
import { shownEntry } from '../views/entry-view.ts';

export const getEntry: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const { kind } = registerOf(call);
  const id = param(call, 'entryId');
  const asked = await momentAsked(call, deps);
  if (asked.kind === 'refused') return asked;
  const moment = asked.result;
  const read = await readOfPlace(deps, place, { kind, id }, moment);
  if (read.kind === 'refused') return read;
  const { programme, thing: entry } = read.result;
  if (entry === undefined)
    return refused({
      code: 'entry.unknown',
      detail: `There is no ${kind} with the id ${id} here${moment?.inWords ?? ''}.`,
    });
  return done({
    status: 200,
    headers: moment === undefined ? { etag: etagOf(entry.version) } : {},
    body: shownEntry(entry, programme),
  });
};
