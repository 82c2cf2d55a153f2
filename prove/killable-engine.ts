import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The embedded engine on a data file and a port of its own, to be killed and started again. */
export interface KillableEngine {
  readonly port: number;
  readonly endpoint: string;
  /** kill -9, at once. */
  kill(): Promise<void>;
  /** On the same file and port; answers when it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

const engineFile = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');

// However this process ends, the pipe closes and the engine is ended, as local/engine.ts does it.
const underWatch = 'exec 3<&0; (cat <&3 >/dev/null; kill $$) 2>/dev/null & exec "$0" "$@" </dev/null 3<&-';

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        authorization: 'AWS4-HMAC-SHA256 Credential=prove/20140401/eu-west-2/dynamodb/aws4_request',
      },
      body: '{}',
      signal: AbortSignal.timeout(1_000),
    });
    await answer.arrayBuffer();
    return answer.status < 500;
  } catch {
    return false;
  }
};

const ended = (engine: ChildProcess): boolean => engine.exitCode !== null || engine.signalCode !== null;

export const killableEngine = async (dataFile: string): Promise<KillableEngine> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let engine: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const started = spawn(
      '/bin/sh',
      ['-c', underWatch, engineFile(), 'serve', '--host', '127.0.0.1', '--port', `${port}`, '--db-path', dataFile],
      { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
    );
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
  await start();
  return { port, endpoint, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
};
