import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { operations, routeKeyOf } from '#schemas/operations.ts';
import { operationAt, routes } from '#schemas/routes.ts';
import { filesOf, importsOf } from './source.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const missing = (paths: readonly string[]): readonly string[] =>
  [...new Set(paths)].filter((path) => !existsSync(join(root, path)));
const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, place) => values.indexOf(value) !== place);

it('every operation has an id of its own', () => {
  expect(operations.length).toBeGreaterThan(0);
  expect(repeated(operations.map((operation) => operation.id))).toEqual([]);
});

it('every operation has an address of its own, whatever its parts are called', () => {
  expect(repeated(operations.map((operation) => routeKeyOf(operation).replaceAll(/\{[^}]+\}/g, '{}')))).toEqual([]);
});

it('every operation is done by a use case that is there', () => {
  expect(missing(operations.map((operation) => `functions/api/${operation.useCase}.ts`))).toEqual([]);
});

it('every use case that is there is asked for by an operation', () => {
  const asked = new Set(operations.map((operation) => `functions/api/${operation.useCase}.ts`));
  expect(filesOf('functions/api').filter((file) => !asked.has(file))).toEqual([]);
});

it('no use case imports another: what two share has a room of its own', () => {
  const astray = filesOf('functions/api').flatMap((file) =>
    importsOf(file)
      .filter((imported) => imported.startsWith('functions/api/'))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(astray).toEqual([]);
});

it('an operation of every register is reached by one route, with the register in its path', () => {
  const shared = routes.filter(({ path }) => path.includes('{register}'));
  expect(shared.length).toBeGreaterThan(0);
  for (const { key, operations: reached } of shared)
    expect(reached.map((operation) => operationAt(key, { register: operation.register?.path ?? '' })?.id)).toEqual(
      reached.map(({ id }) => id),
    );
  expect(operationAt('GET /programmes/{programmeId}/{register}', { register: 'unicorns' })).toBeUndefined();
});

it('every operation is served by a function that is there', () => {
  expect(missing(operations.map((operation) => `functions/hosts/${operation.host}.ts`))).toEqual([]);
});

/** The titles of the tests of a room, with the rows that fill them in; nothing is run. */
const titlesOf = async (room: string): Promise<readonly string[]> => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { stdout } = await run(
    process.execPath,
    [vitest, 'list', room, '--json', '--no-static-parse', '--no-isolate', '--maxWorkers=1'],
    {
      cwd: root,
      env: { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined },
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  return z
    .array(z.object({ name: z.string() }))
    .parse(JSON.parse(stdout))
    .map((one) => one.name);
};

it('every operation is tested through its handler by a test that names it', {
  timeout: 120_000,
  tags: ['long'],
}, async () => {
  const words = new Set((await titlesOf('test/api')).flatMap((title) => title.split(/[^A-Za-z0-9]+/)));
  expect(operations.map((operation) => operation.id).filter((id) => !words.has(id))).toEqual([]);
});
