import { Duration } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { ApplicationFunction } from './application-functions.ts';

/** What the functions log that people must hear of, counted. */
export interface LoggedLines {
  /**
   * Tries of a month that failed, months that were given up, and reports without a part that could not be made: the call of Lambda
   * succeeds, since a message is handed back by itself, or done.
   */
  readonly reportsFailed: IMetric;
  /** Mornings on which the schedule's own call was answered, by the hour; a call by hand does not count. */
  readonly morningCalls: IMetric;
  /** Stored items that do not parse, and answers that do not fit their schema. */
  readonly unreadable: IMetric;
}

/** Counts the lines of some logs that fit a pattern; a line is JSON, its code is its `message`. */
const counted = (
  scope: Construct,
  { namespace, name, period }: { namespace: string; name: string; period: Duration },
  logs: readonly ILogGroup[],
  pattern: string,
): IMetric => {
  const filters = logs.map(
    (logGroup, index) =>
      new MetricFilter(scope, `${name}${index}`, {
        logGroup,
        filterPattern: FilterPattern.literal(pattern),
        metricNamespace: namespace,
        metricName: name,
        metricValue: '1',
      }),
  );
  const [first] = filters;
  if (first === undefined) throw new Error(`${name} counts no log`);
  return first.metric({ statistic: Stats.SUM, period });
};

/** The metrics of a deployment's own; `namespace` is one that no other deployment in the account has. */
export const countLines = (
  scope: Construct,
  namespace: string,
  logs: Readonly<Record<ApplicationFunction, ILogGroup>>,
): LoggedLines => {
  const fiveMinutes = Duration.minutes(5);
  return {
    reportsFailed: counted(
      scope,
      { namespace, name: 'ReportsFailed', period: fiveMinutes },
      [logs['roll-up']],
      '{ $.message = "REPORT_FAILED" || $.message = "REPORT_GIVEN_UP" || $.message = "REPORT_PART_NOT_MADE" }',
    ),
    morningCalls: counted(
      scope,
      { namespace, name: 'MorningCalls', period: Duration.hours(1) },
      [logs['roll-up']],
      '{ $.message = "REPORTS_HANDED_OVER" && ($.by = "schedule" || $.by = "deployment") }',
    ),
    unreadable: counted(
      scope,
      { namespace, name: 'Unreadable', period: fiveMinutes },
      [logs.commands, logs.queries, logs.board, logs['roll-up']],
      '{ $.message = "ITEM_UNREADABLE" || $.message = "ANSWER_DOES_NOT_FIT" }',
    ),
  };
};

/** Messages to people that could not be sent in the tries that they have. */
export const countMessagesGivenUp = (scope: Construct, namespace: string, log: ILogGroup): IMetric =>
  counted(
    scope,
    { namespace, name: 'MessagesGivenUp', period: Duration.minutes(5) },
    [log],
    '{ $.message = "MESSAGE_GIVEN_UP" }',
  );

/** Events of programmes that a destination did not take: for some hours, or in any of their tries. */
export const countEventsHeldUp = (scope: Construct, namespace: string, log: ILogGroup): IMetric =>
  counted(
    scope,
    { namespace, name: 'EventsHeldUp', period: Duration.minutes(5) },
    [log],
    '{ $.message = "EVENTS_HELD_UP" || $.message = "EVENT_GIVEN_UP" }',
  );
