import { describe, expect, it } from 'vitest';
import { ReportsDue } from '#schemas/scheduled-events.ts';
import { synthesised } from './synthesised.ts';

const made = synthesised();
const only = (type: string) => {
  const found = Object.entries(made.application.findResources(type));
  expect(found).toHaveLength(1);
  return found[0]?.[1].Properties;
};
const [rollUpId, rollUp] = made
  .ofType('AWS::Lambda::Function')
  .find(([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'roll-up') ?? ['none'];
const queues = new Map(made.ofType('AWS::SQS::Queue'));
const idOfQueue = (part: string): string => [...queues.keys()].find((id) => id.includes(part)) ?? `no ${part}`;

describe('the daily schedule', () => {
  const schedule = only('AWS::Scheduler::Schedule');

  it('runs at six in the morning in London, summer and winter', () => {
    expect(schedule.ScheduleExpression).toBe('cron(0 6 * * ? *)');
    expect(schedule.ScheduleExpressionTimezone).toBe('Europe/London');
    expect(schedule.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    expect(schedule.State).toBe('ENABLED');
  });

  it('hands the roll-up the time it was to run at, so that nobody reads the clock', () => {
    expect(schedule.Target.Arn).toEqual({ 'Fn::GetAtt': [rollUpId, 'Arn'] });
    const input = JSON.parse(schedule.Target.Input);
    expect(input).toEqual({ kind: 'reports-due', scheduledTime: '<aws.scheduler.scheduled-time>', by: 'schedule' });
    // What Scheduler puts in its place is what the function accepts.
    expect(ReportsDue.safeParse({ ...input, scheduledTime: '2014-05-06T05:00:00Z' }).success).toBe(true);
  });

  it('tries again for six hours, and then leaves the call where an alarm sees it', () => {
    expect(schedule.Target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 6 * 3600, MaximumRetryAttempts: 20 });
    expect(schedule.Target.DeadLetterConfig.Arn).toEqual({ 'Fn::GetAtt': [idOfQueue('ScheduleDeadLetters'), 'Arn'] });
  });

  it('loses no call that arrived but failed: after three tries it is left in the same place', () => {
    const invoke = only('AWS::Lambda::EventInvokeConfig');
    expect(invoke.FunctionName).toEqual({ Ref: rollUpId });
    expect(invoke.MaximumRetryAttempts).toBe(2);
    expect(rollUp?.Properties.DeadLetterConfig.TargetArn).toEqual({
      'Fn::GetAtt': [idOfQueue('ScheduleDeadLetters'), 'Arn'],
    });
  });

  it('may call the roll-up and leave a lost call, and nothing else', () => {
    const role = made.ofType('AWS::IAM::Role').find(([id]) => id === schedule.Target.RoleArn['Fn::GetAtt'][0])?.[1];
    expect(role?.Properties.Policies).toHaveLength(1);
    expect(role?.Properties.Policies[0].PolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': [rollUpId, 'Arn'] } },
      {
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Resource: { 'Fn::GetAtt': [idOfQueue('ScheduleDeadLetters'), 'Arn'] },
      },
    ]);
  });
});

describe('the queue of months', () => {
  const queue = queues.get(idOfQueue('RollUpQueueA'))?.Properties;

  it('is read by the roll-up, and a month that fails does not bring its neighbours back', () => {
    const mapping = only('AWS::Lambda::EventSourceMapping');
    expect(mapping.EventSourceArn).toEqual({ 'Fn::GetAtt': [idOfQueue('RollUpQueueA'), 'Arn'] });
    expect(mapping.FunctionName).toEqual({ Ref: rollUpId });
    expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it('hides a month for longer than one try may take, and hands over one at a time', () => {
    expect(queue.VisibilityTimeout).toBeGreaterThan(rollUp?.Properties.Timeout);
    const mapping = only('AWS::Lambda::EventSourceMapping');
    expect(mapping.BatchSize).toBe(1);
    expect(mapping.ScalingConfig).toEqual({ MaximumConcurrency: 5 });
  });

  it('gives a month up after five tries, within two hours though each were cut off, to a queue that keeps it a fortnight', () => {
    expect(queue.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [idOfQueue('RollUpQueueDeadLetters'), 'Arn'] },
      maxReceiveCount: 5,
    });
    expect(queue.RedrivePolicy.maxReceiveCount * queue.VisibilityTimeout).toBeLessThanOrEqual(7200);
    expect(queues.get(idOfQueue('RollUpQueueDeadLetters'))?.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it.each([...queues.keys()])('%s is encrypted and refuses to be spoken to in the clear', (id) => {
    expect(queues.get(id)?.Properties.SqsManagedSseEnabled).toBe(true);
    const policy = made
      .ofType('AWS::SQS::QueuePolicy')
      .find(([, { Properties }]) => Properties.Queues[0].Ref === id)?.[1];
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ]);
  });
});
