import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  ParamsAndSecretsLayerVersion,
  ParamsAndSecretsVersions,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '#store/table/table-definition.ts';
import { allow, ownPolicy } from './grants.ts';

export type Host = FunctionName | 'pre-token' | 'users-export' | 'canary';

/**
 * Memory in MB and time in seconds. Lambda gives a whole processor at 1,769 MB and its share below, and a cold start
 * is reading the bundle: memory buys the seconds of the first person in the morning. Times are what a caller waits.
 */
export const sizes: Readonly<Record<Host, { readonly memory: number; readonly seconds: number }>> = {
  // A person waits. The gateway gives up after 30 s; 20 s leaves our own answer, a problem with an id, time to arrive.
  commands: { memory: 1024, seconds: 20 },
  queries: { memory: 1024, seconds: 20 },
  // Reads what was stored and renders it; a long report is the largest answer.
  board: { memory: 1024, seconds: 20 },
  // Serves files from its own folder.
  front: { memory: 512, seconds: 10 },
  // A person waits for two calls of the API one after the other; the gateway gives up after 30 s.
  pages: { memory: 1024, seconds: 28 },
  // Folds a month of every review: one processor's work, without a waiting caller, and as long as Lambda lets it
  // (docs/adr/0054-a-roll-up-has-fifteen-minutes.md).
  'roll-up': { memory: 1769, seconds: 900 },
  // Cognito waits five seconds and then refuses the sign-in.
  'pre-token': { memory: 512, seconds: 5 },
  // Some hundred pages of sixty users.
  'users-export': { memory: 512, seconds: 300 },
  // Reads what waits for whom, and hands each message over; nobody waits for it.
  messages: { memory: 1024, seconds: 300 },
  canary: { memory: 128, seconds: 15 },
};

export interface HostFunctionProps {
  readonly host: Host;
  /** The folder that holds one folder per host, each with its index.cjs: what runs locally is what is deployed. */
  readonly bundles: string;
  readonly description: string;
  /** Encrypts the function's log; without it a key of AWS's own does. */
  readonly key?: IKey;
  /** Under which the function counts: one that no other deployment in the account has. Without it the function counts nothing. */
  readonly metricsNamespace?: string;
  /** Chosen by CloudFormation unless given. */
  readonly functionName?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What the function is granted besides writing its own log and trace. */
  readonly statements?: readonly PolicyStatement[];
  /** Whether it reads the secret store, through AWS's extension. */
  readonly readsSecrets?: true;
  /** The dead-letter queue of asynchronous events that failed three times; absent where a caller waits for the answer. */
  readonly deadLetters?: IQueue;
  /** Why it needs none, where nobody waits for its answer. */
  readonly withoutDeadLetters?: string;
}

const starReason = 'X-Ray has no resource to name: its two writing actions are only granted on every resource.';
const noDeadLetters =
  'Somebody waits for the answer of every call of this function and learns at once when it fails; dead letters are of calls that nobody waits for, and of those it gets none.';

/** Sets aside the published rules that do not suit the functions here, each with its reason. */
const acknowledgeFunction = (lambda: LambdaFunction, reason: string | undefined): void => {
  Validations.of(lambda).acknowledge(
    {
      id: 'NIST.800.53.R5-LambdaConcurrency',
      reason:
        'What may run at once is held where the calls come in: `requestsPerSecond` of each route at the gateway, five batches of the queue, one call of each schedule; the token trigger runs once for each sign-in. A reserve is taken from what the whole account may run, and deployment fails with it in a new account, which may run ten; the runbook sets it to 0 by hand to stop a function.',
    },
    {
      id: 'NIST.800.53.R5-LambdaInsideVPC',
      reason:
        'The function speaks over TLS, and to services of AWS under its own policy: DynamoDB and SQS, for the list of users Cognito and S3; the canary to the public address of the tracker. None of them is in a network of ours; a network would cost more each month than all the rest, and give the function addresses where now it has none.',
    },
    ...(reason === undefined
      ? []
      : [
          { id: 'Serverless-LambdaDLQ', reason },
          { id: 'NIST.800.53.R5-LambdaDLQ', reason },
        ]),
  );
};

const acknowledgeLog = (log: LogGroup): void =>
  Validations.of(log).acknowledge({
    id: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
    reason:
      'CloudWatch encrypts it by a key of its own. The key of the application is deleted with the application, which this log outlives, and nothing but codes and times is written into it.',
  });

/** One deployed function with a role, a policy and a log of its own; nothing may widen the role afterwards. */
export class HostFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: HostFunctionProps) {
    super(scope, id);
    const { memory, seconds } = sizes[props.host];
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      ...(props.key === undefined ? {} : { encryptionKey: props.key }),
      // The record of who did what is the history in the table, not the log.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the ${props.host} function may do`,
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
            allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']),
            ...(props.statements ?? []),
            // Not used by our code: Lambda sends what failed three times there, under the function's role.
            ...(props.deadLetters === undefined ? [] : [allow(['sqs:SendMessage'], [props.deadLetters.queueArn])]),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge(
      { id: 'AwsSolutions-IAM5[Resource::*]', reason: starReason },
      { id: 'Serverless-LambdaStarPermissions', reason: starReason },
      { id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: ownPolicy },
    );
    if (props.key === undefined) acknowledgeLog(logGroup);
    this.log = logGroup;
    this.lambda = new LambdaFunction(this, 'Function', {
      ...(props.functionName === undefined ? {} : { functionName: props.functionName }),
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(props.bundles, props.host)),
      memorySize: memory,
      timeout: Duration.seconds(seconds),
      role: role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      ...(props.readsSecrets === undefined
        ? {}
        : { paramsAndSecrets: ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103) }),
      ...(props.deadLetters === undefined ? {} : { deadLetterQueue: props.deadLetters }),
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: props.host,
        ...(props.metricsNamespace === undefined ? {} : { POWERTOOLS_METRICS_NAMESPACE: props.metricsNamespace }),
        ...props.environment,
      },
    });
    acknowledgeFunction(
      this.lambda,
      props.deadLetters === undefined ? (props.withoutDeadLetters ?? noDeadLetters) : undefined,
    );
  }
}
