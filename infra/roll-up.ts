import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig, EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type ReportsDue, reportsDueSchedule } from '#schemas/scheduled-events.ts';
import { allow, ownPolicy } from './grants.ts';
import { sizes } from './host-function.ts';

const encryptedQueue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;
/** A dead-letter queue: its messages wait 14 days for somebody to read them. */
export const deadLetterSettings = { ...encryptedQueue, retentionPeriod: Duration.days(14) } as const;

/** Sets the rule aside that asks a dead-letter queue for a dead-letter queue of its own; `what` names its messages. */
export const acknowledgeDeadLetters = (queue: Queue, what: string): void => {
  Validations.of(queue).acknowledge({
    id: 'Serverless-SQSRedrivePolicy',
    reason: `This queue is itself the last stop of ${what}: an alarm or the dashboard shows it, and people have 14 days to read it before anything is lost.`,
  });
};

/** The queue of months to report on, and the dead-letter queue of those that failed five times. */
export class RollUpQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', deadLetterSettings);
    acknowledgeDeadLetters(this.deadLetters, 'the months that five tries could not report');
    this.queue = new Queue(this, 'Queue', {
      ...encryptedQueue,
      retentionPeriod: Duration.days(4),
      // Lambda asks for the function's timeout at least, and advises six times that for batches that wait and functions
      // that are throttled. Here a batch is one message and does not wait, at most five are in work, and a month that is
      // made twice is published once: a minute more is enough, and what was cut off is tried again within the hour.
      visibilityTimeout: Duration.seconds(sizes['roll-up'].seconds + 60),
      // A try that fails says itself when it comes again: after 10 seconds, one minute, five, and twelve.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }
}

export interface DailyRollUpProps {
  readonly rollUp: IFunction;
  readonly queue: RollUpQueue;
  readonly scheduleDeadLetters: Queue;
}

/** The dead-letter queue of daily calls that failed every try. */
export const scheduleDeadLetterQueue = (scope: Construct): Queue => {
  const queue = new Queue(scope, 'ScheduleDeadLetters', deadLetterSettings);
  acknowledgeDeadLetters(queue, "the day's calls that the schedule or the function gave up");
  return queue;
};

const readQueue = (scope: Construct, rollUp: IFunction, queue: Queue): void => {
  const months = new EventSourceMapping(scope, 'Months', {
    target: rollUp,
    eventSourceArn: queue.queueArn,
    // One month an invocation: large ones share neither a processor nor a deadline.
    batchSize: 1,
    maxConcurrency: 5,
    // One month that fails must not bring the others of its batch back.
    reportBatchItemFailures: true,
  });
  Validations.of(months).acknowledge({
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason:
      'Lambda takes such a destination for streams alone. A month that fails five times is moved by the queue itself to its dead letters, whose alarm is MonthNotReported.',
  });
};

/** Scheduler calls asynchronously: a call that fails is retried by Lambda, twice, before the function's dead letters. */
const retryDailyCall = (scope: Construct, rollUp: IFunction): void => {
  const dailyCall = new EventInvokeConfig(scope, 'DailyCall', {
    function: rollUp,
    retryAttempts: 2,
    maxEventAge: Duration.hours(6),
  });
  Validations.of(dailyCall).acknowledge({
    id: 'Serverless-LambdaAsyncFailureDestination',
    reason:
      'The function has a dead-letter queue for the same calls, which keeps the call as it was sent and so can be sent again. With a destination as well, each lost call would be there twice.',
  });
};

/** The role of the schedule: it may call the function and leave a lost call in the dead-letter queue. */
const schedulerRole = (scope: Construct, { rollUp, scheduleDeadLetters: deadLetters }: DailyRollUpProps): Role => {
  const stack = Stack.of(scope);
  const ownSchedules = stack.formatArn({
    service: 'scheduler',
    resource: 'schedule-group',
    resourceName: 'default',
  });
  const role = new Role(scope, 'Role', {
    description: 'What the daily schedule may do',
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': ownSchedules } },
    }),
    // Written out, because the CDK's own grant would add every version of the function.
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [
          allow(['lambda:InvokeFunction'], [rollUp.functionArn]),
          allow(['sqs:SendMessage'], [deadLetters.queueArn]),
        ],
      }),
    },
  });
  Validations.of(role).acknowledge({ id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: ownPolicy });
  return role;
};

const scheduleDailyCall = (scope: Construct, props: DailyRollUpProps): void => {
  const role = schedulerRole(scope, props);
  const input: ReportsDue = { kind: 'reports-due', scheduledTime: ContextAttribute.scheduledTime, by: 'schedule' };
  new Schedule(scope, 'Schedule', {
    description: 'Asks every morning which programmes have a report due; a missed day is caught up by the next',
    schedule: ScheduleExpression.cron({
      hour: reportsDueSchedule.hour,
      minute: reportsDueSchedule.minute,
      timeZone: TimeZone.of(reportsDueSchedule.timeZone),
    }),
    target: new LambdaInvoke(props.rollUp, {
      role: role.withoutPolicyUpdates(),
      input: ScheduleTargetInput.fromObject(input),
      retryAttempts: 20,
      maxEventAge: Duration.hours(6),
      deadLetterQueue: props.scheduleDeadLetters,
    }),
  });
};

/** Calls the roll-up every morning to find the reports due, and feeds it the queue of months to report on. */
export class DailyRollUp extends Construct {
  constructor(scope: Construct, id: string, props: DailyRollUpProps) {
    super(scope, id);
    readQueue(this, props.rollUp, props.queue.queue);
    retryDailyCall(this, props.rollUp);
    scheduleDailyCall(this, props);
  }
}
