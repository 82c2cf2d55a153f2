import { afterAll, beforeAll, vi } from 'vitest';

/* Files of one process: what a file set in the environment, or put in the place of the clock, is taken back when it ends. */

let found: NodeJS.ProcessEnv = {};
let environment = process.env;

beforeAll(() => {
  environment = process.env;
  found = { ...process.env };
});

afterAll(() => {
  vi.useRealTimers();
  if (process.env !== environment)
    throw new Error('process.env is another object: set its names, they are taken back here');
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
