import { describe, expect, it } from 'vitest';
import { entra, synthesised } from './synthesised.ts';

/* Cognito has no backup: each night the users are listed in a bucket that outlives the pool. */

const made = synthesised();
const [, bucket] = made.ofType('AWS::S3::Bucket')[0] ?? ['none'];

describe('the bucket of the lists', () => {
  it('outlives its stack, is private, and keeps each list as long as was chosen', () => {
    expect(bucket?.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(bucket?.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket?.Properties.LifecycleConfiguration.Rules).toEqual([
      expect.objectContaining({ ExpirationInDays: 35, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
    ]);
    const [, shorter] = synthesised({ usersExportDays: 7 }).ofType('AWS::S3::Bucket')[0] ?? ['none'];
    expect(shorter?.Properties.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(7);
  });

  it('is not there where a council wants none, or has users of its own', () => {
    for (const chosen of [{ usersExportDays: 0 }, entra]) {
      const without = synthesised(chosen);
      expect(without.ofType('AWS::S3::Bucket')).toEqual([]);
      expect(JSON.stringify(without.application.toJSON())).not.toContain('UsersNotExported');
    }
  });
});

it('the function may list the users of this pool and write below users/, and nothing else', () => {
  const role = made
    .ofType('AWS::IAM::Role')
    .map(([, { Properties }]) => Properties)
    .find(({ Description }) => Description === 'What the users-export function may do');
  const statements: readonly { readonly Action: unknown; readonly Resource: unknown }[] =
    role?.Policies[0].PolicyDocument.Statement;
  expect(statements.map(({ Action }) => (Array.isArray(Action) ? Action.toSorted() : Action))).toEqual([
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
    ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    ['cognito-idp:ListUsers', 'cognito-idp:ListUsersInGroup'],
    's3:PutObject',
  ]);
  expect(JSON.stringify(statements[3]?.Resource)).toContain('/users/*');
});

it('is made each night, in the stack of the people, of an adopted pool too', () => {
  expect(Object.values(made.people?.findResources('AWS::Scheduler::Schedule') ?? {})).toEqual([
    expect.objectContaining({ Properties: expect.objectContaining({ ScheduleExpression: 'cron(30 2 * * ? *)' }) }),
  ]);
  const adopting = synthesised({ signIn: { with: 'cognito', userPoolId: 'eu-west-2_AbCdEfGhI' } });
  const variables = adopting
    .ofType('AWS::Lambda::Function')
    .map(([, { Properties }]) => Properties.Environment.Variables)
    .find(({ POWERTOOLS_SERVICE_NAME }) => POWERTOOLS_SERVICE_NAME === 'users-export');
  expect(variables.USER_POOL_ID).toBe('eu-west-2_AbCdEfGhI');
});
