import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Invocation } from './function-thread.ts';
import type { Queue, ReceivedMessage } from './queue.ts';

export const md5Of = (body: string): string => createHash('md5').update(body, 'utf8').digest('hex');

/** Received messages as Lambda hands them to a function that consumes a queue. */
export const queueEventOf = (messages: readonly ReceivedMessage[], queueArn: string, region: string) => ({
  Records: messages.map((message) => ({
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: `${message.receives}`,
      SentTimestamp: `${message.sentAt}`,
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: `${message.firstReceivedAt}`,
    },
    messageAttributes: {},
    md5OfBody: md5Of(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  })),
});

const BatchAnswer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Which of the messages failed: those that the function names, or all of them where it threw, was cut off or named
 * one that it was not given. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const failedOf = (messages: readonly ReceivedMessage[], invocation: Invocation): ReadonlySet<string> => {
  const all = new Set(messages.map((message) => message.messageId));
  if (invocation.kind !== 'answered') return all;
  if (invocation.answer === null || invocation.answer === undefined) return new Set();
  const answer = BatchAnswer.safeParse(invocation.answer);
  if (!answer.success) return all;
  const failed = new Set((answer.data.batchItemFailures ?? []).map((one) => one.itemIdentifier));
  return [...failed].every((id) => all.has(id)) ? failed : all;
};

export interface DeliverySettings {
  readonly queue: Queue;
  readonly invoke: (event: unknown) => Promise<Invocation>;
  readonly queueArn: string;
  readonly region: string;
  readonly batchSize: number;
  /** How many batches are in work at once, at most. */
  readonly atOnce: number;
  /** Called with a sentence for each batch with a failed message. */
  readonly onFailure: (sentence: string) => void;
  readonly nowEpochMilliseconds: () => number;
}

export interface Delivery {
  /** Receives no further messages and waits for the batches in work. */
  stop(): Promise<void>;
}

const failureWords = (invocation: Invocation): string =>
  invocation.kind === 'failed' || invocation.kind === 'crashed' ? `: ${invocation.message}` : '';

/** Hands what the queue holds to the function, for as long as it is not stopped. */
export const startDelivery = (settings: DeliverySettings): Delivery => {
  const { queue, atOnce } = settings;
  const inWork = new Set<Promise<void>>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const deliver = async (messages: readonly ReceivedMessage[]): Promise<void> => {
    const invocation = await settings.invoke(queueEventOf(messages, settings.queueArn, settings.region));
    const failed = failedOf(messages, invocation);
    for (const message of messages)
      if (failed.has(message.messageId)) queue.release(message.receiptHandle);
      else queue.remove(message.receiptHandle);
    if (failed.size > 0)
      settings.onFailure(`${failed.size} of ${messages.length} messages failed${failureWords(invocation)}`);
  };

  const wake = (): void => {
    clearTimeout(timer);
    while (!stopped && inWork.size < atOnce) {
      const messages = queue.receive(settings.batchSize);
      if (messages.length === 0) break;
      const one = deliver(messages).finally(() => {
        inWork.delete(one);
        wake();
      });
      inWork.add(one);
    }
    const next = stopped || inWork.size === atOnce ? undefined : queue.nextVisibleAt();
    if (next !== undefined) timer = setTimeout(wake, Math.max(0, next - settings.nowEpochMilliseconds()));
  };

  const forget = queue.onSent(() => queueMicrotask(wake));
  wake();
  return {
    stop: async () => {
      stopped = true;
      forget();
      clearTimeout(timer);
      await Promise.all(inWork);
    },
  };
};
