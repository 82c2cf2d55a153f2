import { afterAll, beforeAll, vi } from 'vitest';

/* Files of one process: what a file set in the environment, or put in the place of the clock, is taken back when it ends. */

let found: NodeJS.ProcessEnv = {};

beforeAll(() => {
  found = { ...process.env };
});

afterAll(() => {
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
