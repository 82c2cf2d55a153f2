import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { addMonths, type ReportMonth } from '#language/time.ts';
import { queueEventOf } from '#local/queue-delivery.ts';
import type { Reply } from '../support/function-pool.ts';
import { type Asked, ask } from '../support/patient-client.ts';
import { programme, review, risk, saving } from '../support/records.ts';
import type { Person } from '../support/request-event.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';

/** A programme with reports due every month from the first, told alike in whichever organisation it stands. */
export const firstMonth = '2025-01';
export const monthAt = (n: number): ReportMonth => addMonths(firstMonth, n);
export const programmeId = 'monthly';

const patience = { attempts: 5, pauseMilliseconds: 50 };

export const tellMonthly = async (tracker: TrackerInProcesses, organisation: string): Promise<void> => {
  const recordChange = async (
    operation: string,
    params: object,
    body: object,
    on: string,
    office = false,
  ): Promise<void> => {
    const asked: Asked = {
      operation,
      params: { programmeId, ...params },
      as: { roles: [office ? 'programme-office' : 'transformation-team'], subject: 'teller', organisation },
      body,
      headers: { 'if-none-match': '*', 'effective-at': on, 'idempotency-key': randomUUID() },
    };
    const told = await ask(tracker.pool, 0, asked, patience);
    if (told.status !== 201) throw new Error(`${operation} was answered ${told.status}: ${told.text}`);
  };
  await recordChange('putProgramme', {}, { ...programme, reporting: { firstMonth } }, '2024-12-01', true);
  for (let n = 1; n <= 4; n += 1) {
    const reviewId = `service-${n}`;
    const on = `2024-12-${10 + n}`;
    await recordChange('putReview', { reviewId }, { ...review, title: `Service ${n}` }, on);
    await recordChange('putRisk', { reviewId, entryId: 'late' }, risk, `${monthAt(n)}-05`);
    await recordChange('putSaving', { reviewId, entryId: 'buildings' }, saving, `${monthAt(2 * n)}-12`);
  }
};

export const messageOf = (organisation: string, month: ReportMonth, programme = programmeId): string =>
  JSON.stringify({
    kind: 'roll-up-month',
    organisation,
    programme,
    month,
    revision: 1,
    run: `${month}-r1`,
  });

/** Fires the schedule of a day; returns how many messages were handed over. */
export const fireDue = async (tracker: TrackerInProcesses, on: string, slot = 0): Promise<number> => {
  const reply = await tracker.pool.invoke(slot, 'roll-up', { kind: 'reports-due', scheduledTime: `${on}T06:00:00Z` });
  return reply.kind === 'answered' ? z.object({ handedOver: z.int() }).parse(reply.answer).handedOver : 0;
};

const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** Hands messages to the roll-up as the queue does; returns which of them failed, by their place. Lost: all of them. */
export const deliver = async (
  tracker: TrackerInProcesses,
  slot: number,
  bodies: readonly string[],
): Promise<ReadonlySet<number>> => {
  const messages = bodies.map((body, n) => ({
    messageId: String(n),
    receiptHandle: String(n),
    body,
    receives: 1,
    sentAt: 0,
    firstReceivedAt: 0,
  }));
  const event = queueEventOf(messages, 'arn:aws:sqs:eu-west-2:000000000000:roll-up', 'eu-west-2');
  const reply: Reply = await tracker.pool.invoke(slot, 'roll-up', event);
  if (reply.kind !== 'answered') return new Set(bodies.keys());
  const { batchItemFailures } = BatchAnswer.parse(reply.answer);
  return new Set(batchItemFailures.map((one) => Number(one.itemIdentifier)));
};

/** How far the run of a month is said to have come. */
export const runState = async (
  tracker: TrackerInProcesses,
  organisation: string,
  month: ReportMonth,
): Promise<string> => {
  const as: Person = { roles: ['programme-office'], subject: 'office', organisation };
  const params = { programmeId, runId: `${month}-r1` };
  const told = await ask(tracker.pool, 0, { operation: 'getReportRun', params, as }, patience);
  return told.status === 200 ? z.object({ state: z.string() }).parse(told.json).state : `${told.status}`;
};

const Pulled = z.object({
  content: z.object({ month: z.string() }),
  publication: z.object({ contentDigest: z.string() }),
});

/** A month's report as the board pulls it; undefined: none is published. Anything in between is a fault. */
export const pull = async (
  tracker: TrackerInProcesses,
  organisation: string,
  month: ReportMonth,
): Promise<{ digest: string; text: string } | undefined> => {
  const told = await ask(
    tracker.pool,
    0,
    {
      operation: 'getReport',
      params: { programmeId, month },
      as: { roles: ['board'], subject: 'bo', organisation },
    },
    patience,
  );
  if (told.status === 404) return undefined;
  if (told.status !== 200) throw new Error(`the report of ${month} was answered ${told.status}: ${told.text}`);
  return { digest: Pulled.parse(told.json).publication.contentDigest, text: told.text };
};
