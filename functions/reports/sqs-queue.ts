import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { StoreBusy } from '#store/table/items.ts';
import type { RollUpQueue } from '../http/call.ts';

/** The queue of roll-ups. A message that the queue does not take is an error, never silence. */
export const sqsQueue = (given: { url: string; endpoint?: string | undefined }): RollUpQueue => {
  let client: SQSClient | undefined;
  // Made with the first message: most of what a function is asked for sends none.
  const opened = (): SQSClient => {
    client ??= new SQSClient({
      maxAttempts: 3,
      requestHandler: { requestTimeout: 5_000, connectionTimeout: 1_000, throwOnRequestTimeout: true },
      ...(given.endpoint === undefined ? {} : { endpoint: given.endpoint }),
    });
    return client;
  };
  return {
    send: async (messages, deadline) => {
      const answer = await opened().send(
        new SendMessageBatchCommand({
          QueueUrl: given.url,
          Entries: messages.map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message) })),
        }),
        deadline === undefined ? {} : { abortSignal: deadline },
      );
      if ((answer.Failed ?? []).length > 0) throw new StoreBusy('the queue did not take every message');
    },
    comeBack: async (receiptHandle, seconds) => {
      const visibility = { QueueUrl: given.url, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds };
      await opened().send(new ChangeMessageVisibilityCommand(visibility));
    },
  };
};
