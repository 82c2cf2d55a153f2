import {
  actionsIn,
  endOfSlot,
  isOverdue,
  isWantedSlot,
  type KeptAction,
  placeOfAction,
  type Slot,
  slotsOf,
} from '#domain/actions-across.ts';
import { done } from '#domain/decided.ts';
import { folded, listedAfter, type Place } from '#domain/place-in-list.ts';
import { isRegister } from '#domain/registers/rules.ts';
import { dayOf, startOfDay } from '#language/time.ts';
import { visibleText } from '#schemas/exemption.ts';
import { listActionsAcrossOperation, registersWithActions } from '#schemas/operations/actions-across.ts';
import type { Programme } from '#schemas/programme.ts';
import { readEntries, readReviewsAcross } from '#store/positions/across-reviews.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { pageAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, requestedPage } from '../http/paging.ts';
import { cursorTextOf, placeFrom, placeInCursor } from '../http/place-in-cursor.ts';
import { query } from '../http/use-case.ts';
import { shownTo } from '../http/view-access.ts';
import { actingFor } from '../queries/acting-for.ts';
import { readChain } from '../queries/read-chain.ts';
import { type ReviewsWanted, type RowsAcross, readSectionsAcross } from '../queries/rows-across.ts';
import { reviewView } from '../views/across-view.ts';
import { markedRecord } from '../views/entry-view.ts';

/** Of so many entries the records are read at most to find a page: then a page has fewer than were asked for, and goes on. */
const mostLookedThrough = 1_000;
const readTogether = 100;

const sorted = { by: 'due', order: 'ascending' } as const;

interface Found {
  readonly slot: Slot;
  readonly action: KeptAction;
  readonly title: string;
  readonly place: Place;
}

const nameOf = ({ review, kind, entry }: Slot): string => `${review ?? ''}/${kind}/${entry}`;

/** Where actions are to be looked for, by the positions; the reviews; and the records of the programme itself. */
const readSlots = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  wanted: ReviewsWanted,
): Promise<RowsAcross<Slot>> => {
  const heads = readReviewsAcross(deps.table, programmeRef);
  const ofRegisters = await Promise.all(
    registersWithActions.map(async (register) => {
      const { kind, across } = register;
      if (!isRegister(kind)) throw new Error(`there is no register ${kind}`);
      const made = (section: unknown) => across.withActions(section).flatMap((entry) => slotsOf(kind, entry));
      const read = await readSectionsAcross(deps, programmeRef, { register, programme, wanted, made, heads });
      const own = [...read.own].map(([id, one]) => [`/${kind}/${id}`, one] as const);
      return { ...read, own };
    }),
  );
  return {
    rows: ofRegisters.flatMap(({ rows }) => rows),
    reviews: ofRegisters[0]?.reviews ?? new Map(),
    own: new Map(ofRegisters.flatMap(({ own }) => own)),
  };
};

/** The records of some slots that are not read yet, added to those that are. */
const readRecords = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  slots: readonly Slot[],
  read: Map<string, StoredRecord>,
): Promise<void> => {
  const unread = new Map(slots.filter((one) => !read.has(nameOf(one))).map((one) => [nameOf(one), one]));
  const refs = [...unread.values()].flatMap(({ review, kind, entry }) =>
    review === null ? [] : [{ review, kind, id: entry }],
  );
  for (const one of await readEntries(deps.table, programmeRef, refs))
    read.set(`${one.review ?? ''}/${one.kind}/${one.id}`, one);
};

interface Wanted {
  readonly slots: readonly Slot[];
  readonly after: Place | undefined;
  readonly limit: number;
  readonly since: string;
  readonly isOwnedBy: (action: KeptAction) => boolean;
}

/** The first actions of the slots that are wanted, by their records; and the place to go on after. */
const findActions = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { slots, after, limit, since, isOwnedBy }: Wanted,
  own: ReadonlyMap<string, StoredRecord>,
): Promise<{ readonly found: readonly Found[]; readonly last: Place | undefined }> => {
  const read = new Map(own);
  const found: Found[] = [];
  let looked = 0;
  while (found.length <= limit && looked < Math.min(slots.length, mostLookedThrough)) {
    const some = slots.slice(looked, looked + readTogether);
    await readRecords(deps, programmeRef, some, read);
    looked += some.length;
    const actions = some.flatMap((slot) => {
      const stored = read.get(nameOf(slot));
      if (stored === undefined || stored.recordedAt < since) return [];
      const { record } = markedRecord(stored).state;
      const title = String(record.title);
      return actionsIn(record, slot).map((action) => ({ slot, action, title, place: placeOfAction(slot, action) }));
    });
    found.push(
      ...listedAfter(
        actions.filter(({ action }) => isOwnedBy(action)),
        ({ place }) => place,
        after,
      ),
    );
  }
  if (found.length > limit) return { found: found.slice(0, limit), last: found[limit - 1]?.place };
  const lastLooked = slots[looked - 1];
  return { found, last: looked < slots.length && lastLooked ? endOfSlot(lastLooked) : undefined };
};

/** Whether an action is of the owner that is asked for, so far as whoever asks may see whose it is. */
const ownedBy = async (
  call: Parameters<typeof shownTo>[0] & { readonly query: { readonly owner?: string | undefined } },
  deps: ReadsTable,
): Promise<Wanted['isOwnedBy']> => {
  const { owner } = call.query;
  if (owner === undefined) return () => true;
  const shown = await shownTo(call, deps.table);
  return (action) => action.owner !== undefined && folded(visibleText(action.owner, shown)) === folded(owner);
};

export const listActionsAcross = query(listActionsAcrossOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, placeInCursor);
  if (page.kind === 'refused') return page;
  const { limit } = page.result;
  const after = page.result.after === undefined ? undefined : placeFrom(page.result.after, sorted);
  if (after === undefined && page.result.after !== undefined) return leadsNowhere();
  const programmeRef = chainRefOf(call);
  const settings = await readChain(deps, programmeRef);
  if (settings.kind === 'refused') return settings;
  const { review, lifecycle, changedSince, mine, open, overdue } = call.query;
  const acting = mine === undefined ? undefined : await actingFor(deps, call);
  const of = acting === undefined ? undefined : [...acting.ids, ...acting.idsOfThose];
  const wanted = { review, lifecycle, changedSince, of };
  const across = await readSlots(deps, programmeRef, settings.result, wanted);
  const today = dayOf(call.now);
  const selected = across.rows.filter((slot) => isWantedSlot(slot, { open, overdue }, today));
  const slots = listedAfter(selected, endOfSlot, after);
  const since = changedSince === undefined ? '' : startOfDay(changedSince);
  const isOwnedBy = await ownedBy(call, deps);
  const given = { slots, after, limit, since, isOwnedBy };
  const { found, last } = await findActions(deps, programmeRef, given, across.own);
  const items = found.map(({ slot, action: { id, what, owner = null, dueOn = null, status }, title }) => ({
    review: reviewView(slot.review === null ? undefined : across.reviews.get(slot.review)),
    ...{ kind: slot.kind, entry: { id: slot.entry, title } },
    ...{ id, what, owner, dueOn, status, open: status === 'open', overdue: isOverdue(slot, today) },
  }));
  return done(
    pageAnswer(items, (count) => {
      const end = count < items.length ? found[count - 1]?.place : last;
      return cursorOf(end && cursorTextOf(end, sorted));
    }),
  );
});
