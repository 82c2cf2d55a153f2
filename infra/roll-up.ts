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

const houseQueue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;
export const keptForPeople = { ...houseQueue, retentionPeriod: Duration.days(14) } as const;

/** Says of a queue that what lands there goes no further. */
export const lastStopOf = (queue: Queue, what: string): void => {
  Validations.of(queue).acknowledge({
    id: 'Serverless-SQSRedrivePolicy',
    reason: `This queue is itself the last stop of ${what}: an alarm or the dashboard shows it, and people have 14 days to read it before anything is lost.`,
  });
};

/** The months to report on, as messages, and where those land that five tries could not report. */
export class RollUpQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', keptForPeople);
    lastStopOf(this.deadLetters, 'the months that five tries could not report');
    this.queue = new Queue(this, 'Queue', {
      ...houseQueue,
      retentionPeriod: Duration.days(4),
      // Six times the function's time, as Lambda asks of a queue that it reads.
      visibilityTimeout: Duration.seconds(6 * sizes['roll-up'].seconds),
      // Five tries of twelve minutes: a month that fails at 06:00 is with people at 07:00.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }
}

export interface DailyRollUpProps {
  readonly rollUp: IFunction;
  readonly queue: RollUpQueue;
  readonly scheduleDeadLetters: Queue;
}

/** The queue in which a day's call lands that nobody could answer. */
export const scheduleDeadLetters = (scope: Construct): Queue => {
  const queue = new Queue(scope, 'ScheduleDeadLetters', keptForPeople);
  lastStopOf(queue, "the day's calls that the schedule or the function gave up");
  return queue;
};

/** Every morning: ask which reports are due; and read the queue of months to report on. */
export class DailyRollUp extends Construct {
  constructor(scope: Construct, id: string, props: DailyRollUpProps) {
    super(scope, id);
    const { rollUp, queue } = props;

    const months = new EventSourceMapping(this, 'Months', {
      target: rollUp,
      eventSourceArn: queue.queue.queueArn,
      batchSize: 5,
      maxConcurrency: 5,
      // One month that fails must not bring the others of its batch back.
      reportBatchItemFailures: true,
    });
    Validations.of(months).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason:
        'Lambda takes such a destination for streams alone. A month that fails five times is moved by the queue itself to its dead letters, whose alarm is MonthNotReported.',
    });

    // Scheduler only hands the call over. What the function itself cannot do, Lambda tries twice more and then leaves
    // with the function's dead letters.
    const dailyCall = new EventInvokeConfig(this, 'DailyCall', {
      function: rollUp,
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
    });
    Validations.of(dailyCall).acknowledge({
      id: 'Serverless-LambdaAsyncFailureDestination',
      reason:
        'The function has a dead-letter queue for the same calls, which keeps the call as it was sent and so can be sent again. With a destination beside it, each lost call would be there twice.',
    });

    const stack = Stack.of(this);
    const role = new Role(this, 'Role', {
      description: 'What the daily schedule may do',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': stack.account,
            'aws:SourceArn': stack.formatArn({
              service: 'scheduler',
              resource: 'schedule-group',
              resourceName: 'default',
            }),
          },
        },
      }),
      // Written out: the CDK's own grant would add every version of the function.
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            allow(['lambda:InvokeFunction'], [rollUp.functionArn]),
            allow(['sqs:SendMessage'], [props.scheduleDeadLetters.queueArn]),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge({ id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: ownPolicy });
    const input: ReportsDue = { kind: 'reports-due', scheduledTime: ContextAttribute.scheduledTime };
    new Schedule(this, 'Schedule', {
      description: 'Asks every morning which programmes have a report due; a missed day is caught up by the next',
      schedule: ScheduleExpression.cron({
        hour: reportsDueSchedule.hour,
        minute: reportsDueSchedule.minute,
        timeZone: TimeZone.of(reportsDueSchedule.timeZone),
      }),
      target: new LambdaInvoke(rollUp, {
        role: role.withoutPolicyUpdates(),
        input: ScheduleTargetInput.fromObject(input),
        retryAttempts: 20,
        maxEventAge: Duration.hours(6),
        deadLetterQueue: props.scheduleDeadLetters,
      }),
    });
  }
}
