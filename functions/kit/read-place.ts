import { type Decided, done, refused } from '#domain/decided.ts';
import type { Programme } from '#schemas/programme.ts';
import { cardsExist } from '#store/cards.ts';
import type { Place } from '#store/keys.ts';
import { readThing } from '#store/things.ts';
import type { ReadsTable } from './call.ts';
import { settingsOf } from './loaded.ts';

/** The programme's settings, where the programme and, if the place names one, the review are there. */
export const readPlace = async (deps: ReadsTable, place: Place): Promise<Decided<Programme>> => {
  const [programme, there] = await Promise.all([
    readThing(deps.table, place, 'programme', place.programme),
    cardsExist(deps.table, place, place.review === null ? [] : [place.review]),
  ]);
  if (programme === undefined)
    return refused({ code: 'programme.unknown', detail: `Your organisation has no programme ${place.programme}.` });
  return place.review !== null && there.size === 0
    ? refused({ code: 'review.unknown', detail: `The programme ${place.programme} has no review ${place.review}.` })
    : done(settingsOf(programme));
};
