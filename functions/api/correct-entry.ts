import * as z from 'zod';
import { done, refused } from '#domain/decided.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { JsonObject } from '#schemas/history.ts';
import { Instant, LocalDate, startOfDay } from '#schemas/time.ts';
import { readLine, thingAt } from '#store/things.ts';
import type { TellsTable, UseCase } from '../kit/call.ts';
import { reviewIn, reviewName, settingsIn } from '../kit/loaded.ts';
import { param, placeOf } from '../kit/place.ts';
import { registerOf } from '../kit/register.ts';
import { tell } from '../kit/tell.ts';
import { shownEntry } from '../views/entry-view.ts';
import { missingReferences } from './put-entry.ts';

const Correction = z.object({
  corrects: z.int(),
  effectiveAt: z.union([LocalDate, Instant]),
  record: JsonObject,
  reason: z.string(),
});

/** What was told wrongly is told again from the instant at which it was true; what was told of later times stands. */
export const correctEntry: UseCase<TellsTable> = async (call, deps) => {
  const request = Correction.parse(call.body);
  const place = placeOf(call);
  const { kind } = registerOf(call);
  const thing = { kind, id: param(call, 'entryId') };
  const effectiveAt = request.effectiveAt.length === 10 ? startOfDay(request.effectiveAt) : request.effectiveAt;
  if (effectiveAt > call.now)
    return refused({
      code: 'request.invalid',
      detail: 'effectiveAt must not be in the future.',
      faults: [{ in: 'body', pointer: '/effectiveAt', message: 'must not be in the future' }],
    });
  const rules = rulesOf(kind);
  const references = rules.references(request.record);
  return tell({ ...call, effectiveAt }, deps, {
    place,
    thing,
    type: 'corrected',
    things: [...references, ...(place.review === null ? [] : [reviewName(place.review)])],
    decide: async (file) => {
      if (file.thing(thing) === undefined)
        return refused({ code: 'entry.unknown', detail: `There is no ${kind} with the id ${thing.id} here.` });
      const line = await readLine(deps.table, place, kind, thing.id);
      const corrected = line.find((event) => event.sequence === request.corrects);
      if (corrected === undefined)
        return refused({
          code: 'correction.event-unknown',
          detail: `The ${kind} ${thing.id} has no event ${request.corrects}: its events are ${line.map((event) => event.sequence).join(', ')}.`,
          facts: { events: line.map((event) => event.sequence) },
        });
      const missing = missingReferences(file, thing, references);
      if (missing !== null) return refused(missing);
      const base = line.filter((event) => event.effectiveAt <= effectiveAt).at(-1) ?? corrected;
      const decided = rules.put({
        programme: settingsIn(file),
        review: reviewIn(file),
        id: thing.id,
        before: { ...base.after, struckOut: null },
        record: request.record,
        telling: { actor: call.actor, effectiveAt },
        correcting: true,
      });
      if (decided.kind === 'refused') return decided;
      const state = { ...decided.result, struckOut: base.after.struckOut };
      const later = line.filter((event) => event.effectiveAt > effectiveAt).at(-1);
      return done({
        state,
        reason: request.reason,
        correction: { corrects: request.corrects, today: later === undefined ? null : thingAt(later) },
      });
    },
    answer: (file, stored) => shownEntry(stored, settingsIn(file)),
  });
};
