import * as z from 'zod';
import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { Instant, LocalDate, startOfDay } from '#language/time.ts';
import { type HistoryEvent, JsonObject } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import { readLine, recordAt, type StoredRecord } from '#store/records/records.ts';
import type { Answer, Call, WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { type Act, type Decision, recordChange } from './record-change.ts';

const Correction = z.object({
  corrects: z.int(),
  effectiveAt: z.union([LocalDate, Instant]),
  record: JsonObject,
  reason: z.string(),
});

/** The record that a correction tells, which fits the schema of the operation. */
export const recordedTwice = (call: Call): JsonObject => Correction.parse(call.body).record;

/** The line of a thing as a correction finds it; events in the order of (effectiveAt, sequence). */
export interface CorrectedLine {
  /** The event that is corrected. */
  readonly corrected: HistoryEvent;
  /** What the thing was first told of its earliest time. */
  readonly first: HistoryEvent;
  /** What was told of the time up to the correction's instant; empty before the thing's earliest time. */
  readonly until: readonly HistoryEvent[];
  /** The thing as it stands today where that was told of a later time; null: the correction is what stands today. */
  readonly today: StoredRecord | null;
}

/** What is corrected, and how its truth is decided: by the rules of its PUT, at the instant from which it holds. */
interface Correcting extends Pick<Act, 'recordRef' | 'records' | 'registers' | 'evenIfClosed' | 'answer'> {
  /** Where there is no such thing. */
  readonly unknown: Refusal;
  readonly decide: (
    loaded: LoadedChain,
    command: CommandContext,
    line: CorrectedLine,
  ) =>
    | Decided<Omit<Decision, 'reason' | 'correction' | 'recordRef'>>
    | Promise<Decided<Omit<Decision, 'reason' | 'correction' | 'recordRef'>>>;
}

const inFuture: Refusal = {
  code: 'request.invalid',
  detail: 'effectiveAt must not be in the future.',
  faults: [{ in: 'body', pointer: '/effectiveAt', message: 'must not be in the future' }],
};

const eventUnknown = ({ kind, id }: RecordRef, corrects: number, line: readonly HistoryEvent[]): Refusal => ({
  code: 'correction.event-unknown',
  detail: `The ${kind} ${id} has no event ${corrects}: its events are ${line.map((event) => event.sequence).join(', ')}.`,
  facts: { events: line.map((event) => event.sequence) },
});

/** The rules see the record alone; in the request it stands under `record`. */
const inRequest = (refusal: Refusal): Refusal => ({
  ...refusal,
  ...(refusal.faults === undefined
    ? {}
    : {
        faults: refusal.faults.map((fault) =>
          fault.in === 'body' ? { ...fault, pointer: `/record${fault.pointer}` } : fault,
        ),
      }),
});

/** What was told wrongly is told again from the instant at which it was true; what was told of later times stands. */
export const correct = async (call: Call, deps: WritesTable, act: Correcting): Promise<Decided<Answer>> => {
  const { corrects, effectiveAt: given, reason } = Correction.parse(call.body);
  const chainRef = chainRefOf(call);
  const { recordRef, unknown, decide, ...rest } = act;
  const effectiveAt = given.length === 'yyyy-mm-dd'.length ? startOfDay(given) : given;
  if (effectiveAt > call.now) return refused(inFuture);
  return recordChange({ ...call, effectiveAt }, deps, {
    ...rest,
    chainRef,
    recordRef,
    type: 'corrected',
    decide: async (loaded) => {
      const current = recordRef.kind === 'programme' ? loaded.programme : loaded.recordRef(recordRef);
      if (current === undefined) return refused(unknown);
      const line = await readLine(deps.table, chainRef, recordRef.kind, recordRef.id);
      const corrected = line.find((event) => event.sequence === corrects);
      const [first] = line;
      if (corrected === undefined || first === undefined) return refused(eventUnknown(recordRef, corrects, line));
      const until = line.filter((event) => event.effectiveAt <= effectiveAt);
      const later = line.slice(until.length).at(-1);
      const today = later === undefined ? null : recordAt(later);
      const decided = await decide(loaded, { actor: call.actor, effectiveAt }, { corrected, first, until, today });
      return decided.kind === 'refused'
        ? refused(inRequest(decided.refusal))
        : done({ ...decided.result, reason, correction: { corrects, today } });
    },
  });
};
