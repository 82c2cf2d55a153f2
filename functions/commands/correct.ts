import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { nounOf } from '#domain/registers/nouns.ts';
import { stateAlong } from '#domain/registers/state-along.ts';
import { startOfDay } from '#language/time.ts';
import type { HistoryEvent, RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { LoadedChain, RecordRef } from '#store/records/load-for-change.ts';
import { readLine, recordAt, type StoredRecord } from '#store/records/records.ts';
import type { Call, ChainParams, WritesTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import type { Act, Decision } from './act.ts';
import type { ChangeOutcome } from './change-outcome.ts';
import { recordChange } from './record-change.ts';

/** A correction as it is sent; the record in it is the use case's own. */
type CorrectionCall = Call<
  ChainParams,
  unknown,
  { readonly corrects: number; readonly effectiveAt: string; readonly reason: string }
>;

/** The history of a record as a correction finds it; events in the order of (effectiveAt, sequence). */
export interface CorrectedLine {
  /** The event that is corrected. */
  readonly corrected: HistoryEvent;
  /** What was first recorded of the record's earliest time. */
  readonly first: HistoryEvent;
  /** What was recorded of the time up to the correction's instant; empty before the record's earliest time. */
  readonly until: readonly HistoryEvent[];
  /** What was recorded of a later time; where there is anything, the last of it is current. */
  readonly later: readonly HistoryEvent[];
}

type Corrected = Omit<Decision, 'reason' | 'correction' | 'recordRef'>;

/** What is corrected, and how its truth is decided: by the rules of its PUT, at the instant from which it holds. */
interface Correcting<A>
  extends Pick<Act<A>, 'recordRef' | 'records' | 'registers' | 'named' | 'evenIfClosed' | 'answer' | 'naming'> {
  /** Where there is no such record. */
  readonly unknown: Refusal;
  readonly decide: (
    loaded: LoadedChain,
    command: CommandContext,
    line: CorrectedLine,
  ) => Decided<Corrected> | Promise<Decided<Corrected>>;
}

const inFuture: Refusal = {
  code: 'request.invalid',
  detail: 'A correction is true from an instant that has come: effectiveAt, in its body, must not be in the future.',
  faults: [{ in: 'body', pointer: '/effectiveAt', message: 'must not be in the future' }],
};

const eventUnknown = ({ kind, id }: RecordRef, corrects: number, line: readonly HistoryEvent[]): Refusal => ({
  code: 'correction.event-unknown',
  detail: `The ${nounOf(kind)} ${id} has no event ${corrects}: its events are ${line.map((event) => event.sequence).join(', ')}.`,
  facts: { events: line.map((event) => event.sequence) },
});

/** The rules see the record alone; in the request it is under `record`. */
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

const lineAt = (line: readonly HistoryEvent[], corrects: number, effectiveAt: string): CorrectedLine | undefined => {
  const corrected = line.find((event) => event.sequence === corrects);
  const [first] = line;
  if (corrected === undefined || first === undefined) return undefined;
  const until = line.filter((event) => event.effectiveAt <= effectiveAt);
  return { corrected, first, until, later: line.slice(until.length) };
};

/** The state from the correction's instant on, and the current record where that is of a later time: facts derived along the line. */
const statesAlong = (
  { until, later }: CorrectedLine,
  recordRef: RecordRef,
  after: RecordState,
  { actor, effectiveAt }: CommandContext,
): { readonly state: RecordState; readonly today: StoredRecord | null } => {
  const correction = {
    recordRef: { ...recordRef },
    type: 'corrected',
    by: actor.subject,
    effectiveAt,
    changed: [],
    after,
  };
  const state = stateAlong([...until, correction]);
  const last = later.at(-1);
  const along = [...until, { ...correction, after: state }, ...later];
  return { state, today: last === undefined ? null : { ...recordAt(last), state: stateAlong(along) } };
};

/** What was recorded wrongly is recorded again from the instant at which it was true; what was recorded of later times holds. */
export const correct = async <A>(
  call: CorrectionCall,
  deps: WritesTable,
  act: Correcting<A>,
): Promise<ChangeOutcome> => {
  const { corrects, effectiveAt: given, reason } = call.body;
  const chainRef = chainRefOf(call);
  const { recordRef, unknown, decide, ...rest } = act;
  const effectiveAt = given.length === 'yyyy-mm-dd'.length ? startOfDay(given) : given;
  if (effectiveAt > call.now) return refused(inFuture);
  return recordChange({ ...call, effectiveAt }, deps, {
    ...rest,
    chainRef,
    recordRef,
    type: 'corrected',
    decide: async (loaded, command) => {
      const current = recordRef.kind === 'programme' ? loaded.programme : loaded.record(recordRef);
      if (current === undefined) return refused(unknown);
      const events = await readLine(deps.table, chainRef, recordRef.kind, recordRef.id);
      const line = lineAt(events, corrects, command.effectiveAt);
      if (line === undefined) return refused(eventUnknown(recordRef, corrects, events));
      const decided = await decide(loaded, command, line);
      if (decided.kind === 'refused') return refused(inRequest(decided.refusal));
      const { state, today } = statesAlong(line, recordRef, decided.result.state, command);
      return done({ ...decided.result, state, reason, correction: { corrects, today } });
    },
  });
};
