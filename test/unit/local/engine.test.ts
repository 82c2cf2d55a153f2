import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DescribeTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createTable } from '#local/create-table.ts';
import { startEngine } from '#local/engine.ts';
import { table } from '#store/table/table-definition.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-engine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

const answers = async (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

const silentWithin = async (endpoint: string, milliseconds: number): Promise<boolean> => {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!(await answers(endpoint))) return true;
    await pause(50);
  }
  return false;
};

describe('the embedded engine', () => {
  it('has the one table with its index, made once however often it is asked for', async () => {
    const engine = await startEngine({});
    await createTable(engine.endpoint, 'tracker');
    await createTable(engine.endpoint, 'tracker');
    const { Table } = await clientOf(engine.endpoint).send(new DescribeTableCommand({ TableName: 'tracker' }));
    expect(Table?.KeySchema?.map((key) => key.AttributeName)).toEqual([table.partitionKey, table.sortKey]);
    expect(Table?.GlobalSecondaryIndexes?.map((index) => [index.IndexName, index.Projection?.ProjectionType])).toEqual([
      [table.index.name, 'KEYS_ONLY'],
    ]);
    await engine.stop();
    expect(await answers(engine.endpoint)).toBe(false);
  });

  it('keeps what it was told between two runs on the same file', async () => {
    const dataFile = join(folder, 'kept', 'tracker.db');
    const first = await startEngine({ dataFile });
    await createTable(first.endpoint, 'tracker');
    const Item = { pk: { S: 'ORG#kent' }, sk: { S: 'NAME' }, words: { S: 'Facing the Challenge – Phase 1' } };
    await clientOf(first.endpoint).send(new PutItemCommand({ TableName: 'tracker', Item }));
    await first.stop();
    const second = await startEngine({ dataFile });
    await createTable(second.endpoint, 'tracker');
    const Key = { pk: Item.pk, sk: Item.sk };
    const found = await clientOf(second.endpoint).send(new GetItemCommand({ TableName: 'tracker', Key }));
    await second.stop();
    expect(found.Item).toEqual(Item);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('ends with its parent when that gets %s', async (signal) => {
    const parent = spawn(process.execPath, ['test/unit/local/engine-parent.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const endpoint = await new Promise<string>((resolve) =>
      parent.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
    );
    expect(await answers(endpoint)).toBe(true);
    parent.kill(signal);
    expect(await silentWithin(endpoint, 5_000)).toBe(true);
  });

  it('is not started where an endpoint is given, which nobody here stops', async () => {
    const given = await startEngine({});
    vi.stubEnv('DYNAMODB_ENDPOINT', given.endpoint);
    const engine = await startEngine({ dataFile: join(folder, 'unused.db') });
    await engine.stop();
    vi.unstubAllEnvs();
    expect(engine.endpoint).toBe(given.endpoint);
    expect(await answers(given.endpoint)).toBe(true);
    await given.stop();
  });

  it('says in a sentence that nothing answers at the endpoint given', async () => {
    vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:1');
    await expect(startEngine({})).rejects.toThrow('No DynamoDB answers at DYNAMODB_ENDPOINT=http://127.0.0.1:1');
    vi.unstubAllEnvs();
  });

  it('says in a sentence what to do where it is not installed', async () => {
    const elsewhere = join(folder, 'engine.ts');
    for (const file of ['engine.ts', 'engine-process.ts']) copyFileSync(`local/${file}`, join(folder, file));
    const { startEngine: startElsewhere } = await import(elsewhere);
    await expect(startElsewhere({})).rejects.toThrow(/Linux x64 only .* DYNAMODB_ENDPOINT=http:\/\/127\.0\.0\.1:8000/);
  });
});
