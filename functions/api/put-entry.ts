import { rulesOf } from '#domain/registers/rules.ts';
import { asJsonObject } from '#schemas/history.ts';
import { putEntryOperations } from '#schemas/operations/registers.ts';
import { decideEntryPut, readJudges, referencesOf, sectionsOf } from '../commands/put-of-entry.ts';
import { recordChange } from '../commands/record-change.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { command } from '../http/use-case.ts';
import { entryView } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';

export const putEntry = command(putEntryOperations, async (call, deps: WritesTable) => {
  const { kind, evenIfClosed } = registerOf(call);
  const chainRef = chainRefOf(call);
  const put = { kind, id: call.params.entryId, record: asJsonObject(call.body) };
  return recordChange(call, deps, {
    chainRef,
    recordRef: { kind, id: put.id },
    type: 'put',
    sections: sectionsOf(put),
    registers: rulesOf(kind).looksAt,
    ...(evenIfClosed === undefined ? {} : { evenIfClosed }),
    records: [...referencesOf(put), ...(chainRef.review === null ? [] : [reviewName(chainRef.review)])],
    decide: async (loaded, command) => {
      const judges = await readJudges(deps, loaded, kind, command);
      if (judges.kind === 'refused') return judges;
      const decided = await decideEntryPut(deps, loaded, put, command, judges.result);
      return decided;
    },
    answer: (loaded, stored) => entryView(stored, settingsIn(loaded)),
  });
});
