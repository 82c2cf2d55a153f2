import { done, refused } from '#domain/decided.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Due, readDue } from '#store/reports/due.ts';
import type { Place } from '#store/table/keys.ts';
import { etagOf, type ReadsTable, type UseCase } from '../http/call.ts';
import { placeOf } from '../http/chain-ref.ts';
import { type Moment, momentAsked } from '../queries/as-of.ts';
import { readRegisterThen, readThen } from '../queries/read-as-of.ts';
import { nextDue } from '../reports/next-due.ts';
import { settingsOf } from '../views/loaded-records.ts';
import { shownProgramme } from '../views/programme-view.ts';

type DueUnder = (settings: Programme) => Due | null;

/** The report that the programme owes next: as it is kept today, or by what was published at a moment. */
const readDueThen = async (deps: ReadsTable, place: Place, moment: Moment | undefined): Promise<DueUnder> => {
  if (moment === undefined) {
    const due = await readDue(deps.table, place);
    return () => due ?? null;
  }
  const published = await readRegisterThen(deps, place, 'publication', moment);
  return (settings) => nextDue(settings, published.at(-1)?.id ?? null);
};

export const getProgramme: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const asked = await momentAsked(call, deps);
  if (asked.kind === 'refused') return asked;
  const moment = asked.result;
  const [programme, due] = await Promise.all([
    readThen(deps, place, { kind: 'programme', id: place.programme }, moment),
    readDueThen(deps, place, moment),
  ]);
  if (programme === undefined)
    return refused({
      code: 'programme.unknown',
      detail: `Your organisation has no programme ${place.programme}${moment?.inWords ?? ''}.`,
    });
  return done({
    status: 200,
    headers: moment === undefined ? { etag: etagOf(programme.version) } : {},
    body: shownProgramme(programme, due(settingsOf(programme))),
  });
};
