import { done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { figureSections } from '#registers/return/figures.ts';
import { asJsonObject } from '#schemas/history.ts';
import { putEntryOperations } from '#schemas/operations/registers.ts';
import { missingIn } from '../commands/read-missing.ts';
import { recordChange } from '../commands/record-change.ts';
import { refusalBeforeRecording } from '../commands/redaction-target.ts';
import { reviewWithLine } from '../commands/review-with-line.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { returnFigures } from '../queries/return-figures.ts';
import { settingsThen } from '../queries/settings-then.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';

export const putEntry = command(putEntryOperations, async (call, deps: WritesTable) => {
  const { kind, evenIfClosed } = registerOf(call);
  const chainRef = chainRefOf(call);
  const rules = rulesOf(kind);
  const record = asJsonObject(call.body);
  const references = rules.references(record);
  const recordRef = { kind, id: call.params.entryId };
  const asksFigures = rules.asksFigures(record);
  return recordChange(call, deps, {
    chainRef,
    recordRef,
    type: 'put',
    sections: asksFigures ? figureSections : [],
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: [...references, ...(chainRef.review === null ? [] : [reviewName(chainRef.review)])],
    decide: async (loaded, command) => {
      const missing = missingIn(loaded, recordRef, references);
      if (missing !== null) return refused(missing);
      const refusal = await refusalBeforeRecording(deps, chainRef, kind, record);
      if (refusal !== null) return refused(refusal);
      const settings = await settingsThen(deps, loaded, kind, command);
      if (settings.kind === 'refused') return settings;
      const review = await reviewWithLine(deps, loaded, kind);
      const figures = asksFigures ? await returnFigures(deps, loaded, recordRef.id, command.effectiveAt) : undefined;
      const decided = rules.put({
        programme: settings.result,
        review: review === null || figures === undefined ? review : { ...review, figures },
        id: recordRef.id,
        before: loaded.recordRef(recordRef)?.state ?? null,
        record,
        command,
      });
      return decided.kind === 'refused' ? decided : done({ state: decided.result });
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
});
