import { type Decided, done, refused } from '#domain/decided.ts';
import { buildPosition, buildProgrammeWide } from '#domain/position/sections.ts';
import { type GateContext, gateOf } from '#domain/review/gate.ts';
import { asThingAt, loadFile } from '#store/records/load-for-change.ts';
import { readThingsAsAt } from '#store/records/records.ts';
import type { Place } from '#store/table/keys.ts';
import { gateEvidence } from '../commands/gate-evidence.ts';
import type { ReadsTable, UseCase } from '../http/call.ts';
import { param, placeOf } from '../http/chain-ref.ts';
import { type Moment, momentAsked } from '../queries/as-of.ts';
import { readPlace } from '../queries/read-chain.ts';
import { markedThing } from '../views/entry-view.ts';
import { loadedReview, reviewName } from '../views/loaded-records.ts';

const unknownReview = (place: Place, review: string, when = ''): Decided<never> =>
  refused({ code: 'review.unknown', detail: `The programme ${place.programme} has no review ${review}${when}.` });

const gateToday = async (deps: ReadsTable, place: Place, review: string): Promise<Decided<GateContext>> => {
  const file = await loadFile(deps.table, place, { things: [reviewName(review)], registers: [] });
  if (file.programme === undefined)
    return refused({ code: 'programme.unknown', detail: `Your organisation has no programme ${place.programme}.` });
  if (file.card === undefined) return unknownReview(place, review);
  const { context } = await gateEvidence(deps, file);
  const record = file.thing(reviewName(review));
  return done(record === undefined ? context : { ...context, review: loadedReview(markedThing(record)) });
};

/** What the gate looked at then, from the histories of the review and of the programme's own market engagement. */
const gateThen = async (
  deps: ReadsTable,
  place: Place,
  review: string,
  moment: Moment,
): Promise<Decided<GateContext>> => {
  const { asAt, knowledge } = moment;
  const [settings, things, engagements] = await Promise.all([
    readPlace(deps, place, moment),
    readThingsAsAt(deps.table, place, undefined, asAt, knowledge),
    readThingsAsAt(deps.table, { ...place, review: null }, 'market-engagement', asAt, knowledge),
  ]);
  if (settings.kind === 'refused') return settings;
  const programme = settings.result;
  const record = things.find((thing) => thing.kind === 'review');
  return record === undefined
    ? unknownReview(place, review, moment.inWords)
    : done({
        programme,
        review: loadedReview(markedThing(record)),
        position: buildPosition(things.map(asThingAt), programme),
        programmeWideEngagement: buildProgrammeWide(engagements.map(asThingAt), programme).engagement,
      });
};

export const getGate: UseCase<ReadsTable> = async (call, deps) => {
  const place = placeOf(call);
  const review = param(call, 'reviewId');
  const moment = await momentAsked(call, deps);
  if (moment.kind === 'refused') return moment;
  const context = await (moment.result === undefined
    ? gateToday(deps, place, review)
    : gateThen(deps, place, review, moment.result));
  return context.kind === 'refused' ? context : done({ status: 200, headers: {}, body: gateOf(context.result) });
};
