import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { table as shape } from '#store/table/table-definition.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The record of the programmes, in a stack of its own: an application may be thrown away and made again, this may not. */
export class StorageStack extends Stack {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, { description: "Transformation tracker: the programmes' record", ...props });
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(shape.partitionKey),
      sortKey: text(shape.sortKey),
      billing: Billing.onDemand(),
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
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }
}
