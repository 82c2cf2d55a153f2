import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { type Grant, table as shape } from '#store/table/table-definition.ts';

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

/**
 * The statements of a function's own policy, made from store/table/table-definition.ts and nothing else. They are written out because
 * `table.grant*()` always adds every index.
 */
export const statementsOf = (grant: Grant, table: ITableV2, queue: IQueue): readonly PolicyStatement[] => {
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
