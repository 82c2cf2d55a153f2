import type { EventDestination } from '#functions/messages/event-destination.ts';
import { type Sweeps, sweepMessages } from '#functions/messages/sweep.ts';
import { webhook } from '#functions/messages/webhook.ts';
import type { ProgrammeEvent } from '#schemas/programme-events.ts';
import { readDeliveries, readEventsPage } from '#store/messages/events.ts';
import type { Table } from '#store/table/client.ts';
import { create } from './one-of-each.ts';
import { programme, review } from './records.ts';
import { people, startTestTracker } from './tracker.ts';
import { startReceiver } from './webhook-receiver.ts';

export const organisation = 'council';
export const tomorrow = { programmeId: 'tomorrow' };
export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

export const numbersOf = (events: readonly { readonly sequence: string }[]) =>
  events.map(({ sequence }) => Number(sequence));

/** A tracker with a programme and one review, a system that receives its events, and a clock that sweeps and records go by. */
export const startSweptEvents = async () => {
  const [tracker, receiver] = [await startTestTracker(), await startReceiver(secret)];
  let clock = Date.parse('2026-03-02T09:05:00.000Z');
  const next = (minutes = 15): string => {
    clock += minutes * 60_000;
    return new Date(clock).toISOString();
  };
  /** When something is recorded: a minute after whatever was before. */
  const recordedAt = () => next(1);
  const putReview = (reviewId: string, at = recordedAt()) =>
    tracker.must('putReview', { params: { ...tomorrow, reviewId }, body: review, headers: create, recordedAt: at });
  const made = async (): Promise<readonly ProgrammeEvent[]> =>
    (await readEventsPage(tracker.table, organisation, { limit: 500, after: undefined })).events.toReversed();
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: { ...programme, reporting: { firstMonth: '2026-02' } },
    headers: create,
    recordedAt: '2026-03-02',
  });
  await putReview('before', '2026-03-02');
  return {
    tracker,
    receiver,
    next,
    recordedAt,
    putReview,
    made,
    since: async (count: number) => (await made()).slice(count),
    deliveryTo: async (destination: string) => (await readDeliveries(tracker.table, organisation)).get(destination),
    hook: (id = 'finance', more: Partial<Parameters<typeof webhook>[0]> = {}): EventDestination =>
      webhook({
        id,
        address: receiver.address,
        secrets: async () => secret,
        nowEpochSeconds: () => Math.floor(Date.now() / 1_000),
        ...more,
      }),
    sweepAt: (
      now: string,
      destinations: readonly EventDestination[],
      table: Table = tracker.table,
      of: string = organisation,
    ) => {
      const deps: Sweeps = {
        table,
        organisations: [of],
        address: 'https://tracker.example',
        keptDays: 30,
        destinations,
        isTimeLeft: () => true,
      };
      return sweepMessages(deps, now);
    },
    stop: async () => {
      receiver.stop();
      await tracker.stop();
    },
  };
};
export type SweptEvents = Awaited<ReturnType<typeof startSweptEvents>>;
