import { Aws } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { type Grant, table as shape } from '#store/table/table-definition.ts';
import type { Sessions } from './sessions.ts';

/** A statement that allows some actions on named resources. */
export const allow = (
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Readonly<Record<string, Record<string, unknown>>>,
): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions],
    resources: [...resources],
    ...(conditions === undefined ? {} : { conditions }),
  });

/** Why a role holds its policy within itself. */
export const ownPolicy =
  'The policy is written for this one role, from the one list of grants, and can be attached to no other: it is made, reviewed and deleted with the role, and a test holds it to the calls that are really made.';

const toRead = ['kms:Decrypt', 'kms:DescribeKey'];
const toWrite = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

/**
 * What a function must be allowed of that key to use the table: DynamoDB asks for it as the function, and names the table.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
const useOfKey = (key: IKey, table: ITableV2, mayWrite: boolean): PolicyStatement =>
  allow(mayWrite ? [...toRead, ...toWrite] : toRead, [key.keyArn], {
    StringEquals: {
      'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com`,
      'kms:EncryptionContext:aws:dynamodb:tableName': table.tableName,
    },
  });

/**
 * The statements of a function's own policy, made from store/table/table-definition.ts and nothing else. They are written out because
 * `table.grant*()` always adds every index.
 */
export const statementsOf = (
  grant: Grant,
  table: ITableV2,
  queue: IQueue,
  recordKey?: IKey,
): readonly PolicyStatement[] => {
  const statements: PolicyStatement[] = [];
  if (grant.items.length > 0) {
    statements.push(
      grant.leadingKeys === undefined
        ? allow(grant.items, [table.tableArn])
        : allow(grant.items, [table.tableArn], {
            'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${grant.leadingKeys}*`] },
            // ForAllValues is true of a request that names no key at all.
            Null: { 'dynamodb:LeadingKeys': 'false' },
          }),
    );
  }
  if (grant.putsUnder !== undefined)
    statements.push(
      allow(['dynamodb:PutItem'], [table.tableArn], {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${grant.putsUnder}*`] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      }),
    );
  if (grant.items.length > 0 && recordKey !== undefined)
    statements.push(
      useOfKey(recordKey, table, grant.items.includes('dynamodb:PutItem') || grant.putsUnder !== undefined),
    );
  if (grant.queriesDue) {
    statements.push(allow(['dynamodb:Query'], [`${table.tableArn}/index/${shape.index.name}`]));
  }
  if (grant.sends) statements.push(allow(['sqs:SendMessage'], [queue.queueArn]));
  if (grant.receives) {
    statements.push(
      allow(
        [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          // Of a message that failed: when it comes again.
          'sqs:ChangeMessageVisibility',
        ],
        [queue.queueArn],
      ),
    );
  }
  return statements;
};

/** What a function may do with the sessions of the pages: their items, and the secret by which they are encrypted. */
export const sessionStatementsOf = (
  { sessions: actions = [] }: Grant,
  { table, secret, key }: Sessions,
): readonly PolicyStatement[] =>
  actions.length === 0
    ? []
    : [
        allow(actions, [table.tableArn]),
        allow(['secretsmanager:GetSecretValue'], [secret.secretArn]),
        allow(['kms:Decrypt'], [key.keyArn], {
          StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.amazonaws.com` },
        }),
      ];
