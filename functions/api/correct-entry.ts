import { done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { asJsonObject } from '#schemas/history.ts';
import { correctEntryOperations } from '#schemas/operations/registers.ts';
import { correct } from '../commands/correct.ts';
import { missingIn } from '../commands/read-missing.ts';
import { refusalBeforeRecording } from '../commands/redaction-target.ts';
import { settingsThen } from '../commands/settings-then.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewIn, reviewName, settingsIn } from '../views/loaded-records.ts';

export const correctEntry = command(correctEntryOperations, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  const { review } = chainRef;
  const { kind, evenIfClosed } = registerOf(call);
  const recordRef = { kind, id: call.params.entryId };
  const rules = rulesOf(kind);
  const record = asJsonObject(call.body.record);
  const references = rules.references(record);
  return correct(call, deps, {
    recordRef,
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: [...references, ...(review === null ? [] : [reviewName(review)])],
    unknown: { code: 'entry.unknown', detail: `There is no ${kind} with the id ${recordRef.id} here.` },
    decide: async (loaded, command, { until, corrected }) => {
      const missing = missingIn(loaded, recordRef, references);
      if (missing !== null) return refused(missing);
      const refusal = await refusalBeforeRecording(deps, chainRef, kind, record);
      if (refusal !== null) return refused(refusal);
      const { after } = until.at(-1) ?? corrected;
      const settings = await settingsThen(deps, loaded, kind, command);
      if (settings.kind === 'refused') return settings;
      const decided = rules.put({
        programme: settings.result,
        review: reviewIn(loaded),
        id: recordRef.id,
        before: { ...after, struckOut: null },
        record,
        command,
        correcting: { current: loaded.recordRef(recordRef)?.state ?? after },
      });
      return decided.kind === 'refused' ? decided : done({ state: { ...decided.result, struckOut: after.struckOut } });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
});
