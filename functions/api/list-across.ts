import * as z from 'zod';
import { type JudgedRow, type Place, placeOf, rowsAfter, selectedRows } from '#domain/across-reviews.ts';
import { done } from '#domain/decided.ts';
import { dayOf, startOfDay } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { visibleText } from '#schemas/exemption.ts';
import { listAcrossOperations, registersAcross } from '#schemas/operations/across.ts';
import { readEntries } from '#store/positions/across-reviews.ts';
import { readNames } from '#store/records/people.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, requestedPage } from '../http/paging.ts';
import { registerOf } from '../http/register.ts';
import { query } from '../http/use-case.ts';
import { shownTo } from '../http/view-access.ts';
import { actingFor } from '../queries/acting-for.ts';
import { readChain } from '../queries/read-chain.ts';
import { type RowsAcross, readRowsAcross } from '../queries/rows-across.ts';
import { acrossView } from '../views/across-view.ts';

/** Where one is among the rows: as a cursor has it. */
const PlaceInCursor = z.tuple([z.string(), z.string(), z.string()]);
const placeFrom = (text: string): Place | undefined => {
  try {
    return PlaceInCursor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** What is read at most to find a page: where little of what is looked through was changed, a page has fewer than were asked for. */
const mostLookedThrough = 1_000;
const readTogether = 500;

interface Found {
  readonly row: JudgedRow;
  readonly storedRecord: StoredRecord;
}

/** The first of the rows with their records, those that were recorded since; and the last row that was looked at. */
const withRecords = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  kind: Parameters<typeof readEntries>[2][number]['kind'],
  { rows, own, limit, since }: { rows: readonly JudgedRow[]; limit: number; since: string } & Pick<RowsAcross, 'own'>,
): Promise<{ readonly found: readonly Found[]; readonly last: JudgedRow | undefined }> => {
  const found: Found[] = [];
  let looked = 0;
  while (found.length < limit && looked < Math.min(rows.length, mostLookedThrough)) {
    const some = rows.slice(looked, looked + (since === '' ? limit : readTogether));
    const ofReviews = some.filter(({ review }) => review !== null);
    const named = ofReviews.map(({ review, id }) => ({ review, kind, id }));
    const stored = await readEntries(deps.table, programmeRef, named);
    const read = new Map(stored.map((one) => [`${one.review}/${one.id}`, one]));
    for (const row of some) {
      if (found.length === limit) break;
      looked += 1;
      const storedRecord = row.review === null ? own.get(row.id) : read.get(`${row.review}/${row.id}`);
      if (storedRecord !== undefined && storedRecord.recordedAt >= since) found.push({ row, storedRecord });
    }
  }
  return { found, last: looked < rows.length ? rows[looked - 1] : undefined };
};

export const listAcross = query(listAcrossOperations, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, /^\[.*\]$/su);
  if (page.kind === 'refused') return page;
  const { limit } = page.result;
  const after = page.result.after === undefined ? undefined : placeFrom(page.result.after);
  if (after === undefined && page.result.after !== undefined) return leadsNowhere();
  const { kind } = registerOf(call);
  const register = registersAcross.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`the register ${kind} has no list over all reviews`);
  const programmeRef = chainRefOf(call);
  const settings = await readChain(deps, programmeRef);
  if (settings.kind === 'refused') return settings;
  const programme = settings.result;
  const { review, lifecycle, changedSince, mine, sort = 'worst' } = call.query;
  const acting = mine === undefined ? undefined : await actingFor(deps, call);
  const of = acting === undefined ? undefined : [...acting.ids, ...acting.idsOfThose];
  const across = await readRowsAcross(deps, programmeRef, programme, register, { review, lifecycle, changedSince, of });
  const isWithheld = across.rows.some(({ title, owner = '' }) => holdsMark(title) || holdsMark(owner));
  const shown = isWithheld ? await shownTo(call, deps.table) : undefined;
  const visible = (text: string): string => (shown === undefined ? text : visibleText(text, shown));
  const today = dayOf(call.now);
  const selected = selectedRows(across.rows, register.across, call.query, { today, visible });
  const place = (row: JudgedRow): Place => placeOf(row, sort, register.across, visible);
  const rows = rowsAfter(selected, place, after);
  const since = changedSince === undefined ? '' : startOfDay(changedSince);
  const { found, last } = await withRecords(deps, programmeRef, kind, { rows, own: across.own, limit, since });
  const views = found.map((one) => {
    const ofReview = one.row.review === null ? undefined : across.reviews.get(one.row.review);
    return acrossView({ ...one, review: ofReview }, register, programme);
  });
  const people = [...new Set(views.flatMap((one) => one.people))];
  const names = await readNames(deps.table, programmeRef.organisation, people);
  const items = views.map(({ item, people: named }) => ({
    ...item,
    names: Object.fromEntries(named.flatMap((one) => (names.has(one) ? [[one, names.get(one)]] : []))),
  }));
  return done(
    pageAnswer(items, (count) => {
      const end = count < items.length ? found[count - 1]?.row : last;
      return cursorOf(end === undefined ? undefined : JSON.stringify(place(end)));
    }),
  );
});
