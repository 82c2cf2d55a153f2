import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig, EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type ReportsDue, reportsDueSchedule } from '#schemas/scheduled-events.ts';
import { allow } from './grants.ts';
import { sizes } from './host-function.ts';

const houseQueue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;
const keptForPeople = { ...houseQueue, retentionPeriod: Duration.days(14) } as const;

/** The months to report on, as messages, and where those land that five tries could not report. */
export class RollUpQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', keptForPeople);
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
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'This is the dead-letter queue of the schedule and of its calls to the function; the rule only knows those of other queues.',
  });
  return queue;
};

/** Every morning: ask which reports are due; and read the queue of months to report on. */
export class DailyRollUp extends Construct {
  constructor(scope: Construct, id: string, props: DailyRollUpProps) {
    super(scope, id);
    const { rollUp, queue } = props;

    new EventSourceMapping(this, 'Months', {
      target: rollUp,
      eventSourceArn: queue.queue.queueArn,
      batchSize: 5,
      maxConcurrency: 5,
      // One month that fails must not bring the others of its batch back.
      reportBatchItemFailures: true,
    });

    // Scheduler only hands the call over. What the function itself cannot do, Lambda tries twice more and then sends
    // to the same dead letters: without this a fault of ours would leave no trace there.
    new EventInvokeConfig(this, 'DailyCall', {
      function: rollUp,
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(props.scheduleDeadLetters),
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
