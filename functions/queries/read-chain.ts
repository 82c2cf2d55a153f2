import { type Decided, done, refused } from '#domain/decided.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { cardsExist } from '#store/positions/cards.ts';
import type { ThingName } from '#store/records/load-for-change.ts';
import { type NamesBeside, nobodyBeside } from '#store/records/people.ts';
import { readToday } from '#store/records/read-current.ts';
import { readFirstOf, readThing, readThingAsAt, type StoredThing } from '#store/records/records.ts';
import type { Place } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { settingsOf } from '../views/loaded-records.ts';
import type { Moment } from './as-of.ts';
import { readThen } from './read-as-of.ts';

/** The settings then in force; before there were any, those that the programme began with, as a report takes them. */
const settingsAsAt = async (deps: ReadsTable, place: Place, moment: Moment): Promise<StoredThing | undefined> => {
  const chain = { ...place, review: null };
  return (
    (await readThingAsAt(deps.table, chain, 'programme', place.programme, moment.asAt, moment.knowledge)) ??
    (await readFirstOf(deps.table, chain, 'programme', place.programme, moment.knowledge))
  );
};

const programmeUnknown = (place: Place, moment: Moment | undefined): Refusal => ({
  code: 'programme.unknown',
  detail: `Your organisation has no programme ${place.programme}${moment?.inWords ?? ''}.`,
});
const reviewUnknown = (place: Place): Refusal => ({
  code: 'review.unknown',
  detail: `The programme ${place.programme} has no review ${place.review}.`,
});

/** The programme's settings, where the programme and, if the place names one, the review are there. */
export const readPlace = async (deps: ReadsTable, place: Place, moment?: Moment): Promise<Decided<Programme>> => {
  const [programme, there] = await Promise.all([
    moment === undefined
      ? readThing(deps.table, place, 'programme', place.programme)
      : settingsAsAt(deps, place, moment),
    cardsExist(deps.table, place, place.review === null ? [] : [place.review]),
  ]);
  if (programme === undefined) return refused(programmeUnknown(place, moment));
  return place.review !== null && there.size === 0 ? refused(reviewUnknown(place)) : done(settingsOf(programme));
};

/** A thing of a place, at a moment or as it stands today, under the programme's settings. */
export interface OfPlace {
  readonly programme: Programme;
  readonly thing: StoredThing | undefined;
  /** The names of people that were read with it: whose were asked for, and what was found at their keys. */
  readonly beside: NamesBeside;
}

/** What `readPlace` and `readThen` answer, of today in one call with the names of the people who are expected in it. */
export const readOfPlace = async (
  deps: ReadsTable,
  place: Place,
  name: ThingName,
  moment: Moment | undefined,
  expected: readonly string[] = [],
): Promise<Decided<OfPlace>> => {
  if (moment !== undefined) {
    const [programme, thing] = await Promise.all([readPlace(deps, place, moment), readThen(deps, place, name, moment)]);
    if (programme.kind === 'refused') return programme;
    return done({ programme: programme.result, thing, beside: nobodyBeside });
  }
  const { programme, reviewIsThere, thing, found } = await readToday(deps.table, place, name, expected);
  if (programme === undefined) return refused(programmeUnknown(place, moment));
  return reviewIsThere
    ? done({ programme: settingsOf(programme), thing, beside: { asked: expected, found } })
    : refused(reviewUnknown(place));
};
