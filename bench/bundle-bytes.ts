import { statSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleOf } from '#local/fresh-bundles.ts';
import { bundledHosts, handlerOptions } from '../scripts/bundle.ts';
import type { Part } from './row.ts';

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
export const mostBytesToTheClient = 2.2;

export const bytesOfTheClient = async (): Promise<number> => {
  const { outputFiles } = await build(clientAlone);
  return outputFiles[0]?.contents.byteLength ?? Number.NaN;
};

export const bundleBytes: Part = {
  name: 'bundle-bytes',
  title: "The bytes of a function's bundle, against the database's client alone",
  exact: true,
  measure: async () => {
    const client = await bytesOfTheClient();
    return bundledHosts.map((name) => {
      const { size } = statSync(bundleOf(name));
      return {
        name: `bytes of ${name} to those of the client alone`,
        count: { value: size / client, unit: 'x' },
        goal: mostBytesToTheClient,
        note: `${size} bytes to ${client}`,
      };
    });
  },
};
