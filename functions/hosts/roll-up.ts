import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { QueueMessage, ReportsDue, type RollUpMonth } from '#schemas/scheduled-events.ts';
import { tableClient } from '#store/table/client.ts';
import type { SendsRollUps } from '../http/call.ts';
import { within } from '../http/deadline.ts';
import { readEnvironment } from '../http/environment.ts';
import { causeOf, log, logged } from '../http/log.ts';
import { count, counted } from '../http/metrics.ts';
import { sqsQueue } from '../reports/sqs-queue.ts';
import { compareDays } from '../scheduled/compare-days.ts';
import { draftMonth } from '../scheduled/draft-month.ts';
import type { MakesReports } from '../scheduled/fold-month.ts';
import { rebuildMonth } from '../scheduled/rebuild-month.ts';
import { receiveProgramme } from '../scheduled/receive-programme.ts';
import { redactWords } from '../scheduled/redact-words.ts';
import { goOnSweeping, reportsDue } from '../scheduled/reports-due.ts';
import { retryAfter, retrySeconds } from '../scheduled/retry-times.ts';
import { type RolledUp, rollUpMonth } from '../scheduled/roll-up-month.ts';

/** The schedule and the queue: what is due is handed over, what was handed over is rolled up. */
const environment = readEnvironment({
  TABLE_NAME: z.string().min(1),
  DYNAMODB_ENDPOINT: z.string().optional(),
  QUEUE_URL: z.string().min(1),
  SQS_ENDPOINT: z.string().optional(),
  RETRY_SECONDS: retrySeconds,
});

type RollsUp = SendsRollUps & MakesReports;
const deps: RollsUp = {
  ruleSets: releasedRuleSets,
  table: tableClient({ name: environment.TABLE_NAME, endpoint: environment.DYNAMODB_ENDPOINT }),
  queue: sqsQueue({ url: environment.QUEUE_URL, endpoint: environment.SQS_ENDPOINT }),
};

const now = (): string => new Date().toISOString();

/** Whether it is published or given up, the months after it go on. */
const rolledUp = async (message: RollUpMonth, deps: RollsUp): Promise<RolledUp> => {
  const outcome = await rollUpMonth(message, deps, now);
  await goOnSweeping(message, deps);
  return outcome;
};

/** What failed for something that passes should not wait as long as what was cut off: it comes again soon, then later. */
const comeBackSoon = async (record: SQSRecord): Promise<void> => {
  const seconds = retryAfter(environment.RETRY_SECONDS, Number(record.attributes.ApproximateReceiveCount));
  try {
    await deps.queue.comeBack(record.receiptHandle, seconds);
  } catch (error) {
    // It comes again all the same, when the queue shows it again.
    log.warn(logged.retryNotSet, { queueMessage: record.messageId, ...causeOf(error) });
  }
};

const saidOf = {
  published: logged.reportPublished,
  'not-reported': logged.monthNotReported,
  closed: logged.monthClosed,
  refused: logged.reportNotAsDrafted,
  'handed-over': logged.programmeHandedOver,
  rebuilt: logged.reportRebuilt,
  drafted: logged.reportDrafted,
  compared: logged.daysCompared,
} as const;

/** What is made from the record of a programme. */
type ToMake = Exclude<QueueMessage, { kind: 'redact-words' | 'receive-programme' }>;

/** What comes of what is handed over. */
const outcomeOf = async (message: ToMake, deps: RollsUp): Promise<keyof typeof saidOf> => {
  if (message.kind === 'roll-up-month') return rolledUp(message, deps);
  if (message.kind === 'draft-month') {
    await draftMonth(message, deps, now);
    return 'drafted';
  }
  if (message.kind === 'compare-days') {
    await compareDays(message, deps, now);
    return 'compared';
  }
  await rebuildMonth(message, deps);
  return 'rebuilt';
};

/** What it was of. */
const aboutOf = (message: ToMake) =>
  message.kind === 'compare-days'
    ? { programme: message.programme, from: message.from, to: message.to }
    : { programme: message.programme, month: message.month, revision: message.revision };

/** A message that does not parse fails like any other: it comes again, then goes to the dead letters, and is seen. */
const rollUpRecord = async (record: SQSRecord, deps: RollsUp): Promise<void> => {
  const started = Date.now();
  try {
    const message = QueueMessage.parse(JSON.parse(record.body));
    if (message.kind === 'redact-words') {
      await redactWords(message, deps, now);
      log.info(logged.wordsRedacted, { programme: message.programme, milliseconds: Date.now() - started });
      return;
    }
    if (message.kind === 'receive-programme') {
      const programme = await receiveProgramme(message, deps, now);
      if (programme !== undefined)
        log.info(logged.programmeReceived, { programme, milliseconds: Date.now() - started });
      return;
    }
    const outcome = await outcomeOf(message, deps);
    const said = { ...aboutOf(message), milliseconds: Date.now() - started };
    if (outcome === 'not-reported') log.error(saidOf[outcome], said);
    else log.info(saidOf[outcome], said);
    if (outcome === 'published') count(counted.reportsPublished);
  } catch (error) {
    log.error(logged.reportFailed, { queueMessage: record.messageId, ...causeOf(error) });
    await comeBackSoon(record);
    throw error;
  }
};

const batch = new BatchProcessor(EventType.SQS);

const isQueueEvent = (event: unknown): event is SQSEvent =>
  typeof event === 'object' && event !== null && 'Records' in event && Array.isArray(event.Records);

export const handler = async (event: unknown, context: Context): Promise<unknown> => {
  // What is left is for saying that it failed, and when it is to be tried again.
  const milliseconds = context.getRemainingTimeInMillis() - 10_000;
  return within(milliseconds, (deadline) => handle(event, { ...deps, table: { ...deps.table, deadline } }, context));
};

const handle = async (event: unknown, deps: RollsUp, context: Context): Promise<unknown> => {
  if (isQueueEvent(event))
    return processPartialResponse(event, (record: SQSRecord) => rollUpRecord(record, deps), batch, {
      context,
      throwOnFullBatchFailure: false,
    });
  const due = ReportsDue.parse(event);
  const { handedOver, late } = await reportsDue(due, deps);
  const by = due.by ?? 'hand';
  log.info(logged.reportsHandedOver, { handedOver, late, by });
  // A call by hand may ask as at any day.
  if (by === 'schedule') count(counted.reportsLate, late);
  return { handedOver };
};
