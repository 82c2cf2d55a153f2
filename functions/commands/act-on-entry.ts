import { type Decided, done, refused, type Telling } from '#domain/decided.ts';
import type { ThingState } from '#schemas/history.ts';
import type { ChainFile } from '#store/records/load-for-change.ts';
import type { Answer, Call, TellsTable } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { registerOf } from '../http/register.ts';
import { shownEntry } from '../views/entry-view.ts';
import { reviewName, settingsIn } from '../views/loaded-records.ts';
import { type Act, tell } from './record-change.ts';

/** An act on an entry that exists: what it makes of the entry's state is decided with the file of the chain at hand. */
export const actOnEntry = async (
  call: Call,
  deps: TellsTable,
  act: {
    readonly type: string;
    readonly reason?: string;
    readonly versionOf?: Act['versionOf'];
    readonly decide: (file: ChainFile, state: ThingState, telling: Telling) => Decided<ThingState>;
  },
): Promise<Decided<Answer>> => {
  const { kind } = registerOf(call);
  const place = placeOf(call);
  const thing = { kind, id: param(call, 'entryId') };
  return tell(call, deps, {
    place,
    thing,
    type: act.type,
    things: place.review === null ? [] : [reviewName(place.review)],
    ...(act.versionOf === undefined ? {} : { versionOf: act.versionOf }),
    decide: (file, telling) => {
      const stands = file.thing(thing);
      if (stands === undefined)
        return refused({ code: 'entry.unknown', detail: `There is no ${kind} with the id ${thing.id} here.` });
      const decided = act.decide(file, stands.state, telling);
      return decided.kind === 'refused'
        ? decided
        : done({ state: decided.result, ...(act.reason === undefined ? {} : { reason: act.reason }) });
    },
    answer: (file, stored) => shownEntry(stored, settingsIn(file)),
  });
};
