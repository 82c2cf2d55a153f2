import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { allow } from './grants.ts';
import { HostFunction } from './host-function.ts';
import { scheduleCalls } from './scheduled-calls.ts';

export interface UsersExportProps {
  readonly pool: IUserPool;
  readonly bundles: string;
  /** How long each night's list is kept. */
  readonly days: number;
}

/** Where the lists of users lie: retained with the pool, and emptied by age, since it is personal data. */
const createBucket = (scope: Construct, days: number): Bucket => {
  const bucket = new Bucket(scope, 'Bucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    lifecycleRules: [{ expiration: Duration.days(days), noncurrentVersionExpiration: Duration.days(1) }],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const logs =
    'One function writes one object a night, and an officer reads one after a disaster. A second bucket of who did would outgrow what it watches; CloudTrail data events are for a council that must have it.';
  Validations.of(bucket).acknowledge(
    { id: 'AwsSolutions-S1', reason: logs },
    { id: 'NIST.800.53.R5-S3BucketLoggingEnabled', reason: logs },
    {
      id: 'NIST.800.53.R5-S3BucketReplicationEnabled',
      reason:
        'It is itself the copy of a pool that AWS runs in three zones, written anew each night; a second region would be a second place for personal data.',
    },
    {
      id: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
      reason:
        'S3 encrypts it by a key of its own. It must outlive the application, and with it its key, to be of use; the bucket is private and lets one role write.',
    },
  );
  return bucket;
};

/** A nightly list of the pool's users in a bucket that outlives the pool: Cognito itself has no backup. */
export class UsersExport extends Construct {
  readonly host: HostFunction;

  constructor(scope: Construct, id: string, { pool, bundles, days }: UsersExportProps) {
    super(scope, id);
    const bucket = createBucket(this, days);
    this.host = new HostFunction(this, 'Export', {
      host: 'users-export',
      bundles,
      description: 'Lists everybody who may sign in, each night',
      environment: { USER_POOL_ID: pool.userPoolId, BUCKET: bucket.bucketName },
      statements: [
        allow(['cognito-idp:ListUsers', 'cognito-idp:ListUsersInGroup'], [pool.userPoolArn]),
        allow(['s3:PutObject'], [bucket.arnForObjects('users/*')]),
      ],
      withoutDeadLetters:
        'A call that was lost holds nothing but the hour: its alarm says that a night failed, and the next night lists everybody again.',
    });
    const { defaultChild } = bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error('the bucket has no resource');
    Validations.of(this.host).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(defaultChild)}.Arn>/users/*]`,
      reason: 'Each night has an object of its own under this one prefix, named by its day, which is not known before.',
    });
    // Before the backup and the morning's reports.
    scheduleCalls(this, this.host.lambda, {
      description: 'Lists everybody who may sign in, each night',
      schedule: ScheduleExpression.cron({ hour: '2', minute: '30' }),
      retryAttempts: 5,
    });
    new CfnOutput(Stack.of(this), 'UsersBucket', { value: bucket.bucketName });
  }
}
