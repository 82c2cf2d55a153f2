import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { allow, ownPolicy } from './grants.ts';

export interface ScheduledCalls {
  readonly description: string;
  readonly schedule: ScheduleExpression;
  readonly retryAttempts: number;
  /** What it is called with; nothing of ours unless given. */
  readonly input?: Readonly<Record<string, string>>;
}

/** Calls a function by a schedule, under a role that may do nothing else. */
export const scheduleCalls = (scope: Construct, lambda: IFunction, calls: ScheduledCalls): void => {
  const { description, schedule, retryAttempts, input } = calls;
  const stack = Stack.of(scope);
  const group = stack.formatArn({ service: 'scheduler', resource: 'schedule-group', resourceName: 'default' });
  const role = new Role(scope, 'Role', {
    description: `What a schedule may do: ${description}`,
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': group } },
    }),
    inlinePolicies: {
      own: new PolicyDocument({ statements: [allow(['lambda:InvokeFunction'], [lambda.functionArn])] }),
    },
  });
  Validations.of(role).acknowledge({ id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: ownPolicy });
  new Schedule(scope, 'Schedule', {
    description,
    schedule,
    target: new LambdaInvoke(lambda, {
      role: role.withoutPolicyUpdates(),
      retryAttempts,
      ...(input === undefined ? {} : { input: ScheduleTargetInput.fromObject(input) }),
    }),
  });
};
