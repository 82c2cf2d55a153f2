import * as z from 'zod';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';
import type { Queue } from './queue.ts';
import { md5Of } from './queue-delivery.ts';

export interface SqsSettings {
  readonly queue: Queue;
  readonly queueUrl: string;
  /** The access keys whose functions are granted to send. */
  readonly senders: ReadonlySet<string>;
  /** Those that are granted to receive. */
  readonly receivers: ReadonlySet<string>;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const mostMessageBytes = 1024 * 1024;
const Body = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => Buffer.byteLength(text) <= mostMessageBytes, 'must be at most 1 MiB');
const DelaySeconds = z.int().min(0).max(900).optional();

const SendMessage = z.strictObject({ QueueUrl: z.string(), MessageBody: Body, DelaySeconds });
const SendMessageBatch = z.strictObject({
  QueueUrl: z.string(),
  Entries: z
    .array(z.strictObject({ Id: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/), MessageBody: z.string(), DelaySeconds }))
    .min(1)
    .max(10)
    .refine((entries) => new Set(entries.map((entry) => entry.Id)).size === entries.length, 'ids must be distinct'),
});

const ChangeMessageVisibility = z.strictObject({
  QueueUrl: z.string(),
  ReceiptHandle: z.string().min(1),
  VisibilityTimeout: z.int().min(0).max(43_200),
});

const sqsHeaders = { 'content-type': 'application/x-amz-json-1.0' };

const refused = (code: string, queryCode: string, message: string, status = 400): LocalAnswer =>
  jsonAnswer(
    status,
    { __type: `com.amazonaws.sqs#${code}`, message },
    { ...sqsHeaders, 'x-amzn-query-error': `${queryCode};Sender` },
  );

const parsedBody = (request: LocalRequest): unknown => {
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const accessKeyOf = (authorization: string | undefined): string =>
  /Credential=([^/,\s]+)\//.exec(authorization ?? '')?.[1] ?? '';

/**
 * The calls that the functions make of SQS, in its JSON protocol, so that the deployed bundle with the AWS SDK
 * works unchanged. Signatures are not checked; the access key says which function calls, and only those that are
 * granted to send or receive may.
 */
export const answerSqs = (request: LocalRequest, { queue, queueUrl, senders, receivers }: SqsSettings): LocalAnswer => {
  const invalid = (error: z.ZodError): LocalAnswer =>
    refused('InvalidParameterValue', 'InvalidParameterValue', z.prettifyError(error));
  const target = request.headers['x-amz-target'];
  if (request.method !== 'POST' || target === undefined)
    return refused('InvalidAction', 'InvalidAction', 'POST an action of SQS, named in X-Amz-Target.', 404);
  const caller = accessKeyOf(request.headers.authorization);
  const granted = target === 'AmazonSQS.ChangeMessageVisibility' ? receivers : senders;
  if (!granted.has(caller))
    return refused('AccessDeniedException', 'AccessDenied', `The function ${caller || '(none)'} may not do this.`, 403);
  const body = parsedBody(request);
  const named = z.looseObject({ QueueUrl: z.string() }).safeParse(body);
  if (named.success && named.data.QueueUrl !== queueUrl)
    return refused(
      'QueueDoesNotExist',
      'AWS.SimpleQueueService.NonExistentQueue',
      'The specified queue does not exist.',
    );

  const take = (text: string, delaySeconds = 0) => ({
    MessageId: queue.send(text, delaySeconds * 1_000),
    MD5OfMessageBody: md5Of(text),
  });

  if (target === 'AmazonSQS.SendMessage') {
    const message = SendMessage.safeParse(body);
    if (!message.success) return invalid(message.error);
    return jsonAnswer(200, take(message.data.MessageBody, message.data.DelaySeconds), sqsHeaders);
  }
  if (target === 'AmazonSQS.SendMessageBatch') {
    const batch = SendMessageBatch.safeParse(body);
    if (!batch.success) return invalid(batch.error);
    const tried = batch.data.Entries.map((entry) => ({ entry, text: Body.safeParse(entry.MessageBody) }));
    const Successful = tried.flatMap(({ entry, text }) =>
      text.success ? [{ Id: entry.Id, ...take(text.data, entry.DelaySeconds) }] : [],
    );
    const Failed = tried.flatMap(({ entry, text }) =>
      text.success
        ? []
        : [{ Id: entry.Id, SenderFault: true, Code: 'InvalidParameterValue', Message: z.prettifyError(text.error) }],
    );
    return jsonAnswer(200, { Successful, Failed }, sqsHeaders);
  }
  if (target === 'AmazonSQS.ChangeMessageVisibility') {
    const change = ChangeMessageVisibility.safeParse(body);
    if (!change.success) return invalid(change.error);
    queue.hide(change.data.ReceiptHandle, change.data.VisibilityTimeout * 1_000);
    return { status: 200, headers: sqsHeaders, body: '' };
  }
  return refused('InvalidAction', 'InvalidAction', `${target} is not offered locally.`, 404);
};
