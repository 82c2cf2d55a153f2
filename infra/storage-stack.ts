import { CfnOutput, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { table as shape } from '#store/table/table-definition.ts';
import { type Choices, stackPrefixOf } from './choices.ts';
import { addBackup } from './record-backup.ts';
import { recordKey } from './record-key.ts';

export interface StorageStackProps extends StackProps {
  readonly choices: Choices;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

const createTable = (scope: Construct, key: IKey | undefined): TableV2 =>
  new TableV2(scope, 'Table', {
    partitionKey: text(shape.partitionKey),
    sortKey: text(shape.sortKey),
    billing: Billing.onDemand(),
    ...(key === undefined ? {} : { encryption: TableEncryptionV2.customerManagedKey(key) }),
    timeToLiveAttribute: shape.timeToLive,
    dynamoStream: StreamViewType[shape.stream],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    globalSecondaryIndexes: [
      {
        indexName: shape.index.name,
        partitionKey: text(shape.index.partitionKey),
        sortKey: text(shape.index.sortKey),
        // The index only says which programmes are due; the programme itself is then read by its key.
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ],
  });

const accessLogNameOf = (choices: Choices): string => `/aws/vendedlogs/${stackPrefixOf(choices)}Access`;

/** Who asked for what: retained with the record, under a name by which a policy can say who may read it. */
const createAccessLog = (scope: Construct, choices: Choices, key: IKey | undefined): LogGroup => {
  const log = new LogGroup(scope, 'AccessLog', {
    // The prefix by which API Gateway's rights to write need no growing policy.
    logGroupName: accessLogNameOf(choices),
    ...(key === undefined ? {} : { encryptionKey: key }),
    retention: choices.accessLogDays,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  if (key !== undefined) return log;
  Validations.of(log).acknowledge({
    id: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
    reason:
      'CloudWatch encrypts it by a key of its own. The key of the application is deleted with the application, which this log must outlive to be of use to an audit.',
  });
  return log;
};

/** The record of the programmes, in a stack of its own: an application may be removed and deployed again, this may not. */
export class StorageStack extends Stack {
  /** The table that the application uses: the stack's own, or a restored one that was chosen by its name. */
  readonly table: ITableV2;
  readonly accessLog: ILogGroup;
  /** The council's own key of the record; absent unless chosen. */
  readonly key: IKey | undefined;

  constructor(scope: Construct, id: string, props: StorageStackProps) {
    super(scope, id, {
      description: "Transformation tracker: the programmes' record",
      ...props,
      terminationProtection: true,
    });
    const { choices } = props;
    this.key = choices.recordKey ? recordKey(this, accessLogNameOf(choices)) : undefined;
    if (this.key !== undefined) new CfnOutput(this, 'RecordKeyArn', { value: this.key.keyArn });
    const own = createTable(this, this.key);
    // Exported whether the application imports them or not: an export cannot go while the application still has it.
    this.exportValue(own.tableArn);
    this.exportValue(own.tableName);
    this.accessLog = createAccessLog(this, choices, this.key);
    new CfnOutput(this, 'TableName', { value: own.tableName });
    new CfnOutput(this, 'AccessLogName', { value: this.accessLog.logGroupName });
    this.table = choices.tableName === undefined ? own : TableV2.fromTableName(this, 'Restored', choices.tableName);
    // Of the table that is the record now, be it a restored one.
    if (choices.backup !== undefined) addBackup(this, this.table, choices.backup);
  }
}
