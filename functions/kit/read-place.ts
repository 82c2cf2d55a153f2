import { type Decided, done, refused } from '#domain/decided.ts';
import type { Programme } from '#schemas/programme.ts';
import { cardsExist } from '#store/cards.ts';
import type { Place } from '#store/keys.ts';
import { readFirstOf, readThing, readThingAsAt, type StoredThing } from '#store/things.ts';
import type { ReadsTable } from './call.ts';
import { settingsOf } from './loaded.ts';
import type { Moment } from './moment.ts';

/** The settings then in force; before there were any, those that the programme began with, as a report takes them. */
const settingsAsAt = async (deps: ReadsTable, place: Place, moment: Moment): Promise<StoredThing | undefined> => {
  const chain = { ...place, review: null };
  return (
    (await readThingAsAt(deps.table, chain, 'programme', place.programme, moment.asAt, moment.knowledge)) ??
    (await readFirstOf(deps.table, chain, 'programme', place.programme, moment.knowledge))
  );
};

/** The programme's settings, where the programme and, if the place names one, the review are there. */
export const readPlace = async (deps: ReadsTable, place: Place, moment?: Moment): Promise<Decided<Programme>> => {
  const [programme, there] = await Promise.all([
    moment === undefined
      ? readThing(deps.table, place, 'programme', place.programme)
      : settingsAsAt(deps, place, moment),
    cardsExist(deps.table, place, place.review === null ? [] : [place.review]),
  ]);
  if (programme === undefined)
    return refused({
      code: 'programme.unknown',
      detail: `Your organisation has no programme ${place.programme}${moment?.inWords ?? ''}.`,
    });
  return place.review !== null && there.size === 0
    ? refused({ code: 'review.unknown', detail: `The programme ${place.programme} has no review ${place.review}.` })
    : done(settingsOf(programme));
};
