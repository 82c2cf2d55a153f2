import { done } from '#domain/decided.ts';
import { correctProgramme as decideCorrection } from '#domain/programme.ts';
import { correctProgrammeOperation } from '#schemas/operations/programmes.ts';
import { Programme } from '#schemas/programme.ts';
import type { Due } from '#store/reports/due.ts';
import { correct } from '../commands/correct.ts';
import {
  followingFrom,
  latestMonthIn,
  namedBaselinesIn,
  readBehindSettings,
  readNextDue,
  storedSettings,
} from '../commands/settings.ts';
import type { WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { command } from '../http/use-case.ts';
import { unknownProgramme } from '../queries/unknown-chain.ts';
import { settingsIn, settingsOf } from '../views/loaded-records.ts';
import { programmeView } from '../views/programme-view.ts';

export const correctProgramme = command(correctProgrammeOperation, async (call, deps: WritesTable) => {
  const chainRef = chainRefOf(call);
  const id = call.params.programmeId;
  const { record } = call.body;
  let due: (settings: Programme) => Due | null = () => null;
  return correct(call, deps, {
    recordRef: { kind: 'programme', id },
    registers: ['publication', 'named-baseline'],
    evenIfClosed: true,
    unknown: unknownProgramme({ programme: id }),
    decide: async (loaded, command, { first, until, later }) => {
      const then = (until.at(-1) ?? first).after;
      const before = Programme.parse(then.record);
      const isCurrent = later.length === 0;
      const { behind, notTaken, named } = await readBehindSettings(deps, chainRef, before, record);
      const decided = decideCorrection({
        before,
        record,
        command,
        published: { latestMonth: latestMonthIn(loaded) },
        namedBaselines: namedBaselinesIn(loaded),
        ...behind,
        today: settingsIn(loaded),
        isCurrent,
      });
      if (decided.kind === 'refused') return decided;
      if (named.kind === 'refused') return named;
      due = await readNextDue(deps, chainRef, loaded);
      return done({
        state: storedSettings(decided.result, then),
        checked: named.result,
        // What is due, and what the board may read, follow the settings that are current.
        alongside: [
          ...(isCurrent ? followingFrom(deps, chainRef, loaded, decided.result, due(decided.result)) : []),
          ...notTaken,
        ],
      });
    },
    answer: (_, stored) => programmeView(stored, due(settingsOf(stored))),
  });
});
