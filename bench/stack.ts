import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';
import { tableName } from '#local/function-environment.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { ReportRun } from '#schemas/report-run.ts';
import { type CapacityMeter, startCapacityMeter } from './capacity/capacity-meter.ts';
import { startChild } from './child.ts';
import { must } from './client.ts';
import { growTo } from './grow-programme.ts';

/** The programme that others are made like: Kent's, by its outturn report alone, with its ten reviews. */
export const kent = { organisation: defaultOrganisation, programme: 'facing-the-challenge' };
/** The month that is measured: Kent's last. */
export const month = '2014-04';

const Ready = z.object({ origin: z.string(), tokens: z.record(z.string(), z.string()) });
const FloorReady = z.object({ origin: z.string() });
const RunState = ReportRun.pick({ state: true, problem: true });

/** An engine and the servers on it, each in a process of its own. */
export interface Stack {
  readonly endpoint: string;
  readonly table: { readonly client: DynamoDBClient; readonly tableName: string };
  /** Of the tracker's local server. */
  readonly origin: string;
  /** Between the tracker and the engine, where it was asked for. */
  readonly meter?: CapacityMeter;
  /** Starts the bare handlers and answers their origin; `puts`: by name, the bytes of each item of a transaction. */
  floor(puts: Readonly<Record<string, readonly number[]>>): Promise<string>;
  readonly as: (role: string, headers?: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const startStack = async (
  options: {
    /** On a file, as `npm start` has it: each commit is on the disk before it is answered. Else in memory. */
    readonly durable?: boolean;
    readonly metered?: boolean;
    /** With Kent's programme, unless it is to be empty. */
    readonly empty?: boolean;
  } = {},
): Promise<Stack> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'));
  const engine = await startEngine(options.durable === true ? { dataFile: join(folder, 'table') } : {});
  const { endpoint } = engine;
  const region = 'eu-west-2';
  // The embedded engine looks through all records of a stream at every write; DynamoDB does not.
  await createTable(endpoint, tableName, { stream: false });
  const meter = options.metered === true ? await startCapacityMeter(endpoint) : undefined;
  const given = { empty: options.empty ?? false };
  const tracker = await startChild('serve-tracker.ts', Ready, given, {
    DYNAMODB_ENDPOINT: meter?.endpoint ?? endpoint,
  });
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'local' },
  });
  const floors: { stop(): Promise<void> }[] = [];
  return {
    endpoint,
    table: { client, tableName },
    origin: tracker.ready.origin,
    ...(meter === undefined ? {} : { meter }),
    floor: async (puts) => {
      const floor = await startChild(
        'serve-floor.ts',
        FloorReady,
        { endpoint, table: tableName, puts },
        { AWS_REGION: region, AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'local' },
      );
      floors.push(floor);
      return floor.ready.origin;
    },
    as: (role, headers = {}) => ({ authorization: `Bearer ${tracker.ready.tokens[role]}`, ...headers }),
    stop: async () => {
      client.destroy();
      for (const one of [...floors, tracker, ...(meter === undefined ? [] : [meter]), engine]) await one.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Waits until a report's run, by its address, is published. @throws where it failed. */
export const untilPublished = async ({ origin, as }: Stack, address: string): Promise<void> => {
  for (;;) {
    const { text } = await must(200, `${origin}${address}`, { headers: as('programme-office') });
    const { state, problem } = RunState.parse(JSON.parse(text));
    if (state === 'published') return;
    if (state === 'failed') throw new Error(`the report of ${address} failed: ${problem}`);
    await pause(50);
  }
};

/** A programme of `reviews` reviews like Kent's, whose month is still to be reported. */
export const openProgramme = async (stack: Stack, programme: string, reviews: number): Promise<void> => {
  await must(201, `${stack.origin}/programmes/${programme}`, {
    method: 'PUT',
    headers: stack.as('programme-office', { 'if-none-match': '*', 'effective-at': '2014-01-01' }),
    body: { name: programme, council: 'Benchshire', services: ['Property'], reporting: { firstMonth: month } },
  });
  await growTo(stack.table, { ...kent, programme }, reviews, kent);
};

/** Has its month reported, as the programme office asks for it. */
export const publishMonth = async (stack: Stack, programme: string): Promise<void> => {
  const { headers } = await must(202, `${stack.origin}/programmes/${programme}/reports`, {
    method: 'POST',
    headers: stack.as('programme-office', { 'idempotency-key': `publish-${programme}` }),
    body: { month },
  });
  await untilPublished(stack, headers.location ?? '');
};
