import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A running DynamoDB endpoint. */
export interface Engine {
  /** `http://127.0.0.1:<port>`, or what DYNAMODB_ENDPOINT names. */
  readonly endpoint: string;
  /** Settles only if the engine ends without being asked to, with what it said last. */
  readonly ended: Promise<string>;
  /** Ends the engine; does nothing to an endpoint that was given. */
  stop(): Promise<void>;
}

/** The engine cannot run here; the message says in one sentence what to do. */
export class EngineUnavailable extends Error {}

const engineFile = (): string => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return join(dirname(manifest), 'dynoxide');
  } catch {
    throw new EngineUnavailable(
      `The embedded DynamoDB engine comes for Linux x64 only and is not installed on this machine (${process.platform} ${process.arch}): run any DynamoDB endpoint, such as DynamoDB Local, and give its address, for example DYNAMODB_ENDPOINT=http://127.0.0.1:8000, or use Linux x64 (WSL2 will do) and run npm ci.`,
    );
  }
};

const freePort = (): Promise<number> =>
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

// The engine does not end with its parent by itself. So a watcher holds the other end of a pipe from this process:
// however this process ends, kill -9 included, the pipe closes and the watcher ends the engine. The engine has a
// session of its own, so that Ctrl-C reaches it only through us, after the last request was answered.
const underWatch = 'exec 3<&0; (cat <&3 >/dev/null; kill $$) 2>/dev/null & exec "$0" "$@" </dev/null 3<&-';

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        authorization: 'AWS4-HMAC-SHA256 Credential=local/20140401/eu-west-2/dynamodb/aws4_request',
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

const exited = (engine: ChildProcess): Promise<void> =>
  ended(engine) ? Promise.resolve() : new Promise((resolve) => engine.once('exit', () => resolve()));

const stopEngine = async (engine: ChildProcess): Promise<void> => {
  if (ended(engine)) return;
  engine.kill('SIGTERM');
  const slow = setTimeout(() => engine.kill('SIGKILL'), 3_000);
  await exited(engine);
  clearTimeout(slow);
};

/**
 * Starts the embedded DynamoDB engine on a free loopback port and waits until it answers, at most ten seconds.
 * Without a data file it keeps everything in memory. With DYNAMODB_ENDPOINT set, that endpoint is used instead.
 *
 * @throws EngineUnavailable where the engine is not installed or does not start.
 */
export async function startEngine(options: { dataFile?: string } = {}): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given !== undefined && given !== '') {
    if (!(await answers(given)))
      throw new EngineUnavailable(
        `No DynamoDB answers at DYNAMODB_ENDPOINT=${given}: start it, or unset the variable.`,
      );
    return { endpoint: given, ended: new Promise(() => undefined), stop: () => Promise.resolve() };
  }
  const file = engineFile();
  if (options.dataFile !== undefined) mkdirSync(dirname(options.dataFile), { recursive: true });
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const place = options.dataFile === undefined ? [] : ['--db-path', options.dataFile];
  const engine = spawn(
    '/bin/sh',
    ['-c', underWatch, file, 'serve', '--host', '127.0.0.1', '--port', `${port}`, ...place],
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  let stopping = false;
  engine.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2_000);
  });
  engine.once('error', (fault) => {
    said = `${said}${fault.message}`;
  });
  // The engine must not keep a process alive that has nothing else to do: the watcher ends it then.
  engine.unref();
  for (const pipe of [engine.stdin, engine.stderr]) if (pipe instanceof Socket) pipe.unref();
  for (let tries = 0; tries < 400 && !ended(engine) && engine.pid !== undefined; tries += 1) {
    if (await answers(endpoint))
      return {
        endpoint,
        ended: new Promise((resolve) => engine.once('exit', () => stopping || resolve(said.trim()))),
        stop: () => {
          stopping = true;
          return stopEngine(engine);
        },
      };
    await pause(25);
  }
  await stopEngine(engine);
  throw new EngineUnavailable(`The embedded DynamoDB engine did not start: ${said.trim() || 'it said nothing'}.`);
}
