import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { AlarmForPeopleProps } from './alarm-for-people.ts';
import type { WatchedResources } from './watched-resources.ts';

/** An alarm of the stack, by its construct name, without the topic that it publishes to. */
export interface AlarmDefinition extends Omit<AlarmForPeopleProps, 'topic'> {
  readonly name: string;
  /** Whether people cannot work while it rings; those together are the alarm `ServiceDown`. */
  readonly stopsPeople?: true;
}

const fiveMinutes = Duration.minutes(5);

const messagesIn = (queue: IQueue): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: Stats.MAXIMUM });

/** The sum of several metrics; one without data points counts as 0. */
const sumOf = (label: string, metrics: Readonly<Record<string, IMetric>>): MathExpression =>
  new MathExpression({
    expression: Object.keys(metrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics: { ...metrics },
    label,
    period: fiveMinutes,
  });

const tableMetric = (table: ITableV2, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: table.tableName },
    statistic: Stats.SUM,
    period: fiveMinutes,
  });

/** A monthly report is missing or late. */
const reportAlarms = ({
  functions,
  lines,
  counted,
  queue,
  scheduleDeadLetters,
}: WatchedResources): readonly AlarmDefinition[] => [
  {
    name: 'MonthNotReported',
    metric: messagesIn(queue.deadLetters),
    threshold: 1,
    whatItMeansToPeople:
      "A programme's monthly report could not be written after five tries: its board has no report of that month until somebody reads the message in the dead-letter queue, mends the cause and sends it again (docs/runbook.md).",
  },
  {
    name: 'DailyCallLost',
    metric: messagesIn(scheduleDeadLetters),
    threshold: 1,
    whatItMeansToPeople:
      "The morning's question which reports are due was not answered: reports due today are late, and tomorrow's call catches them up if the cause is mended by then.",
  },
  {
    name: 'ScheduleSilent',
    metric: lines.morningCalls,
    threshold: 1,
    when: 'below',
    // Six in London is 25 hours after six on the last Sunday of October, and a call may be a minute late.
    periods: 26,
    silenceIsFailure: true,
    whatItMeansToPeople:
      'The schedule has not asked for more than a day which reports are due: no programme gets its report until the schedule runs again, and nobody sees an error.',
  },
  {
    name: 'ReportsLate',
    metric: counted.reportsLate,
    threshold: 1,
    whatItMeansToPeople:
      "This morning the monthly report of a programme was not there though it was due before today: its board reads the month before until it is published, which the morning's call asks for again.",
  },
  {
    name: 'RollUpErrors',
    metric: sumOf('Tries that failed', {
      lines: lines.reportsFailed,
      crashes: functions['roll-up'].metricErrors({ period: fiveMinutes }),
    }),
    threshold: 1,
    whatItMeansToPeople:
      'A try to make a monthly report failed: it is tried again by itself, and boards notice nothing unless the dead-letter alarm follows. Or a month was given up after its tries, or a report was published without a part that could not be made: the list of reports, or the report, says so, and it stays until somebody acts (docs/runbook.md).',
  },
  {
    name: 'OldestMonth',
    metric: queue.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes, statistic: Stats.MAXIMUM }),
    threshold: Duration.hours(1).toSeconds(),
    whatItMeansToPeople:
      'A report has been waiting to be written for an hour: the programme office that asked for it, or the board that expects it this morning, still sees the month before.',
  },
];

/** Requests fail, are turned away or are slowed down. */
const requestAlarms = ({ api, functions, lines, table }: WatchedResources): readonly AlarmDefinition[] => {
  const throttles = Object.values(functions).map((lambda, index) => [
    `f${index}`,
    lambda.metricThrottles({ period: fiveMinutes }),
  ]);
  return [
    {
      name: 'ServerErrors',
      stopsPeople: true,
      metric: api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
      threshold: 3,
      whatItMeansToPeople:
        'People get "something went wrong" instead of their answer: what they sent was not stored, and they may send the same again once this is mended.',
    },
    {
      name: 'SlowAnswers',
      metric: api.metricLatency({ period: fiveMinutes, statistic: Stats.p(99) }),
      threshold: Duration.seconds(5).toMilliseconds(),
      periods: 3,
      whatItMeansToPeople:
        'For a quarter of an hour one answer in a hundred has taken longer than five seconds: people wait, and some will send the same again.',
    },
    {
      name: 'Unreadable',
      metric: lines.unreadable,
      threshold: 1,
      whatItMeansToPeople:
        'Something that is stored could not be read, or an answer was held back because it did not fit: whoever opens that record gets an error until somebody reads the log and mends it.',
    },
    {
      name: 'Throttled',
      metric: sumOf('Calls turned away', Object.fromEntries(throttles)),
      threshold: 1,
      whatItMeansToPeople:
        "People are asked to try again in a moment: more calls came at once than this account's functions may run, often because of another service in the same account.",
    },
    {
      name: 'RecordThrottled',
      metric: sumOf('Reads and writes turned away', {
        reads: tableMetric(table, 'ReadThrottleEvents'),
        writes: tableMetric(table, 'WriteThrottleEvents'),
      }),
      threshold: 1,
      whatItMeansToPeople:
        'Reading or writing the record is slowed down: people wait longer or are asked to try again, usually while a large import or a report runs; nothing is lost.',
    },
  ];
};

