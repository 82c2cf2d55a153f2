import { done } from '#domain/decided.ts';
import { correctProgramme as decideCorrection, removedBy } from '#domain/programme.ts';
import { Programme } from '#schemas/programme.ts';
import { countCards } from '#store/positions/cards.ts';
import { correct, recordToldAgain } from '../commands/correct.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { nextDue } from '../reports/next-due.ts';
import { settingsIn, settingsOf } from '../views/loaded-records.ts';
import { shownProgramme } from '../views/programme-view.ts';
import { followingFrom, latestMonthIn, readStillUsed, storedSettings } from './put-programme.ts';

export const correctProgramme: UseCase<TellsTable> = async (call, deps) => {
  const place = placeOf(call);
  const id = param(call, 'programmeId');
  const record = Programme.parse(recordToldAgain(call));
  return correct(call, deps, {
    thing: { kind: 'programme', id },
    registers: ['publication'],
    evenIfClosed: true,
    unknown: { code: 'programme.unknown', detail: `Your organisation has no programme ${id}.` },
    decide: async (file, telling, { first, until, today }) => {
      const before = Programme.parse((until.at(-1) ?? first).after.record);
      const standsToday = today === null;
      const latestMonth = latestMonthIn(file);
      const decided = decideCorrection({
        before,
        record,
        telling,
        published: { latestMonth },
        reviews: await countCards(deps.table, place),
        stillUsed: await readStillUsed(deps, place, removedBy(before, record)),
        today: settingsIn(file),
        standsToday,
      });
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedSettings(decided.result),
            // What is due, and what the board may read, follow the settings as they stand today.
            alongside: standsToday ? followingFrom(deps, place, file, decided.result) : [],
          });
    },
    answer: (file, stored) => shownProgramme(stored, nextDue(settingsOf(stored), latestMonthIn(file))),
  });
};
