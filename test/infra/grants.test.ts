import { describe, expect, it } from 'vitest';
import {
  type FunctionName,
  type Grant,
  grants,
  publishedPrefix,
  table as shape,
} from '#store/table/table-definition.ts';
import { synthesised } from './synthesised.ts';

const made = synthesised();

interface Allowed {
  readonly action: string;
  readonly resource: unknown;
  readonly condition: unknown;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Every action on every resource that a role allows, one by one, however the statements were put together. */
const allowedBy = (role: string): readonly Allowed[] => {
  const properties = new Map(made.ofType('AWS::IAM::Role')).get(role)?.Properties;
  expect(properties.ManagedPolicyArns).toBeUndefined();
  return properties.Policies.flatMap((policy: { PolicyDocument: { Statement: Record<string, unknown>[] } }) =>
    policy.PolicyDocument.Statement.flatMap((statement) => {
      expect(statement.Effect).toBe('Allow');
      return listed(statement.Action).flatMap((action) =>
        listed(statement.Resource).map((resource) => ({ action, resource, condition: statement.Condition ?? null })),
      );
    }),
  );
};

const lambdaOf = (host: string) =>
  made
    .ofType('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === host)?.[1].Properties;
const idOf = (type: string, part: string): string =>
  made.ofType(type).find(([id]) => id.includes(part))?.[0] ?? `no ${part}`;

const importOf = (value: unknown): string => JSON.stringify(value);
const tableArn =
  lambdaOf('commands') &&
  allowedBy(lambdaOf('commands').Role['Fn::GetAtt'][0]).find(({ action }) => action === 'dynamodb:GetItem')?.resource;
const queueArn = { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', 'RollUpQueueA'), 'Arn'] };
const deadLettersArn = { 'Fn::GetAtt': [idOf('AWS::SQS::Queue', 'ScheduleDeadLetters'), 'Arn'] };

const sessionsArn = { 'Fn::GetAtt': [idOf('AWS::DynamoDB::GlobalTable', 'SessionsTable'), 'Arn'] };
const sessionSecret = { Ref: idOf('AWS::SecretsManager::Secret', 'SessionsKey') };
const applicationKeyArn = { 'Fn::GetAtt': [idOf('AWS::KMS::Key', 'HouseKey'), 'Arn'] };
/** The sessions of the pages, and the secret they are encrypted by: never the record. */
const sessionsOf = ({ sessions = [] }: Grant): readonly Allowed[] =>
  sessions.length === 0
    ? []
    : [
        ...sessions.map((action) => ({ action, resource: sessionsArn, condition: null })),
        { action: 'secretsmanager:GetSecretValue', resource: sessionSecret, condition: null },
        {
          action: 'kms:Decrypt',
          resource: applicationKeyArn,
          condition: {
            StringEquals: {
              'kms:ViaService': { 'Fn::Join': ['', ['secretsmanager.', { Ref: 'AWS::Region' }, '.amazonaws.com']] },
            },
          },
        },
      ];

const expectedOf = (grant: Grant): readonly Allowed[] => {
  const condition =
    grant.leadingKeys === undefined
      ? null
      : {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${grant.leadingKeys}*`] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        };
  return [
    ...grant.items.map((action) => ({ action, resource: tableArn, condition })),
    ...sessionsOf(grant),
    ...(grant.queriesDue
      ? [
          {
            action: 'dynamodb:Query',
            resource: { 'Fn::Join': ['', [tableArn, `/index/${shape.index.name}`]] },
            condition: null,
          },
        ]
      : []),
    ...(grant.sends ? [{ action: 'sqs:SendMessage', resource: queueArn, condition: null }] : []),
    ...(grant.receives
      ? ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'].map(
          (action) => ({
            action,
            resource: queueArn,
            condition: null,
          }),
        )
      : []),
  ];
};

const byText = (values: readonly Allowed[]): readonly string[] =>
  values.map((value) => JSON.stringify(value)).toSorted();

describe('what each function may do', () => {
  // What makes messages is there where it was chosen: messages.test.ts has it.
  const names = (Object.keys(grants) as FunctionName[]).filter((name) => name !== 'messages');

  it.each(names)('%s may do what the store says, write its own log and trace, and nothing wider', (host) => {
    const lambda = lambdaOf(host);
    const log = { 'Fn::GetAtt': [lambda.LoggingConfig.LogGroup.Ref, 'Arn'] };
    expect(byText(allowedBy(lambda.Role['Fn::GetAtt'][0]))).toEqual(
      byText([
        ...expectedOf(grants[host]),
        { action: 'logs:CreateLogStream', resource: log, condition: null },
        { action: 'logs:PutLogEvents', resource: log, condition: null },
        { action: 'xray:PutTelemetryRecords', resource: '*', condition: null },
        { action: 'xray:PutTraceSegments', resource: '*', condition: null },
        // Lambda sends a lost daily call there in the function's name.
        ...(host === 'roll-up' ? [{ action: 'sqs:SendMessage', resource: deadLettersArn, condition: null }] : []),
      ]),
    );
  });

  it('the token trigger may write its own log and trace, and touch no data', () => {
    const actions = allowedBy(lambdaOf('pre-token').Role['Fn::GetAtt'][0]).map(({ action }) => action);
    expect(actions.toSorted()).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('no two functions share a role', () => {
    const roles = made.ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('all of it is in the roles: no policy is attached beside them', () => {
    expect(made.ofType('AWS::IAM::Policy')).toEqual([]);
    expect(made.ofType('AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('the record is the table of the storage stack', () => {
    expect(importOf(tableArn)).toContain('Tracker-kent-live-Storage');
  });
});

describe('the board', () => {
  const allowed = allowedBy(lambdaOf('board').Role['Fn::GetAtt'][0]).filter(({ action }) =>
    action.startsWith('dynamodb:'),
  );

  it('reads published reports only, and a request that names no key is refused', () => {
    expect(allowed).not.toEqual([]);
    for (const { condition } of allowed) {
      expect(condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${publishedPrefix}*`] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
    }
  });
});

it('nobody may scan, delete, or do anything by a wildcard', () => {
  const everything = made
    .ofType('AWS::IAM::Role')
    .flatMap(([role]) => allowedBy(role))
    .map(({ action }) => action);
  expect(everything.filter((action) => /Scan|DeleteItem|DeleteTable|\*/.test(action))).toEqual([]);
});
