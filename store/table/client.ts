import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The table as the store's functions take it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/**
 * A client that gives up soon enough for an honest answer within the gateway's 30 seconds:
 * three tries of at most five seconds each.
 */
export const tableClient = (given: { name: string; endpoint?: string | undefined }): Table => {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    // Without `throwOnRequestTimeout` the SDK only warns, and waits for as long as the function lives.
    requestHandler: { requestTimeout: 5_000, connectionTimeout: 1_000, throwOnRequestTimeout: true },
    ...(given.endpoint === undefined ? {} : { endpoint: given.endpoint }),
  });
  // It copies each answer, value by value, for a log that there is none of.
  client.middlewareStack.remove('loggerMiddleware');
  return { name: given.name, client };
};
