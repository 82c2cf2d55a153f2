// @module-tag long
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openDataFolder } from '#local/data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-npm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

const started = async (data: string): Promise<{ readonly npm: ChildProcess; readonly address: string }> => {
  const npm = spawn('npm', ['start', '--', '--port', '0', '--empty', '--data', data]);
  let said = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (let waited = 0; !said.includes('Welcome') && waited < 90_000; waited += 50) await pause(50);
  return { npm, address: openDataFolder(data).running()?.origin ?? '' };
};

it.each(['SIGTERM', 'SIGKILL'] as const)(
  'npm start that is ended by its own process id alone (%s) leaves nothing running',
  async (signal) => {
    const { npm, address } = await started(join(folder, signal));
    expect(await answers(address)).toBe(true);
    npm.kill(signal);
    for (let waited = 0; (await answers(address)) && waited < 20_000; waited += 100) await pause(100);
    expect(await answers(address)).toBe(false);
  },
  120_000,
);
