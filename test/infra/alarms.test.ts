import { describe, expect, it } from 'vitest';
import { type Chosen, cognito, entra, everyOption, synthesised } from './synthesised.ts';

const councils = [
  ['a council on Cognito', synthesised({ alarmEmail: 'tracker@example.gov.uk' })],
  ['a council on its own issuer', synthesised(entra)],
] as const;

describe.each(councils)('the alarms of %s', (_council, made) => {
  const topic = made.ofType('AWS::SNS::Topic')[0]?.[0];
  const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap(made.ofType);

  it.each(alarms.map(([id, { Properties }]) => [id, Properties] as const))(
    '%s says what it means to people, and is told to somebody, also when it is over',
    (_id, properties) => {
      expect(properties.AlarmDescription.length).toBeGreaterThan(40);
      expect(properties.AlarmDescription).toMatch(/^[A-Z].*\.$/);
      expect(properties.AlarmActions).toEqual([{ Ref: topic }]);
      expect(properties.OKActions).toEqual([{ Ref: topic }]);
    },
  );

  it('stand on one page with the graphs that say where to look', () => {
    expect(made.ofType('AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });

  it('are spoken to a topic that is encrypted by a key CloudWatch may use', () => {
    const key = made.ofType('AWS::KMS::Key')[0];
    expect(made.ofType('AWS::SNS::Topic')[0]?.[1].Properties.KmsMasterKeyId).toEqual({
      'Fn::GetAtt': [key?.[0], 'Arn'],
    });
    expect(key?.[1].Properties.KeyPolicy.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    );
  });
});

describe('the one alarm that the service is down for people', () => {
  /** The names of the alarms that its rule names, and its own name. */
  const ofServiceDown = (chosen: Chosen) => {
    const [, made] = synthesised(chosen).ofType('AWS::CloudWatch::CompositeAlarm')[0] ?? [];
    const rule = JSON.stringify(made?.Properties.AlarmRule);
    return {
      name: made?.Properties.AlarmName,
      rings: [...rule.matchAll(/Alarms([A-Za-z]+)Alarm[0-9A-F]{8}/g)].map(([, name]) => name),
      or: rule.split(' OR ').length - 1,
    };
  };

  it.each<[string, Chosen, readonly string[]]>([
    ['errors in place of answers and nobody who can sign in', cognito, ['ServerErrors', 'SignInFails']],
    [
      'the page that nobody finds too, where it is asked for',
      everyOption,
      ['ServerErrors', 'SignInFails', 'PageNotFound'],
    ],
    ['errors alone, where another issuer signs people in', entra, ['ServerErrors']],
  ])('rings for %s', (_what, chosen, alarms) => {
    const { rings, or } = ofServiceDown(chosen);
    expect(rings).toEqual(alarms);
    expect(or).toBe(alarms.length - 1);
  });

  it('has a name of its own for each council and stage of an account', () => {
    const names = [{}, { stage: 'test' }, { council: 'surrey' }].map(
      (more) => ofServiceDown({ ...cognito, ...more }).name,
    );
    expect(names[0]).toBe('Tracker-kent-live-Application-ServiceDown');
    expect(new Set(names).size).toBe(3);
  });

  it('is on the dashboard, before the others', () => {
    const made = synthesised(cognito);
    const [id] = made.ofType('AWS::CloudWatch::CompositeAlarm')[0] ?? ['none'];
    const page = JSON.stringify(made.ofType('AWS::CloudWatch::Dashboard'));
    expect(page.indexOf(id)).toBeGreaterThan(-1);
    expect(page.indexOf(id)).toBeLessThan(page.search(/AlarmsMonthNotReported/));
  });
});

describe('what is watched', () => {
  const [, made] = councils[0];
  const watched = made
    .ofType('AWS::CloudWatch::Alarm')
    .flatMap(([, { Properties }]) =>
      Properties.MetricName === undefined
        ? Properties.Metrics.flatMap(
            (metric: { MetricStat?: { Metric: { Namespace: string; MetricName: string } } }) =>
              metric.MetricStat === undefined
                ? []
                : [`${metric.MetricStat.Metric.Namespace} ${metric.MetricStat.Metric.MetricName}`],
          )
        : [`${Properties.Namespace} ${Properties.MetricName}`],
    );

  it.each([
    [
      'a month that could not be reported, a day whose call was lost, and an alarm that reached nobody',
      'AWS/SQS ApproximateNumberOfMessagesVisible',
      3,
    ],
    ['a month that waits too long', 'AWS/SQS ApproximateAgeOfOldestMessage', 1],
    ['a roll-up, a sign-in and a list of users that fail', 'AWS/Lambda Errors', 3],
    ['a schedule that has gone silent', 'Tracker-kent-live-Tracker MorningCalls', 1],
    ['a report that is late', 'Tracker-kent-live-Tracker ReportsLate', 1],
    ['a try of a month that failed', 'Tracker-kent-live-Tracker ReportsFailed', 1],
    ['an item or an answer that does not fit', 'Tracker-kent-live-Tracker Unreadable', 1],
    ['answers that are slow', 'AWS/ApiGateway Latency', 1],
    ['calls that every function turns away', 'AWS/Lambda Throttles', 7],
    ['answers that went wrong', 'AWS/ApiGateway 5xx', 1],
    ['reads turned away', 'AWS/DynamoDB ReadThrottleEvents', 1],
    ['writes turned away', 'AWS/DynamoDB WriteThrottleEvents', 1],
  ])('%s', (_what, metric, times) => {
    expect(watched.filter((one) => one === metric)).toHaveLength(times);
  });

  it('a mail that no mailbox takes waits where the dashboard shows it', () => {
    const [queue] = made.ofType('AWS::SQS::Queue').find(([id]) => id.includes('UndeliveredMail')) ?? ['none'];
    const [, subscription] = made.ofType('AWS::SNS::Subscription')[0] ?? [];
    expect(subscription?.Properties.RedrivePolicy).toEqual({ deadLetterTargetArn: { 'Fn::GetAtt': [queue, 'Arn'] } });
    expect(JSON.stringify(made.ofType('AWS::CloudWatch::Dashboard'))).toContain('mails given up');
  });

  it('an e-mail goes to whoever was named, and to nobody unless somebody was', () => {
    expect(made.ofType('AWS::SNS::Subscription').map(([, { Properties }]) => Properties.Endpoint)).toEqual([
      'tracker@example.gov.uk',
    ]);
    expect(councils[1][1].ofType('AWS::SNS::Subscription')).toEqual([]);
  });
});
