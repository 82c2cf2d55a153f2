import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The table as the store's functions take it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** Aborted when whoever asks can wait no longer. */
  readonly deadline?: AbortSignal;
}

/** How long a call of the store is waited for. */
export const patience = ({ deadline }: Table): { readonly abortSignal?: AbortSignal } =>
  deadline === undefined ? {} : { abortSignal: deadline };

/** The same table for the last word of work that came to its deadline. */
export const withoutDeadline = ({ client, name }: Table): Table => ({ client, name });

/**
 * A client that gives a call up after three tries of at most five seconds each; a request makes several calls, and has a
 * deadline of its own.
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
