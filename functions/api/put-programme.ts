import { done, refused } from '#domain/decided.ts';
import { putProgramme as decidePut, removedBy, stagesGone } from '#domain/programme.ts';
import { reviewsOfSettings } from '#domain/review/named-reviews.ts';
import { putProgrammeOperation } from '#schemas/operations/programmes.ts';
import { countReviews } from '#store/positions/position-pages.ts';
import type { Due } from '#store/reports/due.ts';
import { readMissingReviews } from '../commands/read-missing.ts';
import { recordChange } from '../commands/record-change.ts';
import {
  followingFrom,
  latestMonthIn,
  readAtStages,
  readNextDue,
  readStillUsed,
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
    registers: ['publication'],
    evenIfClosed: true,
    decide: async (loaded, command) => {
      const { stillUsed, notTaken } = await readStillUsed(deps, chainRef, removedBy(loaded.settings ?? null, record));
      const decided = decidePut({
        before: loaded.settings ?? null,
        record,
        command,
        published: { latestMonth: latestMonthIn(loaded) },
        reviews: await countReviews(deps.table, chainRef),
        atStagesGone: await readAtStages(
          deps,
          chainRef,
          loaded.settings ?? null,
          stagesGone(loaded.settings ?? null, record),
        ),
        stillUsed,
      });
      if (decided.kind === 'refused') return decided;
      const unknown = await readMissingReviews(
        deps,
        chainRef,
        null,
        ...reviewsOfSettings(record, loaded.settings ?? null),
      );
      if (unknown !== null) return refused(unknown);
      due = (await readNextDue(deps, chainRef, loaded))(decided.result);
      return done({
        state: storedSettings(decided.result),
        alongside: [...followingFrom(deps, chainRef, loaded, decided.result, due), ...notTaken],
      });
    },
    answer: (_, stored) => programmeView(stored, due),
  });
});
