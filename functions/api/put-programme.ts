import { done } from '#domain/decided.ts';
import { putProgramme as decidePut } from '#domain/programme.ts';
import { putProgrammeOperation } from '#schemas/operations/programmes.ts';
import type { Due } from '#store/reports/due.ts';
import { recordChange } from '../commands/record-change.ts';
import {
  followingFrom,
  latestMonthIn,
  namedBaselinesIn,
  readBehindSettings,
  readIdOfNew,
  readNextDue,
  storedSettings,
} from '../commands/settings.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { programmeView } from '../views/programme-view.ts';

export const putProgramme = command(putProgrammeOperation, async (call, deps: WritesTable) => {
  const record = call.body;
  const chainRef = chainRefOf(call);
  let due: Due | null = null;
  return recordChange(call, deps, {
    chainRef,
    recordRef: { kind: 'programme', id: call.params.programmeId },
    type: 'put',
    registers: ['publication', 'named-baseline'],
    evenIfClosed: true,
    decide: async (loaded, command) => {
      const before = loaded.settings ?? null;
      const idOfNew = await readIdOfNew(deps, chainRef, before);
      if (idOfNew.kind === 'refused') return idOfNew;
      const { behind, notTaken, named } = await readBehindSettings(deps, chainRef, before, record);
      const decided = decidePut({
        before,
        record,
        command,
        published: { latestMonth: latestMonthIn(loaded) },
        namedBaselines: namedBaselinesIn(loaded),
        ...behind,
      });
      if (decided.kind === 'refused') return decided;
      if (named.kind === 'refused') return named;
      due = (await readNextDue(deps, chainRef, loaded))(decided.result);
      return done({
        state: storedSettings(decided.result, loaded.programme?.state),
        checked: named.result,
        alongside: [...followingFrom(deps, chainRef, loaded, decided.result, due), ...notTaken, ...idOfNew.result],
      });
    },
    answer: (_, stored) => programmeView(stored, due),
  });
});
