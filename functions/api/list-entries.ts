import { done } from '#domain/decided.ts';
import { listEntriesOperations } from '#schemas/operations/registers.ts';
import { readRecordsAsAt, readRegister, readRegisterPage } from '#store/records/records.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, pinnedCursorOf, requestedPage } from '../http/paging.ts';
import { cursorTextOf, placeFrom, placeInCursor } from '../http/place-in-cursor.ts';
import { registerOf } from '../http/register.ts';
import { query } from '../http/use-case.ts';
import { arrangedEntries, isArranged, sortedAs } from '../queries/arranged-entries.ts';
import type { AsOf } from '../queries/as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { requestedAsOf } from '../queries/requested-as-of.ts';
import { entryView } from '../views/entry-view.ts';

export const listEntries = query(listEntriesOperations, async (call, deps: ReadsTable) => {
  const register = registerOf(call);
  const isInOrderOfId = !isArranged(register, call);
  const page = isInOrderOfId ? requestedPage(call) : requestedPage(call, placeInCursor);
  if (page.kind === 'refused') return page;
  const asked = await requestedAsOf(call, deps);
  if (asked.kind === 'refused') return asked;
  const asOf = asked.result;
  const { limit, after } = page.result;
  const chainRef = chainRefOf(call);
  const { kind } = register;
  const cursor = (next: string | undefined): string | null =>
    asOf === undefined ? cursorOf(next) : pinnedCursorOf(call, next, asOf.known);
  const readAll = ({ asAt, knowledge }: AsOf) => readRecordsAsAt(deps.table, chainRef, kind, asAt, knowledge);

  if (!isInOrderOfId) {
    const sorted = sortedAs(call);
    const place = after === undefined ? undefined : placeFrom(after, sorted);
    if (place === undefined && after !== undefined) return leadsNowhere();
    const [programme, records] = await Promise.all([
      readChain(deps, chainRef, asOf),
      asOf === undefined ? readRegister(deps.table, chainRef, kind) : readAll(asOf),
    ]);
    if (programme.kind === 'refused') return programme;
    const given = { register, records, programme: programme.result, after: place, asAt: asOf?.asAt ?? call.now };
    const arranged = await arrangedEntries(call, deps, given);
    const items = arranged.slice(0, limit).map(({ storedRecord }) => entryView(storedRecord, programme.result));
    return done(
      pageAnswer(items, (count) => {
        const last = count < arranged.length ? arranged[count - 1] : undefined;
        return cursor(last && cursorTextOf(last.place, sorted));
      }),
    );
  }

  const readAsAt = async (then: AsOf) => {
    const all = (await readAll(then)).filter((one) => after === undefined || one.id > after);
    const records = all.slice(0, limit);
    return { records, nextId: all.length > limit ? records.at(-1)?.id : undefined };
  };
  const [programme, { records, nextId }] = await Promise.all([
    readChain(deps, chainRef, asOf),
    asOf === undefined ? readRegisterPage(deps.table, chainRef, kind, { limit, afterId: after }) : readAsAt(asOf),
  ]);
  if (programme.kind === 'refused') return programme;
  return done(
    pageAnswer(
      records.map((one) => entryView(one, programme.result)),
      (count, last) => cursor(count < records.length ? last?.id : nextId),
    ),
  );
});
