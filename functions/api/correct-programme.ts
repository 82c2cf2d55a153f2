import { done } from '#domain/decided.ts';
import { correctProgramme as decideCorrection, removedBy } from '#domain/programme.ts';
import { Programme } from '#schemas/programme.ts';
import { countReviews } from '#store/positions/position-pages.ts';
import { correct, recordedTwice } from '../commands/correct.ts';
import type { UseCase, WritesTable } from '../http/call.ts';
import { chainRefOf, param } from '../http/chain-ref.ts';
import { nextDue } from '../reports/next-due.ts';
import { settingsIn, settingsOf } from '../views/loaded-records.ts';
import { programmeView } from '../views/programme-view.ts';
import { followingFrom, latestMonthIn, readStillUsed, storedSettings } from './put-programme.ts';

export const correctProgramme: UseCase<WritesTable> = async (call, deps) => {
  const chainRef = chainRefOf(call);
  const id = param(call, 'programmeId');
  const record = Programme.parse(recordedTwice(call));
  return correct(call, deps, {
    recordRef: { kind: 'programme', id },
    registers: ['publication'],
    evenIfClosed: true,
    unknown: { code: 'programme.unknown', detail: `Your organisation has no programme ${id}.` },
    decide: async (loaded, command, { first, until, today }) => {
      const before = Programme.parse((until.at(-1) ?? first).after.record);
      const isCurrent = today === null;
      const latestMonth = latestMonthIn(loaded);
      const decided = decideCorrection({
        before,
        record,
        command,
        published: { latestMonth },
        reviews: await countReviews(deps.table, chainRef),
        stillUsed: await readStillUsed(deps, chainRef, removedBy(before, record)),
        today: settingsIn(loaded),
        isCurrent,
      });
      return decided.kind === 'refused'
        ? decided
        : done({
            state: storedSettings(decided.result),
            // What is due, and what the board may read, follow the settings as they stand today.
            alongside: isCurrent ? followingFrom(deps, chainRef, loaded, decided.result) : [],
          });
    },
    answer: (loaded, stored) => programmeView(stored, nextDue(settingsOf(stored), latestMonthIn(loaded))),
  });
};
