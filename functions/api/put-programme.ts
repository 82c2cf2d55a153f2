import { done } from '#domain/decided.ts';
import { putProgramme as decidePut, type Removed, removedBy, usedBy } from '#domain/programme.ts';
import type { ReportMonth } from '#language/time.ts';
import { asJsonObject, type ThingState } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { countCards, readCards } from '#store/positions/cards.ts';
import { boardSettingItem } from '#store/records/board-setting.ts';
import type { ChainFile } from '#store/records/load-for-change.ts';
import { dueItem } from '#store/reports/due.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ProgrammePlace } from '#store/table/keys.ts';
import { type Intent, putOver } from '#store/table/transaction.ts';
import { tell } from '../commands/record-change.ts';
import type { ReadsTable, TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { nextDue } from '../reports/next-due.ts';
import { shownProgramme } from '../views/programme-view.ts';

/** Of what a change takes out, what reviews use; the cards are read only where it takes something out. */
export const readStillUsed = async (deps: ReadsTable, place: ProgrammePlace, removed: readonly Removed[]) => {
  const used = removed.map((one): Removed & { readonly reviews: string[] } => ({ ...one, reviews: [] }));
  if (removed.length === 0) return used;
  for await (const cards of readCards(deps.table, place))
    for (const { review, card } of cards) {
      if (card instanceof UnreadableItem) throw card;
      for (const one of used) if (usedBy(card.position, one)) one.reviews.push(review);
    }
  return used.filter((one) => one.reviews.length > 0);
};

/** The latest month of which a report is published; null while there is none. */
export const latestMonthIn = (file: ChainFile): ReportMonth | null => file.register('publication').at(-1)?.id ?? null;

export const storedSettings = (settings: Programme): ThingState => ({
  record: asJsonObject(settings),
  facts: {},
  struckOut: null,
});

/** What is written with settings that are to stand today: the report due next, and where it changes, what the board may read. */
export const followingFrom = (
  deps: TellsTable,
  place: ProgrammePlace,
  file: ChainFile,
  settings: Programme,
): readonly Intent<'item'>[] => [
  { name: 'item', item: putOver(deps.table, dueItem(place, nextDue(settings, latestMonthIn(file)))) },
  ...(settings.boardReadsExempt === (file.settings?.boardReadsExempt ?? false)
    ? []
    : [{ name: 'item' as const, item: putOver(deps.table, boardSettingItem(place, settings.boardReadsExempt)) }]),
];

export const putProgramme: UseCase<TellsTable> = async (call, deps) => {
  const record = Programme.parse(call.body);
  const place = placeOf(call);
  return tell(call, deps, {
    place,
    thing: { kind: 'programme', id: param(call, 'programmeId') },
    type: 'put',
    registers: ['publication'],
    evenIfClosed: true,
    decide: async (file, telling) => {
      const decided = decidePut({
        before: file.settings ?? null,
        record,
        telling,
        published: { latestMonth: latestMonthIn(file) },
        reviews: await countCards(deps.table, place),
        stillUsed: await readStillUsed(deps, place, removedBy(file.settings ?? null, record)),
      });
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedSettings(decided.result),
            alongside: followingFrom(deps, place, file, decided.result),
          });
    },
    answer: (file, stored) => shownProgramme(stored, nextDue(record, latestMonthIn(file))),
  });
};
