import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { isResourceInUse } from '#store/table/error-names.ts';
import { sessionTable, table } from '#store/table/table-definition.ts';

const clientAt = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const letExpire = async (client: DynamoDBClient, tableName: string, attribute: string): Promise<void> => {
  const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  if (ttl?.TimeToLiveStatus !== 'ENABLED' && ttl?.TimeToLiveStatus !== 'ENABLING')
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { Enabled: true, AttributeName: attribute },
      }),
    );
};

/**
 * Makes the table of store/table/table-definition.ts at an endpoint, with its index, stream and time to live; what is there already
 * is left as it is. What writes very much and reads no stream can do without one: the embedded engine looks through all
 * its stream records at every write.
 *
 * @throws what the endpoint answers, a table being there already excepted.
 */
export async function createTable(
  endpoint: string,
  tableName: string,
  { stream = true }: { stream?: boolean } = {},
): Promise<void> {
  const client = clientAt(endpoint);
  const { partitionKey, sortKey, index } = table;
  const names = new Set([partitionKey, sortKey, index.partitionKey, index.sortKey]);
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [...names].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: index.name,
            KeySchema: [
              { AttributeName: index.partitionKey, KeyType: 'HASH' },
              { AttributeName: index.sortKey, KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
        ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream } } : {}),
      }),
    );
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName: tableName });
  } catch (fault) {
    if (!isResourceInUse(fault)) throw fault;
  }
  await letExpire(client, tableName, table.timeToLive);
  client.destroy();
}

/** Makes the table of the pages' sessions; what is there already is left as it is. */
export async function createSessionTable(endpoint: string, tableName: string): Promise<void> {
  const client = clientAt(endpoint);
  const name = sessionTable.partitionKey;
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: name, AttributeType: 'S' }],
        KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
      }),
    );
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName: tableName });
  } catch (fault) {
    if (!isResourceInUse(fault)) throw fault;
  }
  await letExpire(client, tableName, sessionTable.timeToLive);
  client.destroy();
}
