import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, EngineUnavailable, ended, freePort, spawnEngine } from './engine-process.ts';

export { EngineUnavailable };

/** A running DynamoDB endpoint. */
export interface Engine {
  /** `http://127.0.0.1:<port>`, or what DYNAMODB_ENDPOINT names. */
  readonly endpoint: string;
  /** Settles only if the engine ends by itself, with its last output. */
  readonly ended: Promise<string>;
  /** Ends the engine; does nothing to an endpoint that was given. */
  stop(): Promise<void>;
}

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
  if (options.dataFile !== undefined) mkdirSync(dirname(options.dataFile), { recursive: true });
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const engine = spawnEngine({ port, dataFile: options.dataFile });
  let output = '';
  let stopping = false;
  engine.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = `${output}${text}`.slice(-2_000);
  });
  engine.once('error', (fault) => {
    output = `${output}${fault.message}`;
  });
  // The engine must not keep an otherwise finished process alive: the watcher ends it then.
  engine.unref();
  for (const pipe of [engine.stdin, engine.stderr]) if (pipe instanceof Socket) pipe.unref();
  for (let tries = 0; tries < 400 && !ended(engine) && engine.pid !== undefined; tries += 1) {
    if (await answers(endpoint))
      return {
        endpoint,
        ended: new Promise((resolve) => engine.once('exit', () => stopping || resolve(output.trim()))),
        stop: () => {
          stopping = true;
          return stopEngine(engine);
        },
      };
    await pause(25);
  }
  await stopEngine(engine);
  throw new EngineUnavailable(`The embedded DynamoDB engine did not start: ${output.trim() || 'it said nothing'}.`);
}
