import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { ApplicationFunction } from './application-functions.ts';
import type { CountedMetrics } from './counted-metrics.ts';
import type { LoggedLines } from './logged-lines.ts';
import type { RollUpQueue } from './roll-up.ts';

/** What the alarms and the dashboard measure. */
export interface WatchedResources {
  readonly api: HttpApi;
  /** `pre-token` is there where the user pool is ours. */
  readonly functions: Readonly<Record<ApplicationFunction, IFunction> & Partial<Record<'pre-token', IFunction>>>;
  /** Lists the users each night; there where the user pool is ours. */
  readonly usersExport?: IFunction;
  /** Asks for the page by itself; there where it was chosen. */
  readonly canary?: IFunction;
  /** Makes messages to people, and those that it could not send; there where it was chosen. */
  readonly messages?: { readonly lambda: IFunction; readonly givenUp: IMetric };
  /** Events of programmes that a destination does not take; there where they were chosen. */
  readonly eventsHeldUp?: IMetric;
  readonly lines: LoggedLines;
  readonly counted: CountedMetrics;
  readonly queue: RollUpQueue;
  readonly scheduleDeadLetters: IQueue;
  /** Mails of alarms that no mailbox took; absent where no mails are sent. */
  readonly undeliveredMail?: IQueue;
  readonly table: ITableV2;
}
