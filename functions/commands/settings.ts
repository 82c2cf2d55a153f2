import { type Decided, done, refused } from '#domain/decided.ts';
import { type Removed, removedBy, type StillUsed, stagesGone } from '#domain/programme.ts';
import { reviewsOfSettings } from '#domain/review/named-reviews.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { entryUsing, registersUsingWords, usedBy } from '#domain/settings-in-use.ts';
import type { ReportMonth } from '#language/time.ts';
import { namedBaseline } from '#registers/named-baseline/record.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import type { Programme } from '#schemas/programme.ts';
import { stageNow } from '#schemas/stages.ts';
import { countReviews, readListed, readReviewPages } from '#store/positions/position-pages.ts';
import { positionOf } from '#store/positions/stored-position.ts';
import { boardSettingItem } from '#store/records/board-setting.ts';
import type { LoadedChain } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import { readNotTaken } from '#store/records/settings-guard.ts';
import { type Due, dueItem } from '#store/reports/due.ts';
import { latestSettled, readNotReported } from '#store/reports/not-reported.ts';
import { StoreBusy, UnreadableItem } from '#store/table/items.ts';
import { type ProgrammeRef, reviewHeadKey } from '#store/table/keys.ts';
import { type Intent, putOver } from '#store/table/transaction.ts';
import { idNotKept, readReceiving } from '#store/transfers/receiving.ts';
import type { ReadsTable, WritesTable } from '../http/call.ts';
import { nextDue } from '../reports/next-due.ts';
import { readNamedReviews } from './read-missing.ts';

/*
 * What a change of a programme's settings reads and writes, whether they are put or corrected.
 */

/** Of what a change takes out, what reviews use, and that no review has taken it since; nothing is read where it takes nothing out. */
const readStillUsed = async (deps: ReadsTable, programmeRef: ProgrammeRef, removed: readonly Removed[]) => {
  const notTaken = await readNotTaken(deps.table, programmeRef, removed);
  return { stillUsed: await readUsed(deps, programmeRef, removed), notTaken };
};

/** Of these words, those that reviews or the programme's own entries use; of the programme's chain the commit conditions on the head. */
const readUsed = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  removed: readonly Removed[],
): Promise<readonly StillUsed[]> => {
  if (removed.length === 0) return [];
  const entries = (
    await Promise.all(
      registersUsingWords.map(async (kind) =>
        (await readRegister(deps.table, { ...programmeRef, review: null }, kind)).map((one) => ({ ...one, kind })),
      ),
    )
  ).flat();
  const used = removed.map((one): StillUsed & { readonly reviews: string[] } => ({
    ...one,
    reviews: [],
    entries: entries.flatMap((entry) => entryUsing(entry, one) ?? []),
  }));
  for await (const { reviews } of readReviewPages(deps.table, programmeRef))
    for (const { review, stored } of reviews) {
      if (stored instanceof UnreadableItem) throw stored;
      if (stored === 'changing') throw new StoreBusy(`the review ${review} was changed at every read`);
      const position = positionOf(reviewHeadKey(programmeRef, review), stored.parts);
      for (const one of used) if (usedBy(position, one)) one.reviews.push(review);
    }
  return used.filter(({ reviews, entries: own }) => reviews.length + own.length > 0);
};

/** The reviews at stages that a change of the model leaves out; nothing is read where it leaves out none. */
const readAtStages = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  before: Programme | null,
  gone: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>(gone.map((stage) => [stage, []]));
  if (before === null || gone.length === 0) return found;
  for await (const reviews of readListed(deps.table, programmeRef, {}))
    for (const { review, read } of reviews) {
      const { listed } = read();
      if (!isStruckOut(listed)) found.get(stageNow(before, listed.stage))?.push(review);
    }
  return found;
};

/** What a change of settings is judged on besides them, and what has to be still so when it is committed. */
export const readBehindSettings = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  before: Programme | null,
  record: Programme,
) => {
  const { stillUsed, notTaken } = await readStillUsed(deps, programmeRef, removedBy(before, record));
  return {
    behind: {
      reviews: await countReviews(deps.table, programmeRef),
      atStagesGone: await readAtStages(deps, programmeRef, before, stagesGone(before, record)),
      stillUsed,
    },
    notTaken,
    /** The reviews that it names; refused where one is not there. */
    named: await readNamedReviews(deps, programmeRef, null, ...reviewsOfSettings(record, before)),
  };
};

/** The latest month of which a report is published; null while there is none. */
export const latestMonthIn = (loaded: LoadedChain): ReportMonth | null =>
  loaded.register('publication').at(-1)?.id ?? null;

/** The ids of the named baselines that are there. */
export const namedBaselinesIn = (loaded: LoadedChain): readonly string[] =>
  loaded.register(namedBaseline.kind).flatMap(({ id, state }) => (state.struckOut === null ? [id] : []));

/** The report that is due next under settings. */
export const readNextDue = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  loaded: LoadedChain,
): Promise<(settings: Programme) => Due | null> => {
  const settled = latestSettled(latestMonthIn(loaded), await readNotReported(deps.table, programmeRef));
  return (settings) => nextDue(settings, settled);
};

/** Settings as they are stored, with what was kept beside those before them. */
export const storedSettings = (settings: Programme, before: Pick<RecordState, 'facts'> | undefined): RecordState => ({
  record: asJsonObject(settings),
  facts: before?.facts ?? {},
  struckOut: null,
});

/** That a new programme takes no id which is kept for one that is being received; refused where it is. */
export const readIdOfNew = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  before: Programme | null,
): Promise<Decided<readonly Intent<'item'>[]>> => {
  if (before !== null) return done([]);
  const receiving = await readReceiving(deps.table, programmeRef);
  return receiving === undefined
    ? done([idNotKept(deps.table, programmeRef)])
    : refused({
        code: 'programme.id-reserved',
        detail: `Your organisation is receiving a programme with the id ${programmeRef.programme} by the transfer ${receiving.transfer}.`,
        facts: { transfer: receiving.transfer },
      });
};

/** What is written with settings that become current: the report due next, and where it changes, what the board may read. */
export const followingFrom = (
  deps: WritesTable,
  programmeRef: ProgrammeRef,
  loaded: LoadedChain,
  settings: Programme,
  due: Due | null,
): readonly Intent<'item'>[] => [
  { name: 'item', item: putOver(deps.table, dueItem(programmeRef, due)) },
  ...(settings.boardReadsExempt === (loaded.settings?.boardReadsExempt ?? false)
    ? []
    : [
        { name: 'item' as const, item: putOver(deps.table, boardSettingItem(programmeRef, settings.boardReadsExempt)) },
      ]),
];
