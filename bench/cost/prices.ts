/*
 * AWS's list prices, in US dollars without VAT, for London (eu-west-2), as the author of this page knew them in November
 * 2026. AWS's pages show the figures of a region by a script, so that no stored copy of them holds London's; what could
 * be read of N. Virginia's stands beside, with where and of when.
 */

export const region = 'eu-west-2 (London)';

export interface Price {
  readonly what: string;
  readonly dollars: number;
  /** So many units for that. */
  readonly per: number;
  readonly unit: string;
  /** Units of every account and month that are not charged; what ends after a first year is not counted. */
  readonly free: number;
  /** The page to check it on. */
  readonly page: string;
  /** What was found elsewhere that agrees with it. */
  readonly besides: string;
}

const million = 1_000_000;
const notRead = 'not read';

export const prices = {
  writes: {
    what: 'DynamoDB writes, on demand',
    dollars: 0.7423,
    per: million,
    unit: 'write request units',
    free: 0,
    page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    besides: 'N. Virginia 0.625 (public copies of 2025); London is 1.19 times that here and for storage',
  },
  reads: {
    what: 'DynamoDB reads, on demand',
    dollars: 0.1485,
    per: million,
    unit: 'read request units',
    free: 0,
    page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    besides: 'N. Virginia 0.125 (public copies of 2025)',
  },
  storage: {
    what: 'DynamoDB storage',
    dollars: 0.29715,
    per: 1,
    unit: 'GB',
    free: 25,
    page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    besides: "N. Virginia 0.25 after 25 GB free (AWS's page in a stored copy)",
  },
  recovery: {
    what: "point-in-time recovery, by the table's size",
    dollars: 0.2377,
    per: 1,
    unit: 'GB',
    free: 0,
    page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    besides: notRead,
  },
  time: {
    what: 'Lambda time, arm64',
    dollars: 0.0000133334,
    per: 1,
    unit: 'GB-s',
    free: 400_000,
    page: 'https://aws.amazon.com/lambda/pricing/',
    besides:
      "the same for every region that the price table of artillery 2.0.28 does not name; the allowance on AWS's page, 20 September 2026",
  },
  calls: {
    what: 'Lambda calls',
    dollars: 0.2,
    per: million,
    unit: 'calls',
    free: million,
    page: 'https://aws.amazon.com/lambda/pricing/',
    besides: "0.20 and the allowance on AWS's page, 20 September 2026",
  },
  api: {
    what: 'HTTP API',
    dollars: 1.16,
    per: million,
    unit: 'requests',
    free: 0,
    page: 'https://aws.amazon.com/api-gateway/pricing/',
    besides: "N. Virginia 1.00 for the first 300 million on AWS's page, 20 September 2026",
  },
  schedule: {
    what: 'EventBridge Scheduler',
    dollars: 1,
    per: million,
    unit: 'calls',
    free: 14 * million,
    page: 'https://aws.amazon.com/eventbridge/pricing/',
    besides: notRead,
  },
  queue: {
    what: 'SQS',
    dollars: 0.4,
    per: million,
    unit: 'requests',
    free: million,
    page: 'https://aws.amazon.com/sqs/pricing/',
    besides: notRead,
  },
  logs: {
    what: 'CloudWatch logs taken in',
    dollars: 0.5985,
    per: 1,
    unit: 'GB',
    free: 5,
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
    besides: notRead,
  },
  logsKept: {
    what: 'logs kept three months, compressed to a seventh',
    dollars: 0.0315,
    per: 1,
    unit: 'GB',
    free: 0,
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
    besides: notRead,
  },
  alarms: {
    what: 'CloudWatch alarms',
    dollars: 0.1,
    per: 1,
    unit: 'metrics',
    free: 10,
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
    besides: notRead,
  },
  dashboard: {
    what: 'CloudWatch dashboard',
    dollars: 3,
    per: 1,
    unit: 'dashboards',
    free: 3,
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
    besides: notRead,
  },
  traces: {
    what: 'X-Ray traces',
    dollars: 5,
    per: million,
    unit: 'traces',
    free: 100_000,
    page: 'https://aws.amazon.com/xray/pricing/',
    besides: notRead,
  },
  key: {
    what: 'KMS, the key of alarms and logs',
    dollars: 1,
    per: 1,
    unit: 'keys',
    free: 0,
    page: 'https://aws.amazon.com/kms/pricing/',
    besides: notRead,
  },
  signIn: {
    what: 'Cognito, Essentials',
    dollars: 0.015,
    per: 1,
    unit: 'people who sign in',
    free: 10_000,
    page: 'https://aws.amazon.com/cognito/pricing/',
    besides: notRead,
  },
  sent: {
    what: 'data sent to the readers',
    dollars: 0.09,
    per: 1,
    unit: 'GB',
    free: 100,
    page: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    besides: notRead,
  },
} as const satisfies Readonly<Record<string, Price>>;
