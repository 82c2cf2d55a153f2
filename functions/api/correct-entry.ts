import { done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { correct, recordToldAgain } from '../commands/correct.ts';
import type { TellsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { shownEntry } from '../views/entry-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';
import { missingReferences } from './put-entry.ts';

export const correctEntry: UseCase<TellsTable> = async (call, deps) => {
  const { review } = placeOf(call);
  const { kind } = registerOf(call);
  const thing = { kind, id: param(call, 'entryId') };
  const rules = rulesOf(kind);
  const record = recordToldAgain(call);
  const references = rules.references(record);
  return correct(call, deps, {
    thing,
    things: [...references, ...(review === null ? [] : [reviewName(review)])],
    unknown: { code: 'entry.unknown', detail: `There is no ${kind} with the id ${thing.id} here.` },
    decide: (file, telling, { until, corrected }) => {
      const missing = missingReferences(file, thing, references);
      if (missing !== null) return refused(missing);
      const { after } = until.at(-1) ?? corrected;
      const decided = rules.put({
        programme: settingsIn(file),
        review: reviewIn(file),
        id: thing.id,
        before: { ...after, struckOut: null },
        record,
        telling,
        correcting: true,
      });
      return decided.kind === 'refused' ? decided : done({ state: { ...decided.result, struckOut: after.struckOut } });
    },
    answer: (file, stored) => shownEntry(stored, settingsIn(file)),
  });
};
