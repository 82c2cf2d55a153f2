import type { ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, ended, freePort, spawnEngine } from '#local/engine-process.ts';

/** The embedded engine on a data file and a port of its own, to be killed and started again. */
export interface KillableEngine {
  readonly port: number;
  readonly endpoint: string;
  /** kill -9, at once. */
  kill(): Promise<void>;
  /** On the same file and port; answers when it answers. */
  start(): Promise<void>;
  /** Keeps all that is stored now; returns the folder that it is kept in. The engine is killed for it and started again. */
  keep(): Promise<string>;
  /** All that is stored is what was kept. */
  putBack(kept: string): Promise<void>;
  stop(): Promise<void>;
}

export const killableEngine = async (dataFile: string): Promise<KillableEngine> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let engine: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const started = spawnEngine({ port, dataFile });
    started.stderr?.resume();
    engine = started;
    for (let tries = 0; tries < 400; tries += 1) {
      if (await answers(endpoint)) return;
      if (ended(started)) break;
      await pause(10);
    }
    throw new Error('the engine did not start');
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ending = engine;
    engine = undefined;
    if (ending === undefined || ended(ending)) return;
    const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    ending.kill(signal);
    await gone;
    ending.stdin?.destroy();
  };
  const whileDown = async (act: () => Promise<void>): Promise<void> => {
    await end('SIGKILL');
    await act();
    await start();
  };
  const folder = dirname(dataFile);
  /** The engine's log and its index of it stand beside the file. */
  const filesIn = async (place: string): Promise<readonly string[]> =>
    (await readdir(place)).filter((name) => name.startsWith(basename(dataFile)));
  const copy = async (from: string, to: string): Promise<void> => {
    for (const name of await filesIn(from)) await cp(join(from, name), join(to, name));
  };
  await start();
  return {
    port,
    endpoint,
    start,
    kill: () => end('SIGKILL'),
    keep: async () => {
      const kept = await mkdtemp(join(folder, 'kept-'));
      await whileDown(() => copy(folder, kept));
      return kept;
    },
    putBack: (kept) =>
      whileDown(async () => {
        for (const name of await filesIn(folder)) await rm(join(folder, name));
        await copy(kept, folder);
      }),
    stop: () => end('SIGTERM'),
  };
};
