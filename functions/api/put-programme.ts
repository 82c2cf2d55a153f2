import { done } from '#domain/decided.ts';
import { putProgramme as decidePut, type Removed, removedBy, usedBy } from '#domain/programme.ts';
import { JsonObject } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { boardSettingItem } from '#store/board-setting.ts';
import { countCards, readCards } from '#store/cards.ts';
import { dueItem } from '#store/due.ts';
import { UnreadableItem } from '#store/items.ts';
import type { ProgrammePlace } from '#store/keys.ts';
import { putOver } from '#store/transaction.ts';
import type { ReadsTable, TellsTable, UseCase } from '../kit/call.ts';
import { nextDue } from '../kit/next-due.ts';
import { param, placeOf } from '../kit/place.ts';
import { tell } from '../kit/tell.ts';
import { shownProgramme } from '../views/programme-view.ts';

/** Of what a change takes out, what reviews use; the cards are read only where it takes something out. */
const readStillUsed = async (deps: ReadsTable, place: ProgrammePlace, removed: readonly Removed[]) => {
  const used = removed.map((one): Removed & { readonly reviews: string[] } => ({ ...one, reviews: [] }));
  if (removed.length === 0) return used;
  for await (const cards of readCards(deps.table, place))
    for (const { review, card } of cards) {
      if (card instanceof UnreadableItem) throw card;
      for (const one of used) if (usedBy(card.position, one)) one.reviews.push(review);
    }
  return used.filter((one) => one.reviews.length > 0);
};

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
      const latestMonth = file.register('publication').at(-1)?.id ?? null;
      const decided = decidePut({
        before: file.settings ?? null,
        record,
        telling,
        published: { latestMonth },
        reviews: await countCards(deps.table, place),
        stillUsed: await readStillUsed(deps, place, removedBy(file.settings ?? null, record)),
      });
      if (decided.kind === 'refused') return decided;
      return done({
        state: { record: JsonObject.parse(JSON.parse(JSON.stringify(decided.result))), facts: {}, struckOut: null },
        alongside: [
          { name: 'item', item: putOver(deps.table, dueItem(place, nextDue(decided.result, latestMonth))) },
          ...(decided.result.boardReadsExempt === (file.settings?.boardReadsExempt ?? false)
            ? []
            : [
                {
                  name: 'item' as const,
                  item: putOver(deps.table, boardSettingItem(place, decided.result.boardReadsExempt)),
                },
              ]),
        ],
      });
    },
    answer: (file, stored) => shownProgramme(stored, nextDue(record, file.register('publication').at(-1)?.id ?? null)),
  });
};
