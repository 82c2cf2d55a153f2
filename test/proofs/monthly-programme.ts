import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { addMonths, type ReportMonth } from '#language/time.ts';
import { queueEventOf } from '#local/queue-delivery.ts';
import type { Client, Told } from '../support/client.ts';
import type { Reply } from '../support/function-pool.ts';
import { programme, review, risk, saving } from '../support/records.ts';
import type { Person } from '../support/request-event.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { linksFindings } from './history/history-checker.ts';
import { readChain } from './history/read-chains.ts';

/** A programme with reports due every month from the first, recorded alike in whichever organisation it is. */
export const firstMonth = '2025-01';
export const monthAt = (n: number): ReportMonth => addMonths(firstMonth, n);
const programmeId = 'monthly';
const patience = { attempts: 5, pauseMilliseconds: 50 };

export const recordMonthly = async (client: Client, organisation: string): Promise<void> => {
  const record = (operation: string, params: object, body: object, on: string, role: Person['roles'][number]) =>
    client.must(operation, {
      params: { programmeId, ...params },
      as: { roles: [role], subject: 'recorder', organisation },
      body,
      headers: { 'if-none-match': '*', 'effective-at': on, 'idempotency-key': randomUUID() },
    });
  const settings = { ...programme, reporting: { firstMonth } };
  await record('putProgramme', {}, settings, '2024-12-01', 'programme-office');
  for (let n = 1; n <= 4; n += 1) {
    const reviewId = `service-${n}`;
    const put = (operation: string, entryId: string, body: object, on: string) =>
      record(operation, { reviewId, entryId }, body, on, 'transformation-team');
    await put('putReview', '', { ...review, title: `Service ${n}` }, `2024-12-${10 + n}`);
    await put('putRisk', 'late', { ...risk, lastReviewedOn: '2024-12-20' }, `${monthAt(n)}-05`);
    await put('putSaving', 'buildings', saving, `${monthAt(2 * n)}-12`);
  }
};

export const messageOf = (organisation: string, month: ReportMonth, programme = programmeId): string =>
  JSON.stringify({ kind: 'roll-up-month', organisation, programme, month, revision: 1, run: `${month}-r1` });

/** Fires the schedule of a day; returns how many messages were handed over. */
export const fireDue = async (tracker: TrackerInProcesses, on: string, slot = 0): Promise<number> => {
  const reply = await tracker.pool.invoke(slot, 'roll-up', { kind: 'reports-due', scheduledTime: `${on}T06:00:00Z` });
  return reply.kind === 'answered' ? z.object({ handedOver: z.int() }).parse(reply.answer).handedOver : 0;
};

const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** Hands messages to the roll-up as the queue does. */
export const invokeRollUp = (
  tracker: TrackerInProcesses,
  slot: number,
  bodies: readonly string[],
  milliseconds?: number,
): Promise<Reply> => {
  const messages = bodies.map((body, n) => ({
    messageId: String(n),
    receiptHandle: String(n),
    body,
    receives: 1,
    sentAt: 0,
    firstReceivedAt: 0,
  }));
  const event = queueEventOf(messages, 'arn:aws:sqs:eu-west-2:000000000000:roll-up', 'eu-west-2');
  return tracker.pool.invoke(slot, 'roll-up', event, milliseconds);
};

/** Which of so many messages failed, by their place. Lost: all of them. */
export const failedOf = (reply: Reply, messages: number): ReadonlySet<number> => {
  if (reply.kind !== 'answered') return new Set(Array.from({ length: messages }).keys());
  const { batchItemFailures } = BatchAnswer.parse(reply.answer);
  return new Set(batchItemFailures.map((one) => Number(one.itemIdentifier)));
};

export const deliver = async (
  tracker: TrackerInProcesses,
  slot: number,
  bodies: readonly string[],
  milliseconds?: number,
): Promise<ReadonlySet<number>> => failedOf(await invokeRollUp(tracker, slot, bodies, milliseconds), bodies.length);

/** Delivers while something is done at each committed write of the roll-up, which may withhold its answer. */
export const deliverWhile = async (
  tracker: TrackerInProcesses,
  message: string,
  onWrite: (writes: number) => boolean | Promise<boolean>,
): Promise<number> => {
  let writes = 0;
  tracker.proxy.onCommitted(() => {
    writes += 1;
    return onWrite(writes);
  });
  await deliver(tracker, 0, [message]);
  tracker.proxy.onCommitted(undefined);
  return writes;
};

const Run = z.object({ state: z.string(), reviewsDone: z.int() });

/** How far the run of a month is said to have come; its state is the status where there is none. */
export const readRun = async (
  client: Client,
  { organisation, programme = programmeId, month }: { organisation: string; programme?: string; month: ReportMonth },
): Promise<z.infer<typeof Run>> => {
  const as: Person = { roles: ['programme-office'], subject: 'office', organisation };
  const params = { programmeId: programme, runId: `${month}-r1` };
  const told = await client.settle('getReportRun', { params, as }, patience);
  return told.status === 200 ? Run.parse(told.body) : { state: `${told.status}`, reviewsDone: 0 };
};

/** A month's report as the board pulls it; undefined: none is published. Anything in between is a fault. */
export const pull = async (
  client: Client,
  { organisation, programme = programmeId, month }: { organisation: string; programme?: string; month: ReportMonth },
): Promise<Told | undefined> => {
  const as: Person = { roles: ['board'], subject: 'bo', organisation };
  const told = await client.settle('getReport', { params: { programmeId: programme, month }, as }, patience);
  if (told.status === 404) return undefined;
  if (told.status !== 200) throw new Error(`the report of ${month} was answered ${told.status}: ${told.text}`);
  return told;
};

/** What a published month says, with its lines; its digests have salts of their own, so the same words twice have two. */
export const saidOf = async (
  client: Client,
  { organisation, month }: { organisation: string; month: ReportMonth },
): Promise<string | undefined> => {
  const report = await pull(client, { organisation, month });
  if (report === undefined) return undefined;
  const as: Person = { roles: ['board'], subject: 'bo', organisation };
  const lines = await client.must('getReportLines', { params: { programmeId, month }, as });
  const { previous, ...content } = report.body.content;
  return JSON.stringify([content, { ...previous, contentDigest: null }, lines.body.lines]);
};

/** Each month is published once, in order, on the programme's chain, and the chain has no gap. */
export const publicationFaults = async (client: Client, organisation: string): Promise<readonly string[]> => {
  const chain = await readChain(client, { programme: programmeId, organisation });
  const published = chain.events
    .filter((event) => event.recordRef.kind === 'publication')
    .map((event) => event.recordRef.id);
  return [
    ...linksFindings(chain).map((finding) => finding.words),
    ...published.filter((month, n) => month !== monthAt(n)).map((month) => `${month} came twice or out of order`),
  ].map((words) => `${organisation}: ${words}`);
};