/** Nobody can sign in; watched only where the user pool is ours. */
const signInAlarms = ({ functions }: WatchedResources): readonly AlarmDefinition[] => {
  const preToken = functions['pre-token'];
  if (preToken === undefined) return [];
  return [
    {
      name: 'SignInFails',
      stopsPeople: true,
      metric: preToken.metricErrors({ period: fiveMinutes }),
      threshold: 1,
      whatItMeansToPeople:
        'Somebody could not sign in: the step that puts the organisation and roles into their token failed, and whoever signs in now is turned away as well.',
    },
  ];
};

/** The nightly list of users is not made; watched only where one is. */
const exportAlarms = ({ usersExport }: WatchedResources): readonly AlarmDefinition[] =>
  usersExport === undefined
    ? []
    : [
        {
          name: 'UsersNotExported',
          metric: usersExport.metricErrors({ period: Duration.hours(1) }),
          threshold: 1,
          whatItMeansToPeople:
            'The nightly list of who may sign in was not written: if the user pool were lost now, people would be made again from the last list that there is.',
        },
      ];

/** The page is not found; watched only where somebody chose to look. */
const pageAlarms = ({ canary }: WatchedResources): readonly AlarmDefinition[] =>
  canary === undefined
    ? []
    : [
        {
          name: 'PageNotFound',
          stopsPeople: true,
          metric: canary.metricErrors({ period: fiveMinutes }),
          threshold: 1,
          // One call that went astray wakes nobody.
          periods: 2,
          whatItMeansToPeople:
            'For ten minutes nobody has found the page at its address: the name, its certificate, or what stands in front may be wrong, though the tracker itself shows no error.',
        },
      ];

/** Messages to people are not made, or not sent; watched only where they were chosen. */
const messageAlarms = ({ messages }: WatchedResources): readonly AlarmDefinition[] =>
  messages === undefined
    ? []
    : [
        {
          name: 'MessagesNotSent',
          metric: messages.givenUp,
          threshold: 1,
          whatItMeansToPeople:
            'A message about what waits for somebody could not be sent in any of its tries, or was refused: they do not hear of it unless they open their work, where it is. The page "Messages" shows which it was (docs/runbook.md).',
        },
        {
          name: 'MessagesNotMade',
          metric: messages.lambda.metricErrors({ period: Duration.hours(1) }),
          threshold: 3,
          whatItMeansToPeople:
            'For most of an hour no message was made about what waits for people: nobody hears that a return is due or that their confirmation is wanted, until the next call that succeeds makes up for it.',
        },
      ];

/** A system of the council's own does not hear what happens; watched only where events were chosen. */
const eventAlarms = ({ eventsHeldUp }: WatchedResources): readonly AlarmDefinition[] =>
  eventsHeldUp === undefined
    ? []
    : [
        {
          name: 'EventsNotTaken',
          metric: eventsHeldUp,
          threshold: 1,
          whatItMeansToPeople:
            'A system of the council that is to hear what happens in programmes, by a webhook or the event bus, has taken nothing for some hours, or an event was given up: what it shows of programmes is old. Nothing is lost here, and what was given up can be sent again (docs/runbook.md).',
        },
      ];

/** Alarms themselves reach nobody; watched only where they are mailed. */
const mailAlarms = ({ undeliveredMail }: WatchedResources): readonly AlarmDefinition[] =>
  undeliveredMail === undefined
    ? []
    : [
        {
          name: 'MailNotDelivered',
          metric: messagesIn(undeliveredMail),
          threshold: 1,
          whatItMeansToPeople:
            'A mail of an alarm reached nobody for six hours: whatever it warned of may still be so, and the next may not arrive either.',
        },
      ];

/** Every alarm of a deployment. */
export const alarmDefinitions = (watched: WatchedResources): readonly AlarmDefinition[] => [
  ...reportAlarms(watched),
  ...requestAlarms(watched),
  ...signInAlarms(watched),
  ...exportAlarms(watched),
  ...pageAlarms(watched),
  ...messageAlarms(watched),
  ...eventAlarms(watched),
  ...mailAlarms(watched),
];
