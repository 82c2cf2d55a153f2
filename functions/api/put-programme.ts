import { done } from '#domain/decided.ts';
import { putProgramme as decidePut } from '#domain/programme.ts';
import { JsonObject } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { boardSettingItem } from '#store/board-setting.ts';
import { countCards } from '#store/cards.ts';
import { dueItem } from '#store/due.ts';
import { putOver } from '#store/transaction.ts';
import type { TellsTable, UseCase } from '../kit/call.ts';
import { nextDue } from '../kit/next-due.ts';
import { param, placeOf } from '../kit/place.ts';
import { tell } from '../kit/tell.ts';
import { shownProgramme } from '../views/programme-view.ts';

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
