import { Aws, CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '#store/table/table-definition.ts';
import { AlarmForPeople, type Sentence } from './alarm-for-people.ts';
import { keptForPeople, lastStopOf, type RollUpQueue } from './roll-up.ts';

const fiveMinutes = Duration.minutes(5);

/** The topic that alarms speak to. */
const topicOf = (scope: Construct, key: IKey): Topic => {
  const topic = new Topic(scope, 'Topic', {
    displayName: 'Transformation tracker',
    masterKey: key,
    enforceSSL: true,
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
};

export interface AlarmsProps {
  readonly api: HttpApi;
  readonly functions: Readonly<Record<FunctionName, IFunction> & Partial<Record<'pre-token', IFunction>>>;
  readonly queue: RollUpQueue;
  readonly scheduleDeadLetters: IQueue;
  readonly table: ITableV2;
  readonly key: IKey;
  readonly email?: string;
}

const visible = (queue: IQueue): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: Stats.MAXIMUM });

/** One value for several metrics: 0 where one of them has nothing to say. */
const sumOf = (label: string, metrics: Readonly<Record<string, IMetric>>): MathExpression =>
  new MathExpression({
    expression: Object.keys(metrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics: { ...metrics },
    label,
    period: fiveMinutes,
  });

/** Everything that can go wrong unseen, each with what it means to the people who use the tracker. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly alarms: readonly AlarmForPeople[];
  /** Where the mails of alarms wait that no mailbox took; set where mails are sent. */
  readonly undeliveredMail: IQueue | undefined;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const rollUp = props.functions['roll-up'];
    const preToken = props.functions['pre-token'];
    this.topic = topicOf(this, props.key);
    new CfnOutput(Stack.of(this), 'AlarmTopicArn', { value: this.topic.topicArn });
    if (props.email !== undefined) {
      const deadLetterQueue = new Queue(this, 'UndeliveredMail', keptForPeople);
      lastStopOf(deadLetterQueue, 'the mails of alarms that the mailbox did not take');
      Validations.of(deadLetterQueue).acknowledge({
        id: 'AwsSolutions-SQS3',
        reason: 'This is the dead-letter queue of a subscription; the rule only knows those of queues and functions.',
      });
      this.topic.addSubscription(new EmailSubscription(props.email, { deadLetterQueue }));
      this.undeliveredMail = deadLetterQueue;
    }

    const alarm = (
      name: string,
      metric: IMetric,
      threshold: number,
      whatItMeansToPeople: Sentence,
      options: { readonly when?: 'below'; readonly silenceIsFailure?: boolean } = {},
    ): AlarmForPeople =>
      new AlarmForPeople(this, name, { metric, threshold, whatItMeansToPeople, topic: this.topic, ...options });

    const throttles = Object.fromEntries(
      Object.values(props.functions).map((lambda, index) => [
        `f${index}`,
        lambda.metricThrottles({ period: fiveMinutes }),
      ]),
    );
    const ofTable = (metricName: string): Metric =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: props.table.tableName },
        statistic: Stats.SUM,
        period: fiveMinutes,
      });

    this.alarms = [
      alarm(
        'MonthNotReported',
        visible(props.queue.deadLetters),
        1,
        "A programme's monthly report could not be written after five tries: its board has no report of that month until somebody reads the message in the dead-letter queue, mends the cause and sends it again (docs/runbook.md).",
      ),
      alarm(
        'DailyCallLost',
        visible(props.scheduleDeadLetters),
        1,
        "The morning's question which reports are due was not answered: reports due today are late, and tomorrow's call catches them up if the cause is mended by then.",
      ),
      alarm(
        'ScheduleSilent',
        rollUp.metricInvocations({ period: Duration.days(1) }),
        1,
        'Nothing has asked for a whole day which reports are due: no programme gets its report until the schedule runs again, and nobody sees an error.',
        { when: 'below', silenceIsFailure: true },
      ),
      alarm(
        'RollUpErrors',
        rollUp.metricErrors({ period: fiveMinutes }),
        1,
        'The monthly roll-up failed once: it is tried again by itself, and boards notice nothing unless the dead-letter alarm follows.',
      ),
      alarm(
        'OldestMonth',
        props.queue.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes, statistic: Stats.MAXIMUM }),
        Duration.hours(1).toSeconds(),
        'A report has been waiting to be written for an hour: the programme office that asked for it, or the board that expects it this morning, still sees the month before.',
      ),
      alarm(
        'ServerErrors',
        props.api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
        3,
        'People get "something went wrong" instead of their answer: what they sent was not stored, and they may send the same again once this is mended.',
      ),
      alarm(
        'Throttled',
        sumOf('Calls turned away', throttles),
        1,
        "People are asked to try again in a moment: more calls came at once than this account's functions may run, often because of another service in the same account.",
      ),
      alarm(
        'RecordThrottled',
        sumOf('Reads and writes turned away', {
          reads: ofTable('ReadThrottleEvents'),
          writes: ofTable('WriteThrottleEvents'),
        }),
        1,
        'Reading or writing the record is slowed down: people wait longer or are asked to try again, usually while a large import or a report runs; nothing is lost.',
      ),
      ...(preToken === undefined
        ? []
        : [
            alarm(
              'SignInFails',
              preToken.metricErrors({ period: fiveMinutes }),
              1,
              'Somebody could not sign in: the step that puts the organisation and roles into their token failed, and whoever signs in now is turned away as well.',
            ),
          ]),
    ];
  }
}
