import { build } from 'esbuild';
import { handlerOptions } from '../scripts/bundle.ts';

/** A bundle that holds the database's client, one command of it, and nothing else. */
export const clientAlone = {
  ...handlerOptions,
  stdin: {
    contents: `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async (event) => client.send(new GetItemCommand(event));`,
    resolveDir: process.cwd(),
  },
  sourcemap: false,
} as const;

/** The most bytes that a function's bundle may have, to those of the client alone. */
export const mostBytesToTheClient = 4.4;

export const bytesOfTheClient = async (): Promise<number> => {
  const { outputFiles } = await build(clientAlone);
  return outputFiles[0]?.contents.byteLength ?? Number.NaN;
};
