import { type JudgedRow, placeOf, selectedRows } from '#domain/across-reviews.ts';
import { done } from '#domain/decided.ts';
import { type Filters, hasValues } from '#domain/list-of-register.ts';
import { listedAfter, type Place } from '#domain/place-in-list.ts';
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
import { cursorTextOf, placeFrom, placeInCursor } from '../http/place-in-cursor.ts';
import { registerOf } from '../http/register.ts';
import { query } from '../http/use-case.ts';
import { shownTo } from '../http/view-access.ts';
import { actingFor } from '../queries/acting-for.ts';
import { filtersIn } from '../queries/arranged-entries.ts';
import { readChain } from '../queries/read-chain.ts';
import { type RowsAcross, readRowsAcross } from '../queries/rows-across.ts';
import { acrossView } from '../views/across-view.ts';

/** What is read at most to find a page: where little of what is looked through is wanted, a page has fewer than were asked for. */
const mostLookedThrough = 1_000;
const readTogether = 500;

interface Found {
  readonly row: JudgedRow;
  readonly storedRecord: StoredRecord;
}

/** The first of the rows with their records, those that were recorded since and hold the values; and the last row that was looked at. */
const withRecords = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  kind: Parameters<typeof readEntries>[2][number]['kind'],
  given: { rows: readonly JudgedRow[]; limit: number; since: string; filters: Filters } & Pick<RowsAcross, 'own'>,
): Promise<{ readonly found: readonly Found[]; readonly last: JudgedRow | undefined }> => {
  const { rows, own, limit, since, filters } = given;
  const isWanted = ({ recordedAt, state }: StoredRecord): boolean =>
    recordedAt >= since && hasValues(state.record, filters);
  const isEachWanted = since === '' && filters.length === 0;
  const found: Found[] = [];
  let looked = 0;
  while (found.length < limit && looked < Math.min(rows.length, mostLookedThrough)) {
    const some = rows.slice(looked, looked + (isEachWanted ? limit : readTogether));
    const ofReviews = some.filter(({ review }) => review !== null);
    const named = ofReviews.map(({ review, id }) => ({ review, kind, id }));
    const stored = await readEntries(deps.table, programmeRef, named);
    const read = new Map(stored.map((one) => [`${one.review}/${one.id}`, one]));
    for (const row of some) {
      if (found.length === limit) break;
      looked += 1;
      const storedRecord = row.review === null ? own.get(row.id) : read.get(`${row.review}/${row.id}`);
      if (storedRecord !== undefined && isWanted(storedRecord)) found.push({ row, storedRecord });
    }
  }
  return { found, last: looked < rows.length ? rows[looked - 1] : undefined };
};

export const listAcross = query(listAcrossOperations, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, placeInCursor);
  if (page.kind === 'refused') return page;
  const { limit } = page.result;
  const { sort = 'worst', order = 'ascending' } = call.query;
  const sorted = { by: sort, order };
  const after = page.result.after === undefined ? undefined : placeFrom(page.result.after, sorted);
  if (after === undefined && page.result.after !== undefined) return leadsNowhere();
  const { kind } = registerOf(call);
  const register = registersAcross.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`the register ${kind} has no list over all reviews`);
  const programmeRef = chainRefOf(call);
  const settings = await readChain(deps, programmeRef);
  if (settings.kind === 'refused') return settings;
  const programme = settings.result;
  const { review, lifecycle, changedSince, mine } = call.query;
  const acting = mine === undefined ? undefined : await actingFor(deps, call);
  const of = acting === undefined ? undefined : [...acting.ids, ...acting.idsOfThose];
  const across = await readRowsAcross(deps, programmeRef, programme, register, { review, lifecycle, changedSince, of });
  const isWithheld = across.rows.some(({ title, owner = '' }) => holdsMark(title) || holdsMark(owner));
  const shown = isWithheld ? await shownTo(call, deps.table) : undefined;
  const visible = (text: string): string => (shown === undefined ? text : visibleText(text, shown));
  const today = dayOf(call.now);
  const selected = selectedRows(across.rows, register.across, call.query, { today, visible });
  const place = (row: JudgedRow): Place => placeOf(row, sort, register.across, visible);
  const rows = listedAfter(selected, place, after, order);
  const since = changedSince === undefined ? '' : startOfDay(changedSince);
  const filters = filtersIn(register, call.query);
  const { found, last } = await withRecords(deps, programmeRef, kind, { rows, own: across.own, limit, since, filters });
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
      return cursorOf(end && cursorTextOf(place(end), sorted));
    }),
  );
});
