import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';
import { tableName } from '#local/function-environment.ts';
import { type CapacityMeter, startCapacityMeter } from './capacity/capacity-meter.ts';
import { type Child, startChild } from './child.ts';

const Ready = z.object({ origin: z.string(), tokens: z.record(z.string(), z.string()) });
const FloorReady = z.object({ origin: z.string() });

/** An engine and the servers on it. */
export interface Stack {
  readonly endpoint: string;
  readonly table: string;
  readonly tracker: Pick<Child<z.infer<typeof Ready>>, 'ready' | 'pid' | 'stop'>;
  /** Where it was asked for: it stands between the tracker and the engine. */
  readonly meter?: CapacityMeter;
  /** Starts the bare handlers; `puts`: by name, the bytes of each item of a transaction. */
  floor(puts: Readonly<Record<string, readonly number[]>>): Promise<Child<z.infer<typeof FloorReady>>>;
  readonly as: (role: string, headers?: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const startStack = async (
  tell: readonly string[],
  options: {
    /** On a file, as `npm start` has it: each commit is on the disk before it is answered. Else in memory. */
    readonly durable?: boolean;
    readonly metered?: boolean;
  } = {},
): Promise<Stack> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'));
  const engine = await startEngine(options.durable === true ? { dataFile: join(folder, 'table') } : {});
  const { endpoint } = engine;
  // The embedded engine looks through all records of a stream at every write; DynamoDB does not.
  await createTable(endpoint, tableName, { stream: false });
  const client = { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'local' };
  const meter = options.metered === true ? await startCapacityMeter(endpoint) : undefined;
  const environment = { DYNAMODB_ENDPOINT: meter?.endpoint ?? endpoint };
  const tracker = await startChild({ file: 'serve-tracker.ts', given: { tell }, environment, ready: Ready });
  const floors: { stop(): Promise<void> }[] = [];
  return {
    endpoint,
    table: tableName,
    tracker,
    ...(meter === undefined ? {} : { meter }),
    floor: async (puts) => {
      const floor = await startChild({
        file: 'serve-floor.ts',
        given: { endpoint, table: tableName, puts },
        environment: client,
        ready: FloorReady,
      });
      floors.push(floor);
      return floor;
    },
    as: (role, headers = {}) => ({ authorization: `Bearer ${tracker.ready.tokens[role]}`, ...headers }),
    stop: async () => {
      for (const floor of floors) await floor.stop();
      await tracker.stop();
      await meter?.stop();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
