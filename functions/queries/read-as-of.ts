import type { ThingName } from '#store/records/load-for-change.ts';
import {
  readRegister,
  readThing,
  readThingAsAt,
  readThingsAsAt,
  type StoredThing,
  withExemptionOfToday,
} from '#store/records/records.ts';
import type { Place } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import type { Moment } from './as-of.ts';

/** A thing as it stood at a moment; without one, as it stands today. */
export const readThen = async (
  { table }: ReadsTable,
  place: Place,
  { kind, id }: ThingName,
  moment: Moment | undefined,
): Promise<StoredThing | undefined> => {
  if (moment === undefined) return readThing(table, place, kind, id);
  const then = await readThingAsAt(table, place, kind, id, moment.asAt, moment.knowledge);
  return then !== undefined && moment.forPublic ? withExemptionOfToday(table, place, then) : then;
};

/** A register as it stood at a moment; without one, as it stands today. */
export const readRegisterThen = async (
  { table }: ReadsTable,
  place: Place,
  kind: ThingName['kind'],
  moment: Moment | undefined,
): Promise<readonly StoredThing[]> =>
  moment === undefined
    ? readRegister(table, place, kind)
    : readThingsAsAt(table, place, kind, moment.asAt, moment.knowledge);
