import * as z from 'zod';
import { ReportsDue, RollUpMonth, type SweepMessages } from '#schemas/scheduled-events.ts';
import { sameSecret } from './data-folder.ts';
import type { Invocation } from './function-thread.ts';
import { jsonAnswer, type LocalAnswer, type LocalRequest } from './local-answer.ts';
import type { Queue } from './queue.ts';

export const controlPath = '/local-control';

/** The outcome of one firing of the schedule. */
export const Fired = z.object({ handedOver: z.array(RollUpMonth), problem: z.string().nullable() });
export type Fired = z.infer<typeof Fired>;

export const QueueNow = z.object({
  waiting: z.int(),
  inWork: z.int(),
  deadLetters: z.array(z.object({ messageId: z.string(), body: z.string(), receives: z.int() })),
});

export interface ControlSettings {
  readonly secret: string;
  readonly queue: Queue;
  /** Calls the roll-up function as the Scheduler does. */
  readonly invokeRollUp: (event: ReportsDue) => Promise<Invocation>;
  /** The same of what makes messages. */
  readonly invokeMessages: (event: SweepMessages) => Promise<Invocation>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const problemOf = (invocation: Invocation, who: string): string | null => {
  switch (invocation.kind) {
    case 'answered':
      return null;
    case 'timed-out':
      return `${who} did not end in time`;
    case 'failed':
    case 'crashed':
      return invocation.message;
  }
};

/** Answers the control endpoint: the state of the queue, and a firing of the schedule. Callers need the data folder's secret. */
export const answerControl = async (
  request: LocalRequest,
  { secret, queue, invokeRollUp, invokeMessages }: ControlSettings,
): Promise<LocalAnswer> => {
  const given = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (!sameSecret(given, secret)) return jsonAnswer(401, { message: 'Unauthorized' });
  const lever = `${request.method} ${request.path.slice(controlPath.length)}`;
  if (lever === 'GET /queue') return jsonAnswer(200, queue.state());
  if (lever === 'POST /schedule') {
    const event = ReportsDue.safeParse(parsed(request.body.toString('utf8')));
    if (!event.success) return jsonAnswer(400, { message: z.prettifyError(event.error) });
    const handedOver: RollUpMonth[] = [];
    const forget = queue.onSent((body) => {
      const message = RollUpMonth.safeParse(parsed(body));
      if (message.success) handedOver.push(message.data);
    });
    const invocation = await invokeRollUp(event.data).finally(forget);
    const { scheduledTime } = event.data;
    const messages = await invokeMessages({ kind: 'sweep-messages', scheduledTime });
    const problem = problemOf(invocation, 'the roll-up') ?? problemOf(messages, 'what makes messages');
    return jsonAnswer(200, { handedOver, problem } satisfies Fired);
  }
  return jsonAnswer(404, { message: 'Not Found' });
};
