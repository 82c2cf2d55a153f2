import { describe, expect, it } from 'vitest';
import { logged } from '#functions/http/log.ts';
import { filesOf, textOf } from '../architecture/source.ts';
import { synthesised } from './synthesised.ts';

/*
 * The alarms that count lines of the functions' logs. Lambda calls a batch that hands its failed messages back a success, and any
 * call of the roll-up a call: neither of Lambda's own metrics says what these alarms are about.
 */

const made = synthesised({ messages: { by: 'nobody' }, events: {} });
const filters = made.ofType('AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
const named = (metric: string) => filters.filter(({ MetricTransformations: [one] }) => one.MetricName === metric);
const alarm = (name: string) => made.ofType('AWS::CloudWatch::Alarm').find(([id]) => id.includes(name))?.[1].Properties;
const hostOf = (logGroup: { Ref: string }): string =>
  made
    .ofType('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.LoggingConfig.LogGroup.Ref === logGroup.Ref)?.[1].Properties.Environment
    .Variables.POWERTOOLS_SERVICE_NAME;

/** Whether a line of the log fits a pattern, by the part of CloudWatch's syntax that ours use: = of fields, && and ||. */
const fits = (pattern: string, line: Readonly<Record<string, unknown>>): boolean => {
  const test = pattern
    .replace(/^\{(.*)\}$/, '$1')
    .replaceAll(/\$\.(\w+) = ("[^"]*")/g, (_, field: string, value: string) =>
      String(line[field] === JSON.parse(value)),
    );
  if (!/^[\s()&|truefals]*$/.test(test)) throw new Error(`a pattern that is not understood: ${pattern}`);
  return new Function(`return ${test}`)() as boolean;
};

describe('a line of a log that people must hear of', () => {
  it.each([
    ['ReportsFailed', ['roll-up'], { message: logged.reportFailed }, true],
    ['ReportsFailed', ['roll-up'], { message: logged.monthNotReported }, true],
    ['ReportsFailed', ['roll-up'], { message: logged.reportPartNotMade }, true],
    ['ReportsFailed', ['roll-up'], { message: logged.reportPublished }, false],
    ['MorningCalls', ['roll-up'], { message: logged.reportsHandedOver, by: 'schedule' }, true],
    ['MorningCalls', ['roll-up'], { message: logged.reportsHandedOver, by: 'hand' }, false],
    ['MorningCalls', ['roll-up'], { message: logged.reportsHandedOver }, false],
    ['MorningCalls', ['roll-up'], { message: logged.reportPublished, by: 'schedule' }, false],
    ['Unreadable', ['commands', 'queries', 'board', 'roll-up'], { message: logged.itemUnreadable }, true],
    ['Unreadable', ['commands', 'queries', 'board', 'roll-up'], { message: logged.answerDoesNotFit }, true],
    ['Unreadable', ['commands', 'queries', 'board', 'roll-up'], { message: logged.requestFailed }, false],
    ['MessagesGivenUp', ['messages'], { message: logged.messageGivenUp }, true],
    ['MessagesGivenUp', ['messages'], { message: logged.messageNotSent }, false],
    ['EventsHeldUp', ['messages'], { message: logged.eventsHeldUp }, true],
    ['EventsHeldUp', ['messages'], { message: logged.eventGivenUp }, true],
    ['EventsHeldUp', ['messages'], { message: logged.eventNotTaken }, false],
  ])('%s counts in the logs of %s, of %j: %s', (metric, hosts, line, isCounted) => {
    const found = named(metric);
    expect(found.map(({ LogGroupName }) => hostOf(LogGroupName)).toSorted()).toEqual([...hosts].toSorted());
    for (const { FilterPattern, MetricTransformations } of found) {
      expect(fits(FilterPattern, line)).toBe(isCounted);
      expect(MetricTransformations).toEqual([
        { MetricName: metric, MetricNamespace: 'Tracker-kent-live-Tracker', MetricValue: '1' },
      ]);
    }
  });
});

it('every error that a function logs is counted by an alarm, but for what is answered with a 500, which the gateway counts', () => {
  const errors = filesOf('functions').flatMap((file) =>
    [...textOf(file).matchAll(/log\.error\(([^\n]*)/g)].flatMap(
      ([, call = '']) => call.match(/(?<=logged\.)\w+/g) ?? [],
    ),
  );
  const codes = [...new Set(errors)].map((name) => logged[name as keyof typeof logged]);
  expect(codes.length).toBeGreaterThan(4);
  const patterns = filters.map(({ FilterPattern }) => FilterPattern).join(' ');
  expect(codes.filter((code) => !patterns.includes(`"${code}"`))).toEqual([logged.requestFailed]);
});

describe('the alarm of a schedule that has gone silent', () => {
  const {
    Period,
    EvaluationPeriods,
    DatapointsToAlarm = EvaluationPeriods,
    Threshold,
    ComparisonOperator,
    TreatMissingData,
  } = alarm('ScheduleSilent');
  const hours = 3_600_000;
  /** Whether it rings at an instant, by the calls before it: every period it looks at holds none. */
  const ringsAt = (instant: number, calls: readonly number[]): boolean => {
    expect([ComparisonOperator, Threshold, TreatMissingData]).toEqual(['LessThanThreshold', 1, 'breaching']);
    expect(DatapointsToAlarm).toBe(EvaluationPeriods);
    const newest = Math.floor(instant / (Period * 1_000)) * Period * 1_000;
    return calls.every((call) => call < newest - EvaluationPeriods * Period * 1_000 || call >= instant);
  };
  /** Six in London on the days around the end of summer time of 2026, each a minute late. */
  const mornings = ['2026-10-23T05:01:00Z', '2026-10-24T05:01:00Z', '2026-10-25T06:01:00Z', '2026-10-26T06:01:00Z'].map(
    Date.parse,
  );

  it('does not ring on the last Sunday of October, whose six is 25 hours after the one before', () => {
    for (let instant = mornings[1] ?? 0; instant < (mornings[3] ?? 0); instant += hours / 12)
      expect(ringsAt(instant, mornings)).toBe(false);
  });

  it('rings within three hours of the first morning without a call', () => {
    const stopped = mornings.slice(0, 3);
    const last = stopped[2] ?? 0;
    expect(ringsAt(last + 25 * hours, stopped)).toBe(false);
    expect(ringsAt(last + 28 * hours, stopped)).toBe(true);
  });

  it('looks no further back than CloudWatch lets an alarm of hours: seven days', () => {
    expect(Period).toBe(3_600);
    expect(Period * EvaluationPeriods).toBeLessThanOrEqual(7 * 24 * 3_600);
  });
});

it('the alarm of a try that failed counts the lines and the crashes', () => {
  const metrics: readonly { MetricStat?: { Metric: { MetricName: string } } }[] = alarm('RollUpErrors').Metrics;
  expect(metrics.flatMap((one) => one.MetricStat?.Metric.MetricName ?? []).toSorted()).toEqual([
    'Errors',
    'ReportsFailed',
  ]);
});

describe('the budget', () => {
  it('is there where somebody gets mails, and writes before it is used up', () => {
    expect(made.ofType('AWS::Budgets::Budget')).toEqual([]);
    const [, budget] = synthesised({ alarmEmail: 'a@example.gov.uk' }).ofType('AWS::Budgets::Budget')[0] ?? ['none'];
    expect(budget?.Properties.Budget.BudgetLimit).toEqual({ Amount: 20, Unit: 'USD' });
    const mails = budget?.Properties.NotificationsWithSubscribers;
    expect(mails.map((one: { Notification: unknown }) => one.Notification)).toEqual([
      expect.objectContaining({ NotificationType: 'ACTUAL', Threshold: 80 }),
      expect.objectContaining({ NotificationType: 'FORECASTED', Threshold: 100 }),
    ]);
  });
});
