import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AttributeValue, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '#store/table/client.ts';

/* What a release stored and published, as `npm run keep-release` wrote it: test/released/<version>/. */

const root = import.meta.dirname;

export const releasedVersions: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export const programmesOf = (version: string): readonly string[] =>
  readdirSync(join(root, version), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** The months of which a release kept a report. */
export const monthsOf = (version: string, programme: string): readonly string[] =>
  globSync('*.full.json', { cwd: join(root, version, programme, 'reports') })
    .map((file) => basename(file, '.full.json'))
    .sort();

export const textOf = (version: string, ...path: readonly string[]): string =>
  readFileSync(join(root, version, ...path), 'utf8');

export const linesOf = (version: string, ...path: readonly string[]): readonly string[] =>
  textOf(version, ...path)
    .trimEnd()
    .split('\n');

type Item = Record<string, AttributeValue>;
/** Bytes were written as base64. */
const itemOf = (line: string): Item =>
  JSON.parse(line, (name, value) => (name === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value));

/** Puts every item that a release stored into a table that has none of them. */
export const putItems = async ({ client, name }: Table, version: string): Promise<number> => {
  if (!existsSync(join(root, version))) throw new Error(`nothing is kept of ${version}`);
  const items = linesOf(version, 'table.jsonl').map(itemOf);
  for (let from = 0; from < items.length; from += 25) {
    const RequestItems = { [name]: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('the engine left items unwritten');
  }
  return items.length;
};
